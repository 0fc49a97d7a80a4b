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
  it('the lowest must win against all three, in four seeds of five', () => {
    const verdict = (rows: MatchedRows) => judged(claims, 'low-kappa-forgets-less', { matched: rows });
    expect(verdict(matched(usual)).verdict).toBe('reproduced');
    expect(verdict(matched(usual, { 0: { low: 0.05 } })).verdict).toBe('reproduced');
    const two = verdict(matched(usual, { 0: { low: 0.05 }, 1: { low: 0.05 } }));
    expect(two.measurement).toMatchObject({ value: 1, seeds: 5 });
    expect(two.measurement.detail).toContain(
      'low forgets 0.026 nats, rand 0.040 (less in 3 of 5 seeds) (fails)',
    );
    // Four seeds win, but by less than the fifth loses.
    expect(verdict(matched(usual, { 2: { low: 0.5 } })).measurement.value).toBe(3);
    // A seed that cannot be compared is none that was won.
    expect(verdict(matched(usual, { 0: { low: null }, 1: { low: null } })).measurement.value).toBe(3);
  });

  it('the cause asks for the highest, and for the same among B', () => {
    expect(judged(claims, 'kappa-is-the-cause', { matched: matched(usual) }).verdict).toBe('reproduced');
    const reversed = judged(claims, 'kappa-is-the-cause', { matched: matched({ ...usual, 'b-low': 0.09 }) });
    expect(reversed).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } });
    const both = { ...usual, 'b-low': 0.09, low: 0.035 };
    expect(judged(claims, 'kappa-is-the-cause', { matched: matched(both) }).measurement.value).toBe(2);
  });

  it('other studies are judged by themselves, and not at all where they were not run', () => {
    const elsewhere = (rows: MatchedRows) => judged(claims, 'low-kappa-elsewhere', { matched: rows });
    expect(elsewhere(matched(usual)).verdict).toBe('inconclusive');
    const bad = { ...usual, rand: 0 };
    // Both other studies have to be there: what is missing does not pass.
    expect(elsewhere([...matched(bad), ...matched(usual, {}, 'wider')]).verdict).toBe('inconclusive');
    const all = (wider: Forgetting) => [
      ...matched(bad),
      ...matched(wider, {}, 'wider'),
      ...matched(usual, {}, 'longer'),
    ];
    expect(elsewhere(all(usual)).verdict).toBe('reproduced');
    const { measurement } = elsewhere(all(bad));
    expect(measurement).toMatchObject({ value: 1, unit: 'of 6 conditions fails' });
    expect(measurement.detail).toContain('wider: low forgets 0.010 nats, rand 0.000');
  });

  it('both types of tensor must rise', () => {
    const tensors = (ratio: (type: string, seed: number) => number) => ({
      tensors: (['A', 'B'] as const).flatMap((type) =>
        [0, 1, 2, 3].flatMap((seed) =>
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
    const rising = (type: string, seed: number) => (type === 'A' ? 1.2 : 1.5) + 0.01 * seed;
    expect(judged(claims, 'training-raises-kappa', tensors(rising))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(1.215, 9), seeds: 4 },
    });
    const mixed = (type: string, seed: number) => (type === 'A' ? 1 + 0.1 * (seed - 1.4) : 1.5 + 0.01 * seed);
    expect(judged(claims, 'training-raises-kappa', tensors(mixed)).verdict).toBe('inconclusive');
    // The type whose interval reaches lowest decides, even where its mean is the larger one.
    const wide = (type: string, seed: number) => (type === 'A' ? 1.2 + 0.01 * seed : 0.6 + 0.8 * seed);
    expect(judged(claims, 'training-raises-kappa', tensors(wide)).verdict).toBe('inconclusive');
    const falling = (type: string, seed: number) => (type === 'B' ? 0.8 : 1.5) + 0.01 * seed;
    expect(judged(claims, 'training-raises-kappa', tensors(falling)).verdict).toBe('not reproduced');
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
    expect(judged(claims, 'isotropy-maximises-entropy', spectra(1e-6, 1e-6)).measurement.value).toBe(2);
    const random = spectra(0, 0).spectra.filter(({ kind }) => kind === 'random');
    expect(judged(claims, 'isotropy-maximises-entropy', { spectra: random }).verdict).toBe('inconclusive');
  });

  it('scaling, tanh, the pair and untrained matrices', () => {
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
    expect(judged(claims, 'nonlinearity-bound', tanh(0.67, 0.68)).verdict).toBe('not reproduced');
    expect(judged(claims, 'nonlinearity-bound', tanh(1.5, 1.5)).verdict).toBe('not reproduced');
    const pair = (entropy: number) => ({
      orderings: [
        { spectrum: '4 : 1 : 1', kappa: 4, entropy: 3 },
        { spectrum: '4.5 : 3 : 1', kappa: 4.5, entropy },
      ],
    });
    expect(judged(claims, 'kappa-not-a-total-order', pair(3.4)).verdict).toBe('reproduced');
    expect(judged(claims, 'kappa-not-a-total-order', pair(2.9)).verdict).toBe('not reproduced');
    const untrained = (kappas: readonly number[]) => ({
      matrices: [
        { rows: 4, columns: 8, kappa: 1e6 },
        ...kappas.map((kappa) => ({ rows: 4, columns: 4, kappa })),
      ],
      tensors: [
        { phase: 'trained' as const, kappa: 20 },
        { phase: 'init' as const, kappa: 1e6 },
      ],
    });
    expect(judged(claims, 'high-kappa-not-sufficient', untrained([100, 30, 3])).verdict).toBe('reproduced');
    expect(judged(claims, 'high-kappa-not-sufficient', untrained([100, 3, 3])).verdict).toBe(
      'not reproduced',
    );
  });
});
