import { describe, expect, it } from 'vitest';
import { executablePath, open } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';
import { isOfPaper, pageNames } from './page-names.js';

/** How many drawings of a page's first figure are in sight. */
const drawingsInSight = () => {
  const block = document.querySelector('.observablehq--block[data-place^=figure-]')!;
  return Array.from(block.querySelectorAll('.plot svg, .plot canvas')).filter(
    (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible',
  ).length;
};

describe.skipIf(!executablePath)(
  `first figures of the built site${noChromium}`,
  { timeout: patience },
  () => {
    const built = useBuiltSite();

    it.each(pageNames.filter(isOfPaper))(
      'draws that of %s without a script, with as many drawings as the one that takes its place',
      async (name) => {
        for (const width of [1280, 390]) {
          const shown = [];
          for (const javaScriptEnabled of [false, true]) {
            const context = await built.browser.newContext({
              javaScriptEnabled,
              viewport: { width, height: 900 },
            });
            const page = await context.newPage();
            page.setDefaultTimeout(patience);
            if (javaScriptEnabled) await open(page, built.site.address + name);
            else await page.goto(built.site.address + name);
            expect(await page.locator('.still').count()).toBe(javaScriptEnabled ? 0 : 1);
            shown.push(await page.evaluate(drawingsInSight));
            await context.close();
          }
          const [still, live] = shown;
          expect(still).toBeGreaterThan(0);
          expect(still).toBe(live);
        }
      },
    );
  },
);
