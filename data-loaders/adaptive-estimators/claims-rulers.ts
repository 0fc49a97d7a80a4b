import { groups, max, mean, sort } from 'd3-array';
import { caseOf, correlations, countsOf, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import {
  type Condition,
  exactly,
  type ExactMeasurement,
  type IntervalMeasurement,
  overSeeds,
} from '../../src/lib/claims/measurement.js';
import { equals, isAtLeast, isAtMost, liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { scientific } from '../../src/lib/text/number.js';
import { type Estimator, type layerMaps, tables } from '../../src/papers/adaptive-estimators/tables.js';
import { bitsOfInput, lastLayer, short } from './measures.js';

type InvarianceRow = RowsOf<typeof tables>['invariance'][number];
type RulerRow = RowsOf<typeof tables>['rulers'][number];

const claim = claimsOn(tables);

/** What counts as no change, in bits. */
const tolerance = 1e-9;

/** The changes of an estimate under some maps, of layers that are not all zero. */
function changed(
  invariance: readonly InvarianceRow[],
  estimator: Estimator,
  maps: readonly (typeof layerMaps)[number][],
): InvarianceRow[] {
  return invariance.filter((row) => row.estimator === estimator && maps.includes(row.map) && row.i_xt > 0);
}

/** Readings that an adaptive ruler changes. */
function seen(label: string, rows: readonly InvarianceRow[]): Condition<ExactMeasurement> {
  const violations = rows.filter(({ change }) => change > tolerance).length;
  const largest = scientific(max(rows, ({ change }) => change) ?? NaN, 1);
  return {
    label,
    measurement: exactly(
      rows.length > 0 ? violations : null,
      'violations',
      `readings that change: of ${rows.length} layers under a map none does by more than ${largest} bits`,
    ),
  };
}

/** Networks in which a fixed ruler changes on no layer. */
function blind(label: string, rows: readonly InvarianceRow[]): Condition<ExactMeasurement> {
  const networks = groups(rows, ({ seed }) => seed).map(([, own]) => max(own, ({ change }) => change)!);
  return {
    label,
    measurement: exactly(
      networks.length > 0 ? networks.filter((largest) => largest <= tolerance).length : null,
      'violations',
      `networks that see nothing: of ${networks.length}, whose mean change is ${short(mean(rows, ({ change }) => change) ?? NaN)} bits`,
    ),
  };
}

/** The last layer of each ReLU network by one ruler, from epoch to epoch. */
function courses(rulers: readonly RulerRow[], estimator: Estimator): RulerRow[][] {
  const own = rulers.filter(
    (row) =>
      row.activation === 'relu' &&
      row.split === 'random' &&
      row.layer === lastLayer &&
      row.estimator === estimator,
  );
  return groups(own, ({ seed }) => seed).map(([, rows]) => sort(rows, ({ epoch }) => epoch));
}

/** By how much a ruler's reading changes from the first epoch to the last. */
function change(name: string, networks: readonly RulerRow[][]): IntervalMeasurement {
  const average = (at: number) => short(mean(networks, (rows) => rows.at(at)!.i_xt) ?? NaN);
  return overSeeds(
    networks.map((rows) => rows[rows.length - 1].i_xt - rows[0].i_xt),
    'bits more at the last epoch than before training',
    `${name}, layer ${lastLayer}: ${average(0)} → ${average(-1)} bits on average`,
  );
}

/** That fixed noise reads more where activations are larger. */
function following(networks: readonly RulerRow[][]): Condition<IntervalMeasurement> {
  const average = (at: number) => short(mean(networks, (rows) => rows.at(at)!.max_abs) ?? NaN);
  return {
    label: 'fixed noise, with the scale',
    measurement: overSeeds(
      networks.map((rows) =>
        rows.length < 2
          ? null
          : spearman(
              rows.map(({ max_abs }) => max_abs),
              rows.map(({ i_xt }) => i_xt),
            ),
      ),
      'rank correlation of the reading and the largest activation',
      `largest activation ${average(0)} → ${average(-1)} on average`,
    ),
    asks: liesAbove(0, { effect: 0.5 }),
  };
}

/** That a reading stays where it is, within 0.7 bit. */
function level(name: string, networks: readonly RulerRow[][]): Condition<IntervalMeasurement>[] {
  const measurement = change(name, networks);
  return [
    { label: `${name}, no rise`, measurement, asks: isAtMost(0.7) },
    { label: `${name}, no fall`, measurement, asks: isAtLeast(-0.7) },
  ];
}

export const rulerClaims = [
  claim({
    id: 'ebab-scale-free',
    statement:
      'In untrained ReLU networks, adaptive binning does not see a strictly increasing map of a layer’s activations, adaptive noise no change of their scale; fixed bins and fixed noise do.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'estimators adapt to the hidden activity, above all of unbounded functions',
    figure: 'rulers',
    tables: ['invariance'],
    measure: ({ invariance }) => [
      seen('adaptive bins, 100 h and h³', changed(invariance, 'ebab', ['times-100', 'cube'])),
      seen('adaptive noise, 10 h', changed(invariance, 'akde', ['times-10'])),
      blind('fixed bins, 10 h', changed(invariance, 'fixed-bins', ['times-10'])),
      blind('fixed noise, 10 h', changed(invariance, 'fixed-kde', ['times-10'])),
    ],
    criterion:
      'EBAB of h, 100 h and h³ and adaptive KDE of h and 10 h are equal within 10⁻⁹ bits in every hidden layer of every network, without exception; in no network are all fixed estimates of h and 10 h',
    asks: equals(0),
    attainable: ({ invariance }) => countsOf(new Set(invariance.map(({ seed }) => seed)).size),
    exact: 'it must hold whatever the network: exceptions are counted',
    pilot: true,
  }),
  claim({
    id: 'fixed-noise-tracks-scale',
    statement:
      'In ReLU networks, information measured with fixed noise grows with the activations; measured adaptively it does not.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'motivation of the method, from summaries' },
    reported: 'fixed noise misleads for unbounded activations',
    figure: 'rulers',
    tables: ['rulers'],
    measure: ({ rulers }) => {
      const fixed = courses(rulers, 'fixed-kde');
      return [
        { label: 'fixed noise, rise', measurement: change('fixed noise', fixed), asks: isAtLeast(1) },
        following(fixed),
        ...level('adaptive bins', courses(rulers, 'ebab')),
        ...level('adaptive noise', courses(rulers, 'akde')),
      ];
    },
    criterion:
      'ReLU, layer 5, over networks, from before training to the last epoch: fixed KDE rises by at least 1 bit, and over the epochs its rank correlation with the largest activation lies above 0 (0.5 is the smallest effect of interest), while EBAB and adaptive KDE change by at most 0.7 bit',
    asks: isAtLeast(1),
    attainable({ rulers }, { label, unit }) {
      if (unit.startsWith('rank correlation')) return correlations;
      const named = {
        'fixed noise': 'fixed-kde',
        'adaptive bins': 'ebab',
        'adaptive noise': 'akde',
      } as const;
      const [, estimator] = caseOf(label, Object.entries(named), ([name]) => name);
      return relativeTo(
        bitsOfInput,
        mean(courses(rulers, estimator), ([first]) => first.i_xt),
      );
    },
    pilot: true,
    chance: { table: 'rulers', column: 'estimator', within: ['activation', 'seed', 'layer', 'epoch'] },
  }),
];
