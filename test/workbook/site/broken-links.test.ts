import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brokenLinks } from '../../../kernels/workbook/site/broken-links.js';

let folder: string;
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'litmus-links-'));
  await write('index.html', '<h1 id="top">A</h1><a class="x" href="./papers/a#figure-b">a</a>');
  await write('papers/a.html', '<a name="figure-b"></a><a href="../">up</a><a href="#figure-b">here</a>');
  await write('data/a.parquet', 'PAR1');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('finds nothing where pages, files and places are there, nor in what is no link within the site', async () => {
  await write(
    'b.html',
    '<a href="./data/a.parquet">data</a><a href="./#top">top</a><a href="./papers/a?figure-b.k=3&amp;c=d#figure-b">b</a>' +
      '<a href="https://example.org/none">x</a><a href="mailto:a@example.org">y</a><script>"<a href=\\"none\\">"</script>',
  );
  expect(await brokenLinks(folder)).toEqual([]);
});

it('tells of each place that is not there which pages lead to it', async () => {
  await write('b.html', '<a href="./papers/a#figure-c">c</a><a href="./none">n</a><a href="./none#b">b</a>');
  await write(
    'papers/c.html',
    '<a href="../none">n</a><a href="a#figure-c">c</a><a href="../data/b.parquet">d</a>',
  );
  const found = await brokenLinks(folder);
  expect(found.map(({ target, from }) => [target, [...from].sort()]).sort()).toEqual([
    ['/data/b.parquet', ['/papers/c']],
    ['/none', ['/b', '/papers/c']],
    ['/papers/a#figure-c', ['/b', '/papers/c']],
  ]);
});
