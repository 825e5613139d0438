import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Tab } from './Tab.ts';

const driver = '/usr/bin/WebKitWebDriver';
const port = 7411;
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const control = '\uE009';
const release = '\uE000';

/** Whether this machine has WebKitGTK, its driver and a screen that is none. */
export const hasWebKit = [driver, '/usr/bin/Xvfb'].every((path) => existsSync(path));

/** Starts WebKitGTK on a screen that nobody sees, driven by WebDriver. */
export async function openWebKit(): Promise<Tab> {
  const display = `:${port}`;
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
  const started: ChildProcess[] = [
    spawn('Xvfb', [display, '-screen', '0', '1280x1000x24'], { stdio: 'ignore' }),
    spawn(driver, [`--port=${port}`], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
  ];
  const errors: string[] = [];
  for (const stream of [started[1]?.stdout, started[1]?.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      errors.push(...text.split('\n').filter((line) => /^CONSOLE.*\b(?:ERROR|WARN)/.test(line)));
    });
  }

  async function send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  }

  async function until<T>(seconds: number, attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  await until(10, () => send('GET', '/status'));
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        unhandledPromptBehavior: 'accept',
        'webkitgtk:browserOptions': {
          binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
        },
      },
    },
  });
  const session = `/session/${sessionId}`;

  const find = (xpath: string, seconds = 20) =>
    until(seconds, async () => {
      const found = await send<Record<string, string>>('POST', `${session}/element`, {
        using: 'xpath',
        value: xpath,
      });
      return `${session}/element/${found[elementKey]}`;
    });

  return {
    downloads: null,
    errors: () => errors,
    goto: (url) => send('POST', `${session}/url`, { url }),
    // Found anew each time: it may be another one by then.
    click: (xpath) =>
      until(20, async () => {
        await send('POST', `${await find(xpath)}/click`, {});
      }),
    async type(xpath, text) {
      const element = await find(xpath);
      await send('POST', `${element}/value`, { text: `${control}a${release}${text}` });
    },
    async choose(xpath, ...paths) {
      await send('POST', `${await find(xpath)}/value`, { text: paths.join('\n') });
    },
    waitFor: async (xpath, seconds) => void (await find(xpath, seconds)),
    async close() {
      await send('DELETE', session).catch(() => {});
      for (const child of started.toReversed()) child.kill();
    },
  };
}
