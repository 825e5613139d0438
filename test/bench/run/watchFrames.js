/** In the page, before anything else: counts the commits of React, which tells its developer tools of each, and the frames. */
export function watchFrames() {
  const frames = { commits: 0, frames: 0, most: 0 };
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
      frames.most = Math.max(frames.most, ++inThisFrame);
    },
  };
  const next = () => {
    frames.frames++;
    inThisFrame = 0;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
