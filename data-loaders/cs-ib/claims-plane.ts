import { greatest, groups, mean } from 'd3-array';
import { anyNumber } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Conditions, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { significant } from '../../src/lib/text/number.js';
import { datasetLabels, methodLabels, tables } from '../../src/papers/cs-ib/tables.js';
import { isBaseline, seedsOf } from './comparison.js';
import { interpolated, type PlanePoint } from './plane-interpolation.js';

type PlaneRow = RowsOf<typeof tables>['plane'][number];
type Yardstick = 'r_own' | 'r_cs';

const claim = claimsOn(tables);

/** Compression ratios at which the curves of the information plane are compared. */
const ratios = [0.25, 0.5];

/** How many bits more are enough to mean something: an RMSE that is 1.4 % lower. */
const effect = 0.02;

const information = ({ i_ty }: PlanePoint) => i_ty;

/**
 * I(T;Y) of CS-IB minus that of the best baseline at equal compression ratio, on each data set. For each seed the rival is
 * the method that did best in the others. A method that does not reach the ratio in every seed is no rival there; where
 * CS-IB does not reach it, the seed has no value.
 */
function comparePlanes(plane: readonly PlaneRow[], yardstick: Yardstick): Conditions<IntervalMeasurement> {
  return groups(plane, ({ dataset }) => dataset).flatMap(([dataset, runs]) =>
    ratios.map((ratio) => {
      const seeds = seedsOf(runs);
      const points = interpolated(runs, yardstick, ratio);
      const rivals = groups(points.filter(isBaseline), ({ method }) => method).filter(
        ([, own]) => own.length === seeds.length,
      );
      const pairs = seeds.map((seed) => {
        const at = (method: PlanePoint['method'] | undefined) =>
          points.find((point) => point.method === method && point.seed === seed);
        const rival = greatest(rivals, ([, own]) =>
          mean(
            own.filter((point) => point.seed !== seed),
            information,
          ),
        );
        return { ours: at('cs-paper'), theirs: at(rival?.[0]) };
      });
      const told = (side: keyof (typeof pairs)[number]) => {
        const reached = pairs.flatMap((pair) => pair[side] ?? []);
        if (reached.length === 0) return 'none that gets there';
        const names = [...new Set(reached.map(({ method }) => methodLabels[method]))].join(' or ');
        return `${significant(mean(reached, information)!)} (${names}, ${reached.length} of ${seeds.length} seeds)`;
      };
      return {
        label: `${datasetLabels[dataset]}, r = ${ratio}`,
        measurement: overSeeds(
          pairs.map(({ ours, theirs }) => (ours && theirs ? ours.i_ty - theirs.i_ty : null)),
          'bits more than the best baseline',
          `bits about the target: ${told('ours')} against ${told('theirs')}`,
        ),
      };
    }),
  );
}

const common = {
  figure: 'information-plane',
  tables: ['plane'],
  criterion: `the 95 % interval over seeds of the difference in I(T;Y) to the best baseline lies above 0 at r = ${ratios.join(' and ')}, on every data set; the rival of a seed is the method that did best in the other seeds, of those that reach the ratio in all; where CS-IB does not reach it there is no value; less than ${effect} bit is too little to mean anything`,
  asks: liesAbove(0, { effect }),
  // Half the logarithm of a quotient of errors.
  attainable: () => anyNumber,
  pilot: true,
  chance: { table: 'plane', column: 'method', within: ['dataset', 'seed'] },
} as const;

export const planeClaims = [
  claim({
    ...common,
    id: 'information-plane',
    statement:
      'At equal compression ratio, each method’s by its own information, CS-IB keeps more information about the target than the other methods, on four tabular data sets.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported:
      'always the best trade-off; on California Housing about 1.34 against 1.17 bits without compression (read off a slide, ± 0.02)',
    measure: ({ plane }) => comparePlanes(plane, 'r_own'),
  }),
  claim({
    ...common,
    id: 'information-plane-one-yardstick',
    statement:
      'At equal compression ratio, told for all methods by one yardstick, the CS information, CS-IB keeps more information about the target than the other methods, on four tabular data sets.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control: the methods’ own informations are not comparable' },
    reported: 'not discussed in what could be read',
    measure: ({ plane }) => comparePlanes(plane, 'r_cs'),
  }),
];
