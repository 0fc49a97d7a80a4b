import { mean, rollups, sort } from 'd3-array';
import { caseOf, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import { type Condition, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { bitsOfInput, lastLayers, paired, penalty, type RunRow, runsOf, spread } from './measures.js';

type Activation = RunRow['activation'];

const claim = claimsOn(tables);

/** Each network's mean drop over layers 3 to 5. */
function deepDrops(runs: readonly RunRow[], activation: Activation, l2: number) {
  const networks = rollups(
    runsOf(runs, activation, l2).filter(({ layer }) => layer >= 3),
    (layers) => ({ drop: mean(layers, ({ drop }) => drop)!, alive: layers[0].alive }),
    ({ seed }) => seed,
  ).map(([seed, network]) => ({ seed, ...network }));
  return sort(networks, ({ seed }) => seed);
}

/** How many of some networks are dead. */
const deadOf = (networks: readonly { readonly alive: boolean }[]) =>
  `${networks.filter(({ alive }) => !alive).length} of ${networks.length} dead with it`;

/**
 * How much more an activation's networks compress with the penalty. A network that the penalty killed says nothing of the
 * input because it says nothing at all: it counts as one that gains nothing.
 */
function byPenalty(runs: readonly RunRow[], activation: Activation): Condition<IntervalMeasurement> {
  const [without, penalised] = [0, penalty].map((l2) => deepDrops(runs, activation, l2));
  const told = [without, penalised].map((networks) => spread(networks.map(({ drop }) => drop)));
  return {
    label: activation,
    measurement: overSeeds(
      paired(penalised, without, (a, b) => (a.alive ? a.drop - b.drop : 0)),
      `bits more lost with λ = ${penalty}, mean of layers 3 to 5`,
      `${told[0]} without, ${told[1]} with (${deadOf(penalised)})`,
    ),
  };
}

/** By how much a network is better on the patterns that it was trained on. */
const gap = ({ acc_train, acc_test }: RunRow) => acc_train - acc_test;

/** What the penalty does to the gap of an activation's networks, and to what they can do on other patterns. */
function overfitting(runs: readonly RunRow[], activation: Activation): Condition<IntervalMeasurement>[] {
  const [without, penalised] = [0, penalty].map((l2) => lastLayers(runs, activation, l2));
  const told = (value: (row: RunRow) => number) =>
    [without, penalised].map((networks) => decimals(mean(networks, value) ?? NaN, 3)).join(' → ');
  return [
    {
      label: 'gap',
      measurement: overSeeds(
        // A network that the penalty killed has no gap because it has learnt nothing.
        paired(penalised, without, (a, b) => (a.alive ? gap(a) - gap(b) : 0)),
        'difference of accuracies on training and test patterns, with L2 less without',
        `mean gap ${told(gap)} (${deadOf(penalised)})`,
      ),
    },
    {
      label: 'test accuracy',
      measurement: overSeeds(
        paired(penalised, without, (a, b) => a.acc_test - b.acc_test),
        'test accuracy, with L2 less without',
        `mean test accuracy ${told(({ acc_test }) => acc_test)} (${deadOf(penalised)})`,
      ),
      asks: liesAbove(-0.01),
    },
  ];
}

/** That there is overfitting to prevent. */
const overfits = (runs: readonly RunRow[], activation: Activation) =>
  atLeast('mean gap without L2', mean(lastLayers(runs, activation), gap), 0.01);

const chance = { table: 'runs', column: 'l2', within: ['activation', 'split', 'seed'] } as const;

/** The claim on overfitting, which L2 does not decide alike for both activations. */
const prevention = (id: string, activation: 'relu' | 'tanh', name: string) =>
  claim({
    id,
    statement: `In small ${name} networks, L2 regularisation prevents overfitting: it narrows the gap of training and test accuracy, and not by way of a worse test accuracy.`,
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 9' },
    reported: 'prevents overfitting',
    figure: 'drops',
    tables: ['runs'],
    measure: ({ runs }) => overfitting(runs, activation),
    criterion: `${name}, over pairs of one seed: the gap is smaller with λ = ${penalty} than without (half a percentage point is the smallest effect of interest), and test accuracy not lower by a percentage point; a network that dies of the penalty counts as one whose gap is not narrowed`,
    asks: liesBelow(0, { effect: -0.005 }),
    attainable: ({ runs }, { label }) =>
      relativeTo(
        shares,
        mean(lastLayers(runs, activation), label === 'gap' ? gap : ({ acc_test }) => acc_test),
      ),
    gates: ({ runs }) => [overfits(runs, activation)],
    pilot: true,
    chance,
  });

export const penaltyClaims = [
  claim({
    id: 'l2-increases-compression',
    statement: 'In small ReLU and tanh networks, L2 regularisation makes deep layers compress much more.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 9' },
    reported: 'significantly more',
    figure: 'drops',
    tables: ['runs'],
    measure: ({ runs }) => (['relu', 'tanh'] as const).map((activation) => byPenalty(runs, activation)),
    criterion: `for ReLU and for tanh, over pairs of one seed, the drop averaged over layers 3 to 5 is at least 0.8 bit larger with λ = ${penalty} than without; a network that dies of the penalty counts as one without a difference`,
    asks: isAtLeast(0.8),
    attainable({ runs }, { label }) {
      const { activation } = caseOf(label, runs, (row) => row.activation);
      return relativeTo(
        bitsOfInput,
        mean(deepDrops(runs, activation, 0), ({ drop }) => drop),
      );
    },
    pilot: true,
    chance,
  }),
  prevention('l2-prevents-overfitting-relu', 'relu', 'ReLU'),
  prevention('l2-prevents-overfitting-tanh', 'tanh', 'tanh'),
];
