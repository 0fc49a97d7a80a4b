import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';
import { faults } from './faults.js';
import { isOfPaper, pageNames } from './page-names.js';

describe.skipIf(!executablePath)(`controls of the built site${noChromium}`, { timeout: patience }, () => {
  const built = useBuiltSite();
  let page: Page;
  let problems: readonly string[];
  const visit = async (name: string, width?: number) => {
    ({ page, problems } = await built.visit(name, width));
  };

  it.each(pageNames.filter(isOfPaper))(
    'keeps the focus on a control of %s while its figure is drawn anew',
    async (name) => {
      await visit(name);
      await page.evaluate(() =>
        document.querySelectorAll<HTMLDetailsElement>('details.more').forEach((more) => (more.open = true)),
      );
      // A figure with a live piece is drawn anew by its Run button.
      const sliders = page.locator('figure.frame:not(:has(.live)) input[type=range]');
      const count = await sliders.count();
      for (let index = 0; index < count; index += 1) {
        const slider = sliders.nth(index);
        // The rows of a figure further down are read after the first screen.
        const drawn = await page.waitForFunction(
          (node) => node!.closest('figure')!.querySelector('.plot > div > *'),
          await slider.elementHandle(),
        );
        const before = await slider.inputValue();
        const key = before === (await slider.getAttribute('max')) ? 'ArrowLeft' : 'ArrowRight';
        await slider.press(key);
        await page.waitForFunction((node) => !node!.isConnected, drawn);
        expect(await slider.inputValue()).not.toBe(before);
        expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
      }
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  it('computes the estimates anew, in a worker, when a control changes', async () => {
    await visit('estimators');
    const figure = page.locator('#figure-estimates');
    const finished = () => figure.getByText('computed in this page').waitFor();
    const title = figure.locator('.figure-title');
    await finished();
    const dots = () => figure.locator('[aria-label=dot] path, [aria-label=dot] circle').count();
    expect(await dots()).toBeGreaterThan(50);
    const before = await figure.locator('.plot').innerHTML();
    const slider = figure.getByRole('slider', { name: 'Dimension' });
    await slider.press('ArrowRight');
    await title.getByText('dimension 3').waitFor();
    await finished();
    expect(await figure.locator('.plot').innerHTML()).not.toBe(before);
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    // A run that would take long is given up for another.
    await figure.getByRole('combobox', { name: 'Samples' }).selectOption('2000');
    await title.getByText('2000 samples').waitFor();
    await figure.getByRole('combobox', { name: 'Samples' }).selectOption('50');
    await title.filter({ hasText: /is closest.* 50 samples/ }).waitFor();
    await finished();
    await figure.getByText('More settings').click();
    await figure.getByRole('radio', { name: 'bits' }).check();
    await title.getByText('bits off').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('draws what a notebook made, for each correlation, and offers the notebook', async () => {
    await visit('notebooks');
    const figure = page.locator('#figure-estimator-error');
    const legend = () => figure.locator('.plot [class*=swatches]').allTextContents();
    expect((await legend()).join()).toMatch(/k = 1.*k = 3.*k = 10/s);
    const points = () =>
      figure
        .locator('[aria-label=dot] path')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('transform')));
    const strong = await points();
    // Three numbers of neighbours, six sizes, two panels.
    expect(strong).toHaveLength(3 * 6 * 2);
    await figure.getByLabel('0', { exact: true }).check();
    await page.waitForFunction(
      (before) =>
        document.querySelector('#figure-estimator-error [aria-label=dot] path')!.getAttribute('transform') !==
        before,
      strong[0],
    );
    expect(await points()).toHaveLength(3 * 6 * 2);

    const link = page.getByRole('link', { name: 'kraskov.parquet.ipynb' });
    const address = await link.evaluate((anchor) => (anchor as HTMLAnchorElement).href);
    expect((await (await page.request.get(address)).json()) as object).toMatchObject({ nbformat: 4 });
    await page.getByText('The notebook’s code, cell by cell').click();
    expect(await page.locator('ol.cells li').count()).toBe(5);
    expect(await faults(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
