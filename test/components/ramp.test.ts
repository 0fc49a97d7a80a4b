import { describe, expect, it } from 'vitest';
import { cyclic, diverging, ordered, rampLegend, sequential } from '../../src/components/ramp.js';
import { emptyPage } from './page.js';

emptyPage();

describe('colours of a ramp', () => {
  it('begin at the ground, whichever scheme, and leave it on both sides of zero', () => {
    expect(sequential(0)).toBe('color-mix(in oklab, var(--series-1) 0%, var(--ground))');
    expect(sequential(1)).toMatch(/var\(--ink\) 67%/);
    expect(diverging(0.5)).toMatch(/ 0%, var\(--ground\)/);
    expect([diverging(0), diverging(1)]).toEqual([
      'color-mix(in oklab, var(--series-1) 100%, var(--ground))',
      'color-mix(in oklab, var(--series-2) 100%, var(--ground))',
    ]);
  });
});

describe('colours of an order, and of an angle', () => {
  it('are never those of the ground, and an angle ends where it began', () => {
    expect([ordered(0), ordered(1)]).toEqual([
      'color-mix(in oklab, var(--series-2) 0%, var(--series-1))',
      'color-mix(in oklab, var(--series-2) 100%, var(--series-1))',
    ]);
    expect(cyclic(1)).toBe(cyclic(0));
    expect(cyclic(-0.25)).toBe(cyclic(0.75));
    expect(cyclic(0.375)).toBe('color-mix(in oklab, var(--series-2) 50%, var(--series-4))');
  });
});

describe('the legend of a ramp', () => {
  it('has its label, its ticks, and stripes that are equally wide on its own scale', () => {
    const legend = rampLegend({
      label: 'ratio',
      type: 'log',
      domain: [1 / 8, 8],
      interpolate: diverging,
      ticks: [0.25, 1, 4],
      tickFormat: '~g',
    });
    const stripes = [...legend.querySelectorAll('[aria-label=rect] rect')];
    const widths = stripes.map((stripe) => Number(stripe.getAttribute('width')));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1e-6);
    expect(stripes[0].getAttribute('fill')).toBe(diverging(0.5 / stripes.length));
    const ticks = [...legend.querySelectorAll('[aria-label="x-axis tick label"] text')];
    expect(ticks.map(({ textContent }) => textContent)).toEqual(['0.25', '1', '4']);
    expect(legend.textContent).toContain('ratio');
  });
});
