import type { RowsOf } from '../../lib/experiment/column.js';
import type { ConfidenceKind } from '../../papers/multiagent-evaluation/games/confidence.js';
import type { SamplingScheme } from '../../papers/multiagent-evaluation/games/sampling-scheme.js';
import type { tables } from '../../papers/multiagent-evaluation/tables.js';
import { series } from '../series.js';

/** The rows of the paper's tables, by their names. */
export type Rows = RowsOf<typeof tables>;

export const schemes = series<SamplingScheme>({
  UE: 'UE: one edge at a time',
  U: 'U: any undecided edge',
  VW: 'VW: by undecided edges',
  CW: 'CW: the least played',
  even: 'even: all profiles in turn',
});

/** What a ranking interval is compared with. */
export const bounds = series({
  interval: 'what it can still be',
  truth: 'α-Rank of the true game',
});

/** Errors that fall with the samples. */
export const errorMeasures = series({
  frobenius: 'Frobenius error of the payoffs',
  kendall: 'Share of pairs ranked the wrong way',
});

/** Edges of the reader's own game. */
export const edgeStates = series(
  { decided: 'decided', undecided: 'undecided', wrong: 'wrong' },
  {
    look: {
      decided: { color: 'var(--ink)', dash: 0 },
      undecided: { color: 'var(--ink-soft)', dash: 5 },
      wrong: { color: 1, dash: 0 },
    },
  },
);

export const gameLabels: Readonly<Record<Rows['samples'][number]['game'], string>> = {
  symmetric: 'random symmetric 2 × 2',
  random: 'random 4 × 4',
  soccer: 'soccer, 10 agents',
};

/** Games that are rated. */
export const ratedLabels: Readonly<Record<Rows['ratings'][number]['game'], string>> = {
  'rock-paper-scissors': 'rock, paper, scissors',
  biased: 'a biased variant',
  soccer: 'soccer, 10 agents',
};

export const kindLabels: Readonly<Record<ConfidenceKind, string>> = {
  UCB: 'Hoeffding',
  'CP-UCB': 'Clopper–Pearson',
  'R-UCB': 'Hoeffding, relaxed',
  'R-CP-UCB': 'Clopper–Pearson, relaxed',
};
