// Makes the README's pictures anew from the stories, light and dark, wide and narrow: `npm run screenshots`, or `… -- list` for some.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './findChromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = 6190;

/** Each picture: its story, the height at which it is cut, and what has to have happened. */
const pictures = [
  {
    name: 'settings-panel',
    story: 's3settingspanel--configured',
    width: 1280,
    height: 985,
    narrowHeight: 846,
    async prepare(page, isNarrow) {
      await page.getByRole('button', { name: 'Check connection' }).click({ timeout: 120_000 });
      await page.getByText('Everything works').waitFor();
      // On a phone the guide stands below the form, out of the picture.
      if (isNarrow) return;
      await page.locator('li[data-step=bucket-policy] button').first().click();
      await page.getByText('"2012-10-17"').first().waitFor();
    },
  },
  {
    name: 'uploader',
    story: 'attachmentuploader--in-all-states',
    width: 800,
    async prepare(page) {
      await page.getByText('do not allow PUT').first().waitFor({ timeout: 120_000 });
      // The slow line has come as far as it comes, and there is a speed to tell.
      await page.getByText('10.8 MB of 18 MB').waitFor();
    },
  },
  {
    name: 'list',
    story: 'attachmentlist--pictures',
    width: 800,
    async prepare(page) {
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('.s3a-file-sign > img')].filter((img) => img.naturalWidth > 0)
            .length === 2,
        undefined,
        { timeout: 120_000 },
      );
    },
  },
];

const storybook = spawn('npx', ['storybook', 'dev', '--port', String(port), '--no-open', '--ci'], {
  cwd: root,
  stdio: 'ignore',
  detached: true,
});
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
try {
  const wanted = process.argv.slice(2);
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    for (const scheme of ['light', 'dark']) {
      await take(picture, scheme, picture.width, `${picture.name}-${scheme}`);
      await take(picture, scheme, 390, `${picture.name}-narrow-${scheme}`);
    }
} finally {
  await browser.close();
  process.kill(-storybook.pid);
}

/** One picture of the widget and the room around it. */
async function take({ story, height = 2000, narrowHeight = height, prepare }, scheme, width, name) {
  const most = width === 390 ? narrowHeight : height;
  const page = await browser.newPage({
    viewport: { width, height: 1000 },
    colorScheme: scheme,
    deviceScaleFactor: width > 1000 ? 1 : 2,
  });
  await reach(
    page,
    `http://localhost:${port}/iframe.html?viewMode=story&id=${story}&globals=scheme:${scheme}`,
  );
  await prepare(page, width === 390);
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  const box = await page.locator('.story .s3a').first().boundingBox();
  const clip = { x: 0, y: 0, width, height: Math.min(most, Math.ceil(box.y + box.height + 24)) };
  await page.screenshot({ path: `${root}/stories/screenshots/${name}.png`, clip, fullPage: true });
  await page.close();
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
