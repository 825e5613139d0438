/** Looks out for the page's own Content-Security-Policy while a request is under way. */
export interface CspWatch {
  /** To be asked after the request has failed without an answer: whether the policy refused it. Ends the watch. */
  wasBlocked(): Promise<boolean>;
  /** Ends the watch. */
  stop(): void;
}

/** Watches whether the page's Content-Security-Policy refuses requests to the origin of this URL. Without a page, it never does. */
export function watchCsp(url: string): CspWatch {
  const origin = originOf(url);
  let blocked = false;
  let heard = () => {};
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    if (event.disposition !== 'enforce' || event.effectiveDirective !== 'connect-src') return;
    if (originOf(event.blockedURI) !== origin) return;
    blocked = true;
    heard();
  };
  const stop = () => globalThis.removeEventListener?.('securitypolicyviolation', onViolation);
  globalThis.addEventListener?.('securitypolicyviolation', onViolation);
  return {
    stop,
    async wasBlocked() {
      // The violation is told in a task of its own, which may come after the request's failure.
      if (!blocked) {
        await new Promise<void>((resolve) => {
          heard = resolve;
          setTimeout(resolve, 50);
        });
      }
      stop();
      return blocked;
    },
  };
}

const absolute = (url: string) => new URL(url, globalThis.location?.href);

function originOf(url: string): string | null {
  try {
    return absolute(url).origin;
  } catch {
    return null;
  }
}

/** The host of a URL, or of the page where it names none. */
export function hostOf(url: string): string {
  return absolute(url).host;
}
