/** False when the demo was started with real Amazon S3; the server writes it into the page. */
export const hasPracticeAccount =
  document.querySelector<HTMLMetaElement>('meta[name="practice-account"]')?.content !== 'off';
