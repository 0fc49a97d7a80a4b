import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { describe, expect, it } from 'vitest';
import { reserveHeights } from '../../kernels/workbook/reserved-height.js';

const measured = { '/papers/a': { 'figure-errors': [600, 900], 'page.heading': [100, 150] } } as const;
const md = createMarkdownIt({ markdownIt: (own) => reserveHeights(own, measured) });
const cell = (code: string, path = '/papers/a') =>
  parseMarkdown(`# A\n\n\`\`\`ts\n${code}\n\`\`\`\n`, { md, path }).body;

describe('the room of a cell', () => {
  it('is that of the figure or the part of the page that it displays', () => {
    expect(cell("display(\n  figure({\n    id: 'errors',\n    title: 'A',\n  }),\n);")).toContain(
      '<div class="observablehq observablehq--block" data-place="figure-errors" style="--wide: 600px; --narrow: 900px">',
    );
    expect(cell('display(page.heading);')).toContain(
      'data-place="page.heading" style="--wide: 100px; --narrow: 150px"',
    );
  });

  it('is a usual one for a figure that was not measured, and none for what else was not', () => {
    expect(cell("display(figure({ id: 'new' }));")).toMatch(/data-place="figure-new" style="--wide: \d+px/);
    expect(cell("display(figure({ id: 'errors' }));", '/papers/b')).not.toContain('600px');
    expect(cell('display(page.cite);')).toMatch(/data-place="page.cite">/);
  });

  it('comes after the place that links to a figure name, which the figure itself takes over by its id', () => {
    expect(cell("display(figure({ id: 'errors' }));")).toContain(
      '<a name="figure-errors"></a><div class="observablehq observablehq--block" data-place="figure-errors"',
    );
    expect(cell('display(page.heading);')).not.toContain('<a name=');
  });

  it('is not reserved where a cell displays nothing', () => {
    expect(cell('const a = 1;')).not.toContain('data-place');
  });
});
