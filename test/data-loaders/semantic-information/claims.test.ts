import { expect, it } from 'vitest';
import { claims } from '../../../data-loaders/semantic-information/claims.js';
import { median } from '../../../src/lib/experiment/measuring.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { isTested, type TestedClaim } from '../../../src/lib/experiment/claim.js';
import type { Row } from '../../../src/lib/experiment/column.js';
import { tableOf } from '../../../src/lib/experiment/table.js';

function judged(id: string, rows: Readonly<Record<string, readonly Row[]>>) {
  const claim = claims.find((candidate) => candidate.id === id) as TestedClaim;
  const tables = Object.entries(rows).map(([name, of]) => [name, tableOf(Object.keys(of[0]), of)] as const);
  const measurement = claim.measure(Object.fromEntries(tables));
  return { measurement, verdict: claim.judge(measurement) };
}

it('R below G, or a gap where matched, breaks the bound', () => {
  const tables = (gap: number, matchedGap: number) => ({
    rate_fidelity: [{ width: 8, s: 1, R: 1 + gap, G: 1, slope: 1, KL: gap }],
    matched: [{ R: 1, G: 1 - matchedGap, R_curve: 1, G_curve: 1 }],
    random_channels: [{ R: 1, G: -2, G_matched: 1 }],
  });
  expect(judged('rg-lower-bound', tables(0.04, 0)).verdict).toBe('reproduced');
  expect(judged('rg-lower-bound', tables(-1e-6, 0)).measurement.value).toBe(1);
  expect(judged('rg-lower-bound', tables(0.04, 1e-6)).verdict).toBe('not reproduced');
});

it('a wrong slope or a wrong divergence is a violation', () => {
  const curve = (slope: number, KL: number) => ({
    rate_fidelity: [
      { width: 8, s: 4, R: 2, G: 1.5, slope, KL: 0.1 },
      { width: 8, s: 1, R: 1, G: 0.75, slope: 1, KL },
    ],
  });
  expect(judged('rg-slope-and-kl', curve(4.0001, 0.25)).verdict).toBe('reproduced');
  expect(judged('rg-slope-and-kl', curve(4.001, 0.25)).measurement.value).toBe(1);
  expect(judged('rg-slope-and-kl', curve(NaN, 0.25)).measurement.value).toBe(1);
  expect(judged('rg-slope-and-kl', curve(4, 0.26)).verdict).toBe('not reproduced');
});

it('information and likelihood have to peak together, a constant apart', () => {
  const rows = (information: readonly number[]) => ({
    likelihood: [-6, -5, -7].map((likelihood, mu) => ({ sample: 0, built: 'truth', mu, information: information[mu], likelihood })),
  }); // prettier-ignore
  expect(judged('semantic-equals-ml', rows([1, 2, 0])).verdict).toBe('reproduced');
  expect(judged('semantic-equals-ml', rows([1, 2, 0.1])).verdict).toBe('not reproduced');
  expect(judged('semantic-equals-ml', rows([3, 2, 0])).verdict).toBe('not reproduced');
});

const rounds = (runs: readonly (readonly number[])[]) => ({
  mmi_rounds: runs.flatMap((run, start) =>
    run.map((MI, round) => ({ problem: 'three', start: String(start), round, MI, moved: 0 })),
  ),
});

it('rounds must not lose information', () => {
  expect(judged('mmi-monotone', rounds([[0.1, 0.5, 0.6]])).verdict).toBe('reproduced');
  expect(judged('mmi-monotone', rounds([[0.1, 0.6, 0.5], [0.1, 0.2]])).measurement).toMatchObject({ value: 1, seeds: 2 }); // prettier-ignore
});

it('fast is a median of five rounds at most, and nearly all get there', () => {
  const fast = [0.1, 0.5, 0.68];
  const slow = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.68];
  const stuck = [0.1, 0.5];
  expect(judged('mmi-fast', rounds([fast, fast, slow])).verdict).toBe('reproduced');
  expect(judged('mmi-fast', rounds([fast, slow, slow])).measurement.value).toBe(1);
  expect(judged('mmi-fast', rounds([fast, fast, stuck])).measurement.value).toBe(1);
});

it('the best run has to beat the likeliest class', () => {
  const references = (MAP: number) => ({ mmi_references: [{ problem: 'three', MAP, bound: 0.8 }] });
  expect(judged('mmi-beats-map', { ...rounds([[0.1, 0.68]]), ...references(0.67) }).verdict).toBe('reproduced');
  expect(judged('mmi-beats-map', { ...rounds([[0.1, 0.68]]), ...references(0.68) }).verdict).toBe('not reproduced');
}); // prettier-ignore

const mixtures = (problem: string, p: number, em: readonly number[], e3m: readonly number[]): Row[] =>
  [em, e3m].flatMap((runs, at) =>
    runs.map((iterations, start) => ({ problem, p, start, inner: 3 * at, iterations, converged: iterations < 500 })),
  ); // prettier-ignore

it('E3M has to take half the iterations at both rare ratios', () => {
  const runs = (rarest: readonly number[]) => ({
    mixture_runs: [
      ...mixtures('ratio', 0.5, [10, 10, 10], [12, 12, 12]),
      ...mixtures('ratio', 0.1, [60, 66, 500], [9, 9, 10]),
      ...mixtures('ratio', 0.05, [20, 20, 20], rarest),
    ],
  });
  expect(judged('cm-em-imbalanced', runs([10, 5, 300]))).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 2, seeds: 3 },
  });
  expect(judged('cm-em-imbalanced', runs([11, 11, 5])).verdict).toBe('not reproduced');
});

it('where EM gets stuck, starts are compared one by one', () => {
  const runs = (e3m: readonly number[]) => ({ mixture_runs: mixtures('local', 0.7, [8, 9, 500, 7], e3m) });
  expect(judged('cm-em-local-convergence', runs([9, 10, 100, 7]))).toMatchObject({ verdict: 'reproduced', measurement: { value: 0.5 } }); // prettier-ignore
  expect(judged('cm-em-local-convergence', runs([9, 10, 100, 8])).verdict).toBe('not reproduced');
});

it('the median of few', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([5]), median([])]).toEqual([2, 2.5, 5, NaN]);
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('semantic-information')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
