import { beforeAll, describe, expect, it } from 'vitest';
import { runConformance, type Subject } from '../../src/conformance/index.ts';
import { altered, asIf, asked, changed, userOf } from './altered.ts';
import { type Break, startReference } from './startReference.ts';

/** One broken promise, and the sentences by which it is told: subject and sentence. */
interface Broken {
  breaks: Break;
  told: `${Subject}: ${string}`[];
  /** It shows only while settings are saved. */
  settings?: true;
}

const refusalShape =
  'every refusal is problem+json, with a code that the route promises and the status of that code';

/** The promises that one backend breaks, each in a place of its own, so that one run tells all of them apart. */
const backends: Record<string, Record<string, Broken>> = {
  'does not look who comes': {
    'lists a ticket to nobody in particular': {
      breaks: async (request, next) =>
        asked(request, 'GET', /^\/tickets\/[^/]+\/attachments$/) && !userOf(request)
          ? next(await asIf(request, { 'x-user': 'gil' }))
          : next(request),
      told: ['listAttachments: answers 401 to nobody'],
    },
    'shows the settings to agents': {
      breaks: async (request, next) =>
        asked(request, 'GET', /^\/settings$/) && userOf(request) === 'gil'
          ? next(await asIf(request, { 'x-user': 'ada' }))
          : next(request),
      told: ['readSettings: answers 403 to an agent: it is for administrators'],
    },
    'gives an attachment to the customer of another ticket': {
      breaks: async (request, next) =>
        asked(request, 'GET', /content$/) && userOf(request) === 'cleo'
          ? next(await asIf(request, { 'x-user': 'ada' }))
          : next(request),
      told: ['readContent: answers 403 or 404 to the customer of another ticket'],
    },
    'does not look at Origin when it deletes': {
      breaks: async (request, next) =>
        next(asked(request, 'DELETE', /^\/attachments\//) ? await asIf(request, { origin: null }) : request),
      told: ['deleteAttachment: answers 403 to a page of another site (Origin)'],
    },
    'takes a form of any site': {
      breaks: async (request, next) =>
        next(
          asked(request, 'POST', /^\/uploads$/)
            ? await asIf(request, { 'content-type': 'application/json' })
            : request,
        ),
      told: ['signUploads: answers 422 to the content types that a form of any site can send'],
    },
    'shows a draft to administrators': {
      breaks: async (request, next) =>
        asked(request, 'GET', /drafts/) && userOf(request) === 'ada'
          ? next(await asIf(request, { 'x-user': 'gil' }))
          : next(request),
      told: ['listDraft: shows a draft to nobody but who made it, administrators included'],
    },
    'tells an agent the particulars': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (userOf(request) !== 'gil' || response.status !== 409) return response;
        return changed(response, (problem: object) => ({
          ...problem,
          verdict: {
            detail: 'full',
            diagnosis: {
              code: 'upload_incomplete',
              expected: 5,
              found: null,
              where: [{ kind: 'elsewhere', place: 'try-again' }],
              certainty: 'certain',
            },
            reference: null,
          },
        }));
      },
      told: ['every route: who cannot mend a cause is told its code and a reference, and no particulars'],
    },
  },
  'is careless with its answers': {
    'lets caches keep the settings': {
      breaks: async (request, next) => {
        const response = await next(request);
        return asked(request, 'GET', /^\/settings$/)
          ? altered(response, { headers: { 'cache-control': 'max-age=60' } })
          : response;
      },
      told: ['readSettings: every answer is kept from caches (Cache-Control: no-store)'],
    },
    'refuses with a page of HTML': {
      breaks: async (request, next) => {
        const response = await next(request);
        return asked(request, 'POST', /failure$/) && response.status >= 400
          ? altered(response, { headers: { 'content-type': 'text/html' } })
          : response;
      },
      told: [`reportFailure: ${refusalShape}`],
    },
    'refuses with a code that is not promised': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'GET', /drafts/) || response.status !== 401) return response;
        return changed(response, (problem: { code: string; type: string }) => ({
          ...problem,
          type: 'about:blank',
        }));
      },
      told: [`listDraft: ${refusalShape}`],
    },
    'fails with 500 for what is no JSON': {
      breaks: async (request, next) => {
        if (!asked(request, 'POST', /^\/settings\/status$/)) return next(request);
        const text = await request.clone().text();
        const response = await next(request);
        try {
          JSON.parse(text);
          return response;
        } catch {
          return response.status === 422 &&
            !response.headers.has('x-form') &&
            request.headers.get('content-type') === 'application/json'
            ? changed(altered(response, { status: 500 }), (problem: object) => ({
                ...problem,
                type: 'urn:s3-attachments:server_fault',
                status: 500,
                code: 'server_fault',
                verdict: { detail: 'redacted', code: 'server_fault', reference: 'ABCD' },
              }))
            : response;
        }
      },
      told: ['changeStatus: refuses a body that is no JSON'],
    },
    'quotes what it could not read': {
      breaks: async (request, next) => {
        const text = await request.clone().text();
        const response = await next(request);
        if (!asked(request, 'PUT', /^\/settings$/) || response.status !== 422) return response;
        return changed(response, (problem: object) => ({ ...problem, received: text }));
      },
      told: ['every route: no answer holds a secret that was sent or saved'],
    },
    'shows where in its code it gave up': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'POST', /complete$/) || response.status !== 422) return response;
        return changed(response, (problem: object) => ({ ...problem, stack: new Error('unfit').stack }));
      },
      told: ['every route: no answer shows a stack trace'],
    },
    'ends the check without a report': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!response.headers.get('content-type')?.includes('ndjson')) return response;
        const lines = (await response.text()).trim().split('\n');
        return altered(response, { body: `${lines.slice(0, -1).join('\n')}\n` });
      },
      told: [
        'checkConnection: tells the same step by step to who accepts application/x-ndjson, and ends with the report',
      ],
    },
    'leaves a member out of its lists': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'POST', /send$/) || !response.ok) return response;
        return changed(response, ({ attachments }: { attachments: { size?: number }[] }) => ({
          attachments: attachments.map(({ size: _, ...attachment }) => attachment),
        }));
      },
      told: [
        'sendDraft: every answer has the type and the schema of the contract',
        'sendDraft: makes what waits the ticket’s',
        'sendDraft: answers the same when it is called again',
        'sendDraft: sends only those that are named, and all when none is',
      ],
    },
  },
  'is careless with files': {
    'lets caches keep the bytes of an attachment': {
      breaks: async (request, next) => {
        const response = await next(request);
        return asked(request, 'GET', /content$/) && response.ok
          ? altered(response, { headers: { 'cache-control': null } })
          : response;
      },
      told: ['readContent: every answer is kept from caches (Cache-Control: no-store)'],
    },
    'mixes up which file is which': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'POST', /^\/uploads$/) || !response.ok) return response;
        return changed(response, ({ uploads }: { uploads: { id: string; result: unknown }[] }) => ({
          uploads: uploads.map(({ id }, index) => {
            const sized = id.startsWith('of-') ? uploads[(index + 1) % uploads.length] : uploads[index];
            return { id, result: sized?.result };
          }),
        }));
      },
      told: ['signUploads: gives each file its own place: what is signed for an id is the file of that id'],
    },
    'reads bytes as a text': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'GET', /content$/) || response.status !== 200) return response;
        return altered(response, { body: await response.text() });
      },
      told: ['readContent: answers byte for byte what was sent'],
    },
    'writes names as they are into a header': {
      breaks: async (request, next) => {
        const response = await next(request);
        const disposition = response.headers.get('content-disposition');
        if (!disposition) return response;
        return altered(response, {
          headers: { 'content-disposition': disposition.replace(/; filename\*=.*/, '') },
        });
      },
      told: ['readContent: gives the name back in any script, as RFC 6266 has it'],
    },
    'lets browsers guess the type': {
      breaks: async (request, next) => {
        const response = await next(request);
        return asked(request, 'GET', /content$/)
          ? altered(response, { headers: { 'x-content-type-options': null } })
          : response;
      },
      told: ['readContent: tells browsers not to guess the type (X-Content-Type-Options: nosniff)'],
    },
    'registers a file only once': {
      breaks: (() => {
        const done = new Set<string>();
        return async (request, next) => {
          if (!asked(request, 'POST', /attachments\/.*complete$/)) return next(request);
          if (done.has(request.url))
            return next(await asIf(request, {}, request.url.replace(/[\w-]+\/complete$/, 'gone/complete')));
          const response = await next(request);
          if (response.ok) done.add(request.url);
          return response;
        };
      })(),
      told: ['completeUpload: answers the same when it is called again'],
    },
    'takes a file that is larger than was signed': {
      breaks: async (request, next) => {
        const response = await next(request);
        return asked(request, 'PUT', /content$/) && response.status === 413
          ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
          : response;
      },
      told: ['uploadContent: answers 413 file_too_large to more bytes than were signed for'],
    },
  },
  'keeps what it should not': {
    'forgets one of many files': {
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'POST', /^\/uploads$/) || !response.ok) return response;
        return changed(response, ({ uploads }: { uploads: unknown[] }) => ({
          uploads: uploads.length === 5 ? uploads.slice(1) : uploads,
        }));
      },
      told: [
        'signUploads: answers each file once, by the id that it came with, with an attachment of its own',
      ],
    },
    'shows pages instead of downloading them': {
      breaks: async (request, next) => {
        const response = await next(request);
        const disposition = response.headers.get('content-disposition');
        if (!disposition) return response;
        return altered(response, {
          headers: { 'content-disposition': disposition.replace('attachment', 'inline') },
        });
      },
      told: ['readContent: lets no file run as a page: html, svg and xml are downloads'],
    },
    'says that it deleted, and does not': {
      breaks: async (request, next) => {
        if (!asked(request, 'DELETE', /^\/attachments\//)) return next(request);
        const read = new Request(request.url.replace(/$/, '/content'), { headers: request.headers });
        const there = await next(read);
        if (there.status !== 200) return next(request);
        const headers = { 'cache-control': 'no-store' };
        return new Response(null, { status: 204, headers });
      },
      told: [
        'deleteAttachment: deletes with 204: then it is in no list, and cannot be read or deleted any more',
        // What waits in a draft is deleted by nobody either, but who may not is refused as before.
      ],
    },
  },
  'is careless with its settings': {
    'gives the secret back to administrators': {
      settings: true,
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'GET', /^\/settings$/) || !response.ok) return response;
        return changed(response, (saved: { status: string }) =>
          saved.status === 'configured'
            ? { ...saved, plain: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
            : saved,
        );
      },
      told: ['every route: no answer holds a secret that was sent or saved'],
    },
    'lets the last one who saves win': {
      settings: true,
      breaks: async (request, next) => {
        if (!asked(request, 'PUT', /^\/settings$/) || userOf(request) !== 'ada') return next(request);
        const body = (await request
          .clone()
          .json()
          .catch(() => null)) as { version?: unknown } | null;
        if (typeof body?.version !== 'number' || body.version < 1 || body.version === 999_999_999)
          return next(request);
        const read = new Request(request.url, { headers: { 'x-user': 'ada' } });
        const { version = 0 } = (await (await next(read)).json()) as { version?: number };
        const headers = new Headers(request.headers);
        headers.delete('content-length');
        return next(
          new Request(request.url, { method: 'PUT', headers, body: JSON.stringify({ ...body, version }) }),
        );
      },
      told: [
        'saveSettings: answers 409 settings_changed to the second of two who began with the same version',
      ],
    },
    'signs no size': {
      settings: true,
      breaks: async (request, next) => {
        const response = await next(request);
        if (!asked(request, 'POST', /^\/uploads$/) || !response.ok) return response;
        const text = await response.text();
        return altered(response, {
          body: text.replaceAll('SignedHeaders=content-length%3B', 'SignedHeaders='),
        });
      },
      told: ['signUploads: signs the size, so that S3 takes no other (content-length)'],
    },
  },
};

describe.each(Object.entries(backends))('a backend that %s', (_, promises) => {
  const all = Object.entries(promises);
  let told: string[];

  beforeAll(async () => {
    const reference = await startReference({
      breaks: all.reduce<Break>(
        (inner, [, { breaks }]) =>
          (request, next) =>
            breaks(request, (one) => inner(one, next)),
        (request, next) => next(request),
      ),
    });
    const writesSettings = all.some(([, { settings }]) => settings);
    const { results, conforms } = await runConformance({
      ...reference.options,
      writesSettings,
      sendsToS3: false,
    });
    await reference.stop();
    expect(conforms).toBe(false);
    told = results
      .filter(({ status }) => status === 'failed' || status === 'blocked')
      .map(({ subject, sentence }) => `${subject}: ${sentence}`);
  }, 120_000);

  it.each(all)('%s: is told so', (_name, { told: expected }) => {
    expect(told).toEqual(expect.arrayContaining(expected));
  });

  it('is told nothing else', () => {
    expect([...told].sort()).toEqual(all.flatMap(([, one]) => one.told).sort());
  });
});
