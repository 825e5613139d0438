/** The origin of the page that asks: S3's CORS rules are about it, not about us. A browser sends it with every POST; `checkOrigin` has judged it. */
export function pageOrigin(request: Request): string {
  for (const text of [request.headers.get('origin'), request.url]) {
    if (text && URL.canParse(text) && new URL(text).origin !== 'null') return new URL(text).origin;
  }
  return 'null';
}
