/** What S3 says when it refuses, as a test has it say. */
export function s3Fault(code: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(`<Error><Code>${code}</Code><Message>Said by the test.</Message></Error>`, {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
  });
}
