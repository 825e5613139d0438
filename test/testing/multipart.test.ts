import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createWorld, type World } from './createWorld.ts';

const MIB = 1024 ** 2;
const big = 'x'.repeat(5 * MIB);
const md5 = (data: string | Buffer) => createHash('md5').update(data);

function upload(world: World, key = 'film.mp4') {
  const at = (query: string) => world.url(key, query);
  let id = '';
  return {
    at,
    id: () => id,
    async begin(headers: Record<string, string> = {}) {
      const answer = await world.open({ method: 'POST', url: at('?uploads='), headers, allHeaders: true });
      id = answer.element('UploadId') ?? '';
      return answer;
    },
    part: (number: number | string, body: string) =>
      world.open({ url: at(`?partNumber=${number}&uploadId=${id}`), body }),
    complete(parts: readonly (readonly [number: number, etag: string])[]) {
      const body = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts
        .map(
          ([number, etag]) =>
            `<Part><PartNumber>${number}</PartNumber><ETag>&quot;${etag}&quot;</ETag></Part>`,
        )
        .join('')}</CompleteMultipartUpload>`;
      return world.send({ method: 'POST', url: at(`?uploadId=${id}`), body });
    },
    abort: () => world.send({ method: 'DELETE', url: at(`?uploadId=${id}`) }),
    list: (query = '') => world.send({ method: 'GET', url: at(`?uploadId=${id}${query}`) }),
  };
}

function allowAll(world: World): void {
  world.user.policies = [
    { name: 'all', document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } } },
  ];
}

it('makes one object of its parts, with the documented policy', async () => {
  const world = createWorld();
  const film = upload(world);
  const begun = await film.begin({ 'content-type': 'video/mp4', 'x-amz-meta-ticket': '7' });
  expect([begun.status, begun.element('Bucket'), begun.element('Key')]).toEqual([
    200,
    world.bucket.name,
    'film.mp4',
  ]);
  const first = await film.part(1, big);
  const second = await film.part(2, 'end');
  expect(first.headers.get('etag')).toBe(`"${md5(big).digest('hex')}"`);
  expect(second.status).toBe(200);

  const done = await film.complete([
    [1, md5(big).digest('hex')],
    [2, md5('end').digest('hex')],
  ]);
  const etag = `"${md5(Buffer.concat([md5(big).digest(), md5('end').digest()])).digest('hex')}-2"`;
  expect([done.status, done.element('ETag'), done.element('Key')]).toEqual([200, etag, 'film.mp4']);

  const got = await world.anonymously('GET', world.url('film.mp4'));
  expect(got.text === `${big}end`).toBe(true);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'video/mp4',
    'x-amz-meta-ticket': '7',
    etag,
  });
  const across = await world.anonymously('GET', world.url('film.mp4'), {
    headers: { range: `bytes=${5 * MIB - 1}-${5 * MIB}` },
  });
  expect(across.text).toBe('xe');
  expect(await world.s3.objects.list('.multipart/')).toEqual([]);
});

it('refuses parts that are out of order, unknown, changed or too small', async () => {
  const world = createWorld();
  const film = upload(world);
  await film.begin();
  const one = (await film.part(1, 'one')).headers.get('etag')?.replaceAll('"', '') ?? '';
  const two = (await film.part(2, 'two')).headers.get('etag')?.replaceAll('"', '') ?? '';
  const codes = async (parts: readonly (readonly [number, string])[]) => {
    const answer = await film.complete(parts);
    return [answer.status, answer.code];
  };
  expect(
    await codes([
      [2, two],
      [1, one],
    ]),
  ).toEqual([400, 'InvalidPartOrder']);
  expect(
    await codes([
      [1, one],
      [3, two],
    ]),
  ).toEqual([400, 'InvalidPart']);
  expect(await codes([[1, two]])).toEqual([400, 'InvalidPart']);
  expect(await codes([])).toEqual([400, 'MalformedXML']);
  const small = await film.complete([
    [1, one],
    [2, two],
  ]);
  expect([small.status, small.code, small.element('PartNumber'), small.element('MinSizeAllowed')]).toEqual([
    400,
    'EntityTooSmall',
    '1',
    String(5 * MIB),
  ]);
  expect(await codes([[2, two]])).toEqual([200, '']);
});

it('lets a part replace the earlier one of its number', async () => {
  const world = createWorld();
  const film = upload(world);
  await film.begin();
  await film.part(1, 'first try');
  await film.part(1, 'second try');
  expect((await film.complete([[1, md5('second try').digest('hex')]])).status).toBe(200);
  expect((await world.anonymously('GET', world.url('film.mp4'))).text).toBe('second try');
});

it.each(['0', '10001', 'one', '1.5'])('refuses the part number %s', async (number) => {
  const world = createWorld();
  const film = upload(world);
  await film.begin();
  const answer = await film.part(number, 'x');
  expect([answer.status, answer.code]).toEqual([400, 'InvalidArgument']);
  expect(answer.message).toBe('Part number must be an integer between 1 and 10000, inclusive');
});

it('does not know an upload that was aborted or completed, nor that of another key', async () => {
  const world = createWorld();
  allowAll(world);
  const film = upload(world);
  await film.begin();
  await film.part(1, 'x');
  const elsewhere = await world.open({
    url: world.url('other', `?partNumber=1&uploadId=${film.id()}`),
    body: 'x',
  });
  expect([elsewhere.status, elsewhere.code]).toEqual([404, 'NoSuchUpload']);
  expect((await film.abort()).status).toBe(204);
  expect(await world.s3.objects.list('')).toEqual([]);
  for (const answer of [
    await film.part(2, 'x'),
    await film.complete([[1, 'x']]),
    await film.abort(),
    await film.list(),
  ]) {
    expect([answer.status, answer.code]).toEqual([404, 'NoSuchUpload']);
  }
});

it('leaves an upload that the documented policy does not let anybody abort or list', async () => {
  const world = createWorld();
  const film = upload(world);
  await film.begin();
  expect((await film.abort()).message).toContain(
    'because no identity-based policy allows the s3:AbortMultipartUpload action',
  );
  expect((await film.list()).message).toContain('s3:ListMultipartUploadParts');
});

it('lists parts and open uploads page by page', async () => {
  const world = createWorld();
  allowAll(world);
  const film = upload(world);
  await film.begin();
  for (const number of [10, 2, 1]) await film.part(number, `part ${number}`);
  const numbers = (text: string) => [...text.matchAll(/<PartNumber>(\d+)</g)].map((one) => one[1]);
  const all = await film.list();
  expect(numbers(all.text)).toEqual(['1', '2', '10']);
  expect(all.text).toContain(`<ETag>&quot;${md5('part 1').digest('hex')}&quot;</ETag><Size>6</Size>`);
  const first = await film.list('&max-parts=2');
  expect([numbers(first.text), first.element('IsTruncated'), first.element('NextPartNumberMarker')]).toEqual([
    ['1', '2'],
    'true',
    '2',
  ]);
  expect(numbers((await film.list('&part-number-marker=2')).text)).toEqual(['10']);

  const another = upload(world, 'audio.mp3');
  await another.begin();
  const list = (query = '') => world.send({ method: 'GET', url: world.url('', `?uploads${query}`) });
  const keys = (text: string) => [...text.matchAll(/<Key>([^<]*)</g)].map((one) => one[1]);
  expect(keys((await list()).text)).toEqual(['audio.mp3', 'film.mp4']);
  expect(keys((await list('&prefix=film')).text)).toEqual(['film.mp4']);
  const page = await list('&max-uploads=1');
  expect([keys(page.text), page.element('NextKeyMarker')]).toEqual([['audio.mp3'], 'audio.mp3']);
  const next = await list(`&key-marker=audio.mp3&upload-id-marker=${page.element('NextUploadIdMarker')}`);
  expect(keys(next.text)).toEqual(['film.mp4']);
});

it('holds a part to its checksum', async () => {
  const world = createWorld();
  const film = upload(world);
  await film.begin();
  const url = film.at(`?partNumber=1&uploadId=${film.id()}`);
  const answer = await world.send({
    url,
    body: 'damaged',
    headers: { 'content-md5': md5('whole').digest('base64') },
  });
  expect([answer.status, answer.code]).toEqual([400, 'BadDigest']);
});
