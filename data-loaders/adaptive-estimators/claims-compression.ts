import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';
import { welchInterval } from '../../src/lib/statistics/welch.js';
import { conditionsMet, deviation, dropsOf, mean, runsOf, short, spread } from './measures.js';

/** Bits that the last layer has to lose for a run to count as one that compresses. */
const least = 0.5;

const penalty = 0.015;

/** A network's mean drop over layers 3 to 5, by seed. */
function deepDrops(runs: ColumnTable, activation: string, l2: number): number[] {
  const rows = runsOf(runs, { activation, l2 });
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  return seeds.map((seed) =>
    mean(rows.filter((row) => row.seed === seed && row.layer >= 3).map(({ drop }) => drop)),
  );
}

/** How much more an activation's networks compress with the penalty, paired by seed. */
function byPenalty(runs: ColumnTable, activation: string) {
  const [without, penalised] = [deepDrops(runs, activation, 0), deepDrops(runs, activation, penalty)];
  const more = penalised.map((drop, seed) => drop - without[seed]);
  const dead = runsOf(runs, { activation, l2: penalty }).filter((row) => row.layer === 5 && !row.alive);
  const detail = `${activation} ${spread(without)} without, ${spread(penalised)} with (${dead.length} of ${penalised.length} runs with it dead)`;
  return { ...meanInterval(more), seeds: more.length, detail };
}

export const compressionClaims: readonly Claim[] = [
  {
    id: 'compression-without-saturation',
    statement: 'Networks whose activation does not saturate compress, too: ReLU and swish.',
    kind: 'qualitative',
    reported: { value: 'yes', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const shares = ['relu', 'swish'].map((activation) => {
        const drops = dropsOf(runsOf(runs, { activation }));
        return {
          share: drops.filter((drop) => drop >= least).length / drops.length,
          seeds: drops.length,
          text: `${activation} ${drops.filter((drop) => drop >= least).length} of ${drops.length} runs (drop ${spread(drops)} bits)`,
        };
      });
      const value = Math.min(...shares.map(({ share }) => share));
      return {
        ...{ value, low: null, high: null },
        unit: `of the runs lose ${least} bit or more in the last layer, of the activation with fewer`,
        seeds: shares[0].seeds,
        detail: shares.map(({ text }) => text).join('; '),
      };
    },
    criterion: `the last hidden layer’s I(X;T) falls by ${least} bit or more in at least half of the ReLU runs and of the swish runs (EBAB)`,
    judge: isAtLeast(0.5),
  },
  {
    id: 'amount-depends-on-activation',
    statement: 'How much the last layer compresses depends on the activation; tanh compresses most.',
    kind: 'qualitative',
    reported: { value: 'the amount differs', where: 'abstract; that tanh leads', recalled: true },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const drops = (activation: string) => dropsOf(runsOf(runs, { activation }));
      const others = ['tanh', 'relu', 'softplus', 'swish'];
      return {
        ...welchInterval(drops('tanh'), drops('softplus')),
        unit: 'bits more lost by tanh than by softplus, mean of the last layer',
        seeds: drops('tanh').length,
        detail: others.map((activation) => `${activation} ${spread(drops(activation))}`).join('; '),
      };
    },
    criterion: 'mean drop of tanh less mean drop of softplus is at least 0.5 bit',
    judge: isAtLeast(0.5),
  },
  {
    id: 'initialisation-varies',
    statement: 'Networks that differ by their seed alone compress very differently.',
    kind: 'qualitative',
    reported: { value: 'large variation', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const drops = dropsOf(runsOf(runs, { activation: 'relu' }));
      const range = Math.max(...drops) - Math.min(...drops);
      const relative = deviation(drops) / mean(drops);
      const all = drops.map(short).join(', ');
      return conditionsMet(
        [
          { holds: relative >= 0.4, text: `the standard deviation is ${short(relative)} of the mean` },
          { holds: range >= 1, text: `the range is ${short(range)} bits, from drops of ${all}` },
        ],
        drops.length,
      );
    },
    criterion:
      'ReLU, last hidden layer: the standard deviation of the drop over seeds is at least 0.4 of its mean, and its range at least 1 bit',
    judge: equals(2),
  },
  {
    id: 'l2-increases-compression',
    statement: 'L2 regularisation makes deep layers compress much more.',
    kind: 'qualitative',
    reported: { value: 'significantly more', where: 'abstract' },
    figure: 'drops',
    tables: ['runs'],
    measure({ runs }) {
      const found = ['relu', 'tanh'].map((activation) => byPenalty(runs, activation));
      const weakest = found.reduce((a, b) => ((a.value ?? -Infinity) <= (b.value ?? -Infinity) ? a : b));
      const { value, low, high, seeds } = weakest;
      return {
        ...{ value, low, high, seeds },
        unit: 'bits more lost with λ = 0.015, mean of layers 3 to 5, of the activation with less',
        detail: found.map(({ detail }) => detail).join('; '),
      };
    },
    criterion:
      'for ReLU and for tanh, the drop averaged over layers 3 to 5 and seeds is at least 0.8 bit larger with λ = 0.015 than without',
    judge: isAtLeast(0.8),
  },
];
