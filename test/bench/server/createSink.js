import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/*
 * An S3 that keeps nothing: what a bucket does on the wire of HTTP/1.1 (preflight for every URL, ETag exposed, expiry,
 * multipart, forms), and counts. It computes no digest, so that its processor time is the same small one for everybody:
 * ETags are numbers.
 */

/** @param {Map<string, import('./createRun.js').Run>} runs */
export function createSink(runs) {
  const server = createServer({ keepAliveTimeout: 120_000, requestTimeout: 0, noDelay: true });
  server.on('request', (request, response) => {
    handle(runs, request, response).catch((error) => {
      // A socket that went while it was served is the run's own business.
      if (!request.destroyed && !response.destroyed) console.error(error);
    });
  });
  return server;
}

async function handle(runs, request, response) {
  const url = new URL(request.url, 'http://sink');
  const [, id, ...rest] = url.pathname.split('/');
  const run = runs.get(id);
  const { socket } = request;
  if (!run) return void response.writeHead(404).end();
  const key = decodeURIComponent(rest.join('/'));
  const { counts, options } = run;
  if (Date.now() < run.awayUntil) return void socket.resetAndDestroy();
  run.sockets.add(socket);
  response.once('close', () => run.sockets.delete(socket));
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'ETag');

  if (request.method === 'OPTIONS') {
    counts.preflights++;
    if (options.hold) return;
    await wait(options.latency);
    response.setHeader('access-control-allow-methods', 'PUT, POST, GET, DELETE');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? 'content-type',
    );
    response.setHeader('access-control-max-age', '3000');
    return void response.writeHead(200).end();
  }

  counts.requests++;
  if (Date.now() > Number(url.searchParams.get('X-Expire') ?? Number.POSITIVE_INFINITY)) {
    counts.refused++;
    // The answer comes before the body is read; what of it arrives all the same is counted.
    request.on('data', (chunk) => void (counts.bytes += chunk.length));
    await wait(options.latency);
    return answer(response, 403, error('AccessDenied', 'Request has expired'));
  }
  if (options.hold) return;

  const part = url.searchParams.get('partNumber');
  const multipart = url.searchParams.get('uploadId');
  const fault = request.method === 'PUT' && part === null ? run.fault(key) : 'none';
  if (fault === 'stall') {
    counts.stalled++;
    return void request.pause();
  }
  const form = request.method === 'POST' && key === '';
  const half = fault === 'reset' ? Number(request.headers['content-length'] ?? 0) / 2 : null;
  const body = await readBody(run, request, { resetAfter: half, keep: request.method === 'POST' });
  if (body === null) {
    if (fault === 'reset') counts.resets++;
    return;
  }
  await wait(options.latency);
  if (Date.now() < run.awayUntil) return void socket.resetAndDestroy();

  if (fault === 'unavailable') {
    counts.unavailable++;
    return answer(response, 503, error('SlowDown', 'Please reduce your request rate.'));
  }
  if (request.method === 'PUT' && part !== null) {
    const begun = run.multiparts.get(multipart);
    if (!begun) return answer(response, 404, error('NoSuchUpload', 'The specified upload does not exist.'));
    const etag = etagOf(run);
    begun.parts.set(Number(part), { size: body.size, etag });
    response.setHeader('etag', etag);
    return answer(response, 200, '');
  }
  if (request.method === 'PUT') {
    response.setHeader('etag', etagOf(run));
    answer(response, 200, '');
    return store(run, key, body.size);
  }
  if (form) {
    const { field, size } = readForm(body);
    answer(response, 204, '');
    return store(run, field, size);
  }
  if (request.method === 'POST' && url.searchParams.has('uploads')) {
    const uploadId = begin(run, key);
    return answer(
      response,
      200,
      `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  if (request.method === 'POST' && multipart !== null) {
    const numbers = [...body.text.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => +number);
    if (!complete(run, multipart, numbers))
      return answer(
        response,
        400,
        error('InvalidPart', 'One or more of the specified parts could not be found.'),
      );
    return answer(
      response,
      200,
      `<CompleteMultipartUploadResult><Location>/${key}</Location><Key>${key}</Key><ETag>${etagOf(run)}</ETag></CompleteMultipartUploadResult>`,
    );
  }
  if (request.method === 'DELETE') {
    run.multiparts.delete(multipart);
    run.objects.delete(key);
    return answer(response, 204, '');
  }
  answer(response, 404, error('NoSuchKey', 'The specified key does not exist.'));
}

/** Begins an upload in parts. @returns {string} its id */
export function begin(run, key) {
  const uploadId = `m${++run.serial}`;
  run.multiparts.set(uploadId, { key, parts: new Map() });
  return uploadId;
}

/** Makes the object of its parts. @returns {boolean} false where one of them is not there */
export function complete(run, uploadId, numbers) {
  const begun = run.multiparts.get(uploadId);
  if (!begun || numbers.length === 0 || !numbers.every((number) => begun.parts.has(number))) return false;
  run.multiparts.delete(uploadId);
  store(
    run,
    begun.key,
    numbers.reduce((sum, number) => sum + begun.parts.get(number).size, 0),
  );
  return true;
}

function store(run, key, size) {
  run.objects.set(key, size);
  run.lastStoredAt = Date.now();
  const { away } = run.options;
  if (!away || run.awayFrom || run.objects.size < away.after) return;
  run.awayFrom = Date.now();
  run.awayUntil = run.awayFrom + away.ms;
  // After this turn: the answer that told of this object is still on its way.
  setTimeout(() => {
    for (const socket of run.sockets) socket.resetAndDestroy();
  }, 5);
}

const etagOf = (run) => `"${(++run.serial).toString(16).padStart(32, '0')}"`;

function error(code, message) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>BENCH</RequestId></Error>`;
}

function answer(response, status, text) {
  response.writeHead(status, text ? { 'content-type': 'application/xml' } : {}).end(text);
}

/**
 * Reads a body as fast as the connection may go. `null`: it was reset on the way, or left.
 *
 * @returns {Promise<{ size: number, text: string, bytes: Buffer } | null>}
 */
function readBody(run, request, { resetAfter, keep }) {
  const { rate } = run.options;
  const started = performance.now();
  const chunks = [];
  let size = 0;
  return new Promise((resolve) => {
    if (resetAfter === 0) {
      request.socket.resetAndDestroy();
      return resolve(null);
    }
    request.on('data', (chunk) => {
      size += chunk.length;
      run.counts.bytes += chunk.length;
      if (keep) chunks.push(chunk);
      if (resetAfter !== null && size >= resetAfter) {
        request.socket.resetAndDestroy();
        return resolve(null);
      }
      if (!rate) return;
      const ahead = (size / rate) * 1000 - (performance.now() - started);
      if (ahead < 2) return;
      request.pause();
      setTimeout(() => request.resume(), ahead);
    });
    let ended = false;
    request.on('end', () => {
      ended = true;
      const bytes = Buffer.concat(chunks);
      // The last chunk may be ahead of the rate too.
      const ahead = rate ? (size / rate) * 1000 - (performance.now() - started) : 0;
      const end = () => resolve({ size, bytes, text: keep ? bytes.toString('latin1') : '' });
      if (ahead > 1) setTimeout(end, ahead);
      else end();
    });
    // Also behind an end whose answer still waits.
    request.on('close', () => ended || resolve(null));
    request.on('error', () => resolve(null));
  });
}

/** The key and the file's size of a form as browsers write it. */
function readForm({ text }) {
  const boundary = text.slice(0, text.indexOf('\r\n'));
  const field = /name="key"\r\n\r\n([^\r]*)\r\n/.exec(text)?.[1] ?? '';
  const file = /name="file"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n/.exec(text);
  const from = file ? file.index + file[0].length : 0;
  return { field, size: text.lastIndexOf(`\r\n${boundary}--`) - from };
}
