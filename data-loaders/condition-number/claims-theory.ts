import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { exactly } from '../../src/lib/experiment/measuring.js';
import { equals, liesAbove, liesBelow } from '../../src/lib/experiment/predicate.js';
import { short, type TensorRow } from './rows-of.js';

interface SpectrumRow {
  readonly kind: string;
  readonly entropy: number;
  readonly bound: number;
}

interface MatrixRow {
  readonly rows: number;
  readonly columns: number;
  readonly kappa: number | null;
}

/** Rounding of entropies and of condition numbers. */
const rounding = 1e-9;
const quadratureError = 1e-4;

function entropyAt(orderings: ColumnTable, spectrum: string): { kappa: number; entropy: number } {
  const rows = orderings.objects() as { spectrum: string; kappa: number; entropy: number }[];
  return rows.find((row) => row.spectrum === spectrum)!;
}

export const theoryClaims: readonly Claim[] = [
  {
    id: 'isotropy-maximises-entropy',
    statement:
      'At a fixed norm, linear units with normal inputs have the largest entropy when all singular values are equal; the larger the condition number, the lower the largest entropy that is left.',
    kind: 'exact',
    reported: { value: 'concentrated singular values lower entropy', where: 'theory section' },
    figure: 'spectra',
    tables: ['spectra'],
    measure({ spectra }) {
      const rows = spectra.objects() as SpectrumRow[];
      const random = rows.filter(({ kind }) => kind === 'random');
      const optima = rows.filter(({ kind }) => kind === 'optimum');
      const above = random.filter(({ entropy, bound }) => entropy > bound + rounding).length;
      const off = Math.max(...optima.map(({ entropy, bound }) => Math.abs(entropy - bound)));
      return exactly(
        above + optima.filter(({ entropy, bound }) => !(Math.abs(entropy - bound) <= rounding)).length,
        `violations in ${rows.length.toLocaleString('en')} spectra`,
        `${above} of ${random.length.toLocaleString('en')} random spectra exceed the bound that we derived; the spectra that should attain it miss it by ${off.toExponential(0)} nats at most`,
      );
    },
    criterion:
      'no random spectrum has more entropy than ½n ln(2πec/n) − ln((1 + κ²)/2κ), and the spectra that should attain it do, both to 1e-9 nats',
    judge: equals(0),
  },
  {
    id: 'kappa-scale-invariant',
    statement:
      'The condition number does not change when a matrix is multiplied by a number, while the entropy shifts by n ln |c|.',
    kind: 'exact',
    reported: { value: 'scale-invariant', where: 'title' },
    figure: 'spectra',
    tables: ['scaling'],
    measure({ scaling }) {
      const [kappa, shift] = ['kappa_error', 'shift_error'].map((name) =>
        Math.max(...(scaling.array(name) as number[])),
      );
      return exactly(
        Math.max(kappa, shift),
        'largest error',
        `of ${scaling.numRows()} multiplied matrices, κ changes by ${kappa.toExponential(0)} of itself at most, and the shift of the entropy is off by ${shift.toExponential(0)} nats at most`,
      );
    },
    criterion: 'relative change of κ and error of the shift below 1e-9',
    judge: liesBelow(rounding),
  },
  {
    id: 'nonlinearity-bound',
    statement: 'A contractive activation lowers entropy: the linear stage bounds what comes after it.',
    kind: 'exact',
    reported: { value: 'bound for nonlinear units', where: 'version 2, remark 2', recalled: true },
    figure: 'live-spectrum',
    tables: ['nonlinearity'],
    measure({ nonlinearity }) {
      const rows = nonlinearity.objects() as {
        sigma: number;
        h_linear: number;
        h_tanh: number;
        h_quadrature: number;
      }[];
      const bad = rows.filter(
        ({ h_linear, h_tanh, h_quadrature }) =>
          !(h_tanh < h_linear && Math.abs(h_tanh - h_quadrature) <= quadratureError),
      );
      const list = rows.map(
        ({ sigma, h_linear, h_tanh }) => `σ = ${sigma}: ${short(h_linear)} to ${short(h_tanh)}`,
      );
      return exactly(
        bad.length,
        `of ${rows.length} deviations fail`,
        `tanh of a normal number, nats: ${list.join('; ')}`,
      );
    },
    criterion:
      'for every σ the entropy after tanh lies below that before, and two quadratures of it agree to 1e-4 nats',
    judge: equals(0),
  },
  {
    id: 'kappa-not-a-total-order',
    statement:
      'For three units and more, the condition number alone does not order entropies: a matrix of larger κ can have the larger entropy at the same norm.',
    kind: 'exact',
    reported: { value: 'κ as a proxy; “not sufficient”', where: 'abstract; the example is ours' },
    figure: 'spectra',
    tables: ['orderings'],
    measure({ orderings }) {
      const [larger, smaller] = ['4.5 : 3 : 1', '4 : 1 : 1'].map((spectrum) =>
        entropyAt(orderings, spectrum),
      );
      return exactly(
        larger.entropy - smaller.entropy,
        'nats, entropy at κ = 4.5 − entropy at κ = 4',
        `singular values 4.5 : 3 : 1 give ${short(larger.entropy)} nats, 4 : 1 : 1 give ${short(smaller.entropy)}`,
      );
    },
    criterion: 'the entropy at κ = 4.5 exceeds that at κ = 4',
    judge: liesAbove(0),
  },
  {
    id: 'high-kappa-not-sufficient',
    statement:
      'A large condition number does not show that a matrix has learnt: an untrained one can have it by chance.',
    kind: 'qualitative',
    reported: { value: 'high κ is not sufficient', where: 'abstract', recalled: true },
    figure: 'untrained',
    tables: ['matrices', 'tensors'],
    measure({ matrices, tensors }) {
      const square = (matrices.objects() as MatrixRow[]).filter(({ rows, columns }) => rows === columns);
      const trained = (tensors.objects() as TensorRow[]).filter(({ phase }) => phase === 'trained');
      const most = Math.max(...trained.map(({ kappa }) => kappa ?? Infinity));
      const above = square.filter(({ kappa }) => kappa === null || kappa > most).length;
      return exactly(
        above / square.length,
        'share of untrained square matrices above every trained tensor',
        `${above} of ${square.length} random matrices of ${square[0].rows} × ${square[0].columns} have a larger κ than all ${trained.length} trained tensors, whose largest is ${most.toFixed(1)}`,
      );
    },
    criterion: 'more than half of the untrained square matrices have a larger κ than every trained tensor',
    judge: liesAbove(0.5),
  },
];
