import { max, min, pairs } from 'd3-array';
import { between, countsOf, nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly } from '../../src/lib/claims/measurement.js';
import { equals, isAtLeast, liesBelow } from '../../src/lib/claims/predicate.js';
import { decimals, percent, scientific } from '../../src/lib/text/number.js';
import { flankRepulsion } from '../../src/papers/gain-control/adaptation.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { meanOf, neuronsOf } from './judged-rows.js';

const claim = claimsOn(tables);

const exact = 'deterministic: gains are solved for, and no seed enters';

/** Claims on single networks that we chose, which a computation decides. */
export const closedFormClaims = [
  claim({
    id: 'analytic-gains',
    statement:
      'Under the paper’s own objective, the gains that optimise the trade-off of information and activity have a closed form.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'gains that optimise the trade-off are derived analytically',
    untested:
      'the paper’s equations could not be read; those here are a reconstruction, which has a closed form by construction (checked beyond the paper); it would take its text',
  }),
  claim({
    id: 'closed-form-optimum',
    statement: 'In our reconstruction, the gains in closed form minimise the objective.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, of a reconstruction' },
    reported: 'gains are derived analytically',
    figure: 'tradeoff',
    tables: ['optimum', 'tradeoff'],
    exact,
    measure({ optimum, tradeoff }) {
      const rows = optimum.filter(({ network }) => network !== 'loop');
      const unbiased = min(rows, ({ p_adapter }) => p_adapter)!;
      const compared = [
        ...rows.filter(({ p_adapter }) => p_adapter > unbiased),
        ...tradeoff.filter(({ alpha }) => alpha > 0),
      ];
      const higher = compared.filter(
        (row) => !(row.loss < row.loss_control_gains && row.loss < row.loss_at_one),
      );
      const slope = max(rows, ({ gradient, gradient_at_one }) => gradient / gradient_at_one);
      return [
        {
          label: 'Slope',
          measurement: exactly(
            slope ?? null,
            'of the gradient at gain 1',
            `over ${rows.length} networks and ensembles the gradient at the gains is at most ${scientific(slope ?? NaN, 1)} of that at gain 1`,
          ),
        },
        {
          label: 'Rivals',
          measurement: exactly(
            compared.length > 0 ? higher.length : null,
            'violations',
            `in ${higher.length} of ${compared.length} cases the objective is not below that of the unbiased ensemble’s gains and of gain 1`,
          ),
          asks: equals(0),
        },
      ];
    },
    criterion:
      'the gradient by finite differences is below 1e-6 of that at gain 1, and the objective is below that of the unbiased ensemble’s gains and of gain 1, in every case',
    asks: liesBelow(1e-6),
    attainable: ({ tradeoff }, { label }) => (label === 'Rivals' ? countsOf(tradeoff.length) : nonNegative),
    pilot: true,
  }),
  claim({
    id: 'trade-off',
    statement: 'In our reconstruction, dearer activity buys less of it for more error.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, of a reconstruction' },
    reported: 'gains optimise the trade-off between information kept and activity spent',
    figure: 'tradeoff',
    tables: ['tradeoff'],
    exact,
    measure({ tradeoff }) {
      const steps = pairs([...tradeoff].sort((a, b) => a.alpha - b.alpha));
      const wrong = steps.filter(
        ([less, more]) => more.recon <= less.recon || more.activity >= less.activity,
      );
      return exactly(
        steps.length > 0 ? wrong.length : null,
        'violations',
        `from one price to the next activity does not fall, or the error does not rise, in ${wrong.length} of ${steps.length} steps`,
      );
    },
    criterion: 'activity falls and the error rises at every step of the price',
    asks: equals(0),
    attainable: ({ tradeoff }) => countsOf(tradeoff.length - 1),
    pilot: true,
  }),
  claim({
    id: 'better-than-common-gain',
    statement:
      'In our reconstruction, at equal activity the best gains make a smaller error than one gain common to all neurons.',
    origin: 'ours',
    source: { grade: 'text', place: 'a rival of ours' },
    reported: 'not discussed in what could be read',
    figure: 'tradeoff',
    tables: ['tradeoff'],
    exact,
    measure({ tradeoff }) {
      const priced = tradeoff.filter(({ alpha }) => alpha > 0);
      const saved = priced.map(({ recon, recon_common }) => 1 - recon / recon_common);
      return exactly(
        min(saved) ?? null,
        'share of the error that is saved, the least over prices',
        `of the error with one common gain at the same activity, ${percent(min(saved) ?? NaN, 1)} is saved at least, ${percent(max(saved) ?? NaN, 1)} at most`,
      );
    },
    criterion:
      'at every price above 0 the error is smaller than that of a common gain with the same activity, by 5 % or more',
    asks: isAtLeast(0.05),
    attainable: () => between(-Infinity, 1),
    pilot: true,
  }),
  claim({
    id: 'no-recurrence-no-shift',
    statement: 'Without recurrence, changes of gain move no preferred orientation.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of ours: a gain alone scales a curve' },
    reported: 'gain changes act by way of recurrence (abstract, sentence 5)',
    figure: 'effects',
    tables: ['effects'],
    exact,
    measure({ effects }) {
      const still = max(neuronsOf(effects, 'none'), ({ shift }) => Math.abs(shift));
      const of = (network: 'mixed' | 'inhibition' | 'excitation') =>
        `${decimals(meanOf(flankRepulsion(neuronsOf(effects, network))), 2)}°`;
      return exactly(
        still ?? null,
        '°, the largest shift',
        `flanking neurons move by ${of('mixed')} on average with recurrence, ${of('inhibition')} with inhibition alone, ${of('excitation')} with excitation alone; without any, none by more than ${scientific(still ?? NaN, 0)}°`,
      );
    },
    criterion: 'no neuron moves by 1e-6° or more',
    asks: liesBelow(1e-6),
    attainable: () => between(0, 90),
    pilot: true,
  }),
];
