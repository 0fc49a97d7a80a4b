import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { describe, expect, it } from 'vitest';
import { cellMistakes } from '../../kernels/workbook/cell-mistakes.js';
import { formulas } from '../../kernels/workbook/formulas.js';

const md = createMarkdownIt({ markdownIt: formulas });
const render = (source: string, path = '/papers/a') => parseMarkdown(source, { md, path });

describe('formulas', () => {
  it('sets a formula beside an expression of the page', () => {
    const { body, code } = render('From ${1 + 1} to $x^2$, ${"$"} and $y$.');
    expect(body.match(/class="katex"/g)).toHaveLength(2);
    expect(body).toContain('<annotation encoding="application/x-tex">x^2</annotation>');
    expect(code).toHaveLength(2);
  });

  it('links the style sheet by a path relative to the page, before the text', () => {
    expect(render('$x$').body).toMatch(
      /^<link rel="external stylesheet" href="\.\.\/fonts\/katex\.min\.css">/,
    );
    expect(render('$$x$$', '/index').body).toContain('href="./fonts/katex.min.css"');
  });

  it('loads nothing where there is no formula', () => {
    expect(render('The variable `$x$` costs 5 $.').body).not.toMatch(/katex/);
  });

  it('refuses a formula with a mistake', () => {
    expect(() => render('$\\fraq{1}{2}$')).toThrow(/cannot be read.*fraq/);
    expect(() => render('$$\\frac{1}$$')).toThrow(SyntaxError);
  });
});

describe('a cell that cannot be read', () => {
  it('says in which of its lines, and what is wrong', () => {
    const own = createMarkdownIt({ markdownIt: cellMistakes });
    const { body } = parseMarkdown('# A\n\n```ts\nlet a = 1;\nconst = 2;\n```\n', { md: own, path: '/a' });
    expect(body).toContain('SyntaxError in line 2 of this cell: Expected');
    expect(body).not.toContain('stdin');
  });
});
