import { regressionTask } from '../../src/lib/datasets/regression-task.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import {
  conditionalDivergence,
  conditionalDivergenceFrom,
  conditionalVariants,
  conditionalWeights,
} from '../../src/lib/information/conditional-divergence.js';
import {
  fourPointInputs,
  fourPointPredictions,
  fourPointTargets,
} from '../../src/lib/information/four-point-example.js';
import { gaussianGram } from '../../src/lib/information/gaussian-kernel.js';
import { plainAdam } from '../../src/lib/learning/plain-adam.js';
import { random } from '../../src/lib/statistics/random.js';

export type AuditParameters = {
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

const dataset = 'california-housing';

/** σ of the targets' kernel, as in the released code. */
const targetWidth = 1;

const quick: AuditParameters = {
  sigma2: [1, 8],
  batches: 1,
  batchSize: 128,
  noise: 0.3,
  rate: 0.03,
  steps: 3000,
  recorded: 150,
};

export const definition: Definition<AuditParameters> = {
  title: 'Audit of the prediction term',
  description:
    'The conditional divergence is minimised over free predictions on a real batch, and evaluated where theory says what it must be.',
  tables: {
    audit: {
      description: 'Descent of free predictions on the conditional divergence, on California Housing',
      columns: {
        sigma2: { type: 'float64', description: "squared width of the inputs' kernel" },
        variant: { type: 'string', description: 'how pairs are weighted: paper, code or symmetric' },
        seed: { type: 'int32', description: 'batch' },
        step: { type: 'int32', description: 'step of Adam' },
        d: { type: 'float64', description: 'conditional Cauchy–Schwarz divergence', unit: 'nats' },
        rmse: {
          type: 'float64',
          description: 'root-mean-square error of the predictions',
          unit: 'log price',
        },
      },
    },
    audit_examples: {
      description: 'Single evaluations',
      columns: {
        example: {
          type: 'string',
          description:
            'four-points: a prediction slightly wrong in one of four points; released-loss: the loss of the released script on one-dimensional targets',
        },
        variant: {
          type: 'string',
          description:
            'paper, code, symmetric: weights of the divergence; released: as the script computes it; squared-errors: their sum over ln 2',
        },
        d: { type: 'float64', description: 'value, in nats for four-points and in bits for released-loss' },
      },
    },
  },
  profiles: { quick, full: { ...quick, batches: 10 } },
  seed: 1,
  compute: 'plain',
  datasets: () => [dataset],
  parts: (params) => [...descents(params), { id: 'examples', cost: 0.01 }],
};

/** The parts that descend: every variant and width on every batch. */
function descents({ sigma2, batches }: AuditParameters) {
  return sigma2.flatMap((squared) =>
    conditionalVariants.flatMap((variant) =>
      Array.from({ length: batches }, (_, batch) => ({
        id: `${variant}-sigma2-${squared}-batch-${batch}`,
        squared,
        variant,
        batch,
      })),
    ),
  );
}

export async function* run(context: Context<AuditParameters>): AsyncGenerator<RunEvent, void, void> {
  const { params, part, signal } = context;
  const descent = descents(params).find(({ id }) => id === part.id);
  if (!descent) {
    yield { table: 'audit_examples', rows: await exampleRows(context) };
    return;
  }
  const { squared, variant, batch } = descent;
  const { inputs, targets, start: predictions } = await realBatch(context, batch);
  const weights = conditionalWeights(gaussianGram(inputs, 8, Math.sqrt(squared)), variant);
  const divergence = conditionalDivergenceFrom(weights, targets, targetWidth);
  const descend = plainAdam(targets.length, params.rate);
  const recorded = recordedSteps(params.steps, params.recorded);
  const rows: Row[] = [];
  for (let step = 0; ; step++) {
    const { value, gradient } = divergence(predictions);
    if (recorded.has(step)) {
      signal.throwIfAborted();
      const rmse = Math.sqrt(squaredErrors(targets, predictions) / targets.length);
      rows.push({ sigma2: squared, variant, seed: batch, step, d: value, rmse });
      yield { progress: step / params.steps };
    }
    if (step >= params.steps) break;
    descend(predictions, gradient);
  }
  yield { table: 'audit', rows };
}

/** Inputs `[n, 8]`, standardised and not clipped, targets, and predictions to start from. */
async function realBatch({ params, seed, dataset: open }: Context<AuditParameters>, batch: number) {
  const { x, y, train, features } = regressionTask(dataset, await open(dataset), { seed });
  const { normal, shuffle } = random(seed, 'audit', batch);
  const rows = Array.from(shuffle(train.length).subarray(0, params.batchSize), (at) => train[at]);
  const d = features.length;
  const targets = Float64Array.from(rows, (row) => y[row]);
  return {
    inputs: Float64Array.from(rows.flatMap((row) => Array.from(x.subarray(row * d, (row + 1) * d)))),
    targets,
    start: targets.map((target) => target + params.noise * normal()),
  };
}

async function exampleRows(context: Context<AuditParameters>): Promise<Row[]> {
  const gram = gaussianGram(fourPointInputs, 1, 1);
  const fourPoints = conditionalVariants.map((variant) => ({
    example: 'four-points',
    variant,
    d: conditionalDivergence(
      conditionalWeights(gram, variant),
      fourPointTargets,
      fourPointPredictions(1.1),
      targetWidth,
    ),
  }));
  const { inputs, targets, start } = await realBatch(context, 0);
  return [
    ...fourPoints,
    { example: 'released-loss', variant: 'released', d: releasedLoss(inputs, targets, start) },
    {
      example: 'released-loss',
      variant: 'squared-errors',
      d: squaredErrors(targets, start) / Math.LN2,
    },
  ];
}

/**
 * The conditional divergence as the released script evaluates it, in bits. Its kernel routine expands
 * ‖a_i − b_j‖² = a·a + b·b − 2 a·b over the last axis; given vectors `[N]` in place of matrices `[N, 1]` that
 * axis is the batch, and every element of the "kernel matrix" is the same number.
 */
function releasedLoss(inputs: Float64Array, targets: Float64Array, predictions: Float64Array): number {
  const weights = conditionalWeights(gaussianGram(inputs, 8, 1), 'code');
  const total = weights.reduce((sum, value) => sum + value, 0);
  const term = (a: Float64Array, b: Float64Array) =>
    Math.log2(total * Math.exp(-(dot(a, a) + dot(b, b) - 2 * dot(a, b)) / (2 * targetWidth ** 2)));
  return term(targets, targets) + term(predictions, predictions) - 2 * term(predictions, targets);
}

function squaredErrors(targets: Float64Array, predictions: Float64Array): number {
  return targets.reduce((sum, target, i) => sum + (predictions[i] - target) ** 2, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
