import { saved } from '../../server/support/createWorld.ts';
import { elsewhere } from '../documents.ts';
import { type Fault, signedPut } from '../Fault.ts';

const wrong = { code: 'region_wrong', where: ['field:region'] } as const;
const oregon = { region: 'us-west-2', expected: 'eu-central-1' };
const endpoint = { code: 'endpoint_invalid', where: ['field:endpoint'] } as const;
const repeated = `https://${saved.bucket}.s3.eu-central-1.amazonaws.com`;

const fails = (code: string) => () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
};
const page = () =>
  new Response('<!doctype html><html><body>Please sign in</body></html>', {
    headers: { 'content-type': 'text/html' },
  });

/** `s3-faults.md`, “Region and endpoint”. */
export const regions: Fault[] = [
  {
    fault: 'wrong region, header signing',
    by: 'answer',
    ask: signedPut({ region: 'us-west-2' }),
    request: { region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong region, presigned',
    by: 'answer',
    ask: (world) => world.open({ region: 'us-west-2' }),
    request: { region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong region, where the host is right',
    by: 'check',
    values: { ...elsewhere, region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong region, presigned, seen in the browser',
    by: 'upload',
    values: { ...elsewhere, region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong regional host',
    by: 'check',
    values: { region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong regional host, opaque in the browser',
    by: 'upload',
    values: { region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'wrong regional host, as S3 redirects',
    by: 'answer',
    ask: (world) =>
      world.send({ region: 'us-west-2', url: world.url('a.png').replace('eu-central-1', 'us-west-2') }),
    request: { region: 'us-west-2' },
    expected: wrong,
    facts: oregon,
  },
  {
    fault: 'bucket moved to another region, once the file is sent',
    by: 'completed',
    after: ({ bucket }) => (bucket.region = 'us-west-2'),
    expected: wrong,
    facts: { region: 'eu-central-1', expected: 'us-west-2' },
  },
  {
    fault: 'region that does not exist (“oregon”), bucket in Oregon',
    by: 'check',
    values: { region: 'oregon' },
    break: ({ bucket }) => (bucket.region = 'us-west-2'),
    expected: wrong,
    facts: { region: 'oregon', expected: 'us-west-2' },
  },
  {
    fault: 'region that does not exist (“oregon”), bucket in Frankfurt',
    by: 'check',
    values: { region: 'oregon' },
    expected: wrong,
    facts: { region: 'oregon', expected: 'eu-central-1' },
  },
  {
    fault: 'region that does not exist (“oregon”), opaque in the browser',
    by: 'upload',
    values: { region: 'oregon' },
    expected: wrong,
    facts: { region: 'oregon', expected: 'eu-central-1' },
  },
  {
    fault: 'region that does not exist (“eu-central-9”)',
    by: 'check',
    values: { region: 'eu-central-9' },
    expected: wrong,
    facts: { region: 'eu-central-9', expected: 'eu-central-1' },
  },
  {
    fault: 'bucket name repeated in the endpoint',
    by: 'check',
    values: { endpoint: repeated },
    expected: endpoint,
    facts: { problem: 'bucket' },
  },
  {
    fault: 'bucket name repeated in the endpoint, opaque in the browser',
    by: 'upload',
    values: { endpoint: repeated },
    expected: { code: 'certificate_invalid', where: ['field:endpoint', 'elsewhere:network'] },
  },
  {
    fault: 'dotted bucket over https virtual host',
    by: 'answer',
    ask: (world) => {
      world.bucket.name = 'files.acme.test';
      return world.send({ url: 'https://files.acme.test.s3.eu-central-1.amazonaws.com/a.png' });
    },
    request: {
      bucket: 'files.acme.test',
      url: 'https://files.acme.test.s3.eu-central-1.amazonaws.com/a.png',
    },
    expected: { code: 'certificate_invalid', where: ['field:bucket', 'elsewhere:network'] },
  },
  {
    fault: 'endpoint without scheme',
    by: 'check',
    values: { ...elsewhere, endpoint: 's3.acme.test' },
    expected: endpoint,
    facts: { endpoint: 's3.acme.test', problem: 'scheme' },
  },
  {
    fault: 'endpoint without scheme, with a port',
    by: 'check',
    values: { ...elsewhere, endpoint: 's3.acme.test:9000' },
    expected: endpoint,
    facts: { endpoint: 's3.acme.test:9000', problem: 'scheme' },
  },
  {
    fault: 'endpoint http instead of https',
    by: 'check',
    values: { ...elsewhere, endpoint: 'http://s3.acme.test' },
    expected: { code: 'endpoint_insecure', where: ['field:endpoint'] },
  },
  {
    fault: 'endpoint with a host that does not exist',
    by: 'check',
    values: { ...elsewhere, endpoint: 'https://s3.eu-central-9.amazonaws.com' },
    expected: { code: 'host_not_found', where: ['field:endpoint', 'elsewhere:network'] },
  },
  {
    fault: 'endpoint that this backend may not ask',
    by: 'check',
    values: { ...elsewhere, endpoint: 'http://169.254.169.254' },
    world: { allowPrivateEndpoints: false },
    expected: { code: 'endpoint_not_allowed', where: ['field:endpoint'] },
  },
  {
    fault: 'endpoint that is a web site',
    by: 'check',
    values: elsewhere,
    onTheWay: page,
    expected: { code: 'not_s3', where: ['field:endpoint', 'elsewhere:network'] },
  },
  {
    fault: 'the server offline, or behind a proxy',
    by: 'check',
    onTheWay: fails('ECONNREFUSED'),
    expected: { code: 's3_unreachable', where: ['elsewhere:network'] },
  },
  {
    fault: 'the server without DNS',
    by: 'check',
    onTheWay: fails('ENOTFOUND'),
    expected: { code: 's3_unreachable', where: ['elsewhere:network'] },
  },
  {
    fault: 'TLS inspection between the server and S3',
    by: 'check',
    onTheWay: fails('SELF_SIGNED_CERT_IN_CHAIN'),
    expected: { code: 'certificate_invalid', where: ['elsewhere:network'] },
  },
  {
    fault: 'a proxy’s page between the server and S3',
    by: 'check',
    onTheWay: page,
    expected: { code: 'not_s3', where: ['elsewhere:network'] },
  },
];
