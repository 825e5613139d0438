import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answerBare } from './answerBare.js';
import { answerBetterUpload } from './answerBetterUpload.js';
import { createOurApi } from './createOurApi.js';
import { answerUppy } from './answerUppy.js';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * The host's own server: the built pages, and the backends that the contenders ask for signatures, each under
 * `/runs/<run>/<contender>/`.
 *
 * @param {object} options
 * @param {Map<string, import('./createRun.js').Run>} options.runs
 * @param {string} options.pages Folder of the built pages.
 * @param {() => string} options.sink Origin of the sink.
 * @param {typeof import('../../../src/contract/index.ts')} options.contract
 */
export function createApi({ runs, pages, sink, contract }) {
  const answers = {
    bare: answerBare,
    uppy: answerUppy,
    'better-upload': answerBetterUpload,
    ours: createOurApi(contract),
  };
  const server = createServer({ keepAliveTimeout: 120_000, noDelay: true });
  server.on('request', (request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  return server;

  async function handle(request, response) {
    const url = new URL(request.url, 'http://api');
    const [, room, id, contender, ...rest] = url.pathname.split('/');
    if (room !== 'runs') return serve(response, join(pages, normalize(url.pathname)));
    const run = runs.get(id);
    const answer = answers[contender];
    if (!run || !answer) return void response.writeHead(404).end();
    run.counts.calls++;
    const text = await readText(request);
    const { status, body } = await answer({
      run,
      sink: sink(),
      method: request.method,
      path: `/${rest.join('/')}`,
      body: text ? JSON.parse(text) : undefined,
    });
    await wait(run.options.latency);
    response
      .writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' })
      .end(body === undefined ? undefined : JSON.stringify(body));
  }
}

async function readText(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function serve(response, path) {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
