import { random } from '../../src/lib/statistics/random.js';
import { alphaRank, infiniteAlphaRank } from '../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { bernoulliPlay } from '../../src/papers/multiagent-evaluation/games/bernoulli-play.js';
import { constantSum, type Game } from '../../src/papers/multiagent-evaluation/games/game.js';
import { randomConstantSumGame } from '../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { responseGraphBandit } from '../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import { medians, timed } from './harness.js';
import { hand, type Peer, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

/** Strategies of each of two players, α where it is finite, and rounds. */
const settings = [
  [5, undefined, 5],
  [10, undefined, 5],
  [20, undefined, 3],
  [20, 1, 3],
  [30, undefined, 1],
] as const;
const epsilon = 0.01;
/** Seconds within which the largest game is looked for. */
const budget = 10;

/** α-Rank and ResponseGraphUCB on random games of two players, against OpenSpiel. */
export async function benchGames(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  await withFolder(async (folder) => {
    for (const [size, alpha, rounds] of settings) {
      const game = randomGame(size);
      const theirs = {
        file: await hand(folder, 'game', game.payoffs[0]),
        rows: size,
        alpha: alpha ?? null,
        epsilon,
      };
      const ours = () =>
        alpha === undefined ? infiniteAlphaRank(game, epsilon) : alphaRank(game, { alpha });
      const { value } = await peer.call('games.rank', theirs);
      const difference = Math.max(...ours().map((pi, i) => Math.abs(pi - (value as number[])[i])));
      // Their eigenvectors lose digits as profiles grow in number; what is left is shown.
      if (!(difference < 1e-3)) throw new Error(`${size} × ${size}: the rankings differ by ${difference}`);
      const contenders = {
        ours: timed(ours),
        other: async () => (await peer.call('games.rank', theirs)).seconds,
      };
      const { ours: own, other } = await medians(contenders, { rounds, warmUps: rounds > 1 ? 1 : 0 });
      const name = `α-Rank, ${alpha === undefined ? 'infinite α' : `α = ${alpha}`}, ${size * size} profiles`;
      rows.push([name, duration(own), duration(other), ratio(other, own), difference.toExponential(0)]);
    }
    rows.push(await benchBandit(peer, folder));
  });
  const ours = await largest((size) => timed(() => infiniteAlphaRank(randomGame(size), epsilon))(), 36, 4);
  const theirs = await largest(
    async (size) =>
      withFolder(async (folder) => {
        const file = await hand(folder, 'game', randomGame(size).payoffs[0]);
        return (await peer.call('games.rank', { file, rows: size, alpha: null, epsilon })).seconds;
      }),
    24,
    2,
  );
  rows.push(['profiles within ten seconds', ours.toLocaleString('en'), theirs.toLocaleString('en'), '', '']);
  peer.close();
  return markdownTable(['', 'Litmus', 'OpenSpiel', '÷ Litmus', 'largest difference'], rows);
}

function randomGame(size: number): Game {
  const { uniform } = random(1, size);
  return constantSum(Array.from({ length: size }, () => Array.from({ length: size }, uniform)));
}

/** Medians of runs with other random numbers: seconds a game played. */
async function benchBandit(peer: Peer, folder: string): Promise<string[]> {
  const game = randomConstantSumGame(3, 0.05, random(1));
  const file = await hand(folder, 'bandit', game.payoffs[0]);
  const options = { scheme: 'UE', kind: 'CP-UCB', delta: 0.1, slack: 0 } as const;
  let seed = 0;
  const run = () => {
    const source = random(++seed);
    const bandit = responseGraphBandit(game.sizes, bernoulliPlay(game, source), options, source);
    bandit.runTo(1_000_000);
    return bandit.interactions;
  };
  for (let i = 0; i < 20; i++) run();
  const contenders = {
    ours: async () => {
      const start = performance.now();
      const interactions = run();
      return (performance.now() - start) / 1000 / interactions;
    },
    other: async () => {
      const { seconds, value } = await peer.call('games.bandit', { file, rows: 3, delta: 0.1, seed });
      return seconds / (value as number);
    },
  };
  const { ours, other } = await medians(contenders, { rounds: 5 });
  const perThousand = (seconds: number) => duration(1000 * seconds);
  return [
    'ResponseGraphUCB, 3 × 3, a thousand games',
    perThousand(ours),
    perThousand(other),
    ratio(other, ours),
    '',
  ];
}

/** Profiles of the largest game of two players that takes no longer than the budget. */
async function largest(
  seconds: (size: number) => Promise<number>,
  from: number,
  step: number,
): Promise<number> {
  let size = from;
  while ((await seconds(size + step)) <= budget) size += step;
  return size * size;
}
