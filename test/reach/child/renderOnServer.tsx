// Prints what a server makes of the widgets, at once and as a stream.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { version } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { Widgets } from './Widgets.tsx';

const missing = ['window', 'document', 'navigator'].filter((name) => !(name in globalThis));
const streamed = new PassThrough();
const { pipe } = renderToPipeableStream(<Widgets />, { onAllReady: () => void pipe(streamed) });
const told = { version, missing, whole: renderToString(<Widgets />), stream: await text(streamed) };
process.stdout.write(JSON.stringify(told));
