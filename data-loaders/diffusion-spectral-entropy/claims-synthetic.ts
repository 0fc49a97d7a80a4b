import type { Claim } from '../../src/lib/experiment/claim.js';
import { type Condition, failures, mean, rowsOf } from '../../src/lib/experiment/measuring.js';
import { equals, liesBelow } from '../../src/lib/experiment/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { levels, short, span } from './comparison.js';

interface LimitRow {
  readonly example: string;
  readonly dse: number;
  readonly expected: number;
}

interface DimensionRow {
  readonly distribution: string;
  readonly noise: number;
  readonly estimator: string;
  readonly t: number | null;
  readonly d: number;
  readonly bits: number;
}

export interface EstimateRow {
  readonly D: number;
  readonly noise: number;
  readonly seed: number;
  readonly corruption: number;
  readonly estimator: string;
  readonly mi_bits: number;
}

/** Uniform points at one noise level: what DSE at t = 1 does as the dimension grows, and what CSE does. */
function dimensionCondition(rows: readonly DimensionRow[]): Condition {
  const [{ noise }] = rows;
  const dimensions = levels(rows, ({ d }) => d);
  const dse = dimensions.map((d) =>
    mean(rows.filter((row) => row.estimator === 'dse' && row.t === 1 && row.d === d).map(({ bits }) => bits)),
  );
  const cse = rows.filter(({ estimator }) => estimator === 'cse').map(({ bits }) => bits);
  const rises = dse.every((value, i) => i === 0 || value > dse[i - 1]) && dse[dse.length - 1] - dse[0] > 2;
  const constant = Math.max(...cse) - Math.min(...cse) < 0.01;
  return {
    holds: rises && constant,
    detail: `noise ${short(noise)}: DSE ${dse.map(short).join(', ')} bits; CSE ${span(cse)}`,
  };
}

/** An estimator's values on one set of blobs, from no corruption to full. */
function curve(rows: readonly EstimateRow[], estimator: string): number[] {
  return rows
    .filter((row) => row.estimator === estimator)
    .sort((a, b) => a.corruption - b.corruption)
    .map(({ mi_bits }) => mi_bits);
}

/** Sets of blobs at one noise level: DSMI follows the true information on each, from high to nothing on average. */
function corruptionConditions(rows: readonly EstimateRow[]): Condition[] {
  const [{ noise }] = rows;
  const sets = groups(rows, ({ seed }) => String(seed));
  const curves = sets.map((set) => curve(set, 'dsmi'));
  const rho = Math.min(...sets.map((set, i) => spearman(curves[i], curve(set, 'truth'))));
  const [first, last] = [
    curves.map((values) => values[0]),
    curves.map((values) => values[values.length - 1]),
  ];
  const classic = Math.max(
    ...rows.filter(({ estimator }) => estimator.startsWith('csmi')).map(({ mi_bits }) => Math.abs(mi_bits)),
  );
  return [
    { holds: rho >= 0.9, detail: `noise ${short(noise)}: ρ at least ${short(rho)}` },
    {
      holds: mean(first) > 0.5,
      detail: `DSMI without corruption ${short(mean(first))} (single sets ${span(first)})`,
    },
    {
      holds: Math.abs(mean(last)) < 0.05,
      detail: `at full corruption ${short(mean(last))} (single sets ${span(last)})`,
    },
    { holds: classic < 0.05, detail: `CSMI within ${short(classic)}` },
  ];
}

/** What `key` groups together, in the order of first appearance. */
function groups<R>(rows: readonly R[], key: (row: R) => string): R[][] {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const group = found.get(key(row)) ?? [];
    group.push(row);
    found.set(key(row), group);
  }
  return [...found.values()];
}

export const syntheticClaims: readonly Claim[] = [
  {
    id: 'dse-limits',
    statement:
      'DSE is 0 for identical points, log₂ k for k tight groups that are far apart, and log₂ N for N points that are all far apart.',
    kind: 'exact',
    reported: { value: '0, log₂ k, log₂ N', where: 'properties of DSE' },
    figure: 'live-diffusion',
    tables: ['limits'],
    measure({ limits }) {
      const rows = rowsOf<LimitRow>(limits);
      const worst = (example: string) =>
        Math.max(
          ...rows.filter((row) => row.example === example).map((row) => Math.abs(row.dse - row.expected)),
        );
      const examples = [...new Set(rows.map(({ example }) => example))];
      const value = Math.max(...examples.map(worst));
      return {
        ...{ value, low: value, high: value, seeds: 1 },
        unit: 'bits, the largest error',
        detail: `in ${rows.length} cases: ${examples.map((example) => `${example} ${worst(example).toExponential(0)}`).join(', ')}; any number of steps, groups of unequal size too, the diffusion of the code and that of the text`,
      };
    },
    criterion: 'no error of 10⁻⁶ bits or more',
    judge: liesBelow(1e-6),
  },
  {
    id: 'dse-tracks-dimension',
    statement:
      'DSE grows with the dimension that points really have, through noise, while the entropy of bins (CSE) is stuck at log₂ N.',
    kind: 'qualitative',
    reported: { value: 'DSE grows, CSE = log N', where: 'toy figure on dimension' },
    figure: 'dimension',
    tables: ['dimension'],
    measure({ dimension }) {
      const rows = rowsOf<DimensionRow>(dimension).filter(({ distribution }) => distribution === 'uniform');
      const conditions = groups(rows, ({ noise }) => String(noise)).map(dimensionCondition);
      return failures(conditions, levels(rowsOf<{ seed: number }>(dimension), ({ seed }) => seed).length);
    },
    criterion:
      'for uniform points, t = 1 and every noise level, the mean DSE rises from each dimension to the next and by more than 2 bits in all, and CSE varies by less than 0.01 bit',
    judge: equals(0),
  },
  {
    id: 'dsmi-tracks-corruption',
    statement:
      'As labels are corrupted, DSMI falls as the true information does; the same difference of binned entropies (CSMI) does not see it.',
    kind: 'qualitative',
    reported: { value: 'DSMI ≈ 1.3 → 0, CSMI ≈ 0 (d = 20)', where: 'Fig. 3, read off the plot' },
    figure: 'corruption',
    tables: ['corruption'],
    measure({ corruption }) {
      const rows = rowsOf<EstimateRow>(corruption).filter(({ D }) => D === 20);
      const conditions = groups(rows, ({ noise }) => String(noise)).flatMap(corruptionConditions);
      return failures(conditions, levels(rows, ({ seed }) => seed).length);
    },
    criterion:
      'in 20 dimensions, at every noise level: Spearman’s ρ of DSMI and truth is at least 0.9 on each set of blobs, mean DSMI is above 0.5 bit without corruption and within 0.05 of 0 at full corruption, and no CSMI is further than 0.05 from 0',
    judge: equals(0),
  },
];
