/** In the page, before anything else: counts the commits of React, which tells its developer tools of each, and the frames. */
export function watchFrames() {
  const frames = { commits: 0, frames: 0, more: 0 };
  let inThisFrame = 0;
  window.frameCounts = frames;
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE() {},
    onScheduleFiberRoot() {},
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot() {
      frames.commits++;
      if (++inThisFrame === 2) frames.more++;
    },
  };
  const next = () => {
    frames.frames++;
    inThisFrame = 0;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
