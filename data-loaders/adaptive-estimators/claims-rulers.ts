import { max, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { failures } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { scientific } from '../../src/lib/text/number.js';
import { type Estimator, type layerMaps, tables } from '../../src/papers/adaptive-estimators/tables.js';
import { lastLayer, short } from './measures.js';

const claim = claimsOn(tables);

/** What counts as no change, in bits. */
const tolerance = 1e-9;

/** The changes of an estimate under some maps, of layers that are not all zero. */
function changes(
  invariance: RowsOf<typeof tables>['invariance'],
  estimator: Estimator,
  maps: readonly (typeof layerMaps)[number][],
): number[] {
  return invariance
    .filter((row) => row.estimator === estimator && maps.includes(row.map) && row.i_xt > 0)
    .map(({ change }) => change);
}

export const rulerClaims = [
  claim({
    id: 'ebab-scale-free',
    statement:
      'Adaptive binning does not see a strictly increasing map of a layer’s activations, adaptive noise no change of their scale; fixed bins and fixed noise do.',
    kind: 'exact',
    reported: { value: 'adaptive rulers follow the activity', where: 'abstract; motivation of the method' },
    figure: 'rulers',
    tables: ['invariance'],
    measure({ invariance }) {
      const adaptive = [
        ['adaptive bins, 100 h and h³', changes(invariance, 'ebab', ['times-100', 'cube'])],
        ['adaptive noise, 10 h', changes(invariance, 'akde', ['times-10'])],
      ] as const;
      const fixed = [
        ['fixed bins, 10 h', changes(invariance, 'fixed-bins', ['times-10'])],
        ['fixed noise, 10 h', changes(invariance, 'fixed-kde', ['times-10'])],
      ] as const;
      return failures(
        [
          ...adaptive.map(([name, found]) => ({
            holds: found.length > 0 && max(found)! <= tolerance,
            detail: `${name}: no layer of ${found.length} changes by more than ${scientific(max(found) ?? NaN, 1)} bits`,
          })),
          ...fixed.map(([name, found]) => ({
            holds: found.length > 0 && mean(found)! > tolerance,
            detail: `${name}: the mean change is ${short(mean(found) ?? NaN)} bits`,
          })),
        ],
        new Set(invariance.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'EBAB of h, 100 h and h³ and adaptive KDE of h and 10 h are equal within 10⁻⁹ bits in all hidden layers of ReLU networks; the fixed estimates are not',
    judge: equals(0),
  }),
  claim({
    id: 'fixed-noise-tracks-scale',
    statement:
      'In ReLU networks, information measured with fixed noise grows with the activations; measured adaptively it does not.',
    kind: 'qualitative',
    reported: { value: 'fixed noise misleads for unbounded activations', where: 'abstract; motivation' },
    figure: 'rulers',
    tables: ['rulers'],
    measure({ rulers }) {
      const rows = rulers.filter(
        (row) => row.activation === 'relu' && row.layer === lastLayer && row.seed < 2,
      );
      const at = (epoch: number, estimator: Estimator, column: 'i_xt' | 'max_abs' = 'i_xt') =>
        mean(
          rows.filter((row) => row.epoch === epoch && row.estimator === estimator),
          (row) => row[column],
        ) ?? NaN;
      const rise = (estimator: Estimator) => at(300, estimator) - at(0, estimator);
      const told = (estimator: Estimator) => `${short(at(0, estimator))} → ${short(at(300, estimator))} bits`;
      const scale = `largest activation ${short(at(0, 'ebab', 'max_abs'))} → ${short(at(300, 'ebab', 'max_abs'))}`;
      return failures(
        [
          { holds: rise('fixed-kde') >= 1, detail: `fixed noise ${told('fixed-kde')}, ${scale}` },
          { holds: Math.abs(rise('ebab')) <= 0.7, detail: `adaptive bins ${told('ebab')}` },
          { holds: Math.abs(rise('akde')) <= 0.7, detail: `adaptive noise ${told('akde')}` },
        ],
        new Set(rows.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'ReLU, layer 5, mean of 2 seeds, from epoch 0 to 300: fixed KDE rises by at least 1 bit, while EBAB and adaptive KDE change by at most 0.7 bit',
    judge: equals(0),
  }),
];
