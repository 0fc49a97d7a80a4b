import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type DecoderParameters = {
  /** Random pairs of marginals of each size. */
  readonly pairs: number;
  readonly sizes: readonly number[];
  /** H(X) / R of the couplings through a code. */
  readonly ratios: readonly number[];
};

const quick: DecoderParameters = { pairs: 100, sizes: [8, 16, 64], ratios: [1, 1.25, 1.5, 2, 3, 4, 6] };

export const definition = defineExperiment({
  title: 'Couplings of small entropy',
  description:
    'The greedy coupling of random marginals against the independent one; and the coupling of an input and an output law through a code of ever lower rate.',
  tables: { joint_entropy: tables.joint_entropy, coupling: tables.coupling },
  profiles: { quick, full: { ...quick, pairs: 1000, sizes: [8, 16, 64, 256, 1024] } },
  scale: ({ pairs, sizes }) => ({
    level: 'exact',
    data: {
      here: `couplings of ${count(pairs)} random pairs of marginals in each of ${sizes.length} sizes, and of one example`,
      paper: '100 random pairs',
    },
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ sizes }) => [
    ...sizes.map((size) => ({ id: String(size), cost: size, of: { size } })),
    { id: 'example', of: { size: null } },
  ],
});
