// Stryker disable StringLiteral: sentences for a person; the tests hold which of them is said, not how it reads.
import type { DiagnosisOf } from '../Diagnosis.ts';
import type { DiagnosisMessages, DiagnosisWords } from '../DiagnosisMessages.ts';
import { pointsAt } from '../where.ts';

const problems: Record<
  DiagnosisOf<'endpoint_invalid'>['problem'],
  { title: string; cause: string; remedy: string }
> = {
  scheme: {
    title: 'The endpoint lacks https://',
    cause: 'It has to be a whole address, which begins with https://.',
    remedy: 'Put https:// in front of the endpoint.',
  },
  bucket: {
    title: 'The bucket’s name stands in the endpoint',
    cause:
      'The name is added to the endpoint by itself, so it would be there twice. Then the host is not found, or its certificate does not fit.',
    remedy: 'Take the bucket’s name out of the endpoint; it has a field of its own.',
  },
  path: {
    title: 'The endpoint holds more than an address',
    cause: 'Behind the host stands a path or a query, where S3 expects the bucket and the file.',
    remedy: 'Keep only what stands before the first slash after the host, like https://s3.example.com.',
  },
  credentials: {
    title: 'The endpoint holds a user and a password',
    cause: 'They are not used there, and would be seen by everybody who can see this address.',
    remedy: 'Remove everything between https:// and the @. The keys have fields of their own.',
  },
  unreadable: {
    title: 'The endpoint is not an address',
    cause: 'It has to look like https://s3.example.com.',
    remedy: 'Copy the endpoint from the pages of your storage provider.',
  },
};

/** The words on the endpoint and on what answers there, or does not. */
export const endpoint = {
  endpoint_invalid: (d) => {
    const { title, cause, remedy } = problems[d.problem];
    return {
      title,
      cause: `${cause} It is ${d.endpoint}.`,
      remedy: [remedy, 'For Amazon S3 leave the endpoint empty.'],
    };
  },
  endpoint_not_allowed: (d) => {
    const base = pointsAt(d.where, 'publicBaseUrl');
    return {
      title: base
        ? 'This server does not ask at that public base URL'
        : 'This server does not send to that endpoint',
      cause: `${d.host} leads into a private network, or this server takes no ${base ? 'such addresses' : 'endpoints but its own'}. That keeps what is inside your network from being reached through these settings.`,
      remedy: [
        base
          ? 'Enter an address that can be reached from the internet, or leave it empty: links then lead to S3 itself.'
          : 'Enter an endpoint that can be reached from the internet, or leave it empty for Amazon S3.',
        'If it is right as it is: who runs the server can allow it in the server’s configuration.',
      ],
    };
  },
  endpoint_insecure: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? {
          title: 'Links are not encrypted',
          cause: `They lead to ${d.endpoint} by http://, where everybody on the way can read and change the files. A page that was opened by https:// does not show pictures from there.`,
          remedy: ['Enter the public base URL with https://, if what stands there offers it.'],
        }
      : {
          title: 'The endpoint is not encrypted',
          cause: `Files and their links go to ${d.endpoint} by http://, where everybody on the way can read and change them. A page that was opened by https:// will not send there at all.`,
          remedy: ['Enter the endpoint with https://, if the storage offers it.'],
        },
  endpoint_redirects: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseRedirects(d)
      : {
          title: 'The endpoint sends us elsewhere',
          cause: `${d.host ?? 'What answered'} leads on${d.location ? ` to ${d.location}` : ' to another address'}. Keys are not sent after a redirect, because it may lead to anybody.`,
          remedy: pointsAt(d.where, 'endpoint')
            ? [
                'Enter the address that it leads to as the endpoint, if it is the storage; often only http:// has to become https://.',
              ]
            : [
                'Ask who runs the server whether a proxy or a sign-in page stands between it and Amazon S3, and let it through.',
              ],
        },
  host_not_found: (d) => ({
    title: `There is no server named ${d.host}`,
    cause: 'The name is in no directory of the internet (DNS), or our server’s directory does not know it.',
    remedy: [
      pointsAt(d.where, 'endpoint')
        ? 'Compare “Endpoint” letter by letter with what your storage provider says.'
        : pointsAt(d.where, 'publicBaseUrl')
          ? 'Compare “Public base URL” letter by letter with the address of your CDN, and see that its DNS entry is there.'
          : 'Compare “AWS Region” with the region that the S3 console shows for the bucket.',
      'If it is right, ask who runs the server whether it can resolve that name.',
    ],
  }),
  certificate_invalid: (d) => ({
    title: pointsAt(d.where, 'publicBaseUrl')
      ? 'The certificate of the public base URL cannot be trusted'
      : 'The storage’s certificate cannot be trusted',
    cause: `${d.host} shows a certificate that is for another name, has expired, or was issued by nobody whom this server trusts.`,
    remedy: [
      ...(pointsAt(d.where, 'bucket')
        ? [
            'The bucket’s name has a dot, and certificates cover names without one: turn on “Path style”, or use a bucket without a dot.',
          ]
        : []),
      ...(pointsAt(d.where, 'endpoint')
        ? [
            'See that “Endpoint” does not hold the bucket’s name: it would be there twice, and no certificate fits.',
            'If the storage has a certificate of its own making, who runs the server can add its authority to the trusted ones.',
          ]
        : []),
      ...(pointsAt(d.where, 'publicBaseUrl')
        ? [`In the CDN see that its certificate names ${d.host} and has not expired.`]
        : []),
      'If a firewall opens encrypted connections (TLS inspection), ask who runs the network to let this address through untouched.',
    ],
  }),
  not_s3: (d) =>
    pointsAt(d.where, 'publicBaseUrl')
      ? baseAnswersElse(d)
      : {
          title: 'Something other than S3 answered',
          cause: `${d.host ?? 'What was asked'} gave an answer with the status ${d.status} that is not in S3’s form. ${standsThere(d.status)}`,
          remedy: [
            ...(pointsAt(d.where, 'endpoint')
              ? [
                  'See that “Endpoint” is the address of the storage’s S3 interface, and not of its web page or console.',
                ]
              : []),
            ...(d.status >= 502 && d.status <= 504 ? ['Try again in a few minutes.'] : []),
            'Ask who runs the network whether a proxy, a firewall or a sign-in page stands in between, and have it let this address through.',
          ],
        },
  clock_skewed: (d) => ({
    title: 'The clock of the triage.ai server is wrong',
    cause: d.serverTime
      ? `It is more than 15 minutes off; S3’s clock said ${d.serverTime}.`
      : 'It differs from S3’s clock by more than 15 minutes.',
    remedy: ['Ask who runs the server to set its clock (NTP).'],
  }),
} satisfies Partial<DiagnosisMessages>;

/** What stands in front of the bucket sends readers on; a browser follows, our server does not. */
function baseRedirects(d: DiagnosisOf<'endpoint_redirects'>): DiagnosisWords {
  return {
    title: 'The public base URL leads elsewhere',
    cause: `${d.host ?? 'What answered'} leads on${d.location ? ` to ${d.location}` : ' to another address'}. Redirects are not followed by our server, so whether files open there is not known.`,
    remedy: [
      'If files are meant to be opened there, enter that address as the public base URL; often only http:// has to become https://.',
      'If it leads to a sign-in, take that away for these files: links must open for who has them.',
    ],
  };
}

/** Something answered there, but not with the file. */
function baseAnswersElse(d: DiagnosisOf<'not_s3'>): DiagnosisWords {
  const busy = d.status === 429 || d.status >= 500;
  return {
    title: busy
      ? 'The public base URL could not give the file'
      : 'The public base URL shows something else than the file',
    cause: busy
      ? `${d.host ?? 'What answered'} answered with the status ${d.status}: it did not reach the bucket, or has a fault of its own.`
      : `${d.host ?? 'What answered'} answered with the status ${d.status}, but with other content than what was stored.`,
    remedy: [
      busy
        ? 'In the CDN see that its origin is this bucket, with the right region in its address. Then try again in a few minutes.'
        : 'See that “Public base URL” is the address at which your CDN shows this bucket, and not that of a web site or a sign-in page.',
      'In the CDN see that it passes files on as they are, without changing or compressing them for this path.',
    ],
  };
}

function standsThere(status: number): string {
  if (status === 407) return 'This one says that a proxy wants a sign-in.';
  if (status === 511) return 'This one says that the network wants a sign-in.';
  if (status === 413) return 'This one says that a proxy takes no files of this size.';
  if (status >= 502 && status <= 504) return 'This one says that a gateway did not reach the storage.';
  return 'Most often it is the page of a proxy, of a firewall or of a sign-in.';
}
