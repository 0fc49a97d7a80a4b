import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch, open, settle } from './browser.js';
import { buildSite, serveSite, type Site } from './site.js';

let folder: string;
let site: Site;
let browser: Browser;
let page: Page;

const newPage = async (width: number) => {
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
};

const noChromium = executablePath ? '' : ' (left out: no Chromium; name one in CHROMIUM)';

describe.skipIf(!executablePath)(`figures of the built site${noChromium}`, () => {
  beforeAll(async () => {
    folder = await buildSite();
    site = await serveSite({ folder });
    browser = await launch();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  afterEach(() => page.close());

  /** Pixels from the window's top to what the address names. */
  const topOfTarget = () =>
    page.evaluate(() => document.querySelector(location.hash)!.getBoundingClientRect().top);

  const targets = ['papers/cs-ib#figure-training', 'papers/information-koopman#predictions'];

  describe.each([1280, 390])('an address with a place in it, %d px wide', (width) => {
    it('leads there', async () => {
      await newPage(width);
      await open(page, `${site.address}papers/cs-ib`);
      const claim = await page.evaluate(() => [...document.querySelectorAll('[id^=claim-]')].at(-1)!.id);
      for (const target of [`papers/cs-ib#${claim}`, ...targets]) {
        await page.goto('about:blank');
        await open(page, site.address + target);
        expect(Math.abs(await topOfTarget()), target).toBeLessThan(200);
        const marked = await page.evaluate(() => document.querySelector(':target')?.id);
        expect(marked).toBe(target.replace(/.*#/, ''));
      }
    });

    it('leads from another page to a figure, and back to where the reader was', async () => {
      await newPage(width);
      await open(page, `${site.address}claims`);
      await page.evaluate(() => window.scrollTo({ top: 3000, behavior: 'instant' }));
      await page.waitForFunction(() => (history.state as { top?: number } | null)?.top === 3000);
      await page.evaluate(() =>
        document.querySelector<HTMLAnchorElement>('a[href*="information-koopman#figure-"]')!.click(),
      );
      await page.waitForURL(/information-koopman#figure-/);
      await settle(page);
      expect(Math.abs(await topOfTarget())).toBeLessThan(200);
      await page.goBack();
      await page.waitForURL(/claims$/);
      await settle(page);
      expect(Math.abs((await page.evaluate(() => window.scrollY)) - 3000)).toBeLessThan(100);
    });

    it('does not pull back a reader who has gone elsewhere', async () => {
      await newPage(width);
      await page.goto(`${site.address}papers/cs-ib#figure-training`);
      await page.waitForFunction(() => document.querySelector(':target'));
      await page.mouse.wheel(0, -500);
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await settle(page);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });
});
