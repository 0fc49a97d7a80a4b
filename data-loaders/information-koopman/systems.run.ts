import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvent, RunEvents } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { random } from '../../src/lib/statistics/random.js';
import type { KoopmanEnsemble } from '../../src/papers/information-koopman/autoencoder.js';
import {
  linearOperator,
  rollOut,
  stepPairs,
} from '../../src/papers/information-koopman/dynamics/linear-operator.js';
import { forecast, latentsOf, operatorsOf } from '../../src/papers/information-koopman/forecast.js';
import { predictionStarts, spreadOf } from '../../src/papers/information-koopman/measures.js';
import { differentialData, type SystemData } from '../../src/papers/information-koopman/system-data.js';
import type { MemberName, SystemId } from '../../src/papers/information-koopman/tables.js';
import { trainKoopman } from '../../src/papers/information-koopman/train-koopman.js';
import { codeRows, frameRows, modeRows } from './film-rows.js';
import {
  collapsedCount,
  consistencyResidual,
  contrastOf,
  eigenvalueRows,
  errorRows,
  latentRows,
} from './measure-member.js';
import type { definition, SystemsParameters } from './systems.js';
import { vortexData } from './vortex-data.js';

type Rows = RowsOf<typeof definition.tables>;
type Yielded = RunEvent<typeof definition.tables>;

/** Share of a part's time that goes into the simulation of the flow. */
const simulation = 0.35;

/** Trains and measures all models of one system, the part's. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { system } = part.of;
  let from = 0;
  let data: SystemData;
  if (system === 'vortex') {
    const simulating = vortexData(params);
    let state = simulating.next();
    for (; !state.done; state = simulating.next()) {
      signal.throwIfAborted();
      yield { progress: simulation * state.value };
    }
    from = simulation;
    data = state.value;
    yield { table: 'film_modes', rows: modeRows(state.value) };
    yield { table: 'film_frames', rows: frameRows(state.value, params) };
  } else data = differentialData(system, params, seed);

  yield* linearEvents(data, params, system);
  const measure = measuring(data, params, system);
  const recorded = recordedSteps(params.steps, params.recorded);
  const streams = range(params.seeds).map((number) => ({
    weights: random(seed, 'koopman', system, 'weights', number),
    windows: random(seed, 'koopman', system, 'windows', number),
  }));
  const { dimension } = data.train;
  const sizes = { state: dimension, hidden: params.hidden, latent: params.latent };
  try {
    for await (const { step, model } of trainKoopman(data.train, { ...params, sizes, streams })) {
      signal.throwIfAborted();
      if (recorded.has(step)) yield { table: 'training', rows: await measure.onTheWay(model, step) };
      if (step === params.steps) yield* measure.atTheEnd(model);
      yield { progress: from + ((1 - from) * step) / params.steps };
    }
  } finally {
    measure.dispose();
  }
}

/** What is read off models, on the test trajectories. */
function measuring(data: SystemData, params: SystemsParameters, system: SystemId) {
  const { test } = data;
  const { seeds, variants, latent: d, horizon } = params;
  const variantOf = (member: number) => variants[Math.floor(member / seeds)];
  const nameOf = (member: number): MemberName => ({
    system,
    variant: variantOf(member).id,
    seed: member % seeds,
  });
  const states = tf.tensor2d(Float32Array.from(test.values), [test.count * test.samples, test.dimension]);
  const starts = predictionStarts(test, params.starts);
  const first = tf.gather(states, starts) as tf.Tensor2D;
  const latents = async (model: KoopmanEnsemble) =>
    (await latentsOf(model, states)).map((z) => Float64Array.from(z));
  return {
    dispose: () => tf.dispose([states, first]),
    async onTheWay(model: KoopmanEnsemble, step: number): Promise<Rows['training']> {
      return (await latents(model)).map((z, member) => {
        const { d_eff, variance } = spreadOf(z, d);
        const contrast = contrastOf(z, d, test.samples, params.span);
        return { ...nameOf(member), step, d_eff, variance, contrast };
      });
    },
    async *atTheEnd(model: KoopmanEnsemble): AsyncGenerator<Yielded, void, void> {
      const paths = await forecast(model, first, horizon);
      const operators = (await operatorsOf(model)).map((K) => Float64Array.from(K));
      for (const [member, z] of (await latents(model)).entries()) {
        const name = nameOf(member);
        const K = operators[member];
        const { spectrum, d_eff, variance } = spreadOf(z, d);
        const values = eigenvalueRows(K, name);
        const { alpha, beta, gamma, start } = variantOf(member);
        const residual = consistencyResidual(z, K, test.samples, variance);
        const measured = { d_eff, variance, residual, collapsed: collapsedCount(values) };
        yield { table: 'members', rows: [{ ...name, alpha, beta, gamma, start, ...measured }] };
        const shares = Array.from(spectrum, (lambda, k) => ({ ...name, k: k + 1, lambda }));
        yield { table: 'spectrum', rows: shares };
        yield { table: 'eigenvalues', rows: values };
        yield { table: 'rollout', rows: errorRows(paths[member], test, starts, horizon, name) };
        if (name.seed < params.latentSeeds)
          yield { table: 'latents', rows: latentRows(z, d, data, params, name) };
        if (system === 'vortex')
          yield { table: 'film_codes', rows: codeRows(test.values, paths[member], params, name) };
      }
    },
  };
}

/** Dynamic mode decomposition of the states themselves. */
function* linearEvents(
  { train, test }: SystemData,
  params: SystemsParameters,
  system: SystemId,
): Generator<Yielded, void, void> {
  const { dimension: m, samples } = train;
  const { horizon } = params;
  const name: MemberName = { system, variant: 'dmd', seed: 0 };
  const { before, after } = stepPairs(Float64Array.from(train.values), samples, m);
  const K = linearOperator(before, after, m);
  const starts = predictionStarts(test, params.starts);
  const states = Float64Array.from(
    starts.flatMap((start) => Array.from(test.values.subarray(start * m, (start + 1) * m))),
  );
  const paths = rollOut(K, states, horizon);
  yield { table: 'eigenvalues', rows: eigenvalueRows(K, name) };
  yield { table: 'rollout', rows: errorRows(paths, test, starts, horizon, name) };
  if (system === 'vortex') yield { table: 'film_codes', rows: codeRows(test.values, paths, params, name) };
}
