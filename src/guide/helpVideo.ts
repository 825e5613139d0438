/** The video of the source document: somebody else's, and good to look at. It is loaded only when asked for. */
export const helpVideo = {
  provider: 'youtube-nocookie',
  /** Seconds from the start: 4:23. */
  start: 263,
  /** Seconds from the start: 10:40. */
  end: 640,
  /** For an `iframe`; the host sets no cookie before the video is played. */
  embedUrl: 'https://www.youtube-nocookie.com/embed/yGYeYJpRWPM?start=263&end=640&rel=0',
  /** For a link that leaves the page. */
  watchUrl: 'https://www.youtube.com/watch?v=yGYeYJpRWPM&t=263s',
} as const;
