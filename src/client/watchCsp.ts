/** Looks out for the page's own Content-Security-Policy while a request is under way. */
export interface CspWatch {
  /** To be asked after the request has failed without an answer: whether the policy refused it. */
  wasBlocked(): Promise<boolean>;
}

/** What the policy refused last, numbered; one listener for all requests, for there are many. */
const refused: { number: number; origin: string | null }[] = [];
const remembered = 100;
let count = 0;
const heard: (() => void)[] = [];
let listens = false;

function listen(): void {
  if (listens || !globalThis.addEventListener) return;
  listens = true;
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    if (event.disposition !== 'enforce' || event.effectiveDirective !== 'connect-src') return;
    refused.push({ number: ++count, origin: originOf(event.blockedURI) });
    if (refused.length > remembered) refused.shift();
    for (const tell of heard.splice(0)) tell();
  });
}

/** Watches whether the page's Content-Security-Policy refuses requests to the origin of this URL. Without a page, it never does. */
export function watchCsp(url: string): CspWatch {
  listen();
  const before = count;
  return {
    async wasBlocked() {
      const origin = originOf(url);
      const isRefused = () => refused.some((one) => one.number > before && one.origin === origin);
      // The violation is told in a task of its own, which may come after the request's failure.
      const until = Date.now() + 50;
      while (!isRefused() && Date.now() < until) {
        await new Promise<void>((resolve) => {
          heard.push(resolve);
          setTimeout(resolve, until - Date.now());
        });
      }
      return isRefused();
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
