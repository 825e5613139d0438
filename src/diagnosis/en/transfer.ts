// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisMessages } from '../DiagnosisMessages.ts';
import { pointsAt } from '../where.ts';

const blockedTitles: Readonly<Record<string, string>> = {
  PUT: 'The browser could not send the file to S3',
  GET: 'The browser stored the test file, but could not read it',
  DELETE: 'The browser stored the test file, but could not delete it',
};

/** This browser stored the test file in S3, and got nothing from where links lead. */
const linkBlocked = {
  title: 'This browser cannot reach the public base URL',
  cause:
    'It stored the test file in S3, but the address that links lead to gave it no answer; a browser does not tell why.',
  remedy: [
    'See that “Public base URL” begins with https://, if this page does, and open the address in a new tab to see what this browser says of it.',
    'If a proxy, VPN or ad blocker is in use, try without it.',
    'If this page has a Content-Security-Policy, its connect-src must name that address for this test.',
  ],
};

/** Only Amazon's S3 is certain to name a bucket's region. */
const regionUntold = {
  title: 'The storage does not tell the region of this bucket',
  cause: 'It answered, but named no region. Amazon S3 always does; other storages need not have any.',
  remedy: ['Enter the region that your storage provider names; many take us-east-1.'],
};

/** The words on the way of a file to S3, and on S3’s own troubles. */
export const transfer = {
  url_expired: () => ({
    title: 'The permission to upload ran out',
    cause: 'Too much time passed between preparing the upload and sending it.',
    remedy: ['Try again.'],
  }),
  request_altered: () => ({
    title: 'The upload was changed on its way to S3',
    cause:
      'The access key and its secret are right, but what arrived at S3 is not what was signed: something in between added or changed a header, the address or the body.',
    remedy: [
      'Ask who runs the network whether a proxy or firewall changes requests to S3, and have it let them through untouched.',
      'If a page or plugin of yours adds headers to uploads, such as Content-Type, take it out.',
    ],
  }),
  request_invalid: (d) => ({
    title: 'S3 does not understand the request',
    cause: `A part of it is missing or malformed${d.s3?.code ? `; S3 said “${d.s3.code}”` : ''}. Your settings are not the cause: it is our software, or a proxy that drops or re-encodes a part.`,
    remedy: [
      'Try again without a proxy or VPN, if there is one.',
      'If it stays, tell who makes or runs triage.ai, with the request ID.',
    ],
  }),
  body_damaged: () => ({
    title: 'The file was damaged on its way',
    cause: 'S3 compared the checksum and got other bytes than were sent. It kept nothing of it.',
    remedy: ['Try again.', 'If it stays, a proxy may be changing files: tell who runs the network.'],
  }),
  upload_gone: () => ({
    title: 'S3 no longer knows the upload that was begun',
    cause: 'It was sent in parts, and S3 has discarded it, or a part did not arrive whole.',
    remedy: ['Try again: the file is sent from its beginning.'],
  }),
  s3_unavailable: () => ({
    title: 'Amazon S3 is busy or has a fault',
    cause: 'S3 answered that it cannot do this at the moment.',
    remedy: ['Try again in a few minutes. If it stays, look at the AWS Health Dashboard.'],
  }),
  s3_unreachable: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base ? 'Our server cannot reach the public base URL' : 'Our server cannot reach Amazon S3',
      cause: base
        ? `There was no answer from ${d.host}. The address may be mistyped, or what stands there does not answer our server.`
        : `There was no answer from ${d.host}. The AWS Region or the endpoint may be mistyped, or the network between our server and S3 is down.`,
      remedy: [
        base
          ? 'See that “Public base URL” is right: its host and, if it has one, its port.'
          : 'See that “AWS Region”, and “Endpoint” if it is used, are right.',
        'Ask who runs the server whether it can reach that address.',
      ],
    };
  },
  s3_refused: (d) =>
    pointsAt(d.where, 'region')
      ? regionUntold
      : {
          title: d.s3?.code ? `S3 said “${d.s3.code}”` : 'S3 refused, without saying why',
          cause: d.s3?.status
            ? `The answer had the status ${d.s3.status}. This is not a cause that we know.`
            : 'There was nothing in the answer that could be read. This is not a cause that we know.',
          remedy: [
            d.s3?.code
              ? 'Look the code up in the Amazon S3 documentation (“Error responses”).'
              : 'Run the connection check: its other steps may tell more.',
            d.s3?.requestId
              ? 'Give the code and the request ID to AWS support; both are under “Details”.'
              : 'If it stays, ask AWS support, with the time at which it happened.',
          ],
        },
  transfer_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? linkBlocked
      : {
          title: blockedTitles[d.method ?? 'PUT'] ?? 'The browser could not reach S3',
          cause: d.cleared
            ? 'A browser does not tell why. Our server asked S3, and S3 lets this page send files, so the cause is likely between this browser and S3.'
            : 'A browser does not tell why: the bucket may refuse this page (CORS), or something between this browser and S3 stopped it.',
          remedy: [
            'Try again; if a proxy, VPN or ad blocker is in use, try without it.',
            'If this page has a Content-Security-Policy, its connect-src must name the S3 address.',
            ...(d.method === 'DELETE'
              ? ['The test file stays in the bucket until the next check deletes it.']
              : []),
          ],
        },
  csp_blocked: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'This page does not let the browser try the link',
          cause: `The Content-Security-Policy of the page does not name ${d.host} in connect-src, so this test could not open the link there. Readers open links without that.`,
          remedy: [
            'For links to open nothing has to be done.',
            `For the test, who runs the site can add ${d.host} to connect-src in its Content-Security-Policy.`,
          ],
        }
      : {
          title: 'This page does not let the browser send to S3',
          cause: `The Content-Security-Policy of the page does not name ${d.host} in connect-src, so the browser stopped the upload before it began.`,
          remedy: [`Who runs the site can add ${d.host} to connect-src in its Content-Security-Policy.`],
        },
  upload_incomplete: (d) => ({
    title: 'The file did not arrive whole',
    cause:
      d.found === null
        ? 'The storage does not have it, although it seemed to be sent.'
        : `The storage has ${d.found} of ${d.expected} bytes.`,
    remedy: ['Try again.'],
  }),
} satisfies Partial<DiagnosisMessages>;
