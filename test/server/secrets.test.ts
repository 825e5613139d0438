import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../src/server/createVault.ts';
import { readEncryptionKey, toNodeListener } from '../../src/server/node.ts';
import { Secret } from '../../src/server/Secret.ts';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const key = (letter: string) => btoa(letter.repeat(32));

describe('a secret', () => {
  it('shows itself to nobody who prints it', () => {
    const secret = new Secret('hush');
    const shown = [
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ secret }, { showHidden: true }),
      String(secret),
      Object.values(secret).join(),
    ];
    expect(shown.join()).not.toContain('hush');
    expect(secret.reveal()).toBe('hush');
  });
});

describe('the vault', () => {
  it('opens what it sealed', async () => {
    const vault = createVault({ encryptionKey: key('a'), random });
    const sealed = await vault.seal(new Secret('hush/+=語'), 'AKIA1');
    expect((await vault.open(sealed, 'AKIA1'))?.reveal()).toBe('hush/+=語');
  });

  it.each([
    ['another access key', (sealed: string) => [sealed, 'AKIA2']],
    [
      'a changed text',
      (sealed: string) => [sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA'), 'AKIA1'],
    ],
    ['another version', (sealed: string) => [sealed.replace('v1', 'v2'), 'AKIA1']],
    ['a text that is none of ours', () => ['v1.!!.!!.!!', 'AKIA1']],
    ['nothing', () => ['', 'AKIA1']],
  ])('opens nothing for %s', async (_, change) => {
    const vault = createVault({ encryptionKey: key('a'), random });
    const [sealed = '', accessKeyId = ''] = change(await vault.seal(new Secret('hush'), 'AKIA1'));
    expect(await vault.open(sealed, accessKeyId)).toBeNull();
  });

  it('opens with each of its keys and seals with the first', async () => {
    const old = createVault({ encryptionKey: key('a'), random });
    const both = createVault({ encryptionKey: [key('b'), key('a')], random });
    const fresh = createVault({ encryptionKey: key('b'), random });
    expect((await both.open(await old.seal(new Secret('hush'), 'k'), 'k'))?.reveal()).toBe('hush');
    expect((await fresh.open(await both.seal(new Secret('hush'), 'k'), 'k'))?.reveal()).toBe('hush');
    expect(await fresh.open(await old.seal(new Secret('hush'), 'k'), 'k')).toBeNull();
  });
});

describe('the encryption key', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 's3a-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, readable by its owner only, and the same ever after', async () => {
    const file = join(folder, 'new', 'encryption.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => readEncryptionKey({ file, env: {} })));
    expect(new Set(keys.flat()).size).toBe(1);
    expect(atob(keys[0]?.[0] ?? '')).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(keys[0]?.[0]);
  });

  it('is taken from the environment first, several by commas', async () => {
    const file = join(folder, 'encryption.key');
    const env = { S3A_ENCRYPTION_KEY: `${key('a')}, ${key('b')}` };
    expect(await readEncryptionKey({ file, env })).toEqual([key('a'), key('b')]);
    await expect(stat(file)).rejects.toThrow();
  });

  it('is read from a file that is there, whatever its line ends', async () => {
    const file = join(folder, 'encryption.key');
    await writeFile(file, `${key('a')}\r\n`);
    expect(await readEncryptionKey({ file, env: {} })).toEqual([key('a')]);
  });
});

describe('a Node server', () => {
  it('serves a handler', async () => {
    const server = createServer(
      toNodeListener(async (request) => new Response(`${request.method} ${await request.text()}`)),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, {
        method: 'PUT',
        body: 'hello',
      });
      expect(await response.text()).toBe('PUT hello');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
