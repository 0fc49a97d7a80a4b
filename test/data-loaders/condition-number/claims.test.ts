import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/condition-number/claims.js';
import type { Arm, StudyId } from '../../../src/papers/condition-number/tables.js';
import { judged } from '../judged.js';

type Forgetting = Readonly<Partial<Record<Arm, number | null>>>;

const usual: Forgetting = {
  low: 0.01,
  high: 0.03,
  rand: 0.04,
  all: 0.06,
  lora2: 0.1,
  'a-low': 0.01,
  'a-high': 0.02,
  'b-low': 0.02,
  'b-high': 0.05,
};

/** Five seeds: what all forget, but for what single seeds forget instead. */
function matched(
  of: Forgetting,
  exceptions: Readonly<Record<number, Forgetting>> = {},
  study: StudyId = 'base',
) {
  return [0, 1, 2, 3, 4].flatMap((seed) =>
    Object.entries({ ...of, ...exceptions[seed] }).map(([arm, forget]) => ({
      study,
      seed,
      arm: arm as Arm,
      forget,
    })),
  );
}

type MatchedRows = ReturnType<typeof matched>;

describe('claims on forgetting', () => {
  const verdict = (id: string, rows: MatchedRows) => judged(claims, id, { matched: rows });

  it.each([
    ['less-than-full-tuning', 'all'],
    ['less-than-random', 'rand'],
  ] as const)('%s: the interval over networks lies above 0', (id, rival) => {
    expect(verdict(id, matched(usual))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(usual[rival]! - usual.low!, 9) as number, repetitions: 5 },
    });
    expect(verdict(id, matched({ ...usual, [rival]: 0.005 })).verdict).toBe('not reproduced');
    // A difference that is there, but smaller than any of interest.
    expect(verdict(id, matched({ ...usual, [rival]: 0.012 }, { 0: { [rival]: 0.013 } })).verdict).toBe(
      'not reproduced',
    );
    // One network loses by as much as the others win: nobody knows.
    expect(verdict(id, matched(usual, { 0: { low: 0.2 } })).verdict).toBe('inconclusive');
    // A network that cannot be compared is not left out.
    expect(verdict(id, matched(usual, { 0: { low: null } }))).toMatchObject({
      verdict: 'inconclusive',
      measurement: { value: null },
    });
  });

  it('of adapters, it has to stay below half', () => {
    expect(verdict('less-than-adapters', matched(usual))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(0.04, 9) as number },
    });
    const more = matched({ ...usual, low: 0.06 }, { 0: { low: 0.061 } });
    expect(verdict('less-than-adapters', more).verdict).toBe('not reproduced');
  });

  it('every study that was run has to show it', () => {
    const rows = [...matched(usual), ...matched({ ...usual, all: 0 }, {}, 'wider')];
    const found = verdict('less-than-full-tuning', rows);
    expect(found).toMatchObject({ verdict: 'not reproduced', binding: { label: 'wider' } });
    expect(found.conditions.map(({ label, verdict }) => [label, verdict])).toEqual([
      ['base', 'reproduced'],
      ['wider', 'not reproduced'],
    ]);
  });

  it('the cause asks for the highest, and for the same within each type', () => {
    const cause = (of: Forgetting) => verdict('kappa-is-the-cause', matched(of));
    expect(cause(usual).verdict).toBe('reproduced');
    expect(cause({ ...usual, 'b-low': 0.09 })).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'base, type B' },
    });
    expect(cause({ ...usual, 'a-low': 0.09 }).binding?.label).toBe('base, type A');
    expect(cause({ ...usual, high: 0 }).binding?.label).toBe('base, all tensors');
  });

  it('both types of tensor must rise', () => {
    const rise = (ratio: (type: string, seed: number) => number) =>
      judged(claims, 'training-raises-kappa', {
        tensors: (['A', 'B'] as const).flatMap((type) =>
          [0, 1, 2, 3, 4].flatMap((seed) =>
            (['init', 'trained'] as const).map((phase) => ({
              study: 'base' as const,
              seed,
              type,
              phase,
              kappa: phase === 'init' ? 10 : 10 * ratio(type, seed),
            })),
          ),
        ),
      });
    expect(rise((type, seed) => (type === 'A' ? 1.2 : 1.5) + 0.01 * seed)).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(1.22, 9) as number, repetitions: 5 },
    });
    const mixed = rise((type, seed) => (type === 'A' ? 1 + 0.1 * (seed - 1.4) : 1.5 + 0.01 * seed));
    expect(mixed).toMatchObject({ verdict: 'inconclusive', binding: { label: 'base, type A' } });
    // The type whose interval reaches lowest decides, even where its mean is the larger one.
    const wide = rise((type, seed) => (type === 'A' ? 1.2 + 0.01 * seed : 0.6 + 0.8 * seed));
    expect(wide).toMatchObject({ verdict: 'inconclusive', binding: { label: 'base, type B' } });
    expect(rise((type, seed) => (type === 'B' ? 0.8 : 1.5) + 0.01 * seed).verdict).toBe('not reproduced');
    // Singular tensors have no ratio, and none of the networks is left out.
    expect(rise((_, seed) => (seed === 0 ? Infinity : 1.5)).measurement.value).toBeNull();
  });
});

describe('exact claims', () => {
  it('a spectrum above the bound, or an optimum below it, is a violation', () => {
    const spectra = (above: number, off: number) => ({
      spectra: [
        { kind: 'random' as const, entropy: 1 + above, bound: 1 },
        { kind: 'random' as const, entropy: 0.5, bound: 1 },
        { kind: 'optimum' as const, entropy: 1 - off, bound: 1 },
      ],
    });
    expect(judged(claims, 'isotropy-maximises-entropy', spectra(0, 0)).verdict).toBe('reproduced');
    expect(judged(claims, 'isotropy-maximises-entropy', spectra(1e-6, 0)).measurement.value).toBe(1);
    expect(judged(claims, 'isotropy-maximises-entropy', spectra(1e-6, 0)).verdict).toBe('not reproduced');
    expect(judged(claims, 'isotropy-maximises-entropy', spectra(0, 1e-6)).binding?.label).toBe(
      'Best spectra',
    );
    const random = spectra(0, 0).spectra.filter(({ kind }) => kind === 'random');
    expect(judged(claims, 'isotropy-maximises-entropy', { spectra: random }).verdict).toBe('inconclusive');
  });

  it('scaling, tanh and the pair', () => {
    const scaling = (kappa_error: number, shift_error: number) => ({
      scaling: [
        { kappa_error: 0, shift_error: 0 },
        { kappa_error, shift_error },
      ],
    });
    expect(judged(claims, 'kappa-scale-invariant', scaling(1e-12, 1e-13)).verdict).toBe('reproduced');
    expect(judged(claims, 'kappa-scale-invariant', scaling(1e-12, 1e-3)).verdict).toBe('not reproduced');
    const tanh = (h_tanh: number, h_quadrature: number) => ({
      nonlinearity: [{ sigma: 1, h_linear: 1.4, h_tanh, h_quadrature }],
    });
    expect(judged(claims, 'nonlinearity-bound', tanh(0.67, 0.67)).verdict).toBe('reproduced');
    // Where two quadratures disagree, the integral is not known.
    expect(judged(claims, 'nonlinearity-bound', tanh(0.67, 0.68))).toMatchObject({
      verdict: 'inconclusive',
      gates: [{ open: false }],
    });
    expect(judged(claims, 'nonlinearity-bound', tanh(1.5, 1.5)).verdict).toBe('not reproduced');
    const pair = (entropy: number) => ({
      orderings: [
        { spectrum: '4 : 1 : 1', kappa: 4, entropy: 3 },
        { spectrum: '4.5 : 3 : 1', kappa: 4.5, entropy },
      ],
    });
    expect(judged(claims, 'kappa-not-a-total-order', pair(3.4)).verdict).toBe('reproduced');
    expect(judged(claims, 'kappa-not-a-total-order', pair(2.9)).verdict).toBe('not reproduced');
  });

  it('untrained matrices are compared with trained tensors of their shape', () => {
    const untrained = (larger: number, medianB = 20) =>
      judged(claims, 'high-kappa-not-sufficient', {
        matrices: [
          { rows: 4, columns: 4, kappa: 1e6 },
          ...Array.from({ length: 40 }, (_, draw) => ({
            rows: 48,
            columns: 64,
            kappa: draw < larger ? (draw === 0 ? null : 30) : 3,
          })),
        ],
        tensors: (['A', 'B'] as const).flatMap((type) => [
          { study: 'base' as const, phase: 'trained' as const, type, kappa: type === 'A' ? 20 : medianB },
          { study: 'base' as const, phase: 'init' as const, type, kappa: 1e6 },
          { study: 'wider' as const, phase: 'trained' as const, type, kappa: 1e6 },
        ]),
      });
    expect(untrained(20)).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: 0.5, repetitions: 40 },
    });
    // 4 of 40 may be 3 % or 24 %.
    expect(untrained(4).verdict).toBe('inconclusive');
    expect(untrained(20, 40)).toMatchObject({ verdict: 'inconclusive', binding: { label: 'type B' } });
    const none = judged(claims, 'high-kappa-not-sufficient', {
      matrices: Array.from({ length: 200 }, () => ({ rows: 48, columns: 64, kappa: 3 })),
      tensors: (['A', 'B'] as const).map((type) => ({
        study: 'base' as const,
        phase: 'trained' as const,
        type,
        kappa: 20,
      })),
    });
    expect(none.verdict).toBe('not reproduced');
  });
});
