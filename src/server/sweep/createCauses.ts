import type { Diagnosis, DiagnosisError } from '../../diagnosis/index.ts';
import type { Backend } from '../Backend.ts';
import type { AttachmentRow, ObjectPlace } from '../store/AttachmentStore.ts';

/** Why something could not be done, in one round. */
export interface Causes {
  /** Whether S3 has refused so much of this place that it is not asked about the rest. */
  isClosed(place: Bucket): boolean;
  worked(place: Bucket): void;
  refused(error: DiagnosisError, row: AttachmentRow, place: Bucket): void;
  /** Tells each cause once, to the log and, where it concerns the bucket in use, to the health of the settings. */
  tell(): Promise<Diagnosis[]>;
}

type Bucket = Pick<ObjectPlace, 'bucket' | 'region' | 'endpoint'>;

/** Refusals of one bucket in a row after which it is left alone until the next round. */
const patience = 3;

/** Makes the account of one round. */
export function createCauses({ store, judge, health }: Pick<Backend, 'store' | 'judge' | 'health'>): Causes {
  const refusals = new Map<string, number>();
  const causes = new Map<string, { diagnosis: Diagnosis; row: AttachmentRow; place: Bucket }>();
  const nameOf = ({ bucket, region, endpoint }: Bucket) => JSON.stringify([endpoint, region, bucket]);

  return {
    isClosed: (place) => (refusals.get(nameOf(place)) ?? 0) >= patience,
    worked: (place) => void refusals.delete(nameOf(place)),
    refused({ verdict }, row, place) {
      const name = nameOf(place);
      refusals.set(name, (refusals.get(name) ?? 0) + 1);
      if (verdict.detail !== 'full') return;
      const { diagnosis } = verdict;
      const key = `${diagnosis.code} ${name}`;
      if (!causes.has(key)) causes.set(key, { diagnosis, row, place });
    },
    async tell() {
      const told = [...causes.values()];
      const saved = told.length > 0 ? await store.readSettings() : null;
      for (const { diagnosis, row, place } of told) {
        judge(diagnosis, { viewer: null, route: null, ticketId: row.ticketId, attachmentId: row.id });
        if (saved?.status === 'configured' && nameOf(saved) === nameOf(place))
          await health.failed(diagnosis, saved.version);
      }
      return told.map(({ diagnosis }) => diagnosis);
    },
  };
}
