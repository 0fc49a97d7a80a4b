import { ascending, extent, groups, max, mean, sort } from 'd3-array';
import { between, caseOf, correlations, nonNegative, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import {
  type Condition,
  exactly,
  type IntervalMeasurement,
  overSeeds,
} from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { percent, significant } from '../../src/lib/text/number.js';
import { limitExamples, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { definition } from './dimension.js';

type DimensionRow = RowsOf<typeof tables>['dimension'][number];

const claim = claimsOn(tables);

/** Uniform points at one noise level, by seed. */
interface NoiseLevel {
  readonly noise: number;
  readonly repetitions: readonly {
    readonly dse: readonly DimensionRow[];
    readonly cse: readonly DimensionRow[];
  }[];
}

/** What DSE at t = 1 and CSE say of uniform points, from the least noise to the most, from d to d. */
function noiseLevels(rows: readonly DimensionRow[]): NoiseLevel[] {
  const uniform = rows.filter(({ distribution }) => distribution === 'uniform');
  const levels = groups(uniform, ({ noise }) => noise).map(([noise, own]) => ({
    noise,
    repetitions: groups(own, ({ seed }) => seed).map(([, set]) => {
      const byDimension = sort(set, ({ d }) => d);
      return {
        dse: byDimension.filter(({ estimator, t }) => estimator === 'dse' && t === 1),
        cse: byDimension.filter(({ estimator }) => estimator === 'cse'),
      };
    }),
  }));
  return levels.sort((a, b) => ascending(a.noise, b.noise));
}

/** Of some rows, `null` where they are not one for every dimension of the table. */
function ofAll<T>(
  rows: readonly DimensionRow[],
  all: number,
  value: (rows: readonly DimensionRow[]) => T,
): T | null {
  return rows.length === all && all > 1 ? value(rows) : null;
}

const range = (rows: readonly DimensionRow[]) => {
  const [low = NaN, high = NaN] = extent(rows, ({ bits }) => bits);
  return high - low;
};

const rise = (rows: readonly DimensionRow[]) => rows[rows.length - 1].bits - rows[0].bits;

const dimensionsOf = (rows: readonly DimensionRow[]) => new Set(rows.map(({ d }) => d)).size;

/** DSE at one noise level: in the order of the dimensions, and over a range. */
function tracking({ noise, repetitions }: NoiseLevel, all: number): Condition<IntervalMeasurement>[] {
  const [low = NaN, high = NaN] = extent(
    repetitions.flatMap(({ dse }) => dse),
    ({ bits }) => bits,
  );
  const detail = `noise ${percent(noise)}: DSE from ${significant(low)} to ${significant(high)} bits`;
  const order = repetitions.map(({ dse }) =>
    ofAll(dse, all, (rows) =>
      spearman(
        rows.map(({ d }) => d),
        rows.map(({ bits }) => bits),
      ),
    ),
  );
  const whole = repetitions.map(({ dse }) => ofAll(dse, all, rise));
  return [
    {
      label: `noise ${percent(noise)}, order`,
      measurement: overSeeds(order, 'rank correlation of DSE and dimension', detail),
    },
    {
      label: `noise ${percent(noise)}, rise`,
      measurement: overSeeds(whole, 'bits of DSE, from the lowest dimension to the highest', detail),
      asks: liesAbove(2),
    },
  ];
}

/** How far noise moves DSE at the dimension where it moves it most, beside the range without noise to speak of. */
function lifted(
  least: NoiseLevel,
  { noise, repetitions }: NoiseLevel,
  all: number,
): Condition<IntervalMeasurement> {
  const shares = repetitions.map(({ dse }, at) => {
    const quiet = least.repetitions[at]?.dse ?? [];
    if (dse.length !== all || quiet.length !== all) return null;
    return max(dse, ({ bits }, d) => Math.abs(bits - quiet[d].bits))! / range(quiet);
  });
  const lowest = [least.repetitions, repetitions].map((own) => significant(own[0]?.dse[0]?.bits ?? NaN));
  return {
    label: `noise ${percent(noise)}`,
    measurement: overSeeds(
      shares,
      'largest change of DSE by noise, as a share of its range over dimensions',
      `in the lowest dimension, first seed: ${lowest[0]} bits with noise ${percent(least.noise)}, ${lowest[1]} with ${percent(noise)}`,
    ),
  };
}

/** DSE of points that are all the same, and of as many as a run has at most that are all far apart. */
const bitsOfPoints = between(0, Math.log2(definition.profiles.full!.points));

const dimensionChance = {
  table: 'dimension',
  column: 'd',
  within: ['distribution', 'noise', 'seed'],
} as const;

export const entropyClaims = [
  claim({
    id: 'dse-limits',
    statement:
      'DSE is 0 for identical points, log₂ k for k tight groups that are far apart, and log₂ N for N points that are all far apart.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'the project’s page on the theory of DSE' },
    reported: '0, log₂ k and log₂ N are the ends of its range',
    figure: 'live-diffusion',
    tables: ['limits'],
    measure: ({ limits }) =>
      limitExamples.map((example) => {
        const own = limits.filter((row) => row.example === example);
        const largest = max(own, ({ dse, expected }) => Math.abs(dse - expected)) ?? null;
        const detail = `in ${own.length} cases: any number of steps, the diffusion of the code and that of the text`;
        return { label: example, measurement: exactly(largest, 'bits, the largest error', detail) };
      }),
    criterion: 'no error of 10⁻⁶ bits or more, in each example',
    asks: liesBelow(1e-6),
    attainable: () => nonNegative,
    exact: 'the points are placed, not drawn, and their spectrum is computed',
    pilot: true,
  }),
  claim({
    id: 'dse-tracks-dimension',
    statement:
      'DSE grows with the number of dimensions in which uniform points vary, under noise of 1, 10 and 30 %.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'a noise-resistant measure of intrinsic dimension',
    figure: 'dimension',
    tables: ['dimension'],
    measure: ({ dimension }) =>
      noiseLevels(dimension).flatMap((level) => tracking(level, dimensionsOf(dimension))),
    criterion:
      'for uniform points, t = 1 and every noise level, over repetitions: Spearman’s ρ of DSE and the dimension is at least 0.9, and DSE rises by more than 2 bits from the lowest dimension to the highest',
    asks: isAtLeast(0.9),
    attainable({ dimension }, { label, unit }) {
      if (unit.startsWith('rank correlation')) return correlations;
      const { repetitions } = caseOf(label, noiseLevels(dimension), ({ noise }) => `noise ${percent(noise)}`);
      return relativeTo(
        bitsOfPoints,
        mean(repetitions, ({ dse: [first] }) => first.bits),
      );
    },
    pilot: true,
    chance: dimensionChance,
  }),
  claim({
    id: 'dse-level-resists-noise',
    statement:
      'Noise of 10 and of 30 % leaves the DSE of points of each dimension nearly as it is, so that its level tells the dimension whatever the noise.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'noise-resistant; by how much is not said',
    figure: 'dimension',
    tables: ['dimension'],
    measure({ dimension }) {
      const [least, ...louder] = noiseLevels(dimension);
      return louder.map((level) => lifted(least, level, dimensionsOf(dimension)));
    },
    criterion:
      'for uniform points and t = 1, more noise than the least moves DSE, at the dimension where it moves it most, by at most a tenth of its range over the dimensions',
    asks: isAtMost(0.1),
    attainable: () => nonNegative,
    pilot: true,
  }),
  claim({
    id: 'cse-is-stuck',
    statement:
      'The classic entropy of binned coordinates (CSE) of the same points is one number, whatever their dimension.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 2' },
    reported: 'classic estimates approach a fixed entropy in many noisy dimensions',
    figure: 'dimension',
    tables: ['dimension'],
    measure: ({ dimension }) =>
      noiseLevels(dimension).map(({ noise, repetitions }) => {
        const [low = NaN, high = NaN] = extent(
          repetitions.flatMap(({ cse }) => cse),
          ({ bits }) => bits,
        );
        return {
          label: `noise ${percent(noise)}`,
          measurement: overSeeds(
            repetitions.map(({ cse }) => ofAll(cse, dimensionsOf(dimension), range)),
            'bits of CSE, range over the dimensions',
            `CSE from ${significant(low)} to ${significant(high)} bits`,
          ),
        };
      }),
    criterion: 'at every noise level, CSE differs by less than 0.01 bit from dimension to dimension',
    asks: liesBelow(0.01),
    attainable: () => nonNegative,
    pilot: true,
  }),
];
