import * as Plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { diagonal, dots, lines, meanAndSeeds, reference, stretch } from '../../src/components/marks.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../../src/components/palette.js';
import { heightOf, isNarrow, panels } from '../../src/components/panels.js';
import { series } from '../../src/components/series.js';
import { summary } from './figure-summary.js';
import { emptyPage } from './page.js';

const { document } = emptyPage();

const methods = series(
  { ours: 'our method', theirs: 'their method', bound: 'the bound' },
  {
    look: { bound: { color: 'var(--ink)', dash: 5 }, theirs: { color: 3, symbol: 4 } },
  },
);

const rows = ['ours', 'theirs'].flatMap((method, m) =>
  [0, 1, 2].flatMap((seed) => [0, 1].map((step) => ({ method, seed, step, error: 10 * m + step + seed }))),
);
const fields = { x: 'step', y: 'error', by: 'method', series: methods } as const;

/** A plot without margins, of ten pixels a unit of x and of y. */
const draw = (...marks: Plot.Markish[]) =>
  Plot.plot({
    document,
    width: 200,
    height: 200,
    margin: 0,
    axis: null,
    x: { domain: [0, 20] },
    y: { domain: [0, 20] },
    ...methods.scales(),
    symbol: { ...methods.scales().symbol, legend: false },
    marks,
  });
const paths = (node: Element, label: string) =>
  [...node.querySelectorAll(`[aria-label=${label}] path`)].map((path) => path.getAttribute('d'));
const of = (node: Element, label: string, attribute: string) =>
  [...node.querySelectorAll(`[aria-label=${label}]`)].map((mark) => mark.getAttribute(attribute));

describe('series', () => {
  it('gives each the next of the palette, or the look that it is given', () => {
    expect(methods.ids.map(methods.color)).toEqual([seriesColors[0], seriesColors[3], 'var(--ink)']);
    expect(methods.ids.map(methods.dash)).toEqual([seriesDashes[0], seriesDashes[1], seriesDashes[5]]);
    expect(methods.ids.map(methods.symbol)).toEqual([seriesSymbols[0], seriesSymbols[4], seriesSymbols[2]]);
  });

  it('keeps a look whichever others are shown, in its own order', () => {
    const { color, symbol } = methods.scales(['bound', 'ours']);
    expect(color.domain).toEqual(['ours', 'bound']);
    expect(color.range).toEqual([seriesColors[0], 'var(--ink)']);
    expect(symbol.range).toEqual([seriesSymbols[0], seriesSymbols[2]]);
    expect(methods.options(['bound', 'ours'])).toEqual([
      ['our method', 'ours'],
      ['the bound', 'bound'],
    ]);
  });

  it('calls an id that it does not know by itself, and begins the palette again where it ends', () => {
    expect(methods.label('ours')).toBe('our method');
    expect(methods.label('other')).toBe('other');
    const many = series(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}`, `${i}`])));
    expect(many.color('s8')).toBe(seriesColors[0]);
  });
});

describe('lines and dots', () => {
  it('draw a line a series, with its own dash', () => {
    const plot = draw(
      lines(
        rows.filter(({ seed }) => seed === 0),
        fields,
      ),
    );
    expect(paths(plot, 'line')).toEqual(['M0,200L10,190', 'M0,100L10,90']);
    expect(of(plot, 'line', 'stroke-dasharray')).toEqual([null, seriesDashes[1]]);
  });

  it('draw a symbol a row, of series that are known alone', () => {
    const plot = draw(dots([...rows, { ...rows[0], method: 'other' }], fields));
    expect(paths(plot, 'dot')).toHaveLength(rows.length);
  });
});

it('a series whose id is the name of a colour or of a symbol still has its own', () => {
  const named = series({ none: 'no recurrence', red: 'a wine' }, { look: { none: { symbol: 3 } } });
  for (const id of named.ids) {
    const own = [0, 1].map((step) => ({ method: id, seed: 1, step, error: step }));
    const place = { ...fields, series: named };
    const { color, symbol } = named.scales();
    const marks = [
      lines(own, place),
      dots(own, place),
      ...(['lines', 'band', 'dots'] as const).map((seeds) => meanAndSeeds(own, { ...place, seeds })),
    ];
    const plot = Plot.plot({ document, color, symbol: { ...symbol, legend: false }, marks });
    const drawn = [...plot.querySelectorAll(':is([aria-label=line], [aria-label=dot]) path')];
    expect(drawn).toHaveLength(1 + 2 + (1 + 1) + 1 + (2 + 1));
    for (const path of drawn) expect(path.closest('[stroke]')!.getAttribute('stroke')).toBe(named.color(id));
    const area = plot.querySelector('[aria-label=area] path')!;
    expect(area.closest('[fill]')!.getAttribute('fill')).toBe(named.color(id));
  }
});

describe('meanAndSeeds', () => {
  it('draws the mean over seeds, which leaves out what is missing', () => {
    const gap = [...rows, { method: 'ours', seed: 3, step: 0, error: null }];
    const plot = draw(meanAndSeeds(gap, { ...fields, seeds: 'dots' }));
    expect(paths(plot, 'line')).toEqual(['M0,190L10,180', 'M0,90L10,80']);
    expect(paths(plot, 'dot')).toHaveLength(rows.length);
  });

  it('draws a faint line a seed', () => {
    const plot = draw(meanAndSeeds(rows, { ...fields, seeds: 'lines' }));
    expect(paths(plot, 'line')).toHaveLength(2 * 3 + 2);
    expect(paths(plot, 'line').slice(0, 3)).toEqual(['M0,200L10,190', 'M0,190L10,180', 'M0,180L10,170']);
  });

  it('draws a band from the lowest seed to the highest', () => {
    const plot = draw(meanAndSeeds(rows, { ...fields, seeds: 'band' }));
    expect(paths(plot, 'area')).toEqual(['M0,180L10,170L10,190L0,200Z', 'M0,80L10,70L10,90L0,100Z']);
  });
});

describe('what is drawn beside the data', () => {
  it('is a diagonal, a named reference, and a stretch as high as the frame', () => {
    const plot = draw(
      diagonal(0, 20),
      reference({ y: 5, label: 'chance' }),
      reference({ x: 2 }),
      stretch(5, 10),
    );
    expect(paths(plot, 'link')).toEqual(['M0,200L200,0']);
    expect(plot.querySelector('[aria-label=rule] line')!.getAttribute('y1')).toBe('150');
    expect(plot.querySelectorAll('[aria-label=text] text')).toHaveLength(1);
    expect(plot.querySelector('[aria-label=text]')!.textContent).toBe('chance');
    const { x, width, height } = Object.fromEntries(
      ['x', 'width', 'height'].map((name) => [name, plot.querySelector('rect')!.getAttribute(name)]),
    );
    expect([x, width, height]).toEqual(['50', '50', '200']);
  });
});

describe('a misspelt column', () => {
  // Where one of these compiles, `tsc` fails.
  it('does not compile in a figure', () => {
    const marks = [
      // @ts-expect-error a misspelt column
      lines(rows, { ...fields, y: 'eror' }),
      // @ts-expect-error a misspelt column of the series
      dots(rows, { ...fields, by: 'methd' }),
      // @ts-expect-error a misspelt column in what is computed from the row
      meanAndSeeds(rows, { ...fields, seeds: 'dots', y: ({ eror }) => Number(eror) }),
    ];
    expect(marks).toHaveLength(3);
  });

  it('that only Plot is told draws nothing, which the summary of a figure shows', () => {
    const [right, wrong] = ['error', 'eror'].map((y) => summary(draw(Plot.dot(rows, { x: 'step', y }))));
    expect(right).toMatch(/dot/);
    expect(wrong).not.toMatch(/dot/);
  });
});

describe('panels', () => {
  it('share the width, and have all of it where they stand below each other', () => {
    const seen: [number, boolean][] = [];
    const draw = (width: number, narrow: boolean) => {
      seen.push([width, narrow]);
      return [document.createElement('i'), document.createElement('i')];
    };
    const node = panels(656, { draw, legend: 'key' });
    panels(400, { draw });
    panels(932, { draw, columns: 3 });
    expect(seen).toEqual([
      [320, false],
      [400, true],
      [300, false],
    ]);
    expect(node.querySelector('.legend')!.textContent).toBe('key');
    expect(node.querySelectorAll('i')).toHaveLength(2);
  });

  it('are as high as can be read and seen', () => {
    expect([280, 700, 2000].map((width) => heightOf(width))).toEqual([300, 350, 420]);
    expect([599, 600].map(isNarrow)).toEqual([true, false]);
  });
});
