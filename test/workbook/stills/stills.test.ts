import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { firstFigureOf } from '../../../kernels/workbook/stills/first-figure.js';
import { openStills, type Stills, withStill } from '../../../kernels/workbook/stills/stills.js';

let workbook: string;
let stills: Stills;
const placed: string[] = [];

/** Where a page imports a component from. */
const component = (name: string) =>
  path.relative(path.join(workbook, 'papers'), path.join(root, 'src/components', `${name}.js`));

/** A page whose first figure has a setting of each kind, and draws what is chosen at its width. */
const pageWith = (draw: string) => `# A page

\`\`\`ts
import { range, select } from '${component('control')}';
import {
  figure,
} from '${component('figure')}';
import { form } from '${component('form')}';
import { paperPage } from '${component('paper-page')}';

const page = paperPage('cs-ib');
\`\`\`

\`\`\`ts
const text: string = await (await fetch(FileAttachment('../data/one/words.txt').href)).text();
const chosen = select('Word', { first: 'a', second: 'b' }, 'b');

display(
  figure({
    id: 'one',
    title: 'One.',
    caption: 'A caption.',
    alternative: 'A number.',
    controls: form({ chosen, step: range('Step', { min: 0, max: 9, step: 1, value: 4 }) }),
    draw: ({ chosen: word, step }, width) => ${draw},
  }),
);
\`\`\`

\`\`\`ts
display(figure({ id: 'two', title: 'Two.', caption: '', alternative: '', draw: () => document.createTextNode('') }));
\`\`\`
`;

const write = (name: string, text: string) => writeFile(path.join(workbook, 'papers', `${name}.md`), text);
const pages = ['good', 'bad', 'wordy', 'broken'].map((name) => `/papers/${name}`);
const open = () =>
  openStills({
    workbook,
    pages: pages.slice(0, 3),
    place: async (name) => void placed.push(name),
  });

const drawing = `{
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M0.123456,-20.98765');
  line.setAttribute('id', 'mine');
  line.textContent = \`\${text}: \${word}, \${step} at \${width}\`;
  return line;
}`;

beforeAll(async () => {
  workbook = await mkdtemp(path.join(tmpdir(), 'litmus-stills-'));
  await mkdir(path.join(workbook, 'papers'));
  const data = path.join(workbook, '.observablehq/cache/data/one');
  await mkdir(data, { recursive: true });
  await writeFile(path.join(data, 'words.txt'), 'Chosen');
  await write('good', pageWith(drawing));
  await write('bad', pageWith(`{ throw new Error('no such word'); }`));
  await write('wordy', '# Words alone\n');
  stills = open();
});
afterAll(async () => {
  stills.stop();
  await rm(workbook, { recursive: true });
});

describe('the still of a page', { timeout: 60_000 }, () => {
  it('is its first figure with what is chosen at first, at two widths, from the files that it reads', async () => {
    const { place, html } = (await stills.of('/papers/good'))!;
    expect(place).toBe('figure-one');
    expect(placed).toContain('data/one/words.txt');
    const { document } = new JSDOM(html).window;
    const texts = Array.from(document.querySelectorAll('.plot path'), (node) => node.textContent);
    expect(texts).toEqual(['Chosen: b, 4 at 704', 'Chosen: b, 4 at 358']);
    expect(document.querySelector('option[selected]')!.textContent).toBe('second');
    expect(document.querySelector('input[type=range]')!.getAttribute('value')).toBe('4');
    expect(document.querySelector('.plot')!.getAttribute('aria-label')).toMatch(/^A number\..*second/);
    expect(document.querySelector('figcaption')!.textContent).toContain('A caption.');
  });

  it('answers to nothing, takes no name from the figure that comes, and rounds coordinates', async () => {
    const { html } = (await stills.of('/papers/good'))!;
    const { document } = new JSDOM(html).window;
    expect(document.querySelector('.controls')!.hasAttribute('inert')).toBe(true);
    expect(document.querySelector('button, a[download]')).toBeNull();
    expect(Array.from(document.querySelectorAll('[id], [name]'), ({ id }) => id)).toEqual(['mine', 'mine']);
    expect(document.querySelector('path')!.getAttribute('d')).toBe('M0.1,-21');
  });

  it('is kept as long as the page and its files are the same', async () => {
    const before = await stills.of('/papers/good');
    const again = open();
    expect(await again.of('/papers/good')).toEqual(before);
    await write('good', pageWith(drawing.replace(' at ', ' with ')));
    const other = open();
    expect((await other.of('/papers/good'))!.html).toContain('Chosen: b, 4 with 704');
    again.stop();
    other.stop();
  });

  it('is nothing on a page without a figure, and an error where the figure cannot be drawn', async () => {
    expect(await stills.of('/papers/wordy')).toBeUndefined();
    await expect(stills.of('/papers/bad')).rejects.toThrow('no such word');
    const file = path.join(workbook, 'papers/broken.md');
    await expect(firstFigureOf(pageWith('}}'), file, workbook)).rejects.toThrow(/Unexpected|Expected/);
  });
});

it('stands in the place of its figure', () => {
  const place = '<div class="observablehq observablehq--block" data-place="figure-one" style="--wide: 1px">';
  const page = `<p>Before.</p>${place}<!--:1:--></div>`;
  expect(withStill(page, { place: 'figure-one', html: '<i>$1</i>' })).toBe(
    `<p>Before.</p>${place}<i>$1</i><!--:1:--></div>`,
  );
  expect(() => withStill(page, { place: 'figure-two', html: '' })).toThrow('otherwise than expected');
});
