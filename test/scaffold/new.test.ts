import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAdded } from '../../kernels/scaffold/scaffold.js';
import { type Copy, copyOfProduct } from './copy.js';

const quoted = {
  slug: 'new-paper',
  title: `On the "new" paper's title`,
  authors: ["Ann O'Neill", 'Bo Li'],
  year: 2020,
  venue: 'preprint',
  subject: 'representations' as const,
  sentence: 'Says in ten plain words what the paper is about.',
};

describe('withAdded', () => {
  it('appends entries that mean what was given, whatever their quotation marks', () => {
    const twice = withAdded(withAdded('export const added = [];\n', quoted), {
      ...quoted,
      slug: 'b',
      arxiv: '2001.00001',
    });
    const added = new Function(`${twice.replace('export const', 'const')}; return added;`)() as unknown;
    expect(added).toEqual([quoted, { ...quoted, slug: 'b', arxiv: '2001.00001' }]);
  });

  it('refuses a module without a list', () => {
    expect(() => withAdded('export {};', quoted)).toThrow('no end');
  });
});

describe('litmus new', () => {
  let copy: Copy;
  beforeAll(async () => {
    copy = await copyOfProduct();
  }, 120_000);
  afterAll(() => copy?.remove());

  const create = (line: string) => copy.shell(`node kernels/cli/litmus.js new ${line}`);
  const inCopy = (file: string) => path.join(copy.folder, file);

  it.each([
    ['No_Slug', 'is no slug'],
    ['new-paper', 'describe it: --title "…", --author "First Last" …, --year …, --sentence'],
    ['new-paper --title A --author "B C" --year 2020 --sentence "Too short."', 'it has 2 words'],
    ['', 'Give a slug; those on the shelf are listed by: npx litmus new --list'],
    ['shelf', '"shelf" names the tables of all papers together'],
    ['a'.repeat(61), 'a slug has at most 60 letters, and this one has 61'],
    ['new-paper --title " " --author "B C" --year 2020', '--title "…", --sentence'],
    ['mist --title Other', 'leave --title out'],
    ['cs-ib', 'data-loaders/cs-ib/paper.ts is there already: nothing was written'],
  ])('refuses %s and says why', async (line, why) => {
    await expect(create(line)).rejects.toThrow(why);
  });

  it('lists the slugs of the shelf', async () => {
    const out = await create('--list');
    expect(out).toMatch(/^slug +here +title$/m);
    expect(out).toMatch(/^mist +no +\S/m);
    expect(out).toMatch(/^cs-ib +yes +Cauchy-Schwarz/m);
  });

  it('takes titles and sentences as papers have them', async () => {
    const sentence = 'Shows that 0.5 bits, e.g. of α, are enough where more were thought to be needed.';
    await create(
      `comments --title "On /* and */ in
titles" --author "B C" --year 2020 --sentence "${sentence}"`,
    );
    expect(await readFile(inCopy('src/papers/comments.md'), 'utf8')).toContain('# On /* and */ in titles\n');
    expect(await readFile(inCopy('src/lib/shelf/added.ts'), 'utf8')).toContain(sentence);
    expect(await readFile(inCopy('data-loaders/comments/paper.ts'), 'utf8')).toContain(
      '"On /* and * / in titles"',
    );
    await copy.shell(
      'rm -r data-loaders/comments src/components/comments src/papers/comments.md test/data-loaders/comments',
    );
  });

  it('needs no description of a paper that is on the shelf, and overwrites nothing', async () => {
    await writeFile(inCopy('src/papers/mist.md'), 'mine');
    await expect(create('mist')).rejects.toThrow('src/papers/mist.md is there already');
    expect(await readFile(inCopy('src/papers/mist.md'), 'utf8')).toBe('mine');
    await expect(stat(inCopy('data-loaders/mist'))).rejects.toThrow();
    const before = await readFile(inCopy('src/lib/shelf/added.ts'), 'utf8');
    await copy.shell('rm src/papers/mist.md');
    expect(await create('mist')).toContain('litmus run mist');
    expect(await readFile(inCopy('src/lib/shelf/added.ts'), 'utf8')).toBe(before);
    expect(await readFile(inCopy('data-loaders/mist/paper.ts'), 'utf8')).toContain('2511.18945');
  });
});
