/** The demo's Content-Security-Policy, as strict as the widgets allow it to be; `s3` are the origins that browsers send files to. */
export function contentSecurityPolicy(s3: readonly string[]): string {
  return [
    "default-src 'self'",
    `img-src 'self' ${s3.join(' ')}`,
    `connect-src 'self' ${s3.join(' ')}`,
    // The guide's help video, which is loaded only when somebody asks for it.
    'frame-src https://www.youtube-nocookie.com',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
