import { createServer } from 'node:net';
import type { RgwWorld } from './createRgwWorld.ts';
import { check, type RgwFault, surely } from './RgwFault.ts';

const at = (endpoint: (world: RgwWorld) => string) => (world: RgwWorld) => ({
  endpoint: endpoint(world),
  forcePathStyle: true,
});
const unreachable = surely('s3_unreachable', ['field:endpoint', 'elsewhere:network']);
const bucketInIt = surely('endpoint_invalid', ['field:endpoint'], { problem: 'bucket' });
let closedPort = 0;

export const endpoints: RgwFault[] = [
  {
    fault: 'nothing listens at the endpoint',
    expected: unreachable,
    ask: check({
      make: async () => {
        closedPort = await findClosedPort();
      },
      values: at(() => `http://127.0.0.1:${closedPort}`),
    }),
  },
  {
    fault: 'no host of this name',
    expected: surely('host_not_found', ['field:endpoint', 'elsewhere:network']),
    ask: check({ values: at(() => 'http://rgw.invalid') }),
  },
  {
    // The certificate is not what is wrong: there is none.
    fault: 'https instead of http',
    expected: unreachable,
    ask: check({ values: at(({ rgw }) => rgw.endpoint.replace('http:', 'https:')) }),
  },
  {
    fault: 'http instead of https',
    expected: surely('endpoint_insecure', ['field:endpoint']),
    ask: check({ values: at(({ rgw }) => rgw.endpoint) }),
  },
  {
    fault: 'endpoint without scheme',
    expected: surely('endpoint_invalid', ['field:endpoint'], { problem: 'scheme' }),
    ask: check({ values: at(({ rgw }) => rgw.endpoint.replace('http://', '')) }),
  },
  {
    fault: 'bucket name repeated in the endpoint, as its path',
    expected: bucketInIt,
    ask: check({ values: at(({ rgw, bucket }) => `${rgw.endpoint}/${bucket}`) }),
  },
  {
    fault: 'bucket name repeated in the endpoint, as its host',
    expected: bucketInIt,
    ask: check({ values: at(({ bucket }) => `http://${bucket}.s3.rgw.invalid`) }),
  },
];

async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
