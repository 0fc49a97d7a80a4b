import { groups, max, mean, pairs, rollups, sum } from 'd3-array';
import { between, countsOf, nonNegative, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, overSeeds } from '../../src/lib/claims/measurement.js';
import { equals, isAtLeast, isAtMost } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyMinimumEntropyCoupling } from '../../src/papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type CouplingRow = RowsOf<typeof tables>['coupling'][number];

const claim = claimsOn(tables);

/** What the greedy coupling may need: this share of the independent one’s entropy, at `size` symbols, and so many bits more than the larger marginal. */
const coupled = { size: 64, share: 0.6, excess: 1 };

/** By how much the output given the input has to be more uncertain at the largest ratio than at the smallest. */
const blur = 0.5;

/** The law of one side of a coupling. */
function marginal(cells: readonly CouplingRow[], side: 'x' | 'y'): Float64Array {
  const masses = rollups(
    cells,
    (own) => sum(own, ({ mass }) => mass),
    (cell) => cell[side],
  );
  return Float64Array.from(masses, ([, mass]) => mass);
}

/** H(X, Y) and H(Y | X) of the couplings of the example, by ratio, bits. */
function uncertainty(coupling: readonly CouplingRow[]) {
  return groups(coupling, ({ ratio }) => ratio)
    .map(([ratio, cells]) => {
      const joint = entropyBits(cells.map(({ mass }) => mass));
      return { ratio, cells, joint, bits: joint - entropyBits(marginal(cells, 'x')) };
    })
    .sort((a, b) => a.ratio - b.ratio);
}

const deterministic = 'deterministic: one example, no seed enters';

export const couplingClaims = [
  claim({
    id: 'extends-minimum-entropy-coupling',
    statement:
      'Where the rate does not bind, R = H(X), the design is the classical coupling of input and output, in an example of eight symbols.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 3' },
    reported: 'extends minimum entropy coupling by a bottleneck',
    figure: 'coupling',
    tables: ['coupling'],
    measure({ coupling }) {
      const free = uncertainty(coupling).find(({ ratio }) => ratio === 1);
      if (!free) return exactly(null, 'bits apart', 'no coupling at ratio 1');
      const classical = entropyBits(
        greedyMinimumEntropyCoupling(marginal(free.cells, 'x'), marginal(free.cells, 'y')).mass,
      );
      const apart = Math.abs(free.joint - classical);
      return exactly(
        apart,
        'bits apart',
        `joint entropy ${decimals(free.joint, 4)} bits through the code, ${decimals(classical, 4)} without one: ${scientific(apart, 1)} apart`,
      );
    },
    criterion: 'at ratio 1 the joint entropies are equal to 1e-9 bits: an identity, checked',
    asks: isAtMost(1e-9),
    attainable: () => nonNegative,
    exact: deterministic,
    pilot: true,
  }),
  claim({
    id: 'coupling-more-stochastic',
    statement:
      'The stronger the compression, the more random the output is, given the input, in an example of eight symbols.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 3' },
    reported: 'the bottleneck controls how random the coupling is',
    figure: 'coupling',
    tables: ['coupling'],
    measure({ coupling }) {
      const found = uncertainty(coupling);
      const list = found.map(({ ratio, bits }) => `${decimals(bits, 2)} (ratio ${ratio})`).join(', ');
      const falls = pairs(found).filter(([before, after]) => after.bits < before.bits - 1e-9).length;
      const rise = found.length > 1 ? found[found.length - 1].bits - found[0].bits : null;
      return [
        {
          label: 'falls from ratio to ratio',
          measurement: exactly(
            found.length > 1 ? falls : null,
            `of ${Math.max(0, found.length - 1)} steps`,
            `H(Y | X) in bits: ${list}`,
          ),
          asks: equals(0),
        },
        {
          label: 'rise over all',
          measurement: exactly(rise, 'bits', `H(Y | X) in bits: ${list}`),
          asks: isAtLeast(blur),
        },
      ];
    },
    criterion: `H(Y | X) falls at no step from ratio to ratio, and rises by ${blur} bit or more over all`,
    asks: isAtLeast(blur),
    attainable({ coupling }, { label }) {
      const found = uncertainty(coupling);
      // The output is one of eight symbols.
      return label === 'rise over all'
        ? relativeTo(between(0, 3), found[0].bits)
        : countsOf(found.length - 1);
    },
    exact: deterministic,
    pilot: true,
  }),
  claim({
    id: 'mec-greedy-low-entropy',
    statement: `The greedy coupling of random marginals has far less joint entropy than the independent one, at ${coupled.size} symbols.`,
    origin: 'body',
    source: { grade: 'second-hand', place: 'appendix, table of joint entropies, by a public summary' },
    reported: 'far below independent; the numbers could not be read',
    figure: 'joint-entropy',
    tables: ['joint_entropy'],
    measure({ joint_entropy }) {
      const large = joint_entropy.filter(({ size }) => size === coupled.size);
      const of = (name: 'independent' | 'greedy' | 'least') =>
        decimals(mean(large, (row) => row[name]) ?? NaN, 3);
      return overSeeds(
        large.map(({ greedy, independent }) => greedy / independent),
        'joint entropy over the independent one',
        `means: greedy ${of('greedy')}, independent ${of('independent')}, lower bound ${of('least')} bits`,
      );
    },
    criterion: `${coupled.size} symbols: over pairs of marginals, the 95 % interval of greedy over independent joint entropy lies at ${coupled.share} or less`,
    asks: isAtMost(coupled.share),
    // No joint entropy is below the larger marginal one, or above that of the independent coupling.
    attainable({ joint_entropy }) {
      const large = joint_entropy.filter(({ size }) => size === coupled.size);
      return between(mean(large, ({ least, independent }) => least / independent) ?? NaN, 1);
    },
    pilot: true,
  }),
  claim({
    id: 'mec-greedy-within-a-bit',
    statement:
      'The greedy coupling needs at most a bit more than the larger marginal entropy, which no coupling is below.',
    origin: 'ours',
    source: { grade: 'memory', place: 'known of this greedy coupling: within a bit of the best' },
    reported: 'not of this paper',
    figure: 'joint-entropy',
    tables: ['joint_entropy'],
    measure({ joint_entropy }) {
      const over = joint_entropy.filter(({ greedy, least }) => greedy - least > coupled.excess);
      const sizes = groups(joint_entropy, ({ size }) => size).map(
        ([size, rows]) =>
          `${decimals(
            max(rows, ({ greedy, least }) => greedy - least)!,
            2,
          )} of ${count(size)} symbols`,
      );
      return exactly(
        joint_entropy.length > 0 ? over.length : null,
        `violations in ${count(joint_entropy.length)} pairs`,
        `largest excess in bits: ${sizes.join(', ')}`,
      );
    },
    criterion: `no pair of any size lies more than ${coupled.excess} bit above`,
    asks: equals(0),
    attainable: ({ joint_entropy }) => countsOf(joint_entropy.length),
    exact: 'an inequality for every pair: one violation refutes it',
    pilot: true,
  }),
  claim({
    id: 'greedy-below-linearisation',
    statement: 'Greedy couplings have less joint entropy than those found by successive linearisation.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'appendix, table of joint entropies, by a public summary' },
    reported: 'max-seeking below the successive linearisation',
    untested:
      'the linearisation is not written here: its starting points could not be read; with starts of our own it would take a run of seconds',
  }),
];
