/** What may be more than the budget says before somebody has to say so. */
const tolerance = 0.02;

const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

/**
 * Says where a size is over its budget, and which modules grew or came; nothing where all is well.
 *
 * @param {Record<string, import('./measureSizes.js').Size>} sizes
 * @param {Record<string, Pick<import('./measureSizes.js').Size, 'eager' | 'modules'>>} budget
 * @returns {string[]} one text for each app that is too large
 */
export function compareSizes(sizes, budget) {
  return Object.entries(sizes).flatMap(([name, { eager, modules }]) => {
    const allowed = budget[name];
    if (!allowed) return [`${name} has no budget: \`npm run size -- --write\` records ${kB(eager)}.`];
    if (eager <= allowed.eager * (1 + tolerance)) return [];
    const more = ((eager / allowed.eager - 1) * 100).toFixed(1);
    return [
      [
        `${name} weighs ${kB(eager)} min+gzip, ${more} % over its budget of ${kB(allowed.eager)}. What grew, before it is made small:`,
        ...whatGrew(modules, allowed.modules).map((line) => `  ${line}`),
        'If it is worth it: `npm run size -- --write`, and say why in the commit.',
      ].join('\n'),
    ];
  });
}

function whatGrew(modules, before) {
  return Object.entries(modules)
    .map(([module, bytes]) => ({ module, grown: bytes - (before[module] ?? 0), isNew: !(module in before) }))
    .filter(({ grown }) => grown > 0)
    .sort((a, b) => b.grown - a.grown)
    .slice(0, 12)
    .map(({ module, grown, isNew }) => `+${grown} ${module}${isNew ? ' (new)' : ''}`);
}
