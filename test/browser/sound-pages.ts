import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';
import { faults, overflow } from './faults.js';
import { weigh } from './site.js';

/** Tests that pages of the built site are sound at two widths, light and dark. @param pages below the site's address */
export function testSoundness(pages: readonly string[]): void {
  describe.skipIf(!executablePath)(`the built site${noChromium}`, { timeout: patience }, () => {
    const built = useBuiltSite();
    let page: Page;
    let problems: readonly string[];
    const visit = async (name: string, width?: number) => {
      ({ page, problems } = await built.visit(name, width));
    };

    const soundLightAndDark = async () => {
      expect(await faults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Nothing but colours is another in the dark.
      expect(await faults(page, ['color-contrast'])).toEqual([]);
      expect(problems).toEqual([]);
    };

    describe.each(pages.map((name) => ({ name, title: name || 'index' })))('page $title', ({ name }) => {
      it('is sound in a wide window, light and dark, and loads less than 300 kB of compressed script', async () => {
        await visit(name);
        const scripts = await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map((entry) => entry.name)
            .filter((address) => new URL(address).pathname.endsWith('.js')),
        );
        const { folder, site } = built;
        const sizes = await Promise.all(
          scripts.map((address) => weigh(folder, decodeURI(address.slice(site.address.length)))),
        );
        expect(sizes.length).toBeGreaterThan(0);
        expect(sizes.reduce((sum, { compressed }) => sum + compressed, 0)).toBeLessThan(300_000);
        await soundLightAndDark();
        await page.close();
      });

      it('is sound in a narrow window, light and dark', async () => {
        await visit(name, 390);
        await soundLightAndDark();
        await page.setViewportSize({ width: 360, height: 740 });
        expect(await overflow(page)).toEqual([]);
        await page.close();
      });
    });
  });
}
