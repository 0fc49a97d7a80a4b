import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Chromium as `CHROMIUM` names it or where Linux distributions put it; `undefined` where there is none. */
export const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (candidate) => candidate && existsSync(candidate),
);

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Notes in words whatever goes wrong in a page, and each request that leaves the site. */
export function watchProblems(page: Page, site: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site))
      problems.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => problems.push(`request failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Opens a page and waits until its cells have run, all its figures are drawn, and nothing is loaded any more. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}

/** Waits until a page has loaded its modules, which it asks for when it has been painted. */
export async function modulesLoaded(page: Page): Promise<void> {
  await page.locator('link[rel=modulepreload]').first().waitFor({ state: 'attached' });
  // A text, since transforms of this file have imports of their own.
  await page.evaluate(
    `Promise.all(Array.from(document.querySelectorAll('link[rel=modulepreload]'), ({ href }) => import(href)))` +
      `.then(() => undefined)`,
  );
}

/** Waits until a page's cells have run, all its figures are drawn, and nothing is loaded any more. */
export async function settle(page: Page): Promise<void> {
  await modulesLoaded(page);
  await page.waitForLoadState('networkidle');
  // A page may have been idle before it was painted, and so before its modules asked for tables.
  await page.waitForFunction(async () => {
    const before = performance.getEntriesByType('resource').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return performance.getEntriesByType('resource').length === before;
  });
  // What is far below is drawn when it comes near, or for printing, and once its width is known, which takes a frame.
  // Tables that were left for later are read then, and their figures come after that.
  await page.waitForFunction(
    () => {
      if (!document.querySelector('observablehq-loading, figure.frame:is(.undrawn, .still)')) return true;
      dispatchEvent(new Event('beforeprint'));
      return false;
    },
    undefined,
    { polling: 100 },
  );
  for (let frame = 0; frame < 2; frame++)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
