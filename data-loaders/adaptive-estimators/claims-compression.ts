import { deviation, flatRollup, max, mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { type Case, exactly, failures, overSeeds, worst } from '../../src/lib/experiment/measurement.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { welchInterval } from '../../src/papers/adaptive-estimators/welch.js';
import { dropsOf, lastLayer, type RunRow, runsOf, short, spread } from './measures.js';

const claim = claimsOn(tables);

/** Bits that the last layer has to lose for a run to count as one that compresses. */
const least = 0.5;

const penalty = 0.015;

/** Each network's mean drop over layers 3 to 5. */
function deepDrops(runs: readonly RunRow[], activation: RunRow['activation'], l2: number) {
  return flatRollup(
    runsOf(runs, activation, l2).filter(({ layer }) => layer >= 3),
    (layers) => mean(layers, ({ drop }) => drop)!,
    ({ seed }) => seed,
  ).map(([seed, drop]) => ({ seed, drop }));
}

/** How much more an activation's networks compress with the penalty, paired by seed. */
function byPenalty(runs: readonly RunRow[], activation: RunRow['activation']): Case {
  const [without, penalised] = [deepDrops(runs, activation, 0), deepDrops(runs, activation, penalty)];
  const more = pairedBy(penalised, without, ({ seed }) => seed).map(([a, b]) => a.drop - b.drop);
  const dead = runsOf(runs, activation, penalty).filter((row) => row.layer === lastLayer && !row.alive);
  const told = [without, penalised].map((drops) => spread(drops.map(({ drop }) => drop)));
  return {
    label: activation,
    measurement: overSeeds(
      more,
      `bits more lost with λ = ${penalty}, mean of layers 3 to 5, ${activation}`,
      `${told[0]} without, ${told[1]} with (${dead.length} of ${penalised.length} runs with it dead)`,
    ),
  };
}

export const compressionClaims = [
  claim({
    id: 'compression-without-saturation',
    statement: 'Networks whose activation does not saturate compress, too: ReLU and swish.',
    kind: 'qualitative',
    reported: { value: 'yes', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const cases = (['relu', 'swish'] as const).map((activation): Case => {
        const drops = dropsOf(runs, activation);
        const compressing = drops.filter((drop) => drop >= least).length;
        const unit = `of the ${activation} runs lose ${least} bit or more in the last layer`;
        const detail = `${compressing} of ${drops.length} runs (drop ${spread(drops)} bits)`;
        return {
          label: activation,
          measurement: exactly(compressing / drops.length, unit, detail, drops.length),
        };
      });
      return worst(cases, 'smallest');
    },
    criterion: `the last hidden layer’s I(X;T) falls by ${least} bit or more in at least half of the ReLU runs and of the swish runs (EBAB)`,
    judge: isAtLeast(0.5),
  }),
  claim({
    id: 'amount-depends-on-activation',
    statement: 'How much the last layer compresses depends on the activation; tanh compresses most.',
    kind: 'qualitative',
    reported: { value: 'the amount differs', where: 'abstract; that tanh leads', recalled: true },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const others = ['tanh', 'relu', 'softplus', 'swish'] as const;
      const tanh = dropsOf(runs, 'tanh');
      return {
        ...welchInterval(tanh, dropsOf(runs, 'softplus')),
        unit: 'bits more lost by tanh than by softplus, mean of the last layer',
        seeds: tanh.length,
        detail: others.map((activation) => `${activation} ${spread(dropsOf(runs, activation))}`).join('; '),
      };
    },
    criterion: 'mean drop of tanh less mean drop of softplus is at least 0.5 bit',
    judge: isAtLeast(0.5),
  }),
  claim({
    id: 'initialisation-varies',
    statement: 'Networks that differ by their seed alone compress very differently.',
    kind: 'qualitative',
    reported: { value: 'large variation', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const drops = dropsOf(runs, 'relu');
      const range = max(drops)! - min(drops)!;
      const relative = deviation(drops)! / mean(drops)!;
      return failures(
        [
          { holds: relative >= 0.4, detail: `the standard deviation is ${short(relative)} of the mean` },
          {
            holds: range >= 1,
            detail: `the range is ${short(range)} bits, from drops of ${drops.map(short).join(', ')}`,
          },
        ],
        drops.length,
      );
    },
    criterion:
      'ReLU, last hidden layer: the standard deviation of the drop over seeds is at least 0.4 of its mean, and its range at least 1 bit',
    judge: equals(0),
  }),
  claim({
    id: 'l2-increases-compression',
    statement: 'L2 regularisation makes deep layers compress much more.',
    kind: 'qualitative',
    reported: { value: 'significantly more', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure: ({ runs }) =>
      worst(
        (['relu', 'tanh'] as const).map((activation) => byPenalty(runs, activation)),
        'smallest',
      ),
    criterion:
      'for ReLU and for tanh, the drop averaged over layers 3 to 5 and seeds is at least 0.8 bit larger with λ = 0.015 than without',
    judge: isAtLeast(0.8),
  }),
];
