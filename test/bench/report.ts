import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../kernels/engine/root.js';

const page = path.join(root, 'docs/performance.md');

/** A table in Markdown, numbers to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Three digits, with the unit that suits. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  return `${Number((1000 * seconds).toPrecision(3))} ms`;
}

/** How many times as long the other takes. */
export function ratio(other: number, ours: number): string {
  return `${(other / ours).toFixed(2)} ×`;
}

/** Prints what a benchmark found and puts it into its place on the page, `<!-- name -->` to `<!-- /name -->`. */
export async function report(name: string, text: string): Promise<void> {
  process.stdout.write(`\n${text}\n`);
  const before = await readFile(page, 'utf8');
  const place = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  if (!place.test(before)) throw new Error(`${page} has no place for "${name}"`);
  const after = before.replace(place, (_, open: string, close: string) => `${open}\n\n${text}\n\n${close}`);
  await writeFile(page, await format(after, { ...(await resolveConfig(page)), filepath: page }));
}
