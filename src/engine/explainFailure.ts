import type { Client, TransferAnswer } from '../client/index.ts';
import type { FailureReport } from '../contract/index.ts';
import { type Diagnosis, type Verdict, verdictOf } from '../diagnosis/index.ts';
import { isReadable } from './isReadable.ts';

/** A transfer that did not end well, and what was known at that moment. */
export interface FailedTransfer {
  client: Client;
  attachmentId: string;
  /** What was sent. */
  body: Blob;
  to: 's3' | 'database';
  as: FailureReport['as'];
  answer: TransferAnswer;
  online: boolean;
}

/** Finds out why a transfer failed: by looking at the file, at the network, and by asking the backend. Never rejects. */
export async function explainFailure(failed: FailedTransfer): Promise<Verdict> {
  const { client, attachmentId, body: file, to, as, answer, online } = failed;
  const { status, body, loaded } = answer;
  try {
    if (!(await isReadable(file))) return fullVerdict(fileUnreadable);
    if (status === 0 && !online) {
      return fullVerdict({
        code: 'offline',
        where: [{ kind: 'elsewhere', place: 'network' }],
        certainty: 'certain',
      });
    }
    if (to === 'database') {
      if (status > 0) return (await client.errorFrom(status, body)).verdict;
      return fullVerdict({
        code: 'api_unreachable',
        where: [{ kind: 'elsewhere', place: 'network' }],
        certainty: 'likely',
      });
    }
    // Also when the page stopped it itself: what this viewer may see of it the backend knows.
    const blockedByCsp = answer.blockedByCsp ?? false;
    const report = { status, body, loaded, total: file.size, online, blockedByCsp, as };
    return (await client.reportFailure({ attachmentId, body: report })).verdict;
  } catch (error) {
    return verdictOf(error);
  }
}

/** The file was changed, moved or deleted since it was chosen. */
const fileUnreadable: Diagnosis = {
  code: 'file_unreadable',
  where: [{ kind: 'elsewhere', place: 'file' }],
  certainty: 'certain',
};

/** A verdict of our own, which everybody may see. */
export function fullVerdict(diagnosis: Diagnosis): Verdict {
  return { detail: 'full', diagnosis, reference: null };
}
