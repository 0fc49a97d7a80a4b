import { groups } from 'd3-array';
import { correlations as anyCorrelation } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Conditions, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import { kendall } from '../../src/papers/cs-ib/kendall.js';
import { datasetLabels, tables } from '../../src/papers/cs-ib/tables.js';

type GapRow = RowsOf<typeof tables>['gap'][number];

const claim = claimsOn(tables);

/** The smallest rank correlation that means something. */
const effect = 0.2;

/** Kendall's τ of information and gap over the networks of one seed; `null` where one of them has no value. */
function correlation(networks: readonly GapRow[], column: 'i_cs' | 'i_cs_raw'): number | null {
  const pairs = networks.flatMap(({ gap, [column]: value }) =>
    gap === null || value === null ? [] : [[value, gap]],
  );
  if (pairs.length < networks.length) return null;
  return kendall(
    pairs.map(([value]) => value),
    pairs.map(([, gap]) => gap),
  ).tau;
}

/** The correlation in each seed, whose networks differ in learning rate and penalty, on each data set. */
function correlations(gap: readonly GapRow[]): Conditions<IntervalMeasurement> {
  return groups(gap, ({ dataset }) => dataset).map(([dataset, networks]) => {
    const seeds = groups(networks, ({ seed }) => seed).map(([, own]) => own);
    const [normalised, raw] = (['i_cs', 'i_cs_raw'] as const).map((column) =>
      seeds.map((own) => correlation(own, column)),
    );
    const list = (values: readonly (number | null)[]) =>
      values.map((value) => (value === null ? 'none' : decimals(value, 2))).join(', ');
    return {
      label: datasetLabels[dataset],
      measurement: overSeeds(
        normalised,
        "Kendall's τ among the networks of a seed",
        `by seed ${list(normalised)}; of the information that is not normalised ${list(raw)}`,
      ),
    };
  });
}

export const gapClaims = [
  claim({
    id: 'mi-tracks-gap',
    statement:
      'Of networks that differ in learning rate and L2 penalty, those that keep more CS information about their input have the larger generalisation gap (test minus training RMSE).',
    origin: 'body',
    source: { grade: 'second-hand', place: 'the generalisation figure, on the authors’ slides (CS_IB.pdf)' },
    reported: 'correlates well, over 100 networks on California Housing',
    figure: 'gap',
    tables: ['gap'],
    measure: ({ gap }) => correlations(gap),
    criterion: `on every data set the mean over seeds of Kendall's τ between normalised information and gap, among the networks of a seed, has a 95 % interval above 0; less than ${effect} is too little to mean anything`,
    asks: liesAbove(0, { effect }),
    attainable: () => anyCorrelation,
    pilot: true,
    chance: { table: 'gap', column: 'i_cs', within: ['dataset', 'seed'] },
  }),
  claim({
    id: 'conditional-information-tracks-gap',
    statement: 'The conditional form of the CS information correlates with the generalisation gap, too.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'the generalisation figure, on the authors’ slides (CS_IB.pdf)' },
    reported: 'correlates well',
    untested:
      'its estimator is described in none of the sources that could be read, and guessing one would test a guess',
  }),
];
