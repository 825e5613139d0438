/**
 * Records the tasks of a page's main thread from the choice of the files on, in time of its processor: on a machine that is
 * shared, what the clock says is mostly about the others.
 *
 * @param {import('playwright').Browser} browser
 * @returns {Promise<() => Promise<{ untilPainted: number, longest: number }>>} ends the record, and gives ms
 */
export async function traceTasks(browser) {
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] },
  });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    await cdp.detach();
    return readTasks(events);
  };
}

function readTasks(events) {
  const change = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'change');
  if (!change) return { untilPainted: 0, longest: 0 };
  const onMain = events
    .filter(({ pid, tid }) => pid === change.pid && tid === change.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const painted = onMain.find(({ name }) => name === 'bench painted')?.ts ?? Number.POSITIVE_INFINITY;
  // The browser makes the chosen files in the same task that tells of them: of that one only the handlers count.
  let untilPainted = change.tdur;
  let longest = change.tdur;
  let end = change.ts + change.dur;
  for (const { name, ts, dur = 0, tdur = 0 } of onMain) {
    // The outermost only: inside of a task others are noted again.
    if (!name.endsWith('RunTask') || ts < end) continue;
    end = ts + dur;
    longest = Math.max(longest, tdur);
    if (ts < painted) untilPainted += tdur;
  }
  return { untilPainted: untilPainted / 1000, longest: longest / 1000 };
}
