import { max, median } from 'd3-array';
import { between, caseOf, countsOf, nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atMost } from '../../src/lib/claims/gate.js';
import { exactly, shareOf } from '../../src/lib/claims/measurement.js';
import { equals, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { tables, tensorTypes } from '../../src/papers/condition-number/tables.js';
import { definition as forgetting } from './forgetting.js';

/** Rounding of entropies and of condition numbers. */
const rounding = 1e-9;
const quadratureError = 1e-4;

/** Of an untrained matrix to be above what training leads to: what is rarer is hardly “by chance”. */
const notRare = 0.05;

/** The study whose tensors have a shape that untrained matrices were drawn of; type B is transposed. */
const {
  studies: [{ name: study, width: rows, hidden: columns }],
} = forgetting.profiles.quick;

const claim = claimsOn(tables);

export const theoryClaims = [
  claim({
    id: 'isotropy-maximises-entropy',
    statement:
      'At a fixed norm, linear units with normal inputs have the largest entropy when all singular values are equal; the larger the condition number, the lower the largest entropy that is left.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 4' },
    reported: 'concentrated singular values lower what is passed on; the bound itself is ours',
    figure: 'spectra',
    tables: ['spectra'],
    exact: 'an inequality that every spectrum obeys, or some do not: violations are counted',
    measure({ spectra }) {
      const random = spectra.filter(({ kind }) => kind === 'random');
      const optima = spectra.filter(({ kind }) => kind === 'optimum');
      const above = random.filter(({ entropy, bound }) => entropy > bound + rounding).length;
      const misses = optima.map(({ entropy, bound }) => Math.abs(entropy - bound));
      const off = misses.filter((miss) => !(miss <= rounding)).length;
      return [
        {
          label: 'Random spectra',
          measurement: exactly(
            random.length > 0 ? above : null,
            'violations',
            `${count(above)} of ${count(random.length)} exceed the bound that we derived`,
          ),
        },
        {
          label: 'Best spectra',
          measurement: exactly(
            optima.length > 0 ? off : null,
            'violations',
            `the ${count(optima.length)} that should attain it miss it by ${scientific(max(misses) ?? NaN, 0)} nats at most`,
          ),
        },
      ];
    },
    criterion:
      'no random spectrum has more entropy than ½n ln(2πec/n) − ln((1 + κ²)/2κ), and the spectra that should attain it do, both to 1e-9 nats',
    asks: equals(0),
    attainable: ({ spectra }) => countsOf(spectra.filter(({ kind }) => kind === 'optimum').length),
    pilot: true,
  }),
  claim({
    id: 'kappa-scale-invariant',
    statement:
      'The condition number does not change when a matrix is multiplied by a number, while the entropy shifts by n ln |c|.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'a scale-invariant proxy',
    figure: 'spectra',
    tables: ['scaling'],
    exact: 'an identity, computed: only rounding can break it',
    measure({ scaling }) {
      const kappa = max(scaling, ({ kappa_error }) => kappa_error);
      const shift = max(scaling, ({ shift_error }) => shift_error);
      const of = `of ${count(scaling.length)} multiplied matrices`;
      return [
        {
          label: 'Condition number',
          measurement: exactly(
            kappa ?? null,
            'largest error',
            `${of} none changes its κ by more than ${scientific(kappa ?? NaN, 0)} of itself`,
          ),
        },
        {
          label: 'Shift of the entropy',
          measurement: exactly(
            shift ?? null,
            'largest error',
            `${of} none is off by more than ${scientific(shift ?? NaN, 0)} nats`,
          ),
        },
      ];
    },
    criterion: 'relative change of κ and error of the shift below 1e-9',
    asks: liesBelow(rounding),
    attainable: () => nonNegative,
    pilot: true,
  }),
  claim({
    id: 'nonlinearity-bound',
    statement: 'A contractive activation, tanh, lowers entropy: the linear stage bounds what comes after it.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'the entropy of the linear stage is an upper limit after a contractive activation',
    figure: 'live-spectrum',
    tables: ['nonlinearity'],
    exact: 'integrals, computed',
    measure({ nonlinearity }) {
      return nonlinearity.map(({ sigma, h_linear, h_tanh }) => ({
        label: `σ = ${sigma}`,
        measurement: exactly(
          h_tanh - h_linear,
          'nats, entropy after − before',
          `${decimals(h_linear, 3)} nats before tanh, ${decimals(h_tanh, 3)} after`,
        ),
      }));
    },
    gates({ nonlinearity }) {
      const apart = max(nonlinearity, ({ h_tanh, h_quadrature }) => Math.abs(h_tanh - h_quadrature));
      return [atMost('the distance of two quadratures, in nats,', apart, quadratureError)];
    },
    criterion:
      'for every σ the entropy after tanh lies below that before, where two quadratures of it agree to 1e-4 nats',
    asks: liesBelow(0),
    // No law on the values of tanh, from −1 to 1, has more entropy than the even one.
    attainable({ nonlinearity }, { label }) {
      const { h_linear } = caseOf(label, nonlinearity, ({ sigma }) => `σ = ${sigma}`);
      return between(-Infinity, Math.log(2) - h_linear);
    },
    infeasible:
      'the bound cannot be missed at σ = 0.5 and above: whatever maps to values from −1 to 1 leaves ln 2 nats at most, which is less than there were; it can be missed at σ = 0.1',
    pilot: true,
  }),
  claim({
    id: 'kappa-not-a-total-order',
    statement:
      'For three units and more, the condition number alone does not order entropies: a matrix of larger κ can have the larger entropy at the same norm.',
    origin: 'ours',
    source: { grade: 'text', place: 'an example of ours; abstract, sentence 5, calls κ a proxy' },
    reported: 'κ is a proxy for how much is encoded',
    figure: 'spectra',
    tables: ['orderings'],
    exact: 'two closed forms, compared',
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
    asks: liesAbove(0),
    // At squared norm 3, equal singular values have the largest entropy.
    attainable: ({ orderings }) =>
      between(
        -Infinity,
        1.5 * Math.log(2 * Math.PI * Math.E) -
          orderings.find(({ spectrum }) => spectrum === '4 : 1 : 1')!.entropy,
      ),
    pilot: true,
  }),
  claim({
    id: 'high-kappa-not-sufficient',
    statement:
      'A large condition number does not show that a matrix has learnt: of untrained matrices of the same shape, more than one in twenty has a larger one than the typical trained tensor.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 2' },
    reported: 'a high condition number is not sufficient',
    figure: 'untrained',
    tables: ['matrices', 'tensors'],
    measure({ matrices, tensors }) {
      const drawn = matrices.filter((matrix) => matrix.rows === rows && matrix.columns === columns);
      return tensorTypes.map((type) => {
        const trained = tensors.filter(
          (tensor) => tensor.study === study && tensor.phase === 'trained' && tensor.type === type,
        );
        const typical = median(trained, ({ kappa }) => kappa ?? Infinity);
        const above = drawn.map(({ kappa }) =>
          typical === undefined ? null : (kappa ?? Infinity) > typical,
        );
        const larger = above.filter(Boolean).length;
        return {
          label: `type ${type}`,
          measurement: shareOf(
            above,
            'share of untrained matrices',
            `${larger} of ${drawn.length} untrained matrices of ${rows} × ${columns} have a larger κ than ${decimals(typical ?? NaN, 1)}, the median of ${trained.length} trained tensors`,
          ),
        };
      });
    },
    criterion:
      'for both types of tensor, more than 5 % of the untrained matrices of their shape have a larger κ than the median trained tensor, with the interval over matrices',
    asks: liesAbove(notRare),
    pilot: true,
  }),
];
