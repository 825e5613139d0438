import type { ResponseOf } from '../../contract/index.ts';
import { DiagnosisError, type Verdict } from '../../diagnosis/index.ts';
import type { Backend, Handlers } from '../Backend.ts';
import { serverFault } from '../refusals.ts';
import type { Viewer } from '../Viewer.ts';
import { register } from './register.ts';

/** How many are looked for at the same time: each is up to two requests to S3. */
const atOnce = 8;

type Uploads = ResponseOf<'completeUploads'>['uploads'];

/** Registers many files that went whole; one that is refused stops no other. */
export function completeUploads(backend: Backend): Handlers['completeUploads'] {
  return async ({ body: { attachmentIds }, viewer }) => {
    const uploads: Uploads = [];
    let next = 0;
    const work = async () => {
      for (let index = next++; index < attachmentIds.length; index = next++) {
        const attachmentId = attachmentIds[index] as string;
        const about = { attachmentId, viewer, route: 'completeUploads' } as const;
        uploads[index] = {
          attachmentId,
          result: await register(backend, about).then(
            (completed) => ({ status: 'stored', ...completed }) as const,
            (error: unknown) =>
              ({ status: 'refused', verdict: verdictOn(backend, error, viewer, attachmentId) }) as const,
          ),
        };
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { uploads };
  };
}

function verdictOn({ judge }: Backend, error: unknown, viewer: Viewer, attachmentId: string): Verdict {
  const about = { viewer, route: 'completeUploads', attachmentId } as const;
  if (!(error instanceof DiagnosisError)) return judge(serverFault(), { ...about, error });
  const { verdict } = error;
  return verdict.detail === 'full' ? judge(verdict.diagnosis, about) : verdict;
}
