import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import type { Browser, Page } from 'playwright-core';
import { modulesLoaded } from '../browser/browser.js';
import { serveSite, weigh } from '../browser/site.js';

/** Milliseconds after which something is amiss. */
const patience = 120_000;

/** How many times slower than this machine's the reader's processor is. */
const slowdown = 4;

/** Of one paper with many figures, and large tables. */
const paper = 'papers/cs-ib';

/** What a reader waits for in a built site: seconds by the clock, and bytes. */
export interface SitePages {
  /** From an address that names the first figure to its drawing, on a processor four times slower. */
  readonly firstFigure: number;
  /** The same to the figure that answers to its controls. */
  readonly firstAnswer: number;
  /** All scripts of a paper's page, as a web server compresses them, in bytes. */
  readonly script: number;
  /** From a press on a verdict, among so many claims, to the list that answers, in seconds on that processor. */
  readonly answers: ReadonlyMap<number, number>;
}

/** Looks at pages of a built site. @param claims how many claims the page of claims is to have, each */
export async function lookAtPages(
  folder: string,
  browser: Browser,
  claims: readonly number[],
): Promise<SitePages> {
  const site = await serveSite({ folder, compressed: true });
  try {
    const answers = new Map<number, number>();
    for (const count of claims) {
      const name = `claims-${count}`;
      await writeFile(path.join(folder, `${name}.html`), await fewerClaims(folder, count));
      answers.set(count, await withSlowPage(browser, (page) => timeToAnswer(page, site.address + name)));
    }
    const [, first] = /<a name="(figure-[\w-]+)">/.exec(
      await readFile(path.join(folder, `${paper}.html`), 'utf8'),
    )!;
    const timeTo = (figure: string) =>
      withSlowPage(browser, (page) => timeToSight(page, `${site.address}${paper}#${first}`, figure));
    const firstFigure = await timeTo('figure.frame:not(.undrawn)');
    const firstAnswer = await timeTo('figure.frame:not(.undrawn, .still)');
    return { firstFigure, firstAnswer, script: await scriptOf(browser, folder, site.address), answers };
  } finally {
    site.close();
  }
}

async function withSlowPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(patience);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await work(page);
  } finally {
    await page.close();
  }
}

/** To a drawing of a figure that is in sight. */
async function timeToSight(page: Page, address: string, figure: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    (selector) =>
      Array.from(document.querySelectorAll(`${selector} .plot svg`)).some(
        (node) => node.getClientRects().length > 0,
      ),
    figure,
  );
  return (await page.evaluate(() => performance.now())) / 1000;
}

async function timeToAnswer(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await modulesLoaded(page);
  await page.waitForLoadState('networkidle');
  const chip = page.locator('.chip').first();
  await chip.waitFor();
  return chip.evaluate(async (button: HTMLButtonElement) => {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    button.click();
    // The list is laid out before the second frame begins.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return (performance.now() - start) / 1000;
  });
}

async function scriptOf(browser: Browser, folder: string, root: string): Promise<number> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(root + paper);
  await modulesLoaded(page);
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
  );
  await page.close();
  const sizes = await Promise.all(scripts.map((name) => weigh(folder, decodeURI(name.slice(root.length)))));
  return sizes.reduce((sum, { compressed }) => sum + compressed, 0);
}

/** The page of claims, with its first so many alone. @throws {Error} where it has fewer */
async function fewerClaims(folder: string, count: number): Promise<string> {
  const { window } = new JSDOM(await readFile(path.join(folder, 'claims.html'), 'utf8'));
  const claims = [...window.document.querySelectorAll('main .claim')];
  if (claims.length < count) throw new Error(`the page of claims has ${claims.length} of them, not ${count}`);
  for (const claim of claims.slice(count)) claim.remove();
  const html = `<!doctype html>\n${window.document.documentElement.outerHTML}`;
  window.close();
  return html;
}
