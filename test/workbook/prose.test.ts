import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../kernels/workbook/formulas.js';
import { placesIn, proseIn, proseMistakes, readPageFacts } from '../../kernels/workbook/prose.js';
import type { PageProse } from '../../src/lib/claims/prose.js';
import { missingFile } from '../../src/lib/experiment/missing.js';

const values = { gap: '−0.25', code: '<b>', falls: true, rises: false };
const prose: PageProse = { values, problems: ['prose on lost: there is no table "lost"'] };
const plugin = proseIn((slug) => (slug === 'a' ? prose : undefined));
const md = createMarkdownIt({ markdownIt: (it) => plugin(formulas(it)) });
const body = (source: string, page = '/papers/a') => parseMarkdown(source, { md, path: page }).body;

describe('prose from tables', () => {
  it('puts values and words into a sentence, beside formulas and expressions of the page', () => {
    const made = body('The gap is {{gap}} for $x_{{1}}$, ${1 + 1}: {{falls? it **falls** by {{ gap }}}}.');
    expect(made).toContain('The gap is −0.25 for');
    expect(made).toContain('class="katex"');
    expect(body('It {{falls? falls *fast*}}.')).toContain('<p>It falls <em>fast</em>.</p>');
    expect(proseMistakes(body('It {{falls? falls *fast*}} by {{gap}}.'))).toEqual([]);
  });

  it('puts in text, never markup', () => {
    expect(body('{{code}}')).toContain('<p>&lt;b&gt;</p>');
  });

  it('leaves code as it is', () => {
    expect(body('`{{gap}}`')).toContain('<code>{{gap}}</code>');
  });

  it.each([
    ['{{none}}', 'none: there is no such value; prose on lost: there is no table &quot;lost&quot;'],
    ['{{rises? it rises}}', 'rises: the tables say otherwise'],
    ['{{falls}}', 'falls: a condition needs words: {{falls? words}}'],
    ['{{gap? it}}', 'gap: words stand beside conditions alone, and this is a value'],
  ])('shows what is wrong with %s, and says why', (source, why) => {
    expect(proseMistakes(body(source))).toEqual([why]);
  });

  it('says where nothing has been computed', () => {
    expect(proseMistakes(body('{{gap}}', '/papers/b'))).toEqual(['gap: not computed yet']);
  });

  it('names every place of a page', () => {
    expect(placesIn('a {{gap}}, {{falls? it\nfalls}} and {one}')).toEqual([
      { name: 'gap', words: undefined },
      { name: 'falls', words: 'it\nfalls' },
    ]);
  });

  it('is read from what loaders have written, and from nothing else', async () => {
    const cache = await mkdtemp(path.join(os.tmpdir(), 'litmus-prose-'));
    await mkdir(path.join(cache, 'data/a'), { recursive: true });
    await mkdir(path.join(cache, 'data/b'), { recursive: true });
    await writeFile(path.join(cache, 'data/a/prose.json'), JSON.stringify(prose));
    await writeFile(path.join(cache, 'data/b/prose.json'), missingFile('the data set is not here'));
    const read = readPageFacts(cache);
    expect(read('a')).toEqual(prose);
    expect(read('b')).toMatchObject({ values: {}, problems: ['the data set is not here'] });
    expect(read('c')).toBeUndefined();
  });
});
