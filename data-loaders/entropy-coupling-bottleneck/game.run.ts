import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  blockSizes,
  type DeterministicCode,
} from '../../src/papers/entropy-coupling-bottleneck/deterministic-code.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { gridWorld } from '../../src/papers/entropy-coupling-bottleneck/grid-world.js';
import {
  type MarkovCodingGame,
  playCodedEpisode,
} from '../../src/papers/entropy-coupling-bottleneck/markov-coding-game.js';
import { softValueIteration } from '../../src/papers/entropy-coupling-bottleneck/soft-value-iteration.js';
import { uniform } from '../../src/papers/entropy-coupling-bottleneck/sources.js';
import { encoderIds } from '../../src/papers/entropy-coupling-bottleneck/tables.js';
import { uniformQuantiser } from '../../src/papers/entropy-coupling-bottleneck/uniform-quantiser.js';
import type { definition } from './game.js';

type GameRow = RowOf<typeof definition.tables.game.columns>;

const encoders = { greedy: greedyCode, uniform: uniformQuantiser } as const;

/** Plays the game at the temperature of the part, with every ratio and encoder. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { messages, side, slip, discount, horizon, ratios, seeds, episodes } = params;
  const { beta } = part.of;
  const process = gridWorld(side, slip);
  const { policy } = softValueIteration(process, { discount, temperature: beta });
  const prior = uniform(messages);
  const entropy = entropyBits(prior);
  let done = 0;
  for (const ratio of ratios)
    for (const encoder of encoderIds) {
      const rate = entropy / ratio;
      const code = encoders[encoder](prior, rate);
      const game = { process, policy, prior: code.masses, discount, horizon };
      const belief = { true: new Float64Array(horizon + 1), word: new Float64Array(horizon + 1) };
      const which = { beta, ratio, encoder };
      const rows: GameRow[] = [];
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
