import { type Client, errorFromAnswer, type TransferAnswer } from '../client/index.ts';
import type { UploadTarget } from '../contract/index.ts';
import { fromTransfer, type Verdict, verdictOf } from '../diagnosis/index.ts';
import { isReadable } from './isReadable.ts';

/** A transfer that did not end well, and what was known at that moment. */
export interface FailedTransfer {
  client: Client;
  attachmentId: string;
  file: File;
  to: UploadTarget['to'];
  answer: TransferAnswer;
  online: boolean;
  origin: string | undefined;
}

/** Finds out why a transfer failed: by looking at the file, at the network, and by asking the backend. Never rejects. */
export async function explainFailure(failed: FailedTransfer): Promise<Verdict> {
  const { client, attachmentId, file, to, answer, online, origin } = failed;
  const { status, body, loaded } = answer;
  const broken = { online, loaded, total: file.size, origin };
  try {
    if (!(await isReadable(file))) {
      return full({
        code: 'file_unreadable',
        where: [{ kind: 'elsewhere', place: 'file' }],
        certainty: 'certain',
      });
    }
    if (status === 0 && !online) return full(fromTransfer(broken));
    if (to === 'database') {
      if (status > 0) return errorFromAnswer(status, body).verdict;
      return full({
        code: 'api_unreachable',
        where: [{ kind: 'elsewhere', place: 'network' }],
        certainty: 'likely',
      });
    }
    // Also when the page stopped it itself: what this viewer may see of it the backend knows.
    const blockedByCsp = answer.blockedByCsp ?? false;
    const report = { status, body, loaded, total: file.size, online, blockedByCsp };
    return (await client.reportFailure({ attachmentId, body: report })).verdict;
  } catch (error) {
    return verdictOf(error);
  }
}

function full(diagnosis: Extract<Verdict, { detail: 'full' }>['diagnosis']): Verdict {
  return { detail: 'full', diagnosis, reference: null };
}
