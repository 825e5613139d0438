'use client';
import { Drawing } from './Drawing.tsx';

const paths = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  alert: 'M8 4.5v4.25M8 11.4v.1M8 1.75 14.6 13.5H1.4Z',
  info: 'M8 7.25v4M8 4.6v.1M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  cloud: 'M4.75 12.5a3 3 0 0 1-.4-5.97 4 4 0 0 1 7.7.72 2.65 2.65 0 0 1-.3 5.25Z',
  database:
    'M2.75 4c0-1.1 2.35-2 5.25-2s5.25.9 5.25 2-2.35 2-5.25 2-5.25-.9-5.25-2Zm0 0v8c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2V4m-10.5 4c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2',
  file: 'M4 1.75h5l3 3v9.5H4Zm5 0v3h3',
  close: 'm4 4 8 8m0-8-8 8',
  chevron: 'm4 6 4 4 4-4',
  external: 'M9.5 2.75h3.75V6.5M13 3 7.5 8.5M11.5 9.5v3.75h-8.75V4.5H6.5',
  failed: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM5.75 5.75l4.5 4.5m0-4.5-4.5 4.5',
  question:
    'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM6.1 6.2a1.95 1.95 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.35M8 11.4v.1',
  minus: 'M4 8h8',
  circle: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  download: 'M8 2.5v7.5m-3-3 3 3 3-3M2.75 13.25h10.5',
  play: 'M5 3.25v9.5l7.5-4.75Z',
  exclamation: 'M8 3v6m0 3.9v.1',
  pause: 'M5.5 3.5v9m5-9v9',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13.25 2.25v3h-3',
  pencil: 'm2.75 13.25.6-3 7.4-7.4 2.4 2.4-7.4 7.4Z',
  grip: 'M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01',
  image: 'M2.25 2.75h11.5v10.5H2.25Zm0 8.25 3.5-3.75 3 3.25 1.75-1.75 3.25 3M10.25 6.1v.01',
  video: 'M1.75 3.75h8.5v8.5h-8.5Zm8.5 3.25 4-2.25v6.5l-4-2.25',
  audio:
    'M6 12.25v-8.5l7-1.5v8.5M6 12.25a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Zm7-1.5a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Z',
  archive: 'M2.25 5.5h11.5v8H2.25Zm-.5-3h12.5v3H1.75Zm4.5 6h3.5',
  text: 'M4 1.75h5l3 3v9.5H4Zm5 0v3h3M6 8h4m-4 2.75h4',
  table: 'M2.25 2.75h11.5v10.5H2.25Zm0 3.5h11.5m-11.5 3.5h11.5M6.5 2.75v10.5',
  trash: 'M2.5 4.25h11m-7.5 0v-1.5h4v1.5m2.25 0-.6 9h-7.3l-.6-9M6.6 7v3.75M9.4 7v3.75',
  copy: 'M5.75 5.75h7.5v7.5h-7.5Zm-2.5 4.5h-.5v-7.5h7.5v.5',
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths;

/** One of our pictures. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  return <Drawing path={paths[name]} size={size ?? 16} />;
}
