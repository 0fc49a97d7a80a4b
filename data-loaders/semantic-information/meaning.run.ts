import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  semanticMutualInformation,
  shannonInformation,
} from '../../src/papers/semantic-information/channel-information.js';
import { semanticInformation, semanticPosteriors } from '../../src/papers/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../src/papers/semantic-information/normal-on-grid.js';
import { gaussianTruth, matchedTruth } from '../../src/papers/semantic-information/truth-functions.js';
import type { definition } from './meaning.js';
import { sampleFrequencies } from './mixture-problems.js';

type ChannelRow = RowOf<typeof definition.tables.random_channels.columns>;
type CandidateRow = RowOf<typeof definition.tables.likelihood.columns>;

/** Measures random channels, then every centre of a label on each sample. */
export async function* run({
  params: { channels, samples, sampleSize },
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  for (let channel = 0; channel < channels; channel++)
    yield {
      table: 'random_channels',
      rows: [{ channel, ...randomChannel(random(seed, 'channels', channel)) }],
    };
  for (let sample = 0; sample < samples; sample++) {
    signal.throwIfAborted();
    const rows = candidates(random(seed, 'samples', sample), sampleSize);
    yield { table: 'likelihood', rows: rows.map((row) => ({ sample, ...row })) };
    yield { progress: (sample + 1) / samples };
  }
}

function randomChannel({ integer, uniform }: Random): Omit<ChannelRow, 'channel'> {
  const [instances, labels] = [2 + integer(19), 2 + integer(7)];
  const prior = normalised(Float64Array.from({ length: instances }, uniform));
  const channel = new Float64Array(instances * labels);
  for (let x = 0; x < instances; x++)
    channel.set(normalised(Float64Array.from({ length: labels }, () => uniform() ** 3)), x * labels);
  // A truth function is 1 somewhere; matching a random channel scales it so.
  const noise = Float64Array.from({ length: instances * labels }, uniform);
  const truth = matchedTruth(prior, noise);
  return {
    instances,
    labels,
    R: shannonInformation(prior, channel),
    G: semanticMutualInformation({ prior, truth }, channel),
    G_matched: semanticMutualInformation({ prior, truth: matchedTruth(prior, channel) }, channel),
  };
}

function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** Semantic information and likelihood by two code paths, for every centre from 0 to 100. */
function candidates(source: Random, size: number): Omit<CandidateRow, 'sample'>[] {
  const { uniform } = source;
  const grid = integerGrid(100);
  const prior = normalOnGrid(grid, 50, 20);
  const width = 8 + 6 * uniform();
  const used = normalOnGrid(grid, 20 + 60 * uniform(), width);
  const found = sampleFrequencies(used, size, source);
  const expectation = (values: Float64Array) =>
    found.reduce((sum, share, x) => (share > 0 ? sum + share * values[x] : sum), 0);
  return [...grid].flatMap((mu) => {
    const normal = normalOnGrid(grid, mu, width);
    const ratio = matchedTruth(
      prior,
      normal.map((value, x) => value / prior[x]),
    );
    const truth = gaussianTruth(grid, [mu], width);
    const listener = semanticPosteriors({ prior, truth });
    const laws = [
      { built: 'truth', of: truth, law: listener },
      { built: 'ratio', of: ratio, law: normal },
    ] as const;
    return laws.map(({ built, of, law }) => ({
      built,
      mu,
      information: expectation(semanticInformation({ prior, truth: of })),
      likelihood: expectation(law.map(Math.log2)),
    }));
  });
}
