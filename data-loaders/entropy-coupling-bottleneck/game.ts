import { entropyBits } from '../../src/lib/couplings/entropy-bits.js';
import { blockSizes, type DeterministicCode } from '../../src/lib/couplings/deterministic-code.js';
import { greedyCode } from '../../src/lib/couplings/greedy-code.js';
import { uniform } from '../../src/lib/couplings/sources.js';
import { uniformQuantiser } from '../../src/lib/couplings/uniform-quantiser.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { gridWorld } from '../../src/lib/games/grid-world.js';
import { type MarkovCodingGame, playCodedEpisode } from '../../src/lib/games/markov-coding-game.js';
import { softValueIteration } from '../../src/lib/games/soft-value-iteration.js';
import { random } from '../../src/lib/statistics/random.js';

export type GameParameters = {
  /** Equally likely messages. */
  readonly messages: number;
  /** Places on a side of the grid, and how often a move slips. */
  readonly side: number;
  readonly slip: number;
  readonly discount: number;
  /** Steps after which an episode is cut. */
  readonly horizon: number;
  /** Temperatures of the policy. */
  readonly betas: readonly number[];
  /** H(M) / R. */
  readonly ratios: readonly number[];
  readonly seeds: number;
  /** Episodes a seed. */
  readonly episodes: number;
};

const quick: GameParameters = {
  messages: 128,
  side: 6,
  slip: 0.1,
  discount: 0.95,
  horizon: 60,
  betas: [0.002, 0.005, 0.01, 0.02, 0.03],
  ratios: [1, 2, 3],
  seeds: 2,
  episodes: 100,
};

const encoders = { greedy: greedyCode, uniform: uniformQuantiser } as const;

const of = {
  beta: { type: 'float64', description: 'temperature β of the policy' },
  ratio: { type: 'float64', description: 'compression ratio H(M) / R' },
  encoder: { type: 'string', description: 'greedy; uniform: bins of consecutive messages' },
} as const;

export const definition: Definition<GameParameters> = {
  title: 'A Markov coding game',
  description:
    'An agent crosses a slippery grid and tells a compressed message by its moves: what it earns and what the receiver understands.',
  tables: {
    game: {
      description: 'One row a temperature, ratio, encoder and seed: means over episodes',
      columns: {
        ...of,
        seed: { type: 'int32', description: 'number of the seed: messages, actions and slips' },
        rate: { type: 'float64', unit: 'bits', description: 'rate R allowed' },
        code_rate: { type: 'float64', unit: 'bits', description: 'rate used, H(T)' },
        words: { type: 'int32', description: 'code words' },
        episodes: { type: 'int32', description: 'episodes played' },
        reward: { type: 'float64', description: 'mean discounted reward' },
        reward_variance: { type: 'float64', description: 'variance of the discounted reward over episodes' },
        accuracy: { type: 'float64', description: 'share of messages guessed right' },
        accuracy_word: { type: 'float64', description: 'share of code words decoded right' },
        information: {
          type: 'float64',
          unit: 'bits',
          description: 'log₂|M| + mean log₂ of the final belief in the true message',
        },
        steps: { type: 'float64', description: 'mean length of an episode' },
      },
    },
    belief: {
      description: 'One row a temperature, ratio, encoder and step: means over episodes of all seeds',
      columns: {
        ...of,
        step: { type: 'int32', description: 'steps taken; a belief stays as it is when its episode ends' },
        belief_true: { type: 'float64', description: 'belief of the receiver in the true message' },
        belief_word: { type: 'float64', description: 'belief of the receiver in the true code word' },
      },
    },
  },
  profiles: {
    quick,
    full: {
      ...quick,
      messages: 512,
      side: 8,
      betas: [0.002, 0.00307, 0.00471, 0.00722, 0.01108, 0.017, 0.02607, 0.04],
      ratios: [1, 1.5, 2, 3, 4.5],
      seeds: 10,
      episodes: 200,
    },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ betas }) => betas.map((beta) => ({ id: `beta-${beta}` })),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<GameParameters>): AsyncGenerator<RunEvent, void, void> {
  const { messages, side, slip, discount, horizon, ratios, seeds, episodes } = params;
  const beta = Number(part.id.slice('beta-'.length));
  const process = gridWorld(side, slip);
  const { policy } = softValueIteration(process, { discount, temperature: beta });
  const prior = uniform(messages);
  const entropy = entropyBits(prior);
  let done = 0;
  for (const ratio of ratios)
    for (const [encoder, codeAt] of Object.entries(encoders)) {
      const rate = entropy / ratio;
      const code = codeAt(prior, rate);
      const game = { process, policy, prior: code.masses, discount, horizon };
      const belief = { true: new Float64Array(horizon + 1), word: new Float64Array(horizon + 1) };
      const which = { beta, ratio, encoder };
      const rows: Row[] = [];
      for (let number = 0; number < seeds; number++) {
        signal.throwIfAborted();
        const stream = random(seed, 'game', beta, ratio, encoder, number);
        const means = play(game, code, episodes, stream, belief);
        const code_rate = code.entropy;
        rows.push({ ...which, seed: number, rate, code_rate, words: code.masses.length, episodes, ...means });
        yield { progress: ++done / (ratios.length * 2 * seeds) };
      }
      yield { table: 'game', rows };
      const total = seeds * episodes;
      const steps = Array.from(belief.true, (sum, step) => ({
        ...which,
        step,
        belief_true: sum / total,
        belief_word: belief.word[step] / total,
      }));
      yield { table: 'belief', rows: steps };
    }
}

/** Plays episodes, adds up their beliefs, and returns means. */
function play(
  game: MarkovCodingGame,
  code: DeterministicCode,
  episodes: number,
  stream: ReturnType<typeof random>,
  belief: { readonly true: Float64Array; readonly word: Float64Array },
) {
  const messages = code.block.length;
  const sizes = blockSizes(code);
  const sums = { reward: 0, squares: 0, accuracy: 0, accuracy_word: 0, information: 0, steps: 0 };
  for (let episode = 0; episode < episodes; episode++) {
    const message = stream.integer(messages);
    const word = code.block[message];
    const played = playCodedEpisode(game, word, stream);
    const right = played.decoded === word;
    sums.reward += played.earned;
    sums.squares += played.earned ** 2;
    sums.accuracy_word += Number(right);
    // The receiver guesses one of the messages of the word.
    sums.accuracy += Number(right && stream.integer(sizes[word]) === 0);
    sums.information += Math.log2(messages) + Math.log2(played.belief[played.steps] / sizes[word]);
    sums.steps += played.steps;
    for (let step = 0; step < belief.word.length; step++) {
      const held = played.belief[Math.min(step, played.steps)];
      belief.word[step] += held;
      belief.true[step] += held / sizes[word];
    }
  }
  const mean = (name: keyof typeof sums) => sums[name] / episodes;
  const variance = (sums.squares - episodes * mean('reward') ** 2) / (episodes - 1);
  return {
    reward: mean('reward'),
    reward_variance: Math.max(0, variance),
    accuracy: mean('accuracy'),
    accuracy_word: mean('accuracy_word'),
    information: mean('information'),
    steps: mean('steps'),
  };
}
