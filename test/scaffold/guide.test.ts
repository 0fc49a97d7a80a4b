import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch, open, watchProblems } from '../browser/browser.js';
import { serveSite } from '../browser/site.js';
import { type Copy, copyOfProduct } from './copy.js';

/** What a reader of the guide types: commands, and files. */
type Step = { readonly command: string } | { readonly file: string; readonly text: string };

/** The fenced blocks of a guide that say what they are: `sh`, or a language and `file=…`. */
function stepsOf(guide: string): Step[] {
  return [...guide.matchAll(/^(`{3,})(\w+)(?: file=(\S+))?\n([^]*?)^\1$/gm)].map(
    ([, , language, file, text]) => {
      if (file) return { file, text };
      if (language !== 'sh') throw new Error(`a block of ${language} says no file`);
      return { command: text };
    },
  );
}

/** Commands as they are typed, run by this installation. */
const here = (command: string) =>
  command
    .replaceAll('npx litmus', 'node kernels/cli/litmus.js')
    .replaceAll('npx vitest', 'node_modules/.bin/vitest');

let copy: Copy;
const printed: string[] = [];

describe('the guide to adding a paper', () => {
  beforeAll(async () => {
    copy = await copyOfProduct();
    for (const step of stepsOf(await readFile('docs/adding-a-paper.md', 'utf8'))) {
      if ('command' in step) printed.push(await copy.shell(here(step.command)));
      else {
        await mkdir(path.join(copy.folder, path.dirname(step.file)), { recursive: true });
        await writeFile(path.join(copy.folder, step.file), step.text);
      }
    }
  }, 240_000);

  afterAll(() => copy?.remove());

  it('ends with recorded verdicts of both claims', async () => {
    expect(printed.filter((text) => text.includes('miller-bias: 2 reproduced'))).toHaveLength(1);
    const recorded = path.join(copy.folder, 'data-loaders/miller-bias/recorded');
    expect((await readdir(recorded)).sort()).toEqual([
      'bias.quick.parquet',
      'checksums.json',
      'false-alarms.json',
      'verdicts.json',
    ]);
    expect(JSON.parse(await readFile(path.join(recorded, 'verdicts.json'), 'utf8'))).toEqual({
      'first-order-bias': { quick: 'reproduced' },
      'correction-helps': { quick: 'reproduced' },
    });
    expect(printed.at(-1)).toMatch(/Test Files +\d+ passed/);
  });

  it('leaves nothing that the linters object to', async () => {
    const folders =
      'data-loaders/miller-bias src/components/miller-bias test/data-loaders/miller-bias src/lib/information/miller-madow.ts src/lib/shelf';
    await copy.shell(`node_modules/.bin/prettier --check ${folders}`);
    await copy.shell(`node_modules/.bin/eslint ${folders}`);
    await copy.shell('node_modules/.bin/tsc -p .');
  }, 240_000);

  it.skipIf(!executablePath)(
    `ends with a page that draws its figure and tells the verdicts${executablePath ? '' : ' (left out: no Chromium)'}`,
    async () => {
      // The other papers' pages are tested elsewhere.
      const papers = path.join(copy.folder, 'src/papers');
      for (const file of await readdir(papers))
        if (file.endsWith('.md') && file !== 'miller-bias.md') await rm(path.join(papers, file));
      await copy.shell('npm run -s build');
      const site = await serveSite({ folder: path.join(copy.folder, 'dist') });
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const problems = watchProblems(page, site.address);
        await open(page, `${site.address}papers/miller-bias`);
        expect(await page.locator('#figure-bias svg circle, #figure-bias svg path').count()).toBeGreaterThan(
          5,
        );
        expect(await page.locator('main').innerText()).toMatch(/reproduced/i);
        await open(page, site.address);
        expect(await page.locator('#miller-bias img').count()).toBe(1);
        expect(problems).toEqual([]);
      } finally {
        await browser.close();
        site.close();
      }
    },
    300_000,
  );
});
