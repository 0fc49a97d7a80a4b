import { extent, groups, mean, rollup } from 'd3-array';
import { between, caseOf, correlations, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Conditions, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type GameRow = RowsOf<typeof tables>['game'][number];

const claim = claimsOn(tables);

/** By how much the greedy encoder's accuracy has to exceed the baseline's. */
const advantage = 0.1;

/** How far apart, as a share of the rate, the information of two encoders may lie to count as equal. */
const sameBits = 0.1;

/** How far apart the rewards of two encoders may lie to count as equal, of 1 at most. */
const sameReward = 0.02;

/** What raising β from its least to its largest value has to do at ratio 1: to the errors, and to the reward. */
const trade = { error: 0.5, reward: 0.7 };

/** The smallest rank correlation with β that means something. */
const trend = 0.3;

const short = (value: number) => decimals(value, 2);

/** Differences between the encoders in each seed: greedy minus uniform. */
function differences(rows: readonly GameRow[], measure: (row: GameRow) => number): number[] {
  const of = (encoder: GameRow['encoder']) => rows.filter((row) => row.encoder === encoder);
  const key = ({ seed, beta, ratio }: GameRow) => `${seed} ${beta} ${ratio}`;
  const pairs = pairedBy(of('greedy'), of('uniform'), key);
  return groups(pairs, ([{ seed }]) => seed).map(([, own]) =>
    mean(own, ([greedy, uniform]) => measure(greedy) - measure(uniform))!,
  );
}

/** A rank correlation; 0 where nothing changes. */
const rank = (x: readonly number[], y: readonly number[]) => spearman(x, y) || 0;

/** What a measure does along β at ratio 1, in each seed: both encoders then send the message as it is. */
function alongBeta(game: readonly GameRow[], measure: (row: GameRow) => number) {
  return groups(
    game.filter(({ ratio }) => ratio === 1),
    ({ seed }) => seed,
  ).map(([, own]) => {
    const means = rollup(
      own,
      (runs) => mean(runs, measure)!,
      ({ beta }) => beta,
    );
    const betas = [...means.keys()].sort((a, b) => a - b);
    const values = betas.map((beta) => means.get(beta)!);
    return { low: values[0], high: values[values.length - 1], trend: rank(betas, values) };
  });
}

const betasOf = (game: readonly GameRow[]) => extent(game, ({ beta }) => beta).join(' to ');

/** The greedy encoder's advantage at each ratio above 1. */
function equivalence(game: readonly GameRow[]): Conditions<IntervalMeasurement> {
  return groups(
    game.filter(({ ratio }) => ratio > 1),
    ({ ratio }) => ratio,
  ).flatMap(([ratio, rows]) => {
    const told = (encoder: GameRow['encoder']) =>
      short(
        mean(
          rows.filter((row) => row.encoder === encoder),
          (row) => row.information,
        ) ?? NaN,
      );
    const measurement = overSeeds(
      differences(rows, ({ information, rate }) => information / rate),
      'of the rate, more than by the quantiser',
      `of ${short(rows[0].rate)} bits, ${told('greedy')} arrive by the greedy code and ${told('uniform')} by the quantiser, on average over β`,
    );
    return [
      { label: `ratio ${ratio}, not more`, measurement, asks: liesBelow(sameBits) },
      { label: `ratio ${ratio}, not less`, measurement, asks: liesAbove(-sameBits) },
    ];
  });
}

/** The games of the rival of the greedy encoder. */
const byQuantiser = (game: readonly GameRow[]) => game.filter(({ encoder }) => encoder === 'uniform');

const abstract = { grade: 'text', place: 'abstract, sentence 8' } as const;

export const gameClaims = [
  claim({
    id: 'mcg-greedy-beats-uniform',
    statement:
      'In a coding game of our own, messages compressed greedily are understood more often than uniformly quantised ones, at every ratio above 1 and every β.',
    origin: 'abstract',
    source: abstract,
    reported: 'better than a conventional compression; greedy above uniform (Figure 4)',
    figure: 'tradeoff',
    tables: ['game'],
    measure: ({ game }) =>
      groups(
        game.filter(({ ratio }) => ratio > 1),
        ({ ratio }) => ratio,
        ({ beta }) => beta,
      ).flatMap(([ratio, cells]) =>
        cells.map(([beta, rows]) => {
          const told = (encoder: GameRow['encoder']) =>
            short(
              mean(
                rows.filter((row) => row.encoder === encoder),
                (row) => row.accuracy,
              ) ?? NaN,
            );
          return {
            label: `ratio ${ratio}, β = ${beta}`,
            measurement: overSeeds(
              differences(rows, ({ accuracy }) => accuracy),
              'difference of accuracies',
              `${told('greedy')} of messages are understood, ${told('uniform')} by the quantiser`,
            ),
          };
        }),
      ),
    criterion: `in every cell of ratio and β, the 95 % interval over seeds of the difference of accuracies lies at ${advantage} or more`,
    asks: isAtLeast(advantage),
    attainable({ game }, { label }) {
      const { ratio, beta } = caseOf(label, game, (row) => `ratio ${row.ratio}, β = ${row.beta}`);
      const rivals = byQuantiser(game).filter((row) => row.ratio === ratio && row.beta === beta);
      return relativeTo(
        shares,
        mean(rivals, ({ accuracy }) => accuracy),
      );
    },
    pilot: true,
    chance: { table: 'game', column: 'encoder', within: ['beta', 'ratio', 'seed'] },
  }),
  claim({
    id: 'mcg-equal-bits',
    statement:
      'Counted in bits in place of messages, the greedy code and the uniform quantiser tell the same in a coding game of our own.',
    origin: 'ours',
    source: {
      grade: 'text',
      place: 'a control: a guess of the whole message favours a code of single messages and one lump',
    },
    reported: 'not discussed in what could be read',
    figure: 'tradeoff',
    tables: ['game'],
    measure: ({ game }) => equivalence(game),
    criterion: `at every ratio above 1, the 95 % interval over seeds of the difference in information, a mean over β, lies within ${100 * sameBits} % of the rate of 0, on either side`,
    asks: liesBelow(sameBits),
    // No code tells more than its rate.
    attainable({ game }, { label }) {
      const { ratio } = caseOf(label, game, (row) => `ratio ${row.ratio}`);
      const rivals = byQuantiser(game).filter((row) => row.ratio === ratio);
      return relativeTo(
        shares,
        mean(rivals, ({ information, rate }) => information / rate),
      );
    },
    infeasible:
      'that the greedy code tells more cannot come out: by the quantiser nearly the whole rate arrives, and no code tells more than its rate; that it tells less can',
    pilot: true,
  }),
  claim({
    id: 'mcg-tradeoff-accuracy',
    statement:
      'In a coding game of our own, a more random policy (larger β) is understood better: fewer messages are guessed wrong.',
    origin: 'abstract',
    source: abstract,
    reported: 'a trade-off of reward and accuracy; accuracy rises along β (Figure 4)',
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const seeds = alongBeta(game, ({ accuracy }) => 1 - accuracy);
      const [low, high] = [mean(seeds, (own) => own.low), mean(seeds, (own) => own.high)];
      const detail = `ratio 1, β from ${betasOf(game)}: ${decimals(100 * (low ?? NaN), 1)} → ${decimals(100 * (high ?? NaN), 1)} % of messages guessed wrong`;
      return [
        {
          label: 'errors at the largest β',
          measurement: overSeeds(
            seeds.map((own) => own.high - trade.error * own.low),
            'errors − half of those at the smallest β',
            detail,
          ),
          asks: liesBelow(0),
        },
        {
          label: 'trend along β',
          measurement: overSeeds(
            seeds.map((own) => own.trend),
            'rank correlation of errors and β',
            detail,
          ),
          asks: liesBelow(0, { effect: -trend }),
        },
      ];
    },
    criterion: `ratio 1, 95 % intervals over seeds: at the largest β less than half as many messages are guessed wrong as at the smallest, and the rank correlation of errors with β lies below 0; one above −${trend} is too little to mean anything`,
    asks: liesBelow(0),
    attainable({ game }, { unit }) {
      const low = mean(
        alongBeta(game, ({ accuracy }) => 1 - accuracy),
        (own) => own.low,
      );
      return unit.startsWith('rank correlation')
        ? correlations
        : relativeTo(shares, trade.error * (low ?? NaN));
    },
    pilot: true,
    chance: { table: 'game', column: 'beta', within: ['ratio', 'encoder', 'seed'] },
  }),
  claim({
    id: 'mcg-tradeoff-reward',
    statement: 'In a coding game of our own, a more random policy (larger β) earns less.',
    origin: 'abstract',
    source: abstract,
    reported: 'a trade-off of reward and accuracy; reward falls along β (Figure 4)',
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const seeds = alongBeta(game, ({ reward }) => reward);
      const [low, high] = [mean(seeds, (own) => own.low), mean(seeds, (own) => own.high)];
      const detail = `ratio 1, β from ${betasOf(game)}: reward ${decimals(low ?? NaN, 3)} → ${decimals(high ?? NaN, 3)}`;
      return [
        {
          label: 'reward at the largest β',
          measurement: overSeeds(
            seeds.map((own) => own.high / own.low),
            'of that at the smallest',
            detail,
          ),
          asks: isAtMost(trade.reward),
        },
        {
          label: 'trend along β',
          measurement: overSeeds(
            seeds.map((own) => own.trend),
            'rank correlation of reward and β',
            detail,
          ),
          asks: liesBelow(0, { effect: -trend }),
        },
      ];
    },
    criterion: `ratio 1, 95 % intervals over seeds: the reward at the largest β is ${trade.reward} or less of that at the smallest, and its rank correlation with β lies below 0; one above −${trend} is too little to mean anything`,
    asks: isAtMost(trade.reward),
    // A game earns 1 at most.
    attainable({ game }, { unit }) {
      const low = mean(
        alongBeta(game, ({ reward }) => reward),
        (own) => own.low,
      );
      return unit.startsWith('rank correlation') ? correlations : between(0, 1 / (low ?? NaN));
    },
    pilot: true,
    chance: { table: 'game', column: 'beta', within: ['ratio', 'encoder', 'seed'] },
  }),
  claim({
    id: 'mcg-reward-unaffected',
    statement:
      'In a coding game of our own, by which encoder a message is compressed does not change what is earned.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'Markov coding game, by a public summary' },
    reported: 'coding leaves the law of the actions as it is',
    figure: 'tradeoff',
    tables: ['game'],
    measure({ game }) {
      const measurement = overSeeds(
        differences(game, ({ reward }) => reward),
        'reward more than with the quantiser',
        'means over all ratios and β of each seed; a game earns at most 1',
      );
      return [
        { label: 'not more', measurement, asks: liesBelow(sameReward) },
        { label: 'not less', measurement, asks: liesAbove(-sameReward) },
      ];
    },
    criterion: `the 95 % interval over seeds of the difference of rewards, a mean over ratios and β, lies within ${sameReward} of 0, on either side`,
    asks: liesBelow(sameReward),
    attainable: ({ game }) =>
      relativeTo(
        shares,
        mean(byQuantiser(game), ({ reward }) => reward),
      ),
    pilot: true,
  }),
];
