import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../../kernels/workbook/site/broken-links.js';
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
        // The figure that shows it begins there.
        expect((await page.locator('.still .plot').boundingBox())!.y).toBeLessThan(screen);
        expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/^We found: /);
        await context.close();
      },
    );

    it('leads from each claim to a figure and a page that are there', async () => {
      await visit('claims');
      const links = await page
        .locator('.claim-links a')
        .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      const figures = links.filter((link) => link.includes('#figure-'));
      expect(figures.length).toBeGreaterThan(0);
      for (const target of new Set(figures.map((link) => link.replace(/#.*/, '')))) {
        await open(page, target);
        for (const link of figures.filter((link) => link.startsWith(`${target}#`)))
          expect(await page.locator(new URL(link).hash).count(), link).toBe(1);
      }
      for (const link of links.filter((link) => !link.includes('#')))
        expect((await page.request.get(link)).status(), link).toBe(200);
      await page.close();
    });

    it('has papers, claims, verdicts and links without a script, and each claim on a page of its own', async () => {
      const context = await built.browser.newContext({ javaScriptEnabled: false });
      page = await context.newPage();
      await page.goto(built.site.address);
      expect(await page.locator('.card').count()).toBe(33);
      expect(await page.locator('.card h3 a').count()).toBeGreaterThan(10);
      await page.goto(`${built.site.address}claims`);
      const claim = page.locator('[data-claim="cs-ib/regression-rmse"]');
      const statement = await claim.locator('.claim-statement').textContent();
      await claim.locator('summary').click();
      await claim.getByRole('link', { name: `All about the claim: ${statement}` }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(statement);
      expect(await page.title()).toContain(statement);

      // To where the figure will be drawn: its room is kept.
      await page.getByRole('link', { name: 'Figure' }).first().click();
      await page.waitForURL(/papers\/cs-ib#figure-/);
      const place = page.locator(`a[name="${new URL(page.url()).hash.slice(1)}"]`);
      expect(Math.abs((await place.boundingBox())!.y)).toBeLessThan(100);
      await context.close();
    });

    it('has no link that leads nowhere in the site', async () => {
      expect(await brokenLinks(built.folder)).toEqual([]);
    });

    it('finds papers by what is typed, wrongly too, and by subject and state, and keeps it in the address', async () => {
      await visit('');
      const count = page.getByRole('status');
      const titles = page.locator('.card:visible h3');
      expect(await titles.count()).toBe(33);

      await page.getByRole('searchbox', { name: 'Search' }).focus();
      await page.keyboard.type('koopmann representatoin');
      await expect
        .poll(() => titles.allTextContents())
        .toEqual(['Information Shapes Koopman Representation']);
      expect(await count.textContent()).toBe('1 of 33 papers, by words like these');
      expect(new URL(page.url()).search).toBe('?q=koopmann+representatoin');
      await page.reload();
      await expect.poll(() => titles.count()).toBe(1);
      await page.getByRole('searchbox', { name: 'Search' }).fill('koopman zzzzzzzzz');
      await page.getByRole('button', { name: 'koopman', exact: true }).click();
      await expect
        .poll(() => titles.allTextContents())
        .toContain('Information Shapes Koopman Representation');
      await page.getByRole('searchbox', { name: 'Search' }).fill('');

      await page.keyboard.press('Tab');
      await page.keyboard.type('lang');
      expect(await page.getByLabel('Subject').inputValue()).toBe('language models');
      await expect.poll(() => titles.count()).toBe(5);
      await page.keyboard.press('Home');

      await page.keyboard.press('Tab');
      await page.keyboard.type('put');
      await expect
        .poll(() => titles.allTextContents())
        .toContain('Cauchy-Schwarz Divergence Information Bottleneck for Regression');
      expect(await page.getByRole('heading', { name: 'On the list' }).count()).toBe(0);
      await page.close();
    });

    it('finds claims by verdict, words and what they are gathered by, keeps it in the address, and goes by arrow keys', async () => {
      await visit('claims');
      const shown = page.locator('.claim:visible');
      const verdicts = () => shown.locator('summary .verdict').allTextContents();
      const all = await shown.count();
      const failed = page.getByRole('button', { name: 'not reproduced', exact: true });
      await failed.click();
      await expect.poll(async () => new Set(await verdicts())).toEqual(new Set(['not reproduced']));
      const counted = await page.locator('.verdict-bar li[data-verdict="not reproduced"]').textContent();
      expect(await shown.count()).toBe(parseInt(counted!));
      expect(new URL(page.url()).search).toBe('?verdict=not+reproduced');
      await page.goto(`${built.site.address}claims?group=subject&paper=cs-ib`);
      await expect
        .poll(() => page.locator('.claim-group:visible > h2').allTextContents())
        .toEqual(['information bottleneck']);
      const order = ['not reproduced', 'inconclusive', 'reproduced', 'not tested'];
      const given = await verdicts();
      expect(given).toEqual([...given].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(given.length).toBeLessThan(all);

      await shown.first().locator('summary').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await shown.nth(1).getAttribute('open')).not.toBeNull();
      expect(await page.locator('.claim > summary[tabindex="0"]:visible').count()).toBe(1);
      await page.close();
    });

    it('opens the claim that an address names', async () => {
      await visit('claims#cs-ib/regression-rmse');
      const claim = page.locator('[data-claim="cs-ib/regression-rmse"]');
      expect(await claim.getAttribute('open')).not.toBeNull();
      await expect.poll(() => claim.evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(200);
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
      const claims = await page.locator('.claim').count();
      expect(text.trim().split('\r\n').length).toBeGreaterThan(claims);
      await page.close();
    });
  },
);
