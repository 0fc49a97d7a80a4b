import { op, type ColumnTable } from 'arquero';
import { entropyBits } from '../../src/lib/couplings/entropy-bits.js';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { distinct, exactly, mean } from '../../src/lib/experiment/measuring.js';
import { count, short, sum } from './measures.js';

const theSource = '0.7, 0.2, 0.1';

/** How far the greedy code may lie below the best one on average, and how often it has to equal it. */
const near = { distance: 0.1, equal: 0.4 };

/** What the greedy coupling may need: this share of the independent one’s entropy, at `size` symbols, and so many bits more than the larger marginal. */
const coupled = { size: 64, share: 0.6, excess: 1 };

/** By how much the output given the input has to be more uncertain at the largest ratio than at the smallest. */
const blur = 0.5;

interface CouplingCell {
  readonly ratio: number;
  readonly x: number;
  readonly mass: number;
}

/** H(Y | X) of the couplings of the example, by ratio, bits. */
export function uncertainty(coupling: ColumnTable): { ratio: number; bits: number }[] {
  const cells = coupling.objects() as CouplingCell[];
  return distinct(cells.map(({ ratio }) => ratio))
    .sort((a, b) => a - b)
    .map((ratio) => {
      const of = cells.filter((cell) => cell.ratio === ratio);
      const inputs = distinct(of.map(({ x }) => x)).map((x) =>
        sum(of.filter((cell) => cell.x === x).map(({ mass }) => mass)),
      );
      return { ratio, bits: entropyBits(of.map(({ mass }) => mass)) - entropyBits(inputs) };
    });
}

export const codingClaims: readonly Claim[] = [
  {
    id: 'ebim-gap-bound',
    statement:
      'The greedy code falls short of min(R, H(X)) by at most h(p₂), the entropy of a coin with the second largest probability.',
    kind: 'exact',
    reported: { value: 'gap ≤ h(p₂)', where: 'Theorem 2' },
    figure: 'gaps',
    tables: ['encoder'],
    measure({ encoder }) {
      const rows = encoder.objects() as {
        rates: number;
        violations: number;
        worst_gap: number;
        bound: number;
      }[];
      const ratio = Math.max(...rows.map(({ worst_gap, bound }) => worst_gap / bound));
      const tried = sum(rows.map(({ rates }) => rates));
      const detail = `the gap is at most ${short(ratio, 3)} times its bound`;
      const violations = sum(rows.map((row) => row.violations));
      return exactly(violations, `violations in ${count(tried)} codes`, detail, rows.length);
    },
    criterion: 'no gap exceeds the bound by more than 1e-9 bits',
    judge: equals(0),
  },
  {
    id: 'greedy-near-deterministic-optimum',
    statement: 'The greedy code is close to the best deterministic one.',
    kind: 'qualitative',
    reported: { value: '“guaranteed performance”', where: 'abstract' },
    figure: 'ebim',
    tables: ['encoder'],
    measure({ encoder }) {
      const rows = encoder.objects() as { rates: number; mean_distance: number; equal: number }[];
      const distance = mean(rows.map(({ mean_distance }) => mean_distance));
      const equal = sum(rows.map((row) => row.equal)) / sum(rows.map(({ rates }) => rates));
      const failed = Number(distance > near.distance) + Number(equal < near.equal);
      const detail = `on average ${short(distance, 3)} bit less than the best of all set partitions, and equal to it at ${short(100 * equal, 1)} % of the rates`;
      return exactly(failed, 'of 2 conditions fail', detail, rows.length);
    },
    criterion: `mean distance at most ${near.distance} bit, equal (to 1e-9) at ${100 * near.equal} % of the rates or more`,
    judge: equals(0),
  },
  {
    id: 'thm3-local-optimality',
    statement:
      'Next to a deterministic code the best random ones move a little mass of one cell: to a new word for more rate, to the likeliest word for less.',
    kind: 'exact',
    reported: { value: 'brute force and moves coincide', where: 'Theorem 3 and its figure' },
    figure: 'ebim',
    tables: ['perturbation'],
    measure({ perturbation }) {
      const total = perturbation
        .rollup({
          compared: op.sum('compared'),
          exceed: op.sum('exceed'),
          own: op.sum('own_exceed'),
          ownCompared: op.sum('own_compared'),
        })
        .object() as Record<'compared' | 'exceed' | 'own' | 'ownCompared', number>;
      const detail = `source ${theSource}, every deterministic code; against the moves of the perturbed code alone ${count(total.own)} of ${count(total.ownCompared)} exceed`;
      return exactly(total.exceed, `of ${count(total.compared)} perturbations exceed`, detail, 1);
    },
    criterion: 'none keeps over 1e-6 bits more than the curve of all moves at its rate',
    judge: equals(0),
  },
  {
    id: 'mec-greedy-low-entropy',
    statement:
      'The greedy coupling has far less joint entropy than the independent one, and at most a bit more than the larger marginal.',
    kind: 'quantitative',
    reported: { value: 'far below independent', where: 'appendix, table' },
    figure: 'joint-entropy',
    tables: ['joint_entropy'],
    measure({ joint_entropy }) {
      const rows = joint_entropy.objects() as Record<'size' | 'independent' | 'greedy' | 'least', number>[];
      const excess = (size: number) =>
        Math.max(...rows.filter((row) => row.size === size).map(({ greedy, least }) => greedy - least));
      const sizes = distinct(rows.map(({ size }) => size));
      const large = rows.filter(({ size }) => size === coupled.size);
      const of = (name: 'independent' | 'greedy' | 'least') => mean(large.map((row) => row[name]));
      const conditions = [
        of('greedy') <= coupled.share * of('independent'),
        ...sizes.map((size) => excess(size) <= coupled.excess),
      ];
      const detail = `${coupled.size} symbols, means: greedy ${short(of('greedy'), 3)}, independent ${short(of('independent'), 3)}, lower bound ${short(of('least'), 3)} bits; largest excess over the bound ${sizes.map((size) => `${short(excess(size))} (${size})`).join(', ')}`;
      const failed = conditions.filter((held) => !held).length;
      return exactly(failed, `of ${conditions.length} conditions fail`, detail, large.length);
    },
    criterion: `${coupled.size} symbols: on average at most ${coupled.share} of the independent joint entropy; every size: never more than ${coupled.excess} bit above the larger marginal entropy`,
    judge: equals(0),
  },
  {
    id: 'mcb-decomposition',
    statement:
      'Code and coupling may be found one after the other: together they keep at least I(X;T) + I(T;Y) − R.',
    kind: 'exact',
    reported: { value: 'I(X;Y) ≥ I(X;T) + I(T;Y) − R', where: 'Lemma 1' },
    figure: 'live',
    tables: ['encoder'],
    measure({ encoder }) {
      const rows = encoder.objects() as { rates: number; exceptions: number; least_slack: number }[];
      const slack = Math.min(...rows.map(({ least_slack }) => least_slack));
      const tried = sum(rows.map(({ rates }) => rates));
      const exceptions = sum(rows.map((row) => row.exceptions));
      const least = Math.abs(slack) < 1e-9 ? 'zero, to rounding' : `${short(slack, 4)} bits`;
      return exactly(
        exceptions,
        `exceptions in ${count(tried)} pairs`,
        `the least slack is ${least}`,
        rows.length,
      );
    },
    criterion: 'never less, to 1e-9 bits',
    judge: equals(0),
  },
  {
    id: 'coupling-more-stochastic',
    statement: 'The stronger the compression, the more random the output is, given the input.',
    kind: 'qualitative',
    reported: { value: 'couplings grow more stochastic with H(X)/R', where: 'appendix, figure' },
    figure: 'coupling',
    tables: ['coupling'],
    measure({ coupling }) {
      const found = uncertainty(coupling);
      const [first, last] = [found[0], found[found.length - 1]];
      const list = found.map(({ ratio, bits }) => `${short(bits)} (ratio ${ratio})`).join(', ');
      const falls = found.filter(({ bits }, i) => i > 0 && bits < found[i - 1].bits - 1e-9).length;
      const failed = falls + Number(last.bits - first.bits < blur);
      return exactly(failed, 'steps or ends out of order', `H(Y | X) in bits: ${list}`, 1);
    },
    criterion: `H(Y | X) falls at no step from ratio to ratio, and rises by ${blur} bit or more over all`,
    judge: equals(0),
  },
];
