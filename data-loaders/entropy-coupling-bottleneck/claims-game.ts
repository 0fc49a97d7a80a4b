import { extent, flatRollup, max, mean, min, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type Rows = RowsOf<typeof tables>;
type GameRow = Rows['game'][number];
type BeliefRow = Rows['belief'][number];

const claim = claimsOn(tables);

/** By how much the greedy encoder's accuracy has to exceed the baseline's. */
const advantage = 0.1;

/** What raising β from its least to its largest value has to do at ratio 1. */
const trade = { accuracy: 0.05, reward: 0.7, errors: 3 };

/** The step at which beliefs are compared, a quarter of the way through a long episode. */
const early = 10;

const short = (value: number) => decimals(value, 2);

const seedsOf = (rows: readonly GameRow[]) => new Set(rows.map(({ seed }) => seed)).size;

/** The difference of the encoders' mean rewards at a temperature, in its standard errors. */
function rewardDifference(rows: readonly GameRow[], beta: number): { difference: number; errors: number } {
  const [greedy, uniform] = (['greedy', 'uniform'] as const).map((encoder) => {
    const own = rows.filter((row) => row.beta === beta && row.encoder === encoder);
    const variance = mean(own, (row) => row.reward_variance / row.episodes)! / own.length;
    return { reward: mean(own, ({ reward }) => reward)!, variance };
  });
  const difference = Math.abs(greedy.reward - uniform.reward);
  return { difference, errors: difference / Math.sqrt(greedy.variance + uniform.variance) };
}

export const gameClaims = [
  claim({
    id: 'mcg-greedy-beats-uniform',
    statement:
      'In the coding game, messages compressed greedily are understood more often than uniformly quantised ones, at every ratio above 1 and every β.',
    kind: 'qualitative',
    reported: { value: 'greedy above uniform', where: 'Figure 4' },
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const rows = game.filter(({ ratio }) => ratio > 1);
      const accuracy = (of: readonly GameRow[], encoder: GameRow['encoder']) =>
        mean(
          of.filter((row) => row.encoder === encoder),
          (row) => row.accuracy,
        ) ?? NaN;
      const cells = flatRollup(
        rows,
        (own) => ({ greedy: accuracy(own, 'greedy'), uniform: accuracy(own, 'uniform') }),
        ({ ratio }) => ratio,
        ({ beta }) => beta,
      ).map(([ratio, , means]) => ({ ratio, ...means }));
      const told = [...new Set(cells.map(({ ratio }) => ratio))].map((ratio) => {
        const range = (encoder: GameRow['encoder']) =>
          extent(
            cells.filter((cell) => cell.ratio === ratio),
            (cell) => cell[encoder],
          )
            .map((value) => short(value ?? NaN))
            .join(' to ');
        return `ratio ${ratio}: ${range('greedy')} against ${range('uniform')}`;
      });
      const least = Math.min(...cells.map(({ greedy, uniform }) => greedy - uniform));
      return exactly(least, 'least difference of accuracies', told.join('; '), seedsOf(rows));
    },
    criterion: `greedy is better by ${advantage} or more in every cell, on average over seeds`,
    judge: isAtLeast(advantage),
  }),
  claim({
    id: 'mcg-tradeoff',
    statement:
      'A more random policy (larger β) is understood better and earns less; what is told, and by which encoder, does not change what is earned.',
    kind: 'qualitative',
    reported: { value: 'accuracy rises, reward falls along β', where: 'Figure 4' },
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const betas = sort(new Set(game.map(({ beta }) => beta)));
      const ends = [betas[0], betas[betas.length - 1]];
      const [low, high] = ends.map((beta) => {
        const own = game.filter((row) => row.beta === beta && row.ratio === 1);
        return { accuracy: mean(own, (row) => row.accuracy)!, reward: mean(own, ({ reward }) => reward)! };
      });
      const differences = betas.map((beta) => rewardDifference(game, beta));
      const errors = Math.max(...differences.map((found) => found.errors));
      const difference = max(differences, (found) => found.difference)!;
      return failures(
        [
          {
            holds: high.accuracy >= low.accuracy + trade.accuracy,
            detail: `ratio 1, β from ${ends.join(' to ')}: accuracy ${short(low.accuracy)} → ${short(high.accuracy)}`,
          },
          {
            holds: high.reward <= trade.reward * low.reward,
            detail: `reward ${decimals(low.reward, 3)} → ${decimals(high.reward, 3)}`,
          },
          {
            holds: errors <= trade.errors,
            detail: `the encoders’ rewards differ by ${decimals(difference, 3)} at most, ${decimals(errors, 1)} standard errors`,
          },
        ],
        seedsOf(game),
      );
    },
    criterion: `ratio 1: accuracy rises by ${trade.accuracy} or more and the reward falls to ${trade.reward} or less of what it was; at each β the encoders’ rewards, averaged over ratios, lie within ${trade.errors} standard errors`,
    judge: equals(0),
  }),
  claim({
    id: 'belief-slower-at-low-beta',
    statement: 'The less random the policy, the longer the receiver takes to be sure of the message.',
    kind: 'qualitative',
    reported: { value: 'convergence slower at low β', where: 'Figure 5' },
    figure: 'belief',
    tables: ['belief'],
    measure({ belief }) {
      const ends = extent(belief, ({ beta }) => beta) as [number, number];
      const [low, high] = ends.map((beta) => belief.filter((row) => row.beta === beta && row.step === early));
      const cells = pairedBy(low, high, ({ ratio, encoder }) => `${ratio} ${encoder}`);
      const gains = cells.map(([slow, fast]) => fast.belief_word - slow.belief_word);
      const first = (of: readonly BeliefRow[]) =>
        short(of.find(({ ratio, encoder }) => ratio === 1 && encoder === 'greedy')!.belief_word);
      const detail = `after ${early} steps, β = ${ends.join(' against ')}; ratio 1: ${first(low)} against ${first(high)}; least gain ${short(min(gains)!)}`;
      return exactly(gains.filter((gain) => gain <= 0).length, `of ${gains.length} cells fail`, detail);
    },
    criterion: `after ${early} steps the mean belief in the true code word is higher at the largest β than at the smallest, for every ratio and encoder`,
    judge: equals(0),
  }),
];
