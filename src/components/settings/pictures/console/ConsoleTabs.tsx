'use client';
import { Mark } from './Mark.tsx';

const tabs = ['Objects', 'Properties', 'Permissions', 'Metrics', 'Management'];

/** The tabs of a bucket, “Permissions” chosen and marked as the first thing to click. */
export function ConsoleTabs() {
  return (
    <div className="s3a-picture-tabs">
      {tabs.map((tab) =>
        tab === 'Permissions' ? (
          <Mark key={tab} order={1} inline>
            <span className="s3a-picture-tab" data-chosen>
              {tab}
            </span>
          </Mark>
        ) : (
          <span key={tab} className="s3a-picture-tab">
            {tab}
          </span>
        ),
      )}
    </div>
  );
}
