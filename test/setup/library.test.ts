import { readFile } from 'node:fs/promises';
import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { expect, it } from 'vitest';
import { runNotebook } from '../../kernels/jupyter/notebooks/run-notebook.js';
import { exportsOf, libraryDocument, libraryText } from '../../kernels/setup/library.js';
import { libraryPage, libraryPageText } from '../../kernels/setup/library-page.js';

it('docs/library.md says what src/lib exports (npm run docs)', async () => {
  expect(await readFile(libraryDocument, 'utf8')).toBe(await libraryText());
});

it('the page Library says what notebooks estimate with (npm run docs): formula or meaning, unit, source', async () => {
  const text = await libraryPageText();
  expect(await readFile(libraryPage, 'utf8')).toBe(text);
  const entries = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part]),
  );
  for (const name of Object.keys(await import('../../src/lib/estimation/index.js')))
    expect(entries.get(name), name).toMatch(
      /^\w+\n\n\p{Lu}[^]*<details>\n<summary>How [^]*\n```\n[^]*<\/details>\n/u,
    );
  const estimators = [...entries.keys()].filter((name) =>
    /(Information|Entropy|Entropies|Correlation|Leonenko)$|^(kraskov|ross|mesner|gao|frenzel|estimate$)/.test(
      name,
    ),
  );
  expect(estimators.length).toBeGreaterThan(15);
  for (const name of estimators)
    expect(entries.get(name), name).toMatch(/\bnats\b|As `equalWidthInformation`/);
  // Who made an estimator, and when.
  for (const name of ['kraskov', 'ross', 'mesnerShalizi', 'gaoMixture', 'frenzelPompe', 'grassbergerEntropy'])
    expect(entries.get(name), name).toMatch(/ \d{4}|arXiv:/);
  // Nothing is left of how code writes it.
  expect(text).not.toMatch(/@(throws|param|returns)\b(?![^`]*```)/);
});

it(
  'the page Library begins with an example, which says what the page says of it',
  { timeout: 60_000 },
  async () => {
    const [, cell, shown] = /\n```typescript\n([^`]*)\n```\n\n> (.*)\n/.exec(
      await readFile(libraryPage, 'utf8'),
    )!;
    const output = await runNotebook({
      file: libraryPage,
      text: JSON.stringify({
        cells: [
          {
            cell_type: 'code',
            id: 'example',
            metadata: {},
            source: cell,
            outputs: [],
            execution_count: null,
          },
        ],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      }),
      extension: '.txt',
      signal: new AbortController().signal,
      err: () => undefined,
      colors: false,
    });
    expect(Buffer.from(output).toString('utf8').trim()).toBe(shown);
  },
);

it('the page Library leads by a purpose and a question to every function', async () => {
  const page = await readFile(libraryPage, 'utf8');
  const [, index] = /\n## Which function for which question\n([^]*?)\n## /.exec(page)!;
  const links = [...index.matchAll(/^- (\p{Lu}.*\?) \[.*\)$/gmu)];
  const groups = [...index.matchAll(/^\*\*\[(.*)\]\(#([\w-]+)\):\*\* \p{Lu}.*\.$/gmu)];
  expect(groups.length).toBeGreaterThan(1);
  // Nothing else is between them.
  expect(links.length + groups.length).toBe(index.split('\n').filter((line) => line !== '').length);
  const { body } = parseMarkdown(page, { md: createMarkdownIt({}), path: '/library' });
  for (const [, heading, anchor] of groups)
    expect(body).toMatch(new RegExp(`<h2 id="${anchor}"[^>]*>(<a[^>]*>)?${heading}<`));
  const named = Array.from(index.matchAll(/\[`(\w+)`\]\(#([\w-]+)\)/g), ([, name, anchor]) => {
    expect(body).toMatch(new RegExp(`<h3 id="${anchor}"[^>]*>${name}<`));
    return name;
  });
  expect(named.sort()).toEqual(Object.keys(await import('../../src/lib/estimation/index.js')).sort());
});

it('takes the first sentence of what is said about an export', () => {
  const code = `
    /** Not this one. */
    const own = 1;
    /**
     * The mean of a sample (A. Author, *Journal* 1, 1999. Second edition), in nats,
     * see {@link own}. More is said here.
     *
     * @param a is not part of it.
     */
    export function mean(a: number) {}
    /** By R. Fisher et al. in small samples */
    export interface Law {}
    export const bare = 1;
  `;
  expect(exportsOf(code)).toEqual([
    {
      name: 'mean',
      sentence: 'The mean of a sample (A. Author, *Journal* 1, 1999. Second edition), in nats, see `own`.',
    },
    { name: 'Law', sentence: 'By R. Fisher et al. in small samples' },
    { name: 'bare', sentence: '' },
  ]);
});
