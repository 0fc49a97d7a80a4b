import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { executablePath, open, settle } from './browser.js';
import { noChromium, useBuiltSite } from './built-site.js';

let page: Page;

describe.skipIf(!executablePath)(`figures of the built site${noChromium}`, () => {
  const built = useBuiltSite();
  const newPage = async (width: number, colorScheme: 'light' | null = 'light') => {
    page = await built.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  };

  afterEach(() => page.close());

  /** Pixels from the window's top to what the address names. */
  const topOfTarget = () =>
    page.evaluate(() => document.querySelector(location.hash)!.getBoundingClientRect().top);

  const targets = ['papers/cs-ib#figure-training', 'papers/information-koopman#predictions'];

  describe.each([1280, 390])('an address with a place in it, %d px wide', (width) => {
    it('leads there', async () => {
      await newPage(width);
      await open(page, `${built.site.address}papers/cs-ib`);
      const claim = await page.evaluate(() => [...document.querySelectorAll('[id^=claim-]')].at(-1)!.id);
      for (const target of [`papers/cs-ib#${claim}`, ...targets]) {
        await page.goto('about:blank');
        await open(page, built.site.address + target);
        expect(Math.abs(await topOfTarget()), target).toBeLessThan(200);
        const marked = await page.evaluate(() => document.querySelector(':target')?.id);
        expect(marked).toBe(target.replace(/.*#/, ''));
      }
    });

    it('leads from another page to a figure, and back to where the reader was', async () => {
      await newPage(width);
      await open(page, `${built.site.address}claims`);
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
      await page.goto(`${built.site.address}papers/cs-ib#figure-training`);
      await page.waitForFunction(() => document.querySelector(':target'));
      await page.mouse.wheel(0, -500);
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await settle(page);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });

  it.each([1280, 390])('move nothing while they load, %d px wide', async (width) => {
    for (const name of ['', 'claims', 'papers/cs-ib', 'papers/information-koopman', 'papers/gain-control']) {
      await newPage(width);
      await page.addInitScript(() => {
        const watched = window as unknown as { shift: number };
        watched.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            watched.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await open(page, built.site.address + name);
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      expect(shift, name).toBeLessThan(0.05);
      await page.close();
    }
    await newPage(width);
  });

  it('keep their settings in the address, and say them in their text alternative', async () => {
    await newPage(1280);
    await open(page, `${built.site.address}papers/cs-ib?information-plane.dataset=bike-sharing`);
    const list = (figure: string) => page.locator(`#figure-${figure}`).getByLabel('Data', { exact: true });
    const chosen = (figure: string) =>
      list(figure).evaluate((node) => (node as HTMLSelectElement).selectedOptions[0].text);
    const said = (figure: string) => page.locator(`#figure-${figure} [role=img]`).getAttribute('aria-label');
    for (const figure of ['information-plane', 'errors', 'robustness']) {
      expect(await chosen(figure)).toBe('Bike Sharing');
      expect(await said(figure)).toContain('Data, Bike Sharing');
    }
    await list('errors').selectOption({ label: 'California Housing' });
    await page.waitForURL(/cs-ib$/);
    expect(await said('robustness')).toContain('Data, California Housing');
    await page.locator('#figure-errors').getByRole('radio', { name: 'median absolute' }).check();
    await page.waitForURL(/\?errors\.measure=mae$/);

    await open(page, `${built.site.address}how-we-judge`);
    await page.goBack();
    await settle(page);
    expect(
      await page.locator('#figure-errors').getByRole('radio', { name: 'median absolute' }).isChecked(),
    ).toBe(true);
  });

  it('can be saved as SVG, as PNG and as CSV, and linked with their settings', async () => {
    await newPage(1280);
    await open(page, `${built.site.address}papers/gain-control?equalisation.network=none`);
    const figure = page.locator('#figure-equalisation');
    await figure.getByText('Link, download, embed').click();
    const saved = async (kind: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: kind }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`equalisation.${kind.toLowerCase()}`);
      return readFile(await download.path());
    };
    const svg = (await saved('SVG')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain('var(--series');
    expect(svg).toContain('control');
    const mistakes = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length,
      svg,
    );
    expect(mistakes).toBe(0);

    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const shown = await figure.locator('.plot').evaluate((plot) => plot.getBoundingClientRect().width);
    expect(png.readUInt32BE(16)).toBeGreaterThan(2 * shown);

    const lines = (await saved('CSV')).toString().trim().split('\r\n');
    expect(lines[0]).toContain('p_adapter');
    expect(lines.length).toBeGreaterThan(100);

    const link = await figure.getByLabel('Link').inputValue();
    expect(link).toMatch(/gain-control\?equalisation\.network=none#figure-equalisation$/);
  });

  it('are shown alone in a frame of another page, in the colours of that page', async () => {
    // A scheme that is set for a test would be set for the frame as well.
    await newPage(1280, null);
    const address = `${built.site.address}papers/gain-control?equalisation.network=none&embed=figure-equalisation`;
    await page.setContent(
      `<iframe src="${address.replaceAll('&', '&amp;')}" style="color-scheme: dark" width="700" height="600"></iframe>`,
    );
    const framed = page.frameLocator('iframe');
    const figure = framed.locator('#figure-equalisation');
    await figure.locator('.plot svg').first().waitFor();
    expect(
      await framed
        .locator('h1, h2, figure.frame:not(#figure-equalisation)')
        .evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).length),
    ).toBe(0);
    expect(
      await figure.getByRole('link', { name: 'gain', exact: false }).last().getAttribute('href'),
    ).toMatch(/gain-control\?equalisation\.network=none#figure-equalisation$/);
    const ground = await figure.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(23, 23, 21)');
  });
});
