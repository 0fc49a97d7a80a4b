import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  semanticMutualInformation,
  shannonInformation,
} from '../../src/lib/semantic-information/channel-information.js';
import { semanticInformation, semanticPosteriors } from '../../src/lib/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../src/lib/semantic-information/normal-on-grid.js';
import { gaussianTruth, matchedTruth } from '../../src/lib/semantic-information/truth-functions.js';
import { random, type Random } from '../../src/lib/statistics/random.js';
import { sampleFrequencies } from './mixture-problems.js';

export type MeaningParameters = {
  /** Random channels with random truth functions. */
  readonly channels: number;
  /** Samples of what a label was used of, and their size. */
  readonly samples: number;
  readonly sampleSize: number;
};

const bits = { type: 'float64', unit: 'bits' } as const;

export const definition: Definition<MeaningParameters> = {
  title: 'Meaning, information and likelihood',
  description:
    'Semantic against Shannon information of random channels, and semantic information against likelihood as a label’s centre moves.',
  tables: {
    random_channels: {
      description: 'One row a random channel with random truth functions',
      columns: {
        channel: { type: 'int32', description: 'number of the channel' },
        instances: { type: 'int32', description: 'instances' },
        labels: { type: 'int32', description: 'labels' },
        R: { ...bits, description: 'Shannon information' },
        G: { ...bits, description: 'semantic information by the random truth functions' },
        G_matched: { ...bits, description: 'semantic information by the matched truth functions' },
      },
    },
    likelihood: {
      description:
        'One row a candidate for the centre of a label, given a sample of what the label was used of',
      columns: {
        sample: { type: 'int32', description: 'number of the sample' },
        built: {
          type: 'string',
          description:
            'truth: a Gaussian truth function; ratio: the likelihood ratio of a normal law to the prior, scaled to a largest value of 1',
        },
        mu: { type: 'float64', description: 'centre' },
        information: { ...bits, description: 'semantic information I(X; θ) of the sample' },
        likelihood: { ...bits, description: 'mean log₂ P(x|θ) over the sample' },
      },
    },
  },
  profiles: {
    quick: { channels: 200, samples: 20, sampleSize: 200 },
    full: { channels: 5000, samples: 200, sampleSize: 200 },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
};

export async function* run({
  params: { channels, samples, sampleSize },
  seed,
  signal,
}: Context<MeaningParameters>): AsyncGenerator<RunEvent, void, void> {
  for (let channel = 0; channel < channels; channel++)
    yield {
      table: 'random_channels',
      rows: [{ channel, ...randomChannel(random(seed, 'channels', channel)) }],
    };
  for (let sample = 0; sample < samples; sample++) {
    signal.throwIfAborted();
    const rows = candidates(random(seed, 'samples', sample), sampleSize);
    yield { table: 'likelihood', rows: rows.map((row): Row => ({ sample, ...row })) };
    yield { progress: (sample + 1) / samples };
  }
}

function randomChannel({ integer, uniform }: Random): Row {
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
function candidates(source: Random, size: number): Row[] {
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
    const ratio = matchedTruth(prior, normal.map((value, x) => value / prior[x])); // prettier-ignore
    const truth = gaussianTruth(grid, [mu], width);
    const listener = semanticPosteriors({ prior, truth });
    const laws = [['truth', truth, listener], ['ratio', ratio, normal]] as const; // prettier-ignore
    return laws.map(([built, of, law]) => ({
      built,
      mu,
      information: expectation(semanticInformation({ prior, truth: of })),
      likelihood: expectation(law.map(Math.log2)),
    }));
  });
}
