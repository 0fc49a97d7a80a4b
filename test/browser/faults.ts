import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What keeps some reader from the page as it now stands: axe's findings, errors of cells, overflow.
 *
 * @param rules of axe; all of them where omitted
 */
export async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const options = only ? { runOnly: only } : {};
    return (await axe.run(options)).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, rules);
  const errors = await page.locator('.observablehq--error:not([hidden])').allTextContents();
  const unnamed = await page
    .locator('figure.frame:not(:has([role=img][aria-label]:not([aria-label=""])))')
    .evaluateAll((figures) => figures.map((figure) => `figure ${figure.id} has no text alternative`));
  return [...violations, ...errors, ...unnamed, ...(await overflow(page))];
}

/** Elements that stick out to the right, where the page can be scrolled sideways. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return Array.from(document.querySelectorAll('main *'))
      .filter((node) => node.getBoundingClientRect().right > width + 1)
      .map((node) => `${node.localName}.${node.getAttribute('class')} sticks out`);
  });
}
