import type { ComponentFile } from './read/readStates.ts';

// The book's tables are made from what is shipped, when the book is built.
const components = import.meta.glob<string>('../../src/components/**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const others = import.meta.glob<string>('../../src/{hooks,engine}/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const styles = import.meta.glob<string>('../../src/styles/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of the components, without the drawings of the AWS console, which have no states to style. */
export const componentFiles: ComponentFile[] = Object.entries(components)
  .filter(([path]) => !path.includes('/pictures/'))
  .map(([path, text]) => ({ name: /([^/]+)\.tsx$/.exec(path)?.[1] ?? path, text }));

/** The sources in which props stand. */
export const propSources: string[] = [...Object.values(components), ...Object.values(others)];

/** All style sheets but those of the drawings, as one. */
export const allStyles: string = Object.entries(styles)
  .filter(([path]) => !path.includes('/picture'))
  .map(([, text]) => text)
  .join('\n');

/** The sheet of the tokens. */
export const tokenStyles: string =
  Object.entries(styles).find(([path]) => path.endsWith('/tokens.css'))?.[1] ?? '';
