// @ts-check
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { eachOnce } from './eachOnce.js';
import { shared } from './shared.js';

/** @typedef {{ name: string, tag: string | null, entry: string }} Door `tag` is the language of one that has a star. */

const root = fileURLToPath(new URL('../..', import.meta.url));

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

const silent = { default: { logLevel: ExtractorLogLevel.None } };

/**
 * What every door of the package declares: the text of a report under its file's name, `server-node.api.md` for `./server/node`. The
 * languages share `locales.api.md`. Reads the declarations in `dist`.
 *
 * @returns {Map<string, string>}
 * @throws {Error} when a door's declarations are not there or do not compile, or two languages are not of one shape
 */
export function makeApiReports() {
  const doors = findDoors();
  const folder = mkdtempSync(join(tmpdir(), 's3a-api-'));
  try {
    const entries = doors.map(({ entry }) => entry);
    /** @type {CompilerState | undefined} */
    let compilerState;
    const texts = doors.map(({ name, tag, entry }) => {
      const reportFileName = [name, tag].filter(Boolean).join('-');
      const config = configOf(entry, entries, folder, reportFileName);
      // One program for all doors: they declare mostly the same files.
      compilerState ??= CompilerState.create(config, { additionalEntryPoints: entries });
      /** @type {string[]} */
      const complaints = [];
      Extractor.invoke(config, {
        compilerState,
        localBuild: true,
        messageCallback: (message) => {
          if (message.category === 'Compiler') complaints.push(message.formatMessageWithLocation(root));
          message.handled = true;
        },
      });
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
      const text = readFileSync(join(folder, `${reportFileName}.api.md`), 'utf8');
      return { name, tag, text: signatures(text) };
    });
    return eachOnce(shared(texts));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The report without its remarks on comments: a language may have none where English has one.
 *
 * @param {string} text
 */
function signatures(text) {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^ *\/\/ \(undocumented\)\n/gm, '')
    .replaceAll(' (undocumented)\n', '\n');
}

/**
 * The doors that have types, as package.json names them; one with a star is as many as there are files.
 *
 * @returns {readonly Door[]}
 */
function findDoors() {
  /** @type {{ exports: Record<string, string | { types?: string } | null> }} */
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([door, target]) => doorsOf(door, target));
}

/**
 * @param {string} door
 * @param {string | { types?: string } | null} target
 * @returns {Door[]}
 */
function doorsOf(door, target) {
  const types = typeof target === 'string' ? undefined : target?.types;
  if (!types) return [];
  const name = door === '.' ? 'index' : door.slice(2).replace('/*', '').replaceAll('/', '-');
  if (!door.includes('*')) return [{ name, tag: null, entry: join(root, types) }];
  const [before = '', after = ''] = types.split('*');
  // A file beside the languages is no language, whatever the star lets through.
  return readdirSync(join(root, before))
    .filter((file) => file.endsWith(after) && /^[a-z]{2}(-[A-Z]{2})?$/.test(file.slice(0, -after.length)))
    .sort()
    .map((file) => ({ name, tag: file.slice(0, -after.length), entry: join(root, before, file) }));
}

/**
 * @param {string} entry
 * @param {string[]} files
 * @param {string} folder
 * @param {string} reportFileName
 */
function configOf(entry, files, folder, reportFileName) {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { compilerOptions, files } },
      apiReport: {
        enabled: true,
        // A type that no door names is still part of the signature that mentions it.
        includeForgottenExports: true,
        reportFileName,
        reportFolder: folder,
        reportTempFolder: join(folder, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
}
