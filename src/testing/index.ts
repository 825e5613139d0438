// In: an AWS account as plain documents; the real backend.
// Out: a fake S3 and a fake backend over it, the regions that a console offers: for our tests, the stories, the demo and a host's own tests.
// May import: server, client, contract and left. No React; msw only in msw.ts, a door of its own.
export {
  createFakeBackend,
  type FakeBackend,
  type FakeBackendOptions,
  fakeAdministrator,
  fakeAgent,
} from './createFakeBackend.ts';
export { type Region, regions } from '../guide/index.ts';
export * from './s3/index.ts';
export { toRequest } from './toRequest.ts';
