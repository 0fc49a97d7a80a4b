import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import {
  type ConditionalVariant,
  conditionalVariants,
} from '../../src/papers/cs-ib/information/conditional-divergence.js';
import { tables } from '../../src/papers/cs-ib/tables.js';

type AuditParameters = {
  /** Squared kernel widths of the inputs. */
  readonly sigma2: readonly number[];
  /** Batches, each with its own rows and starting predictions. */
  readonly batches: number;
  readonly batchSize: number;
  /** Standard deviation of the noise added to the targets to start from. */
  readonly noise: number;
  readonly rate: number;
  readonly steps: number;
  /** Steps of which a row is kept. */
  readonly recorded: number;
};

const quick: AuditParameters = {
  sigma2: [1, 8],
  batches: 1,
  batchSize: 128,
  noise: 0.3,
  rate: 0.03,
  steps: 3000,
  recorded: 150,
};

/** A descent on one variant of the divergence, at one width of the inputs' kernel, on one batch. */
type Descent = {
  readonly sigma2: number;
  readonly variant: ConditionalVariant;
  readonly batch: number;
};

const descents = ({ sigma2, batches }: AuditParameters): Descent[] =>
  sigma2.flatMap((width) =>
    conditionalVariants.flatMap((variant) =>
      range(batches).map((batch) => ({ sigma2: width, variant, batch })),
    ),
  );

export const definition = defineExperiment({
  title: 'Audit of the prediction term',
  description:
    'The conditional divergence is minimised over free predictions on a real batch, and evaluated where theory says what it must be.',
  tables: { audit: tables.audit, audit_examples: tables.audit_examples },
  profiles: { quick, full: { ...quick, batches: 10 } },
  scale: ({ batches, batchSize, steps }) => ({
    level: 'stand-in',
    data: `batches of ${batchSize} rows of California Housing`,
    model: 'free predictions in the place of a network',
    training: `${count(steps)} steps of Adam`,
    repetitions: `${batches} ${batches === 1 ? 'batch' : 'batches'}`,
  }),
  seed: 1,
  compute: 'plain',
  datasets: () => ['california-housing'],
  parts: (params) => [
    ...descents(params).map((of) => ({
      id: `${of.variant}-sigma2-${of.sigma2}-batch-${of.batch}`,
      cost: 1,
      of,
    })),
    { id: 'examples', cost: 0.01, of: 'examples' as const },
  ],
});
