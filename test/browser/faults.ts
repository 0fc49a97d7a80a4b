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
  return [
    ...violations,
    ...errors,
    ...unnamed,
    ...(await withoutRows(page)),
    ...(await illegible(page)),
    ...(await overflow(page)),
  ];
}

/** Figures that cannot be saved as rows; what a live piece trains is there once it runs. */
function withoutRows(page: Page): Promise<string[]> {
  return page.$$eval('figure.frame:not(:has(.control.live))', async (figures) => {
    const found: string[] = [];
    for (const figure of figures) {
      const box = figure.querySelector<HTMLDetailsElement>('details.travel')!;
      box.open = true;
      // The button is shown or hidden when the box has opened.
      await new Promise((resolve) =>
        box.addEventListener('toggle', () => setTimeout(resolve), { once: true }),
      );
      const buttons = [...box.querySelectorAll('button')];
      if (buttons.find(({ textContent }) => textContent === 'CSV')!.hidden)
        found.push(`figure ${figure.id} has no rows`);
      box.open = false;
    }
    return found;
  });
}

/** Words of figures that leave their frame, or that lie over other words. */
function illegible(page: Page): Promise<string[]> {
  return page.$$eval('figure.frame', (figures) =>
    figures.flatMap((figure) => {
      const frame = figure.getBoundingClientRect();
      const words = Array.from(figure.querySelectorAll('.plot svg text'))
        .flatMap((text) => {
          const lines = Array.from(text.querySelectorAll('tspan')).filter(({ textContent }) => textContent);
          return lines.length > 0 ? lines : [text];
        })
        .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const outside = words
        // A pixel is no letter.
        .filter(({ box }) => box.left < frame.left - 2 || box.right > frame.right + 2)
        .map(({ text }) => `${figure.id}: “${text}” leaves the frame`);
      const covered = words.flatMap(({ text, box }, at) =>
        words
          .slice(at + 1)
          .filter(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
              // Boxes of lines are higher than their letters.
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 5,
          )
          .map((other) => `${figure.id}: “${text}” and “${other.text}” lie over one another`),
      );
      return [...outside, ...covered];
    }),
  );
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
