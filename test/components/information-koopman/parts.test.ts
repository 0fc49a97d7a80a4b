import { describe, expect, it } from 'vitest';
import { explore } from '../../../src/components/information-koopman/explorer.js';
import { facets, shareTick } from '../../../src/components/information-koopman/facets.js';
import { filmOf, filmTitle, predictedFrame } from '../../../src/components/information-koopman/film.js';
import { turned } from '../../../src/components/information-koopman/manifold.js';
import type { VariantId } from '../../../src/components/information-koopman/series.js';
import { packField } from '../../../src/papers/information-koopman/dynamics/packed-field.js';

describe('the explorer of allocations', () => {
  const settings = { moduli: [0.99, 0.9, 0.6, 0.3], steps: 1, noise: 0.3, budget: 1, gamma: 0 };

  it('leaves weak modes nothing without the entropy, and gives all some with it', () => {
    const { modes, information } = explore(settings);
    expect(modes[0].gain).toBeCloseTo(0.99 ** 2 / 0.3, 12);
    expect(modes.filter(({ p }) => p === 0).map(({ mode }) => mode)).toEqual([4]);
    const shared = explore({ ...settings, gamma: 0.1 });
    expect(Math.min(...shared.modes.map(({ p }) => p))).toBeGreaterThan(0);
    expect(shared.information).toBeLessThan(information);
    expect(shared.d_eff).toBeGreaterThan(explore(settings).d_eff);
    expect(shared.d_eff).toBeCloseTo(Math.exp(shared.entropy), 12);
  });
});

describe('the film', () => {
  const [nx, ny] = [16, 12];
  const field = (value: (x: number, y: number) => number, bits: 8 | 16) => {
    const values = Float64Array.from({ length: nx * ny }, (_, at) => value(at % nx, Math.floor(at / nx)));
    const { scale, text } = packField(values, bits);
    return { scale, values: text };
  };
  const film = filmOf(
    [
      { mode: 1, nx, ny, ...field((x) => Math.sin(x), 16) },
      { mode: 0, nx, ny, ...field((_, y) => y / 10, 16) },
    ],
    [2, 0].map((h) => ({ h, ...field((x, y) => y / 10 + (1 + h) * Math.sin(x), 8) })),
    [0, 2].flatMap((h) => [
      { variant: 'ours', seed: 0, h, mode: 1, value: 1 + h } as const,
      { variant: 'ours', seed: 1, h, mode: 1, value: 0 } as const,
      { variant: 'dmd', seed: 0, h, mode: 1, value: 1 } as const,
    ]),
  );

  it('adds modes to the mean, of the model, the seed and the frame that are asked for', () => {
    expect(film.steps).toEqual([0, 2]);
    const at = (frame: number, variant: VariantId, seed: number) =>
      predictedFrame(film, { frame, variant, seed })[3 * nx + 2];
    expect(at(1, 'ours', 0)).toBeCloseTo(0.3 + 3 * Math.sin(2), 3);
    expect(at(1, 'ours', 1)).toBeCloseTo(0.3, 3);
    // DMD has no seeds.
    expect(at(1, 'dmd', 1)).toBeCloseTo(0.3 + Math.sin(2), 3);
  });

  it('says how far off it is', () => {
    expect(filmTitle(film, { frame: 1, variant: 'ours', seed: 0 })).toMatch(
      /^2 steps ahead: vorticity off by 0\s%.* 1\.00\.$/,
    );
    expect(filmTitle(film, { frame: 0, variant: 'ours', seed: 1 })).toMatch(
      /^At the start: vorticity off by [1-9]\d\s%/,
    );
  });
});

describe('what is seen', () => {
  it('turns about the vertical, then tilts', () => {
    const near = (found: readonly number[], expected: readonly number[]) =>
      expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
    near(turned([1, 2, 3], 0, 0), [1, 3, -2]);
    near(turned([1, 0, 0], 90, 0), [0, 0, -1]);
    near(turned([0, 1, 0], 0, 90), [0, 1, 0]);
    near(turned([0, 0, 1], 40, 90), [0, 0, 1]);
  });

  it('facets stand in even lines, in the order of the variants', () => {
    const rows = ['ours', 'kae', 'mi', 'flipped'].map((variant) => ({ variant }));
    const { names, lines, columns, fx, fy } = facets(rows, 3);
    expect(names).toEqual(['kae', 'mi', 'ours', 'flipped']);
    expect([lines, columns]).toEqual([2, 2]);
    expect([fx(rows[0]), fy(rows[0])]).toEqual([0, 1]);
    expect(facets(rows, 0)).toMatchObject({ lines: 4, columns: 1 });
  });

  it('ticks of shares are written as powers of ten where they are small', () => {
    expect([1, 0.01, 1e-4, 1e-6].map(shareTick)).toEqual(['1', '0.01', '10⁻⁴', '10⁻⁶']);
  });
});
