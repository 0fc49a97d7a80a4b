import { expect, it } from 'vitest';
import { claims } from '../../../data-loaders/semantic-information/claims.js';
import { judged } from '../judged.js';

it('R below G, or a gap where matched, breaks the bound', () => {
  const tables = (gap: number, matchedGap: number) => ({
    rate_fidelity: [{ width: 8, s: 1, R: 1 + gap, G: 1, slope: 1, KL: gap }],
    matched: [{ R: 1, G: 1 - matchedGap, R_curve: 1, G_curve: 1 }],
    random_channels: [{ R: 1, G: -2, G_matched: 1 }],
  });
  expect(judged(claims, 'rg-lower-bound', tables(0.04, 0)).verdict).toBe('reproduced');
  expect(judged(claims, 'rg-lower-bound', tables(-1e-6, 0)).measurement.value).toBe(1);
  expect(judged(claims, 'rg-lower-bound', tables(0.04, 1e-6)).verdict).toBe('not reproduced');
});

it('a wrong slope or a wrong divergence is a violation', () => {
  const curve = (slope: number, KL: number) => ({
    rate_fidelity: [
      { width: 8, s: 4, R: 2, G: 1.5, slope, KL: 0.1 },
      { width: 8, s: 1, R: 1, G: 0.75, slope: 1, KL },
    ],
  });
  expect(judged(claims, 'rg-slope-and-kl', curve(4.0001, 0.25)).verdict).toBe('reproduced');
  expect(judged(claims, 'rg-slope-and-kl', curve(4.001, 0.25)).measurement.value).toBe(1);
  expect(judged(claims, 'rg-slope-and-kl', curve(NaN, 0.25)).measurement.value).toBe(1);
  expect(judged(claims, 'rg-slope-and-kl', curve(4, 0.26)).verdict).toBe('not reproduced');
});

it('information and likelihood have to peak together, a constant apart', () => {
  const rows = (information: readonly number[]) => ({
    likelihood: [-6, -5, -7].map((likelihood, mu) => ({
      sample: 0,
      built: 'truth' as const,
      mu,
      information: information[mu],
      likelihood,
    })),
  });
  expect(judged(claims, 'semantic-equals-ml', rows([1, 2, 0])).verdict).toBe('reproduced');
  expect(judged(claims, 'semantic-equals-ml', rows([1, 2, 0.1])).verdict).toBe('not reproduced');
  expect(judged(claims, 'semantic-equals-ml', rows([3, 2, 0])).verdict).toBe('not reproduced');
});

const rounds = (runs: readonly (readonly number[])[]) => ({
  mmi_rounds: runs.flatMap((run, start) =>
    run.map((MI, round) => ({ problem: 'three' as const, start: String(start), round, MI, moved: 0 })),
  ),
});

it('rounds must not lose information', () => {
  expect(judged(claims, 'mmi-monotone', rounds([[0.1, 0.5, 0.6]])).verdict).toBe('reproduced');
  expect(
    judged(
      claims,
      'mmi-monotone',
      rounds([
        [0.1, 0.6, 0.5],
        [0.1, 0.2],
      ]),
    ).measurement,
  ).toMatchObject({ value: 1, seeds: 2 });
});

it('fast is a median of five rounds at most, and nearly all get there', () => {
  const fast = [0.1, 0.5, 0.68];
  const slow = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.68];
  const stuck = [0.1, 0.5];
  expect(judged(claims, 'mmi-fast', rounds([fast, fast, slow])).verdict).toBe('reproduced');
  expect(judged(claims, 'mmi-fast', rounds([fast, slow, slow])).measurement.value).toBe(1);
  expect(judged(claims, 'mmi-fast', rounds([fast, fast, stuck])).measurement.value).toBe(1);
});

it('the best run has to beat the likeliest class', () => {
  const references = (MAP: number) => ({ mmi_references: [{ problem: 'three' as const, MAP, bound: 0.8 }] });
  expect(judged(claims, 'mmi-beats-map', { ...rounds([[0.1, 0.68]]), ...references(0.67) }).verdict).toBe(
    'reproduced',
  );
  expect(judged(claims, 'mmi-beats-map', { ...rounds([[0.1, 0.68]]), ...references(0.68) }).verdict).toBe(
    'not reproduced',
  );
});

const mixtures = (problem: 'ratio' | 'local', p: number, em: readonly number[], e3m: readonly number[]) =>
  [em, e3m].flatMap((runs, at) =>
    runs.map((iterations, start) => ({
      problem,
      p,
      start,
      inner: 3 * at,
      iterations,
      converged: iterations < 500,
    })),
  );

it('E3M has to take half the iterations at both rare ratios', () => {
  const runs = (rarest: readonly number[]) => ({
    mixture_runs: [
      ...mixtures('ratio', 0.5, [10, 10, 10], [12, 12, 12]),
      ...mixtures('ratio', 0.1, [60, 66, 500], [9, 9, 10]),
      ...mixtures('ratio', 0.05, [20, 20, 20], rarest),
    ],
  });
  expect(judged(claims, 'cm-em-imbalanced', runs([10, 5, 300]))).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 2, seeds: 3 },
  });
  expect(judged(claims, 'cm-em-imbalanced', runs([11, 11, 5])).verdict).toBe('not reproduced');
});

it('where EM gets stuck, starts are compared one by one', () => {
  const runs = (e3m: readonly number[]) => ({ mixture_runs: mixtures('local', 0.7, [8, 9, 500, 7], e3m) });
  expect(judged(claims, 'cm-em-local-convergence', runs([9, 10, 100, 7]))).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 0.5 },
  });
  expect(judged(claims, 'cm-em-local-convergence', runs([9, 10, 100, 8])).verdict).toBe('not reproduced');
});
