import { faultOf } from './faultOf.js';

/**
 * What one run asks of the servers.
 * @typedef {object} RunOptions
 * @property {number} [latency] Milliseconds that every answer waits, of the storage and of the API; 0.
 * @property {number} [rate] Bytes a second that one connection to the storage takes; as fast as it goes.
 * @property {number} [expiresIn] Seconds that a URL lives; 900.
 * @property {boolean} [forms] The bucket's CORS also allows POST, so that files may come as forms; false.
 * @property {boolean} [hold] The storage answers nothing, not even a preflight; false.
 * @property {number} [seed] Of the faults: the same for all contenders of a round.
 * @property {number} [resets] Share of tries that end in three resets of the connection in a row; 0.
 * @property {number} [unavailable] Share of tries that are answered 503; 0.
 * @property {number} [stallEvery] The first try of every so manieth file is never answered; none.
 * @property {{ after: number, ms: number }} [away] After so many stored objects the storage is not reachable for so long.
 */

/**
 * One run of one contender, as the two servers see it: what it asks of them, what was stored and what that took.
 *
 * @param {string} id
 * @param {RunOptions} options
 */
export function createRun(id, options) {
  return {
    id,
    options: { latency: 0, rate: 0, expiresIn: 900, forms: false, hold: false, ...options },
    /** @type {Map<string, number>} Sizes of the stored objects, by key. */
    objects: new Map(),
    /** @type {Map<string, { key: string, parts: Map<number, { size: number, etag: string }> }>} */
    multiparts: new Map(),
    /** @type {Map<string, { name: string, size: number, type: string, key: string, multipart: string | null, partSize: number, stored: boolean }>} What our own API knows of a file. */
    attachments: new Map(),
    counts: {
      requests: 0,
      preflights: 0,
      /** Bytes of bodies that arrived, be it for nothing. */
      bytes: 0,
      /** Requests that the API answered. */
      calls: 0,
      /** Requests for signatures among them. */
      signs: 0,
      /** Requests that came with an expired URL. */
      refused: 0,
      resets: 0,
      unavailable: 0,
      stalled: 0,
    },
    /** When the last object was stored, in ms since 1970. */
    lastStoredAt: 0,
    awayFrom: 0,
    awayUntil: 0,
    fault: faultOf(options),
    sockets: new Set(),
    serial: 0,
  };
}

/** @typedef {ReturnType<typeof createRun>} Run */
