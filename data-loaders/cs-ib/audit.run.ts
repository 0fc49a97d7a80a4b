import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { gaussianGram } from '../../src/lib/information/gaussian-kernel.js';
import { plainAdam } from '../../src/lib/learning/plain-adam.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  fourPointInputs,
  fourPointPredictions,
  fourPointTargets,
} from '../../src/papers/cs-ib/four-point-example.js';
import {
  conditionalDivergence,
  conditionalDivergenceFrom,
  conditionalVariants,
  conditionalWeights,
} from '../../src/papers/cs-ib/information/conditional-divergence.js';
import { regressionTask } from '../../src/papers/cs-ib/regression-task.js';
import type { definition } from './audit.js';

type AuditRow = RowOf<typeof definition.tables.audit.columns>;
type ExampleRow = RowOf<typeof definition.tables.audit_examples.columns>;

const dataset = 'california-housing';

/** σ of the targets' kernel, as in the released code. */
const targetWidth = 1;

/** Descends on one variant of the prediction term, or evaluates the examples. */
export async function* run(context: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { params, part, signal } = context;
  if (part.of === 'examples') {
    yield { table: 'audit_examples', rows: await exampleRows(context) };
    return;
  }
  const { sigma2, variant, batch } = part.of;
  const { inputs, targets, start: predictions } = await realBatch(context, batch);
  const weights = conditionalWeights(gaussianGram(inputs, 8, Math.sqrt(sigma2)), variant);
  const divergence = conditionalDivergenceFrom(weights, targets, targetWidth);
  const descend = plainAdam(targets.length, params.rate);
  const recorded = recordedSteps(params.steps, params.recorded);
  const rows: AuditRow[] = [];
  for (let step = 0; ; step++) {
    const { value, gradient } = divergence(predictions);
    if (recorded.has(step)) {
      signal.throwIfAborted();
      const rmse = Math.sqrt(squaredErrors(targets, predictions) / targets.length);
      rows.push({ sigma2, variant, seed: batch, step, d: value, rmse });
      yield { progress: step / params.steps };
    }
    if (step >= params.steps) break;
    descend(predictions, gradient);
  }
  yield { table: 'audit', rows };
}

/** Inputs `[n, 8]`, standardised and not clipped, targets, and predictions to start from. */
async function realBatch({ params, seed, dataset: open }: RunContext<typeof definition>, batch: number) {
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

async function exampleRows(context: RunContext<typeof definition>): Promise<ExampleRow[]> {
  const gram = gaussianGram(fourPointInputs, 1, 1);
  const fourPoints = conditionalVariants.map((variant): ExampleRow => ({
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
