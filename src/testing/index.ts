// In: an AWS account as plain documents; the real backend.
// Out: a fake S3, a fake backend over it, MSW handlers: for our tests, the stories, the demo and a host's own tests.
// May import: server, client, contract and left; msw. No React.
export {
  createFakeBackend,
  type FakeBackend,
  type FakeBackendOptions,
  fakeAdministrator,
  fakeAgent,
} from './createFakeBackend.ts';
export { createMswHandlers } from './createMswHandlers.ts';
export * from './s3/index.ts';
export { toRequest } from './toRequest.ts';
