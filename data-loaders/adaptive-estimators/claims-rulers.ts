import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import type { Estimator } from './estimates.js';
import { conditionsMet, lastLayer, mean, short } from './measures.js';

interface MappedRow {
  readonly estimator: Estimator;
  readonly map: string;
  readonly i_xt: number;
  readonly change: number;
}

/** What counts as no change, in bits. */
const tolerance = 1e-9;

/** The changes of an estimate under some maps, of layers that are not all zero. */
function changes(invariance: ColumnTable, estimator: Estimator, maps: readonly string[]): number[] {
  return (invariance.objects() as MappedRow[])
    .filter((row) => row.estimator === estimator && maps.includes(row.map) && row.i_xt > 0)
    .map(({ change }) => change);
}

interface ReadRow {
  readonly activation: string;
  readonly seed: number;
  readonly layer: number;
  readonly epoch: number;
  readonly estimator: Estimator;
  readonly i_xt: number;
  readonly max_abs: number;
}

export const rulerClaims: readonly Claim[] = [
  {
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
      const number = (value: number) => (value === 0 ? '0' : value.toExponential(1).replace('-', '−'));
      return conditionsMet(
        [
          ...adaptive.map(([name, found]) => ({
            holds: found.length > 0 && Math.max(...found) <= tolerance,
            text: `${name}: no layer of ${found.length} changes by more than ${number(Math.max(...found))} bits`,
          })),
          ...fixed.map(([name, found]) => ({
            holds: found.length > 0 && mean(found) > tolerance,
            text: `${name}: the mean change is ${short(mean(found))} bits`,
          })),
        ],
        new Set(invariance.array('seed')).size,
      );
    },
    criterion:
      'EBAB of h, 100 h and h³ and adaptive KDE of h and 10 h are equal within 10⁻⁹ bits in all hidden layers of ReLU networks; the fixed estimates are not',
    judge: equals(4),
  },
  {
    id: 'fixed-noise-tracks-scale',
    statement:
      'In ReLU networks, information measured with fixed noise grows with the activations; measured adaptively it does not.',
    kind: 'qualitative',
    reported: { value: 'fixed noise misleads for unbounded activations', where: 'abstract; motivation' },
    figure: 'rulers',
    tables: ['rulers'],
    measure({ rulers }) {
      const rows = (rulers.objects() as ReadRow[]).filter(
        (row) => row.activation === 'relu' && row.layer === lastLayer && row.seed < 2,
      );
      const at = (epoch: number, estimator: Estimator, column: 'i_xt' | 'max_abs' = 'i_xt') =>
        mean(
          rows.filter((row) => row.epoch === epoch && row.estimator === estimator).map((row) => row[column]),
        );
      const rise = (estimator: Estimator) => at(300, estimator) - at(0, estimator);
      const told = (estimator: Estimator) => `${short(at(0, estimator))} → ${short(at(300, estimator))} bits`;
      const scale = `largest activation ${short(at(0, 'ebab', 'max_abs'))} → ${short(at(300, 'ebab', 'max_abs'))}`;
      return conditionsMet(
        [
          { holds: rise('fixed-kde') >= 1, text: `fixed noise ${told('fixed-kde')}, ${scale}` },
          { holds: Math.abs(rise('ebab')) <= 0.7, text: `adaptive bins ${told('ebab')}` },
          { holds: Math.abs(rise('akde')) <= 0.7, text: `adaptive noise ${told('akde')}` },
        ],
        new Set(rows.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'ReLU, layer 5, mean of 2 seeds, from epoch 0 to 300: fixed KDE rises by at least 1 bit, while EBAB and adaptive KDE change by at most 0.7 bit',
    judge: equals(3),
  },
];
