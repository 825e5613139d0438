import { Agent, request } from 'node:http';

/**
 * Asks for signatures over so many connections that are kept alive, the next one when the last is answered.
 *
 * @param {object} load
 * @param {string[]} load.origins Of the processes, which share the connections.
 * @param {number} load.files Of each request.
 * @param {number} load.connections
 * @param {number} [load.seconds] For how long; or
 * @param {number} [load.requests] how many.
 * @returns {Promise<{ perSecond: number, p50: number, p99: number }>} Requests a second, and milliseconds.
 */
export async function drive({ origins, files, connections, seconds, requests = Number.POSITIVE_INFINITY }) {
  const body = Buffer.from(
    JSON.stringify({
      ticketId: '1',
      files: Array.from({ length: files }, (_, index) => ({
        id: `f${index}`,
        name: `screenshot ${index}.png`,
        size: 123_456 + index,
        type: 'image/png',
      })),
    }),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const began = performance.now();
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : began + seconds * 1000;
  let left = requests;
  const work = async (_, index) => {
    const origin = new URL(origins[index % origins.length]);
    while (left > 0 && performance.now() < until) {
      left--;
      const sent = performance.now();
      await ask(origin, agent, body, files);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

function ask({ hostname, port }, agent, body, files) {
  return new Promise((resolve, reject) => {
    const asking = request({
      agent,
      hostname,
      port,
      path: '/uploads',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    });
    asking.once('error', reject);
    asking.once('response', (response) => {
      let size = 0;
      response.on('data', (chunk) => {
        size += chunk.length;
      });
      response.once('error', reject);
      response.once('end', () => {
        // A signed URL alone has more.
        if (response.statusCode === 200 && size > files * 300) resolve();
        else reject(new Error(`Answered with ${response.statusCode} and ${size} bytes.`));
      });
    });
    asking.end(body);
  });
}
