// Makes the README's pictures anew from the stories: `npm run screenshots`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './findChromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = 6190;
const pictures = [
  { name: 'settings-panel-light', width: 1280, scheme: 'light' },
  { name: 'settings-panel-dark', width: 1280, scheme: 'dark' },
];

const storybook = spawn('npx', ['storybook', 'dev', '--port', String(port), '--no-open', '--ci'], {
  cwd: root,
  stdio: 'ignore',
  detached: true,
});
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
try {
  for (const { name, width, scheme } of pictures) {
    const page = await browser.newPage({ viewport: { width, height: 880 } });
    const url = `http://localhost:${port}/iframe.html?viewMode=story&id=s3settingspanel--configured&globals=scheme:${scheme}`;
    await reach(page, url);
    await page.getByRole('button', { name: 'Check connection' }).click({ timeout: 120_000 });
    await page.getByText('Everything works').waitFor();
    await page.locator('li[data-step=bucket-policy] button').first().click();
    await page.evaluate(() => {
      document.activeElement?.blur();
      scrollTo(0, 0);
    });
    await page.screenshot({ path: `${root}/stories/screenshots/${name}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  process.kill(-storybook.pid);
}

/** Storybook takes a while to start. */
async function reach(page, url) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await page.goto(url);
    } catch (error) {
      if (attempt > 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
