import { max, mean, min, sum } from 'd3-array';
import { between, countsOf, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, overSeeds } from '../../src/lib/claims/measurement.js';
import { equals, isAtLeast, isAtMost } from '../../src/lib/claims/predicate.js';
import { count, decimals, percent } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

const claim = claimsOn(tables);

const theSource = '0.7, 0.2, 0.1';

/** How far the greedy code may lie below the best one on average, and how often it has to equal it. */
const near = { distance: 0.1, equal: 0.4 };

export const encoderClaims = [
  claim({
    id: 'mcb-decomposition',
    statement:
      'Code and coupling may be found one after the other: together they keep at least I(X;T) + I(T;Y) − R.',
    origin: 'abstract',
    source: {
      grade: 'second-hand',
      place: 'abstract, sentence 4; the inequality is Lemma 1, by a public summary',
    },
    reported: 'I(X;Y) ≥ I(X;T) + I(T;Y) − R',
    figure: 'live',
    tables: ['encoder'],
    measure({ encoder }) {
      const slack = min(encoder, ({ least_slack }) => least_slack) ?? NaN;
      const tried = sum(encoder, ({ rates }) => rates);
      const least = Math.abs(slack) < 1e-9 ? 'zero, to rounding' : `${decimals(slack, 4)} bits`;
      return exactly(
        encoder.length > 0 ? sum(encoder, (row) => row.exceptions) : null,
        `exceptions in ${count(tried)} pairs`,
        `the least slack is ${least}`,
      );
    },
    criterion: 'never less, to 1e-9 bits, for random sources, rates and outputs',
    asks: equals(0),
    attainable: ({ encoder }) => countsOf(sum(encoder, ({ rates }) => rates)),
    exact: 'an inequality for every source: one exception refutes it',
    pilot: true,
  }),
  claim({
    id: 'ebim-gap-bound',
    statement:
      'The greedy code, with an order of merges of our own, falls short of min(R, H(X)) by at most h(p₂), the entropy of a coin with the second largest probability.',
    origin: 'abstract',
    source: {
      grade: 'second-hand',
      place: 'abstract, sentence 5; the bound is Theorem 2, by a public summary',
    },
    reported: 'a guarantee; gap ≤ h(p₂)',
    figure: 'gaps',
    tables: ['encoder'],
    measure({ encoder }) {
      const ratio = max(encoder, ({ worst_gap, bound }) => worst_gap / bound) ?? NaN;
      const tried = sum(encoder, ({ rates }) => rates);
      return exactly(
        encoder.length > 0 ? sum(encoder, (row) => row.violations) : null,
        `violations in ${count(tried)} codes`,
        `the gap is at most ${decimals(ratio, 3)} times its bound`,
      );
    },
    criterion: 'no gap exceeds the bound by more than 1e-9 bits',
    asks: equals(0),
    attainable: ({ encoder }) => countsOf(sum(encoder, ({ rates }) => rates)),
    exact: 'an inequality for every source: one violation refutes it',
    pilot: true,
  }),
  claim({
    id: 'thm3-local-optimality',
    statement: `Next to a deterministic code of the source ${theSource}, the best random ones move a little mass of one cell: to a new word for more rate, to the likeliest word for less.`,
    origin: 'abstract',
    source: {
      grade: 'second-hand',
      place: 'abstract, sentence 5; the moves are Theorem 3, by a public summary',
    },
    reported: 'brute force and moves coincide',
    figure: 'ebim',
    tables: ['perturbation'],
    measure({ perturbation }) {
      const total = (column: 'compared' | 'exceed' | 'own_compared' | 'own_exceed') =>
        sum(perturbation, (row) => row[column]);
      return exactly(
        perturbation.length > 0 ? total('exceed') : null,
        `of ${count(total('compared'))} perturbations exceed`,
        `every deterministic code; against the moves of the perturbed code alone ${count(total('own_exceed'))} of ${count(total('own_compared'))} exceed`,
      );
    },
    criterion: 'no random perturbation keeps over 1e-6 bits more than the curve of all moves at its rate',
    asks: equals(0),
    attainable: ({ perturbation }) => countsOf(sum(perturbation, ({ compared }) => compared)),
    exact: 'an inequality for every code nearby: one that exceeds refutes it',
    pilot: true,
  }),
  claim({
    id: 'near-functions-of-other-sources',
    statement: 'The same moves are the best ones next to the deterministic codes of any source.',
    origin: 'abstract',
    source: {
      grade: 'second-hand',
      place: 'abstract, sentence 5; the moves are Theorem 3, by a public summary',
    },
    reported: 'a theorem, shown on one source',
    untested:
      'perturbations are drawn for one source alone; random sources of three to six symbols would take a table of their own and a run of minutes',
  }),
  claim({
    id: 'greedy-near-deterministic-optimum',
    statement: 'On random sources, the greedy code keeps nearly as much as the best deterministic one.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of how far a guaranteed code is from the best' },
    reported: 'not discussed in what could be read',
    figure: 'ebim',
    tables: ['encoder'],
    measure: ({ encoder }) =>
      overSeeds(
        encoder.map(({ mean_distance }) => mean_distance),
        'bits less than the best of all set partitions',
        `the mean over the rates of a source; at worst ${decimals(max(encoder, (row) => row.mean_distance) ?? NaN, 3)}`,
      ),
    criterion: `over sources, the 95 % interval of the mean distance, itself a mean over rates, lies at ${near.distance} bit or less`,
    asks: isAtMost(near.distance),
    // The guarantee of the greedy code is all that it can be short by.
    attainable: ({ encoder }) => between(0, mean(encoder, ({ bound }) => bound) ?? NaN),
    pilot: true,
  }),
  claim({
    id: 'greedy-often-optimal',
    statement: 'On random sources, the greedy code equals the best deterministic one at many rates.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of how far a guaranteed code is from the best' },
    reported: 'not discussed in what could be read',
    figure: 'ebim',
    tables: ['encoder'],
    measure({ encoder }) {
      const shares = encoder.map(({ equal, rates }) => equal / rates);
      return overSeeds(
        shares,
        'share of the rates',
        `${percent(mean(shares) ?? NaN, 1)} of the rates on average over ${count(shares.length)} sources`,
      );
    },
    criterion: `over sources, the 95 % interval of the share of rates at which they are equal, to 1e-9 bits, lies at ${100 * near.equal} % or more`,
    asks: isAtLeast(near.equal),
    attainable: () => shares,
    pilot: true,
  }),
];
