import { max } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove, liesBelow } from '../../src/lib/experiment/predicate.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/condition-number/tables.js';

/** Rounding of entropies and of condition numbers. */
const rounding = 1e-9;
const quadratureError = 1e-4;

const claim = claimsOn(tables);

export const theoryClaims = [
  claim({
    id: 'isotropy-maximises-entropy',
    statement:
      'At a fixed norm, linear units with normal inputs have the largest entropy when all singular values are equal; the larger the condition number, the lower the largest entropy that is left.',
    kind: 'exact',
    reported: { value: 'concentrated singular values lower entropy', where: 'theory section' },
    figure: 'spectra',
    tables: ['spectra'],
    measure({ spectra }) {
      const random = spectra.filter(({ kind }) => kind === 'random');
      const optima = spectra.filter(({ kind }) => kind === 'optimum');
      const above = random.filter(({ entropy, bound }) => entropy > bound + rounding).length;
      const misses = optima.map(({ entropy, bound }) => Math.abs(entropy - bound));
      const violations = above + misses.filter((miss) => !(miss <= rounding)).length;
      return exactly(
        random.length > 0 && optima.length > 0 ? violations : null,
        `violations in ${count(spectra.length)} spectra`,
        `${count(above)} of ${count(random.length)} random spectra exceed the bound that we derived; the spectra that should attain it miss it by ${scientific(max(misses)!, 0)} nats at most`,
      );
    },
    criterion:
      'no random spectrum has more entropy than ½n ln(2πec/n) − ln((1 + κ²)/2κ), and the spectra that should attain it do, both to 1e-9 nats',
    judge: equals(0),
  }),
  claim({
    id: 'kappa-scale-invariant',
    statement:
      'The condition number does not change when a matrix is multiplied by a number, while the entropy shifts by n ln |c|.',
    kind: 'exact',
    reported: { value: 'scale-invariant', where: 'title' },
    figure: 'spectra',
    tables: ['scaling'],
    measure({ scaling }) {
      const kappa = max(scaling, ({ kappa_error }) => kappa_error)!;
      const shift = max(scaling, ({ shift_error }) => shift_error)!;
      return exactly(
        Math.max(kappa, shift),
        'largest error',
        `of ${count(scaling.length)} multiplied matrices, κ changes by ${scientific(kappa, 0)} of itself at most, and the shift of the entropy is off by ${scientific(shift, 0)} nats at most`,
      );
    },
    criterion: 'relative change of κ and error of the shift below 1e-9',
    judge: liesBelow(rounding),
  }),
  claim({
    id: 'nonlinearity-bound',
    statement: 'A contractive activation lowers entropy: the linear stage bounds what comes after it.',
    kind: 'exact',
    reported: { value: 'bound for nonlinear units', where: 'version 2, remark 2', recalled: true },
    figure: 'live-spectrum',
    tables: ['nonlinearity'],
    measure({ nonlinearity }) {
      return failures(
        nonlinearity.map(({ sigma, h_linear, h_tanh, h_quadrature }) => ({
          holds: h_tanh < h_linear && Math.abs(h_tanh - h_quadrature) <= quadratureError,
          detail: `σ = ${sigma}: ${decimals(h_linear, 3)} nats before tanh, ${decimals(h_tanh, 3)} after`,
        })),
      );
    },
    criterion:
      'for every σ the entropy after tanh lies below that before, and two quadratures of it agree to 1e-4 nats',
    judge: equals(0),
  }),
  claim({
    id: 'kappa-not-a-total-order',
    statement:
      'For three units and more, the condition number alone does not order entropies: a matrix of larger κ can have the larger entropy at the same norm.',
    kind: 'exact',
    reported: { value: 'κ as a proxy; “not sufficient”', where: 'abstract; the example is ours' },
    figure: 'spectra',
    tables: ['orderings'],
    measure({ orderings }) {
      const [larger, smaller] = ['4.5 : 3 : 1', '4 : 1 : 1'].map(
        (name) => orderings.find(({ spectrum }) => spectrum === name)?.entropy ?? NaN,
      );
      return exactly(
        larger - smaller,
        'nats, entropy at κ = 4.5 − entropy at κ = 4',
        `singular values 4.5 : 3 : 1 give ${decimals(larger, 3)} nats, 4 : 1 : 1 give ${decimals(smaller, 3)}`,
      );
    },
    criterion: 'the entropy at κ = 4.5 exceeds that at κ = 4',
    judge: liesAbove(0),
  }),
  claim({
    id: 'high-kappa-not-sufficient',
    statement:
      'A large condition number does not show that a matrix has learnt: an untrained one can have it by chance.',
    kind: 'qualitative',
    reported: { value: 'high κ is not sufficient', where: 'abstract', recalled: true },
    figure: 'untrained',
    tables: ['matrices', 'tensors'],
    measure({ matrices, tensors }) {
      const square = matrices.filter(({ rows, columns }) => rows === columns);
      const trained = tensors.filter(({ phase }) => phase === 'trained');
      const most = max(trained, ({ kappa }) => kappa ?? Infinity) ?? NaN;
      const above = square.filter(({ kappa }) => kappa === null || kappa > most).length;
      return exactly(
        Number.isNaN(most) ? null : above / square.length,
        'share of untrained square matrices above every trained tensor',
        `${above} of ${square.length} random matrices of ${square[0].rows} × ${square[0].columns} have a larger κ than all ${trained.length} trained tensors, whose largest is ${decimals(most, 1)}`,
      );
    },
    criterion: 'more than half of the untrained square matrices have a larger κ than every trained tensor',
    judge: liesAbove(0.5),
  }),
];
