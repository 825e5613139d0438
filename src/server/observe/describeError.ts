const maxCauses = 4;
const maxFrames = 8;

/**
 * Tells of something that was thrown by who knows whom: names, messages and stack, without what may be secret in them. A thing that is
 * no Error tells only its type.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const causes: string[] = [];
  // An ORM says that a query failed; why is in the cause.
  for (let { cause } = error; cause instanceof Error && causes.length < maxCauses; { cause } = cause) {
    causes.push(`cause: ${headline(cause)}`);
  }
  return [headline(error), ...causes, ...framesOf(error)].join('\n');
}

function headline({ name, message }: Error): string {
  return `${withoutSecrets(name).slice(0, 100)}: ${withoutSecrets(message).slice(0, 500)}`;
}

// A message may have lines that look like frames, and the stack repeats it.
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const below = at < 0 ? stack : stack.slice(at + message.length);
  return below
    .split('\n')
    .filter((line) => /^\s+at .*(?::\d+|<anonymous>|native)\)?$/.test(line))
    .slice(0, maxFrames)
    .map((line) => line.slice(0, 300));
}

/** Takes out of a text what drivers and clients are known to put into it: parameters, values, passwords, queries of URLs, keys. */
function withoutSecrets(text: string): string {
  return (
    text
      // A database's client puts all parameters into its message.
      .replace(/\bparams: .*/s, 'params: …')
      .replace(/X-Amz-[^\s&"'<>]+/gi, 'X-Amz-…')
      // user:password@ of an address; a password may hold an @ itself.
      .replace(/\b([a-z][a-z\d+.-]*:\/\/)[^\s"'<>]*@/gi, '$1…@')
      // PostgreSQL's own words name the value that it did not like.
      .replace(/(:\s+)"[^"]*"/g, '$1"…"')
      .replace(/(=\()[^)]*\)/g, '$1…)')
      // Before the general rule for values, so that a header's second word goes too.
      .replace(/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 …')
      .replace(/([?&][\w.~%[\]-]+=)[^\s&"'<>]+/g, '$1…')
      .replace(
        /((?:password|passwd|pwd|secret|token|credential|authorization|signature|cookie|(?:access|api|encryption)[\s_-]?key(?:[\s_-]?id)?)["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi,
        '$1…',
      )
      .replace(/\b(?:AKIA|ASIA)[A-Z\d]{12,}/g, '…')
      // What no rule knows, but looks like a key: an AWS secret has forty characters, one of ours forty-four in Base64.
      .replace(/(?<![A-Za-z\d+/=])(?=[A-Za-z+/]*\d)(?=[\d+/]*[A-Za-z])[A-Za-z\d+/]{32,}={0,2}/g, '…')
      .replace(
        /(?<![A-Za-z\d+/=])(?=[a-z\d+/]*[A-Z])(?=[A-Z\d+/]*[a-z])[A-Za-z\d+/]{40}(?![A-Za-z\d+/=])/g,
        '…',
      )
  );
}
