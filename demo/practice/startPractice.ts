import { getRequestListener } from '@hono/node-server';
import { join } from 'node:path';
import { createFakeS3 } from '@triage-ai/s3-attachments/testing';
import { listen } from '../server/listen.ts';
import { loggedFetch } from '../server/loggedFetch.ts';
import { createFolderStorage } from './createFolderStorage.ts';
import { createPracticeApi } from './createPracticeApi.ts';
import { openPracticeAccount } from './openPracticeAccount.ts';
import type { PracticeValues } from './practiceValues.ts';

/** Where the practice account is kept and listens. */
export interface PracticeOptions {
  /** Its own folder. */
  folder: string;
  port: number;
  /** How many ports after it to try when it is taken. */
  further: number;
}

/** A running practice S3 with its console. */
export interface Practice {
  endpoint: string;
  /** The four values to enter; `null` in an account that began empty, where they are made in its console. */
  values: PracticeValues | null;
  /** The console's API. */
  api: (request: Request) => Response | Promise<Response>;
  close(): Promise<void>;
}

/** Starts the practice S3 on a port of its own: only so does the browser enforce CORS. */
export async function startPractice({ folder, port, further }: PracticeOptions): Promise<Practice> {
  const practice = await openPracticeAccount(folder);
  const storage = await createFolderStorage(join(folder, 'objects'));

  // Its host name is known when it listens, not before.
  let answer = async (_: Request) => new Response(null, { status: 503 });
  const listener = getRequestListener(loggedFetch('practice-s3', (request) => answer(request)));
  // A large file on a slow line may take its time.
  const listening = await listen(listener, { port, further, variable: 'PRACTICE_PORT', requestTimeout: 0 });
  const endpoint = `http://localhost:${listening.port}`;
  const s3 = createFakeS3({ account: practice.account, storage, serviceHost: new URL(endpoint).host });
  answer = s3;

  return {
    endpoint,
    values: practice.began === 'documented' ? practice.values : null,
    api: createPracticeApi({ practice, objects: storage, endpoint }),
    async close() {
      await listening.close();
      await practice.save();
    },
  };
}
