import type { StoredObject } from '../../practice/PracticeState.ts';
import { Time } from '../app/Time.tsx';
import { formatBytes } from './formatBytes.ts';

/** Props of `ObjectsSection`. */
export interface ObjectsSectionProps {
  objects: readonly StoredObject[];
  bucket: string;
  endpoint: string;
}

const shown = 50;

/** What lies in the bucket: the newest objects, and how many more there are. */
export function ObjectsSection({ objects, bucket, endpoint }: ObjectsSectionProps) {
  const total = objects.reduce((sum, { size }) => sum + size, 0);
  return (
    <section className="card practice-section" aria-labelledby="objects-title">
      <header>
        <p className="quiet place">S3 › Buckets › {bucket}</p>
        <h2 id="objects-title">Objects</h2>
        <p className="quiet" role="status">
          {objects.length === 0
            ? 'The bucket is empty. Attach a file to a ticket and it appears here.'
            : `${objects.length === 1 ? '1 object' : `${objects.length} objects`}, ${formatBytes(total)}`}
        </p>
      </header>
      {objects.length > 0 && (
        <ul className="objects">
          {objects.slice(0, shown).map(({ key, size, type, lastModified }) => (
            <li key={key}>
              <a
                href={`${endpoint}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`}
                target="_blank"
                rel="noreferrer"
              >
                {key}
              </a>
              <span className="quiet">
                {formatBytes(size)} · {type} · <Time at={lastModified} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {objects.length > shown && <p className="quiet">and {objects.length - shown} more</p>}
    </section>
  );
}
