import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, it } from 'vitest';
import '@triage-ai/s3-attachments/styles.css';
import { GuidePicture } from '../../src/components/settings/pictures/GuidePicture.tsx';
import { pictureMessages } from '../../src/components/settings/pictures/pictureMessages.ts';
import { guideSteps } from '../../src/guide/index.ts';

const pictures = (bucket: string) => (
  <div className="s3a">
    {guideSteps.map((step) => (
      <GuidePicture
        key={step}
        step={step}
        facts={{ bucket, region: 'eu-central-1', links: 'public', keyPrefix: 'tickets/', largeFiles: true }}
        messages={pictureMessages}
      />
    ))}
  </div>
);

const name = 'acme-international-customer-support-attachments-production-2026';

it.each([260, 320, 390, 640, 700])('keeps its height at %d px, whatever the bucket is called', (width) => {
  const container = document.body.appendChild(document.createElement('div'));
  container.style.width = `${width}px`;
  const { rerender } = render(pictures(''), { container });
  const heights = () =>
    [...container.querySelectorAll('.s3a-picture')].map((picture) => {
      expect(picture.scrollWidth, picture.getAttribute('data-step') ?? '').toBeLessThanOrEqual(width);
      return picture.getBoundingClientRect().height;
    });
  const before = heights();
  for (const bucket of ['a', 'acme', name, `${name} وايضا`, 'My Bucket\n2', 'ひ'.repeat(80)]) {
    rerender(pictures(bucket));
    expect(heights(), bucket).toEqual(before);
  }
});

it('is drawn anew with every letter, all seven at once, within a frame', () => {
  const durations: number[] = [];
  const drawn = (bucket: string) => (
    <Profiler id="pictures" onRender={(_id, _phase, duration) => durations.push(duration)}>
      {pictures(bucket)}
    </Profiler>
  );
  const { rerender } = render(drawn(''));
  for (let length = 1; length <= name.length; length += 1) rerender(drawn(name.slice(0, length)));
  const sorted = durations.slice(1).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(16);
});
