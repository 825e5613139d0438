import {
  createFakeBackend,
  type FakeBackend,
  type FakeBackendOptions,
} from '@triage-ai/s3-attachments/testing';
import { createMswHandlers } from '@triage-ai/s3-attachments/testing/msw';
import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

/** What a story says about the world behind its widget. */
export interface StoryBackend extends FakeBackendOptions {
  /** Makes the world: saves settings, breaks a document, stores attachments. */
  prepare?: (backend: FakeBackend) => Promise<void> | void;
  /** Handlers that come first, where HTTP itself is what the story is about. */
  http?: RequestHandler[];
}

const worker = setupWorker();
let started: Promise<unknown> | null = null;

/** Gives every story a backend and an S3 of its own, reached by HTTP through MSW. */
export async function serveBackend({ parameters }: { parameters: { backend?: () => StoryBackend } }) {
  started ??= worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  await started;
  const { prepare, http = [], ...options } = parameters.backend?.() ?? {};
  const backend = createFakeBackend(options);
  await prepare?.(backend);
  worker.resetHandlers(...http, ...createMswHandlers(backend));
  return { backend };
}
