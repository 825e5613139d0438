import { describe, expect, it } from 'vitest';
import { createClient, type TransferAnswer } from '../../src/client/index.ts';
import type { Verdict } from '../../src/diagnosis/index.ts';
import { explainFailure, type FailedTransfer, fullVerdict } from '../../src/engine/explainFailure.ts';

const redacted: Verdict = { detail: 'redacted', code: 'put_not_allowed', reference: '7QX2' };

/** A transfer that failed, and what the backend was asked about it; it answers with `redacted` unless told otherwise. */
function failure(
  answer: Partial<TransferAnswer> = {},
  given: Partial<FailedTransfer> & { fetch?: () => Promise<Response> } = {},
) {
  const { fetch: reply = async () => Response.json({ verdict: redacted }), ...rest } = given;
  const asked: { call: string; body: unknown }[] = [];
  const client = createClient({
    baseUrl: 'https://desk.test/api',
    fetch: async (url, init) => {
      asked.push({ call: `${init?.method} ${String(url)}`, body: JSON.parse(String(init?.body)) });
      return reply();
    },
  });
  const explain = () =>
    explainFailure({
      client,
      attachmentId: 'a1',
      body: new Blob(['twelve bytes']),
      to: 's3',
      as: 'put',
      online: true,
      ...rest,
      answer: { status: 0, body: '', loaded: 0, ...answer },
    });
  return { explain, asked };
}

/** A file that was deleted since it was chosen. */
function goneFile(): File {
  const file = new File(['twelve bytes'], 'gone.png');
  file.slice = () => {
    throw new DOMException('It is gone.', 'NotReadableError');
  };
  return file;
}

const unreadable = {
  detail: 'full',
  diagnosis: {
    code: 'file_unreadable',
    where: [{ kind: 'elsewhere', place: 'file' }],
    certainty: 'certain',
  },
  reference: null,
};
const offline = {
  detail: 'full',
  diagnosis: { code: 'offline', where: [{ kind: 'elsewhere', place: 'network' }], certainty: 'certain' },
  reference: null,
};
const unreachable = (certainty: 'certain' | 'likely') => ({
  detail: 'full',
  diagnosis: { code: 'api_unreachable', where: [{ kind: 'elsewhere', place: 'network' }], certainty },
  reference: null,
});

describe('a file that cannot be read any more', () => {
  it.each([
    ['S3', 's3', 403, true],
    ['S3, which gave no answer to a device without a network', 's3', 0, false],
    ['the database', 'database', 413, true],
  ] as const)('is the cause, whatever came of sending it to %s', async (_, to, status, online) => {
    const { explain, asked } = failure({ status }, { body: goneFile(), to, online });
    expect(await explain()).toEqual(unreadable);
    expect(asked).toEqual([]);
  });

  it('is told from one that is only empty', async () => {
    const { explain } = failure({ status: 403 }, { body: new Blob([]) });
    expect(await explain()).toEqual(redacted);
  });
});

describe('a device without a network', () => {
  it.each(['s3', 'database'] as const)('is the cause where nobody answered, on the way to %s', async (to) => {
    const { explain, asked } = failure({}, { online: false, to });
    expect(await explain()).toEqual(offline);
    expect(asked).toEqual([]);
  });

  it('is not the cause where S3 did answer, and the backend is told of it', async () => {
    const { explain, asked } = failure({ status: 403 }, { online: false });
    expect(await explain()).toEqual(redacted);
    expect(asked).toMatchObject([{ body: { status: 403, online: false } }]);
  });

  it('is not the cause where the backend did answer', async () => {
    const { explain } = failure({ status: 502, body: '<html>' }, { online: false, to: 'database' });
    expect(await explain()).toMatchObject({ diagnosis: { code: 'malformed_response', status: 502 } });
  });
});

describe('bytes on their way to the database', () => {
  it('were refused for the cause that the backend wrote', async () => {
    const verdict = { detail: 'redacted', code: 'file_too_large', reference: 'AB12' };
    const problem = { type: 'urn:x', title: 'x', status: 413, code: 'file_too_large', verdict };
    const { explain, asked } = failure({ status: 413, body: JSON.stringify(problem) }, { to: 'database' });
    expect(await explain()).toEqual(verdict);
    expect(asked).toEqual([]);
  });

  it('got no answer: the backend is likely out of reach, and is not asked why', async () => {
    const { explain, asked } = failure({ status: 0, loaded: 5 }, { to: 'database' });
    expect(await explain()).toEqual(unreachable('likely'));
    expect(asked).toEqual([]);
  });

  it('were answered by somebody who speaks HTTP badly, which is an answer all the same', async () => {
    const { explain } = failure({ status: 1 }, { to: 'database' });
    expect(await explain()).toMatchObject({ diagnosis: { code: 'malformed_response', status: 1 } });
  });
});

describe('bytes on their way to S3', () => {
  it.each(['put', 'form', 'part'] as const)(
    'are reported to the backend with all that is known of the %s, and it names the cause',
    async (as) => {
      const { explain, asked } = failure({ status: 403, body: '<Error/>', loaded: 7, etag: '"e"' }, { as });
      expect(await explain()).toEqual(redacted);
      expect(asked).toEqual([
        {
          call: 'POST https://desk.test/api/attachments/a1/failure',
          body: {
            status: 403,
            body: '<Error/>',
            loaded: 7,
            total: 12,
            online: true,
            blockedByCsp: false,
            as,
          },
        },
      ]);
    },
  );

  it('got no answer while there is a network: the backend is asked', async () => {
    const { explain, asked } = failure({ status: 0, loaded: 7 });
    expect(await explain()).toEqual(redacted);
    expect(asked).toMatchObject([{ body: { status: 0, loaded: 7, online: true, blockedByCsp: false } }]);
  });

  it.each([true, false])('were stopped by the page’s own policy, so it is said: %s', async (blockedByCsp) => {
    const { explain, asked } = failure({ blockedByCsp });
    expect(await explain()).toEqual(redacted);
    expect(asked).toMatchObject([{ body: { blockedByCsp } }]);
  });
});

describe('a backend that cannot say why', () => {
  it('is out of reach, and that is what is said', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { explain, asked } = failure({ status: 403 }, { fetch });
    expect(await explain()).toEqual(unreachable('certain'));
    expect(asked).toHaveLength(1);
  });

  it('refuses to, and its refusal is what is said', async () => {
    const verdict = fullVerdict({
      code: 'rate_limited',
      retryAfter: 3,
      where: [{ kind: 'elsewhere', place: 'app' }],
      certainty: 'certain',
    });
    const problem = { type: 'urn:x', title: 'x', status: 429, code: 'rate_limited', verdict };
    const fetch = async () => Response.json(problem, { status: 429 });
    expect(await failure({ status: 403 }, { fetch }).explain()).toEqual(verdict);
  });

  it('is behind something that breaks: only that is said, and nothing is thrown', async () => {
    const fetch = async () => undefined as unknown as Response;
    expect(await failure({ status: 403 }, { fetch }).explain()).toEqual({
      detail: 'full',
      diagnosis: {
        code: 'server_fault',
        where: [{ kind: 'elsewhere', place: 'app' }],
        certainty: 'possible',
      },
      reference: null,
    });
  });
});
