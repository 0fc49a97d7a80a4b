import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type EncoderParameters = {
  /** Random sources, shared out among the parts. */
  readonly sources: number;
  readonly parts: number;
  /** Least and largest number of symbols. */
  readonly symbols: readonly [number, number];
  /** Concentrations of the Dirichlet law that a source is drawn from, of which one is taken at random. */
  readonly concentrations: readonly number[];
  /** Rates from 0 to H(X), evenly spaced. */
  readonly rates: number;
};

const quick: EncoderParameters = {
  sources: 300,
  parts: 6,
  symbols: [3, 8],
  concentrations: [0.3, 1, 5],
  rates: 21,
};

export const definition = defineExperiment({
  title: 'Greedy codes against all codes',
  description:
    'Random sources at several rates: the greedy code, the best of all set partitions, and the coupling with a random output law through the greedy code.',
  tables: { encoder: tables.encoder },
  profiles: { quick, full: { ...quick, sources: 3000, symbols: [3, 10], rates: 101 } },
  scale: ({ sources, symbols, rates }) => ({
    level: 'exact',
    data: `codes of ${count(sources)} random sources of ${symbols.join(' to ')} symbols, at ${rates} rates each`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ parts }) => range(parts).map((first) => ({ id: String(first), of: { first } })),
});
