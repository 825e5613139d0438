import { describe, expect, it } from 'vitest';
import { createInvestigator } from '../../src/server/connection/createInvestigator.ts';
import { createVault } from '../../src/server/createVault.ts';
import { configured, createWorld, encryptionKey, full, parts, saved } from './support/createWorld.ts';
import { begin, checksumOf, signFilm } from './support/inParts.ts';
import { s3Fault } from './support/s3Fault.ts';

const unseen = { status: 0, body: '', loaded: 0, total: 5, online: true };
const refusal = (code: string, message: string) => ({
  status: 403,
  body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});

describe('a report of a failed transfer', () => {
  it('that comes after the file was stored changes nothing of how the connection stands', async () => {
    const world = await configured();
    const { attachment } = await world.upload('a.png', 'hello');
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params: { attachmentId: attachment.id },
      body: { ...unseen, ...refusal('SignatureDoesNotMatch', '') },
    });
    expect(full(verdict).code).toBe('request_altered');
    expect(await world.call('administrator', 'readSettings')).toMatchObject({
      health: { status: 'working' },
    });
  });

  it('tells that the URL was too old where the browser saw nothing, S3 has nothing against it, and time is over', async () => {
    let late = 0;
    const world = await configured({ clock: () => Date.now() + late });
    const { attachmentId } = await world.sign();
    const report = async (over: object = {}) => {
      const { verdict } = await world.call('administrator', 'reportFailure', {
        params: { attachmentId },
        body: { ...unseen, ...over },
      });
      return full(verdict);
    };
    expect(await report()).toMatchObject({ code: 'transfer_blocked' });
    late = 900_000;
    expect(await report()).toMatchObject({ code: 'url_expired', certainty: 'likely' });
    // Who is offline knows why, and a part may have been signed since.
    expect(await report({ online: false })).toMatchObject({ code: 'offline' });
    expect(await report({ as: 'part' })).toMatchObject({ code: 'transfer_blocked' });
  });

  it('of a part that goes with a checksum names the header that the CORS rule lacks', async () => {
    const world = await configured();
    const params = await signFilm(world);
    await begin(world, params, [{ number: 1, checksum: checksumOf('sha256', 1) }]);
    parts(world.account).bucket.cors = [{ AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'] }];
    const { verdict } = await world.call('administrator', 'reportFailure', {
      params,
      body: { ...unseen, as: 'part' },
    });
    expect(full(verdict)).toMatchObject({
      code: 'cors_header_refused',
      headers: 'x-amz-checksum-sha256',
    });
  });

  it('of a file whose settings are gone from the database is not blamed on the key, which nobody knows', async () => {
    const world = await configured();
    const { attachmentId } = await world.sign();
    const row = await world.store.readAttachment(attachmentId);
    const restored = createWorld({ account: world.account });
    if (row) await restored.store.addAttachments([row]);
    const { verdict } = await restored.call('administrator', 'reportFailure', {
      params: { attachmentId },
      body: unseen,
    });
    expect(full(verdict)).toMatchObject({ code: 'transfer_blocked' });
    expect(restored.s3.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});

describe('what the browser was told by S3', () => {
  const told =
    'User: arn:aws:iam::111122223333:user/acme-triage is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-triage/a" because no identity-based policy allows the s3:PutObject action';

  it('of the signature stands when neither STS nor S3 tell more', async () => {
    const world = await configured({
      between: (_, url) => (url.includes('//sts.') ? s3Fault('Throttling', 400) : null),
    });
    expect(await world.fail(refusal('SignatureDoesNotMatch', ''))).toMatchObject({
      code: 'secret_wrong',
      certainty: 'likely',
    });
  });

  it('of the policy stands when S3 takes the same from us by now', async () => {
    const world = await configured();
    expect(await world.fail(refusal('AccessDenied', told))).toMatchObject({
      code: 'put_not_allowed',
      principal: 'arn:aws:iam::111122223333:user/acme-triage',
    });
  });

  it('of the policy stands when S3 tells us nothing', async () => {
    const world = await configured({
      between: ({ method }) => {
        if (method === 'PUT') throw new TypeError('fetch failed');
        return null;
      },
    });
    expect(await world.fail(refusal('AccessDenied', told))).toMatchObject({ code: 'put_not_allowed' });
  });

  it('is a reason that was told although it names the file and not the user', async () => {
    const sts: string[] = [];
    const world = await configured({
      between: (_, url) => {
        if (url.includes('//sts.')) sts.push(url);
        return null;
      },
    });
    const message = 'Access denied on resource: "arn:aws:s3:::acme-triage/a"';
    expect(await world.fail(refusal('AccessDenied', message))).toMatchObject({
      code: 'put_not_allowed',
      resource: 'arn:aws:s3:::acme-triage/a',
    });
    // Whose key it is was not the question.
    expect(sts).toEqual([]);
  });
});

it('an upload is not blamed on S3 when others tested the same bucket all the time that we could wait', async () => {
  const world = await configured();
  const asked: string[] = [];
  const investigate = createInvestigator({
    store: world.store,
    s3: {
      now: () => new Date(),
      fetch: (url, init) => {
        asked.push(init.method);
        return world.s3(new Request(url, init));
      },
    },
    vault: createVault({ encryptionKey, random: (size) => crypto.getRandomValues(new Uint8Array(size)) }),
    serverKey: null,
    lock: () => Promise.reject(new DOMException('Out of time.', 'TimeoutError')),
  });
  const { bucket, region } = saved;
  const findings = await investigate({
    place: { bucket, region, endpoint: null, forcePathStyle: false, key: 'tickets/1/a.png' },
    signedAt: new Date(),
    preflight: { origin: 'https://desk.acme.test', method: 'PUT', headers: 'content-type' },
    seen: null,
  });
  expect(findings).toEqual({ causes: [], complete: false });
  expect(asked).not.toContain('PUT');
});
