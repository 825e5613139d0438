/** The demo's Content-Security-Policy; `s3` are the origins that browsers send files to. */
export function contentSecurityPolicy(s3: readonly string[]): string {
  return [
    "default-src 'self'",
    `img-src 'self' data: blob: ${s3.join(' ')}`,
    `connect-src 'self' ${s3.join(' ')}`,
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
