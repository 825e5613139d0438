'use client';
import { Bar, type BarLength } from './Bar.tsx';
import { CutText } from './CutText.tsx';

/** A line of a drawn editor: its text; a bar that stands for one; or an ARN with the bucket's name. */
export type EditorLine = string | { bar: BarLength } | { arn: string; bucket: string; tail: string };

/** Props of a drawn editor. */
export interface ConsoleEditorProps {
  /** From the top; the same number at every name. */
  lines: readonly EditorLine[];
}

/** A drawn JSON editor with its line numbers. */
export function ConsoleEditor({ lines }: ConsoleEditorProps) {
  return (
    <div className="s3a-picture-editor">
      {lines.map((line, index) => (
        // The lines have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="s3a-picture-line">
          <span className="s3a-picture-line-number">{index + 1}</span>
          <Line line={line} />
        </div>
      ))}
    </div>
  );
}

function Line({ line }: { line: EditorLine }) {
  if (typeof line === 'string') return <span className="s3a-picture-code">{line}</span>;
  if ('bar' in line) return <Bar length={line.bar} />;
  return (
    <span className="s3a-picture-arn">
      <span>{line.arn}</span>
      <CutText text={line.bucket} tail={line.tail} />
    </span>
  );
}
