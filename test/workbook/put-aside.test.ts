import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../kernels/workbook/formulas.js';
import { fillParts } from '../../kernels/workbook/parts/fill-parts.js';
import { putAside } from '../../kernels/workbook/put-aside.js';

const parts = {
  claims: { html: '<ul><li>$& ${1 + 1}</li></ul>' },
  pictures: { html: '<p><img src="./a.svg"> and <img alt="" src="./b.svg" width="1"></p>' },
  links: { html: '<a class="b" href="https://example.org">there</a>' },
  near: { html: '<a href="../claims">near</a>' },
  'claim/a': { html: '<p>all of it</p>', title: 'A' },
};
const source = `
# The divergence $D$

The lead has $x^2$ in it.

$$\\int p$$

<div data-part="claims"></div>

<div data-part="pictures"></div>

<div data-part="links"></div>

<div data-part="near"></div>

<div data-part="claim/[id]"></div>

<div data-part="none"></div>
`;

const parser = () => createMarkdownIt({ markdownIt: (md) => fillParts(() => parts)(formulas(md)) });
const bodyBy = (md: ReturnType<typeof parser>) =>
  parseMarkdown(source, { md, path: '/papers/cs-ib', params: { id: 'a' } }).body;

describe('what is put aside while Framework makes a page', () => {
  const md = parser();
  const aside = putAside(md);
  const body = bodyBy(md);

  it('are formulas and parts in which it has nothing to do', () => {
    for (const one of ['<li>', 'all of it', 'near</a>', '\\int p', 'x^2']) expect(body).not.toContain(one);
    expect(body.match(/data-aside/g)).toHaveLength(6);
  });

  it('are no files, no links to elsewhere, nothing that is missing, no headings', () => {
    for (const one of ['<img src=', 'there</a>', 'class="prose-mistake"']) expect(body).toContain(one);
    expect(/<h1[^]*?<\/h1>/.exec(body)?.[0]).toContain('katex');
  });

  it('is in its place again in the end', () => {
    expect(aside.inHtml(body)).toBe(bodyBy(parser()));
    expect(aside.inHtml(bodyBy(md))).toBe(bodyBy(parser()));
    expect(JSON.parse(aside.inJson(JSON.stringify({ html: body })))).toEqual({ html: bodyBy(parser()) });
  });

  it('has its pictures where Framework has put them', () => {
    const moved = body.replaceAll('src="./', 'src="./_file/');
    expect(moved.match(/src="\.\/_file/g)).toHaveLength(2);
    const whole = '<p><img src="./_file/a.svg"> and <img alt="" src="./_file/b.svg" width="1"></p>';
    expect(aside.inHtml(moved)).toContain(whole);
    expect(JSON.parse(aside.inJson(JSON.stringify({ moved })))).toMatchObject({
      moved: expect.stringContaining(whole) as unknown,
    });
  });

  it('leaves the same mark wherever it stands, and as many nodes as it has', () => {
    expect(bodyBy(md)).toBe(body);
    const nodes = (html: string) => new JSDOM(html).window.document.body.childNodes.length;
    expect(nodes(body)).toBe(nodes(bodyBy(parser())));
  });
});
