import { groups, max, mean, min, pairs, rollups, sum } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { count, decimals, percent } from '../../src/lib/text/number.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

const claim = claimsOn(tables);

const theSource = '0.7, 0.2, 0.1';

/** How far the greedy code may lie below the best one on average, and how often it has to equal it. */
const near = { distance: 0.1, equal: 0.4 };

/** What the greedy coupling may need: this share of the independent one’s entropy, at `size` symbols, and so many bits more than the larger marginal. */
const coupled = { size: 64, share: 0.6, excess: 1 };

/** By how much the output given the input has to be more uncertain at the largest ratio than at the smallest. */
const blur = 0.5;

/** H(Y | X) of the couplings of the example, by ratio, bits. */
function uncertainty(coupling: RowsOf<typeof tables>['coupling']): { ratio: number; bits: number }[] {
  return groups(coupling, ({ ratio }) => ratio)
    .map(([ratio, cells]) => {
      const inputs = rollups(
        cells,
        (own) => sum(own, ({ mass }) => mass),
        ({ x }) => x,
      );
      const joint = entropyBits(cells.map(({ mass }) => mass));
      return { ratio, bits: joint - entropyBits(inputs.map(([, mass]) => mass)) };
    })
    .sort((a, b) => a.ratio - b.ratio);
}

export const codingClaims = [
  claim({
    id: 'ebim-gap-bound',
    statement:
      'The greedy code falls short of min(R, H(X)) by at most h(p₂), the entropy of a coin with the second largest probability.',
    kind: 'exact',
    reported: { value: 'gap ≤ h(p₂)', where: 'Theorem 2' },
    figure: 'gaps',
    tables: ['encoder'],
    measure({ encoder }) {
      const ratio = max(encoder, ({ worst_gap, bound }) => worst_gap / bound) ?? NaN;
      const tried = sum(encoder, ({ rates }) => rates);
      const detail = `the gap is at most ${decimals(ratio, 3)} times its bound`;
      const violations = sum(encoder, (row) => row.violations);
      return exactly(violations, `violations in ${count(tried)} codes`, detail, encoder.length);
    },
    criterion: 'no gap exceeds the bound by more than 1e-9 bits',
    judge: equals(0),
  }),
  claim({
    id: 'greedy-near-deterministic-optimum',
    statement: 'The greedy code is close to the best deterministic one.',
    kind: 'qualitative',
    reported: { value: '“guaranteed performance”', where: 'abstract' },
    figure: 'ebim',
    tables: ['encoder'],
    measure({ encoder }) {
      const distance = mean(encoder, ({ mean_distance }) => mean_distance) ?? NaN;
      const equal = sum(encoder, (row) => row.equal) / sum(encoder, ({ rates }) => rates);
      return failures(
        [
          {
            holds: distance <= near.distance,
            detail: `on average ${decimals(distance, 3)} bit less than the best of all set partitions`,
          },
          { holds: equal >= near.equal, detail: `equal to it at ${percent(equal, 1)} of the rates` },
        ],
        encoder.length,
      );
    },
    criterion: `mean distance at most ${near.distance} bit, equal (to 1e-9) at ${100 * near.equal} % of the rates or more`,
    judge: equals(0),
  }),
  claim({
    id: 'thm3-local-optimality',
    statement:
      'Next to a deterministic code the best random ones move a little mass of one cell: to a new word for more rate, to the likeliest word for less.',
    kind: 'exact',
    reported: { value: 'brute force and moves coincide', where: 'Theorem 3 and its figure' },
    figure: 'ebim',
    tables: ['perturbation'],
    measure({ perturbation }) {
      const total = (column: 'compared' | 'exceed' | 'own_compared' | 'own_exceed') =>
        sum(perturbation, (row) => row[column]);
      const detail = `source ${theSource}, every deterministic code; against the moves of the perturbed code alone ${count(total('own_exceed'))} of ${count(total('own_compared'))} exceed`;
      return exactly(total('exceed'), `of ${count(total('compared'))} perturbations exceed`, detail);
    },
    criterion: 'none keeps over 1e-6 bits more than the curve of all moves at its rate',
    judge: equals(0),
  }),
  claim({
    id: 'mec-greedy-low-entropy',
    statement:
      'The greedy coupling has far less joint entropy than the independent one, and at most a bit more than the larger marginal.',
    kind: 'quantitative',
    reported: { value: 'far below independent', where: 'appendix, table' },
    figure: 'joint-entropy',
    tables: ['joint_entropy'],
    measure({ joint_entropy }) {
      const large = joint_entropy.filter(({ size }) => size === coupled.size);
      const of = (name: 'independent' | 'greedy' | 'least') => mean(large, (row) => row[name]) ?? NaN;
      const sizes = groups(joint_entropy, ({ size }) => size).map(([size, rows]) => ({
        size,
        excess: max(rows, ({ greedy, least }) => greedy - least)!,
      }));
      return failures(
        [
          {
            holds: of('greedy') <= coupled.share * of('independent'),
            detail: `${coupled.size} symbols, means: greedy ${decimals(of('greedy'), 3)}, independent ${decimals(of('independent'), 3)}, lower bound ${decimals(of('least'), 3)} bits`,
          },
          ...sizes.map(({ size, excess }) => ({
            holds: excess <= coupled.excess,
            detail: `${count(size)} symbols: largest excess over the bound ${decimals(excess, 2)}`,
          })),
        ],
        large.length,
      );
    },
    criterion: `${coupled.size} symbols: on average at most ${coupled.share} of the independent joint entropy; every size: never more than ${coupled.excess} bit above the larger marginal entropy`,
    judge: equals(0),
  }),
  claim({
    id: 'mcb-decomposition',
    statement:
      'Code and coupling may be found one after the other: together they keep at least I(X;T) + I(T;Y) − R.',
    kind: 'exact',
    reported: { value: 'I(X;Y) ≥ I(X;T) + I(T;Y) − R', where: 'Lemma 1' },
    figure: 'live',
    tables: ['encoder'],
    measure({ encoder }) {
      const slack = min(encoder, ({ least_slack }) => least_slack) ?? NaN;
      const tried = sum(encoder, ({ rates }) => rates);
      const exceptions = sum(encoder, (row) => row.exceptions);
      const least = Math.abs(slack) < 1e-9 ? 'zero, to rounding' : `${decimals(slack, 4)} bits`;
      return exactly(
        exceptions,
        `exceptions in ${count(tried)} pairs`,
        `the least slack is ${least}`,
        encoder.length,
      );
    },
    criterion: 'never less, to 1e-9 bits',
    judge: equals(0),
  }),
  claim({
    id: 'coupling-more-stochastic',
    statement: 'The stronger the compression, the more random the output is, given the input.',
    kind: 'qualitative',
    reported: { value: 'couplings grow more stochastic with H(X)/R', where: 'appendix, figure' },
    figure: 'coupling',
    tables: ['coupling'],
    measure({ coupling }) {
      const found = uncertainty(coupling);
      const rise = found[found.length - 1].bits - found[0].bits;
      const list = found.map(({ ratio, bits }) => `${decimals(bits, 2)} (ratio ${ratio})`).join(', ');
      return failures([
        {
          holds: pairs(found).every(([before, after]) => after.bits >= before.bits - 1e-9),
          detail: `H(Y | X) in bits: ${list}`,
        },
        { holds: rise >= blur, detail: `it rises by ${decimals(rise, 2)} over all` },
      ]);
    },
    criterion: `H(Y | X) falls at no step from ratio to ratio, and rises by ${blur} bit or more over all`,
    judge: equals(0),
  }),
];
