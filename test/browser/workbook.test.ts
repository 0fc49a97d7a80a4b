import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath, open } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';

describe.skipIf(!executablePath)(
  `index and claims of the built site${noChromium}`,
  { timeout: patience },
  () => {
    const built = useBuiltSite();
    let page: Page;
    const visit = async (name: string) => {
      ({ page } = await built.visit(name));
    };

    it.each(['papers/cs-ib', 'papers/information-koopman'])(
      'says on the first screen of %s what was found, without a script',
      async (name) => {
        const context = await built.browser.newContext({
          javaScriptEnabled: false,
          viewport: { width: 1280, height: 900 },
        });
        page = await context.newPage();
        await page.goto(built.site.address + name);
        const screen = page.viewportSize()!.height;
        for (const selector of ['.paper-heading .answer', '.paper-heading .verdict-bar']) {
          const box = (await page.locator(selector).boundingBox())!;
          expect(box.y + box.height, selector).toBeLessThan(screen);
        }
        expect(await page.locator('.answer dt').allInnerTexts()).toHaveLength(3);
        expect((await page.locator('#in-plain-words').boundingBox())!.y).toBeLessThan(screen);
        expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/^We found: /);
        await context.close();
      },
    );

    it('leads from each claim to a figure that is there', async () => {
      await visit('claims');
      const links = await page
        .getByRole('link', { name: 'See the figure' })
        .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(0);
      for (const target of new Set(links.map((link) => link.replace(/#.*/, '')))) {
        await open(page, target);
        for (const link of links.filter((link) => link.startsWith(`${target}#`)))
          expect(await page.locator(new URL(link).hash).count(), link).toBe(1);
      }
      await page.close();
    });

    it('finds papers by what is typed, and by subject and state', async () => {
      await visit('');
      const count = page.getByRole('status');
      const titles = () => page.locator('.shelf h3').allTextContents();
      expect(await titles()).toHaveLength(33);

      await page.getByRole('searchbox', { name: 'Search' }).focus();
      await page.keyboard.type('koopman');
      expect(await titles()).toEqual(['Information Shapes Koopman Representation']);
      expect(await count.textContent()).toBe('1 of 33 papers');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');

      await page.keyboard.press('Tab');
      await page.keyboard.type('lang');
      expect(await page.getByLabel('Subject').inputValue()).toBe('language models');
      expect(await titles()).toHaveLength(5);
      await page.keyboard.press('Home');

      await page.keyboard.press('Tab');
      await page.keyboard.type('put');
      expect(await titles()).toContain('Cauchy-Schwarz Divergence Information Bottleneck for Regression');
      expect(await page.getByRole('heading', { name: 'On the list' }).count()).toBe(0);
      await page.close();
    });

    it('sorts claims by keyboard, and back into the order of the papers', async () => {
      await visit('claims');
      const words = () =>
        page.locator('tr[data-verdict] td:last-child > p:first-child .verdict').allTextContents();
      const order = ['reproduced', 'not reproduced', 'inconclusive', 'not tested'];
      const given = await words();
      expect(given.length).toBeGreaterThan(5);
      const ascending = [...given].sort((a, b) => order.indexOf(a) - order.indexOf(b));

      const heading = page.getByRole('columnheader', { name: 'Verdict' });
      await heading.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBe('ascending');
      expect(await words()).toEqual(ascending);
      await page.keyboard.press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      expect(await words()).toEqual(ascending.reverse());
      await page.keyboard.press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBeNull();
      expect(await words()).toEqual(given);
      await page.close();
    });

    it('gives the claims as CSV', async () => {
      await visit('claims');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as CSV' }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toMatch(
        /^paper,id,statement,origin,source,place,reported,reported_value,figure,profile,scale,extent,measured,/,
      );
      const claims = await page.locator('tbody tr[data-verdict]').count();
      expect(text.trim().split('\r\n').length).toBeGreaterThan(claims);
      await page.close();
    });
  },
);
