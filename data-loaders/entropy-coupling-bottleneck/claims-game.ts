import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { distinct, exactly, mean } from '../../src/lib/experiment/measuring.js';
import { type GameRow, gameRows, short } from './measures.js';

/** By how much the greedy encoder's accuracy has to exceed the baseline's. */
const advantage = 0.1;

/** What raising β from its least to its largest value has to do at ratio 1. */
const trade = { accuracy: 0.05, reward: 0.7, errors: 3 };

/** The step at which beliefs are compared, a quarter of the way through a long episode. */
const early = 10;

const betasOf = (rows: readonly { readonly beta: number }[]) =>
  distinct(rows.map(({ beta }) => beta)).sort((a, b) => a - b);

/** The difference of the encoders' mean rewards at a temperature, in its standard errors. */
function rewardDifference(rows: readonly GameRow[], beta: number): { difference: number; errors: number } {
  const [greedy, uniform] = (['greedy', 'uniform'] as const).map((encoder) => {
    const of = rows.filter((row) => row.beta === beta && row.encoder === encoder);
    const variance = mean(of.map((row) => row.reward_variance / row.episodes)) / of.length;
    return { reward: mean(of.map(({ reward }) => reward)), variance };
  });
  const difference = greedy.reward - uniform.reward;
  return { difference, errors: Math.abs(difference) / Math.sqrt(greedy.variance + uniform.variance) };
}

interface BeliefRow {
  readonly beta: number;
  readonly ratio: number;
  readonly encoder: string;
  readonly step: number;
  readonly belief_word: number;
}

/** Mean belief in the true word at the early step, by ratio and encoder, at a temperature. */
function earlyBeliefs(belief: ColumnTable, beta: number): readonly BeliefRow[] {
  return (belief.objects() as BeliefRow[]).filter((row) => row.beta === beta && row.step === early);
}

export const gameClaims: readonly Claim[] = [
  {
    id: 'mcg-greedy-beats-uniform',
    statement:
      'In the coding game, messages compressed greedily are understood more often than uniformly quantised ones, at every ratio above 1 and every β.',
    kind: 'qualitative',
    reported: { value: 'greedy above uniform', where: 'Figure 4' },
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const rows = gameRows(game).filter(({ ratio }) => ratio > 1);
      const accuracy = (beta: number, ratio: number, encoder: string) =>
        mean(
          rows
            .filter((row) => row.beta === beta && row.ratio === ratio && row.encoder === encoder)
            .map((row) => row.accuracy),
        );
      const ratios = distinct(rows.map(({ ratio }) => ratio));
      const cells = ratios.flatMap((ratio) =>
        betasOf(rows).map((beta) => ({
          ratio,
          greedy: accuracy(beta, ratio, 'greedy'),
          uniform: accuracy(beta, ratio, 'uniform'),
        })),
      );
      const range = (values: readonly number[]) =>
        `${short(Math.min(...values))} to ${short(Math.max(...values))}`;
      const detail = ratios
        .map((ratio) => {
          const of = cells.filter((cell) => cell.ratio === ratio);
          return `ratio ${ratio}: ${range(of.map(({ greedy }) => greedy))} against ${range(of.map(({ uniform }) => uniform))}`;
        })
        .join('; ');
      const least = Math.min(...cells.map(({ greedy, uniform }) => greedy - uniform));
      return exactly(
        least,
        'least difference of accuracies',
        detail,
        distinct(rows.map(({ seed }) => seed)).length,
      );
    },
    criterion: `greedy is better by ${advantage} or more in every cell, on average over seeds`,
    judge: isAtLeast(advantage),
  },
  {
    id: 'mcg-tradeoff',
    statement:
      'A more random policy (larger β) is understood better and earns less; what is told, and by which encoder, does not change what is earned.',
    kind: 'qualitative',
    reported: { value: 'accuracy rises, reward falls along β', where: 'Figure 4' },
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const rows = gameRows(game);
      const betas = betasOf(rows);
      const [low, high] = [betas[0], betas[betas.length - 1]].map((beta) => {
        const of = rows.filter((row) => row.beta === beta && row.ratio === 1);
        return { accuracy: mean(of.map((row) => row.accuracy)), reward: mean(of.map((row) => row.reward)) };
      });
      const differences = betas.map((beta) => rewardDifference(rows, beta));
      const worst = Math.max(...differences.map(({ errors }) => errors));
      const conditions = [
        high.accuracy >= low.accuracy + trade.accuracy,
        high.reward <= trade.reward * low.reward,
        worst <= trade.errors,
      ];
      const detail = `ratio 1, β from ${betas[0]} to ${betas[betas.length - 1]}: accuracy ${short(low.accuracy)} → ${short(high.accuracy)}, reward ${short(low.reward, 3)} → ${short(high.reward, 3)}; the encoders’ rewards differ by ${short(Math.max(...differences.map(({ difference }) => Math.abs(difference))), 3)} at most, ${short(worst, 1)} standard errors`;
      const failed = conditions.filter((held) => !held).length;
      return exactly(failed, 'of 3 conditions fail', detail, distinct(rows.map(({ seed }) => seed)).length);
    },
    criterion: `ratio 1: accuracy rises by ${trade.accuracy} or more and the reward falls to ${trade.reward} or less of what it was; at each β the encoders’ rewards, averaged over ratios, lie within ${trade.errors} standard errors`,
    judge: equals(0),
  },
  {
    id: 'belief-slower-at-low-beta',
    statement: 'The less random the policy, the longer the receiver takes to be sure of the message.',
    kind: 'qualitative',
    reported: { value: 'convergence slower at low β', where: 'Figure 5' },
    figure: 'belief',
    tables: ['belief'],
    measure({ belief }) {
      const betas = betasOf(belief.objects() as BeliefRow[]);
      const [low, high] = [betas[0], betas[betas.length - 1]].map((beta) => earlyBeliefs(belief, beta));
      const gains = high.map(
        ({ ratio, encoder, belief_word }) =>
          belief_word - low.find((row) => row.ratio === ratio && row.encoder === encoder)!.belief_word,
      );
      const first = (of: readonly BeliefRow[]) =>
        short(of.find(({ ratio, encoder }) => ratio === 1 && encoder === 'greedy')!.belief_word);
      const detail = `after ${early} steps, β = ${betas[0]} against ${betas[betas.length - 1]}; ratio 1: ${first(low)} against ${first(high)}; least gain ${short(Math.min(...gains))}`;
      return exactly(gains.filter((gain) => gain <= 0).length, `of ${gains.length} cells fail`, detail, 1);
    },
    criterion: `after ${early} steps the mean belief in the true code word is higher at the largest β than at the smallest, for every ratio and encoder`,
    judge: equals(0),
  },
];
