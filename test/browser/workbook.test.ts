import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFront } from '../../kernels/workbook/front.js';
import { findPages } from '../../kernels/workbook/wanted.js';
import { fakeKernel, show } from '../components/fake-kernel.js';
import { executablePath, launch, open, watchProblems } from './browser.js';
import { buildSite, serveSite, type Site, weigh } from './site.js';

const root = fileURLToPath(new URL('../../src', import.meta.url));
const pages = (await findPages(root)).map((file) => path.relative(root, file).replace(/(index)?\.md$/, ''));

let folder: string;
let site: Site;
let browser: Browser;
let page: Page;
let problems: string[];

const visit = async (name: string, width = 1280) => {
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
  problems = watchProblems(page, site.address);
  await open(page, site.address + name);
};

const noChromium = executablePath ? '' : ' (left out: no Chromium; name one in CHROMIUM)';

describe.skipIf(!executablePath)(`the built site${noChromium}`, () => {
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

  describe.each(pages.map((name) => ({ name, title: name || 'index' })))('page $title', ({ name }) => {
    it.each([1280, 390])('is sound at a width of %d px, light and dark', async (width) => {
      await visit(name, width);
      expect(await faults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(page)).toEqual([]);
      if (width === 390) {
        await page.setViewportSize({ width: 360, height: 740 });
        expect(await overflow(page)).toEqual([]);
      }
      expect(problems).toEqual([]);
      await page.close();
    });

    it('loads less than 300 kB of compressed script', async () => {
      await visit(name);
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .filter((address) => new URL(address).pathname.endsWith('.js')),
      );
      const sizes = await Promise.all(
        scripts.map((address) => weigh(folder, decodeURI(address.slice(site.address.length)))),
      );
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, { compressed }) => sum + compressed, 0)).toBeLessThan(300_000);
      await page.close();
    });
  });

  it.each(['papers/cs-ib', 'papers/information-koopman'])(
    'says on the first screen of %s what was found, without a script',
    async (name) => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 1280, height: 900 },
      });
      page = await context.newPage();
      await page.goto(site.address + name);
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

  it.each(pages.filter((name) => name.startsWith('papers/')))(
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
        const drawn = await slider.evaluateHandle((node) =>
          node.closest('figure')!.querySelector('.plot > div > *'),
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

  describe('a live piece', () => {
    const figure = () => page.locator('#figure-training');
    const stands = (pattern: string) =>
      page.waitForFunction(
        (given) => new RegExp(given).test(document.querySelector('#figure-training .live')!.textContent!),
        pattern,
      );
    const says = (text: string) => figure().locator('figcaption', { hasText: text }).waitFor();
    const points = () => figure().locator('[aria-label=dot] path').count();

    it('trains in the page, loads what that takes when it is run, and stops', async () => {
      await visit('papers/cs-ib');
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(loaded.filter((address) => /tensorflow|\.wasm|kernel-client/.test(address))).toEqual([]);
      expect(await points()).toBe(0);

      // By keyboard: the focus stays on the button, whatever it says.
      await figure().getByRole('button', { name: 'Run' }).focus();
      await page.keyboard.press('Enter');
      await stands('step [1-9]\\d* of 600');
      expect(requested.join('\n')).toMatch(/tfjs-core[\s\S]*\.wasm/);
      await says('Training in this page, now (wasm)');
      expect(await points()).toBe(3 * 6);

      await page.keyboard.press('Enter');
      await stands('Stopped after');
      await says('Trained in this page, just now (wasm): 6 networks, seed 1');
      expect(await points()).toBe(3 * 6);
      expect(await faults(page)).toEqual([]);

      await figure().getByRole('slider', { name: 'Steps' }).press('Home');
      await figure().getByRole('button', { name: 'Run' }).press('Enter');
      await stands('step 100 of 100.*Finished in this page');
      expect(problems).toEqual([]);
      await page.close();
    });

    it('runs on the kernel that the preview offers, in a browser that was let in', async () => {
      const kernel = await fakeKernel();
      const socketPath = path.join(await mkdtemp(path.join(tmpdir(), 'litmus-browser-')), 'site');
      const pages = await serveSite({ folder, below: '/', socketPath });
      const front = await openFront({
        port: 0,
        socketPath: Promise.resolve(socketPath),
        kernel: () => Promise.resolve(kernel.address),
        log: () => {},
        onEntered: () => {},
      });
      page = await browser.newPage();
      problems = watchProblems(page, front.address);
      // In the page's head before its modules run, as the preview puts it there.
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          if (document.readyState !== 'interactive') return;
          const offer = { name: 'litmus-kernel', content: '/_litmus/kernel' };
          document.head.append(Object.assign(document.createElement('meta'), offer));
        });
      });
      const address = `${front.address}papers/cs-ib`;
      await open(page, address);
      await stands('No live kernel: .* open the address that "npm start" has printed');
      expect(
        await figure()
          .getByLabel(/live kernel/)
          .count(),
      ).toBe(0);

      await page.goto(front.ticket());
      await page.waitForURL(front.address);
      await page.waitForLoadState('networkidle');
      await open(page, address);
      await figure().getByLabel('on the live kernel (a test bench)').check();
      await figure().getByRole('button', { name: 'Run' }).click();
      const request = await kernel.next('execute_request');
      expect(request.content.code).toMatch(/litmus:src\/components\/cs-ib\/live-training\.ts.*liveTraining/s);

      const member = { beta: 0, seed: 0, loss: 0.5, rmse: 0.6, i_xt: 0.4, i_ty: 0.5, r: 0 };
      const snapshot = {
        step: 5,
        steps: 10,
        backend: 'tensorflow',
        members: [member, { ...member, beta: 0.3 }],
      };
      show(request, [['display_data', { data: { 'application/json': snapshot }, metadata: {} }]]);
      await stands('step 5 of 10.*Finished on the live kernel');
      await says('Trained on the live kernel (a test bench), just now (tensorflow): 2 networks');
      expect(await faults(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
      front.close();
      pages.close();
      await kernel.close();
      await rm(path.dirname(socketPath), { recursive: true });
    });
  });

  it('computes the estimates anew, in a worker, when a control changes', async () => {
    await visit('estimators');
    const figure = page.locator('#figure-estimates');
    const finished = () => figure.getByText('computed in this page').waitFor();
    const caption = figure.locator('figcaption');
    await finished();
    const dots = () => figure.locator('[aria-label=dot] path, [aria-label=dot] circle').count();
    expect(await dots()).toBeGreaterThan(50);
    const before = await figure.locator('.plot').innerHTML();
    const slider = figure.getByRole('slider', { name: 'Dimension' });
    await slider.press('ArrowRight');
    await caption.getByText('dimension 3').waitFor();
    await finished();
    expect(await figure.locator('.plot').innerHTML()).not.toBe(before);
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    // A run that would take long is given up for another.
    await figure.getByRole('combobox', { name: 'Samples' }).selectOption('2000');
    await caption.getByText('2000 samples').waitFor();
    await figure.getByRole('combobox', { name: 'Samples' }).selectOption('50');
    await caption.getByText('50 samples: closest').waitFor();
    await finished();
    await figure.getByText('More settings').click();
    await figure.getByRole('radio', { name: 'bits' }).check();
    await caption.getByText('bits off').waitFor();
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
});

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What keeps some reader from the page as it now stands: axe's findings, errors of cells, overflow. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    return (await axe.run()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
  const errors = await page.locator('.observablehq--error:not([hidden])').allTextContents();
  const unnamed = await page
    .locator('figure.frame:not(:has([role=img][aria-label]:not([aria-label=""])))')
    .evaluateAll((figures) => figures.map((figure) => `figure ${figure.id} has no text alternative`));
  return [...violations, ...errors, ...unnamed, ...(await overflow(page))];
}

/** Elements that stick out to the right, where the page can be scrolled sideways. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return Array.from(document.querySelectorAll('main *'))
      .filter((node) => node.getBoundingClientRect().right > width + 1)
      .map((node) => `${node.localName}.${node.getAttribute('class')} sticks out`);
  });
}
