import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/**
 * What a host imports, and from which door.
 * @typedef {object} Door
 * @property {string} door As `package.json` names it.
 * @property {string} imports In words.
 * @property {string} code An app that does so.
 * @property {'browser' | 'server'} runs On a server the packages that the host brings stay its own.
 */

// Whoever opens these doors takes one thing and not all of it.
const parts = {
  '.': [
    ['uploader and list', ['AttachmentUploader', 'AttachmentList', 'createClient']],
    ['settings panel', ['S3SettingsPanel', 'createClient']],
    ['banner', ['UploadFailureAlert', 'createClient']],
    ['headless uploader', ['useAttachmentUploader', 'createClient']],
  ],
  './locales': [
    ['words of uploader and list', ['uploaderMessages', 'listMessages']],
    ['words of the settings and the banner', ['settingsMessages', 'uploadFailureMessages']],
  ],
};

/**
 * Every door of JavaScript that `package.json` has, each language for itself.
 *
 * @returns {Promise<Door[]>}
 */
export async function doors() {
  const { exports } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const found = [];
  for (const [door, target] of Object.entries(exports)) {
    const file = typeof target === 'string' ? target : target?.default;
    // Others are no code, or closed.
    if (!file?.endsWith('.js')) continue;
    for (const [name, source] of await sourcesOf(door, file)) {
      const runs = /^\.\/(?:server|testing)/.test(name) ? 'server' : 'browser';
      const taken = parts[door.replace(/\/\*$/, '')] ?? [];
      for (const [imports, names] of [...taken, ...(door.includes('*') ? [] : [['all of it', null]])]) {
        const what = names ? `{ ${names.join(', ')} }` : '* as all';
        const used = names ? `[${names.join(', ')}]` : 'all';
        const code = `import ${what} from ${JSON.stringify(source)};\nglobalThis.used = ${used};\n`;
        found.push({ door: name, imports, code, runs });
      }
    }
  }
  return found;
}

/** The file of the source that a door opens on; those of a pattern one by one. */
async function sourcesOf(door, file) {
  const source = file.replace('./dist/', 'src/').replace(/\.js$/, '');
  if (!door.includes('*')) {
    return [[door, fileURLToPath(new URL(`${source}.ts`, root))]];
  }
  const folder = new URL(source.replace('*', ''), root);
  const languages = (await readdir(folder)).filter((name) => /^[a-z]{2}(?:-[A-Z]{2})?\.ts$/.test(name));
  return languages
    .sort()
    .map((name) => [door.replace('*', name.slice(0, -3)), fileURLToPath(new URL(name, folder))]);
}
