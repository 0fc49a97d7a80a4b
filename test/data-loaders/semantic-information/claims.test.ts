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
  expect(judged(claims, 'rg-lower-bound', tables(-1e-6, 0))).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'R ≥ G' },
    measurement: { value: 1 },
  });
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

/** Runs on the three classes, as many as there are courses, over and over. */
const rounds = (runs: readonly (readonly number[])[], times = 1) => ({
  mmi_rounds: Array.from({ length: times }, () => runs)
    .flat()
    .flatMap((run, start) =>
      run.map((MI, round) => ({ problem: 'three' as const, start: String(start), round, MI, moved: 0 })),
    ),
});

it('rounds must not lose information', () => {
  expect(judged(claims, 'mmi-monotone', rounds([[0.1, 0.5, 0.6]])).verdict).toBe('reproduced');
  const lost = rounds([
    [0.1, 0.6, 0.5],
    [0.1, 0.2],
  ]);
  expect(judged(claims, 'mmi-monotone', lost)).toMatchObject({
    verdict: 'not reproduced',
    measurement: { value: 1 },
  });
});

const three = [0.1, 0.5, 0.6, 0.68];
const five = [0.1, 0.2, 0.3, 0.4, 0.5, 0.68];
const seven = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.68];
const stuck = [0.1, 0.5];

it('fast is three rounds from most starts', () => {
  const of = (...runs: number[][]) => judged(claims, 'mmi-fast', rounds(runs, 30));
  expect(of(three, three, three, five)).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 0.75, repetitions: 120 },
  });
  expect(of(three, five).verdict).toBe('inconclusive');
  expect(of(three, five, five, stuck).verdict).toBe('not reproduced');
  // Stripes are no random starts.
  const stripes = rounds([three], 20).mmi_rounds.map((row) => ({ ...row, start: `columns ${row.start}` }));
  const both = { mmi_rounds: [...rounds([five], 20).mmi_rounds, ...stripes] };
  expect(judged(claims, 'mmi-fast', both).measurement).toMatchObject({ value: 0, repetitions: 20 });
});

it('five rounds are a milder check, and nearly all get there', () => {
  const of = (...runs: number[][]) => judged(claims, 'mmi-few-rounds', rounds(runs, 30));
  expect(of(three, five, five, seven).verdict).toBe('reproduced');
  expect(of(three, seven, seven, seven)).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'within five rounds' },
  });
  expect(of(three, three, three, stuck)).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'at all' },
  });
});

it('the best run has to beat the likeliest class on every example', () => {
  const of = (MAP: number, line: number) =>
    judged(claims, 'mmi-beats-map', {
      ...rounds([[0.1, 0.68]]),
      mmi_references: [{ problem: 'three' as const, MAP, bound: 0.8 }],
      thresholds: [
        { problem: 'rare' as const, MI: 0.5, MAP: false },
        { problem: 'rare' as const, MI: line, MAP: true },
      ],
      threshold_paths: [0.1, 0.47].map((MI, round) => ({ problem: 'rare' as const, round, MI })),
    });
  expect(of(0.67, 0.46)).toMatchObject({ verdict: 'reproduced', conditions: { length: 2 } });
  expect(of(0.68, 0.46)).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'three classes on the plane' },
  });
  expect(of(0.67, 0.47)).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'two classes on a line, rare' },
  });
});

/** Runs from the same starts, over and over. */
const mixtures = (problem: 'ratio' | 'local', p: number, em: readonly number[], e3m: readonly number[]) =>
  [em, e3m].flatMap((runs, at) =>
    Array.from({ length: 30 }, () => runs)
      .flat()
      .map((iterations, start) => ({
        ...{ problem, p, start, iterations },
        inner: 3 * at,
        converged: iterations < 500,
      })),
  );

const ratios = (rarest: readonly number[]) => ({
  mixture_runs: [
    ...mixtures('ratio', 0.5, [10, 10, 10], [12, 12, 12]),
    ...mixtures('ratio', 0.1, [60, 66, 500], [9, 9, 10]),
    ...mixtures('ratio', 0.05, [20, 20, 500], rarest),
  ],
});

it('E3M has to take half the iterations from most starts at both rare ratios', () => {
  const of = (rarest: readonly number[]) => judged(claims, 'cm-em-imbalanced', ratios(rarest));
  expect(of([10, 11, 250])).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 2 / 3, repetitions: 90 },
  });
  expect(of([11, 11, 5])).toMatchObject({ verdict: 'not reproduced', binding: { label: 'p = 0.05' } });
  // A run of E3M that does not get there never counts for it.
  expect(of([10, 11, 500]).verdict).toBe('not reproduced');
  const { mixture_runs } = ratios([10, 10, 10]);
  expect(judged(claims, 'cm-em-imbalanced', { mixture_runs: mixture_runs.slice(1) }).verdict).toBe(
    'inconclusive',
  );
});

it('and no more passes over the data, of which it takes four an iteration', () => {
  const of = (rarest: readonly number[]) => judged(claims, 'cm-em-imbalanced-work', ratios(rarest));
  expect(of([5, 6, 125]).verdict).toBe('reproduced');
  expect(of([6, 6, 125]).verdict).toBe('not reproduced');
});

it('where EM gets stuck, starts are compared one by one', () => {
  const of = (em: readonly number[], e3m: readonly number[]) =>
    judged(claims, 'cm-em-local-convergence', { mixture_runs: mixtures('local', 0.7, em, e3m) });
  // Ties say nothing, also where neither gets there.
  expect(of([8, 9, 500, 500], [8, 7, 100, 500])).toMatchObject({
    verdict: 'reproduced',
    conditions: [{ measurement: { repetitions: 30 } }, { measurement: { repetitions: 30 } }],
  });
  expect(of([8, 9, 100, 500], [8, 7, 500, 500])).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'gets there' },
  });
  expect(of([8, 9, 500, 500], [8, 11, 100, 500])).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'gets there sooner' },
  });
});
