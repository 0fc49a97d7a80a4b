import * as tf from '@tensorflow/tfjs-core';
import { forecast, latentsOf, operatorsOf } from '../../src/lib/dynamics/koopman/forecast.js';
import type { KoopmanEnsemble } from '../../src/lib/dynamics/koopman/autoencoder.js';
import { trainKoopman } from '../../src/lib/dynamics/koopman/train-koopman.js';
import { linearOperator, rollOut, stepPairs } from '../../src/lib/dynamics/linear-operator.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { random } from '../../src/lib/statistics/random.js';
import { codeRows, frameRows, modeRows } from './film.js';
import {
  consistencyResidual,
  contrastOf,
  eigenvalueRows,
  errorRows,
  latentRows,
  type MemberName,
  predictionStarts,
  spreadOf,
} from './measure-member.js';
import { differentialData, type SystemData } from './system-data.js';
import type { SystemId, SystemsParameters } from './systems-parameters.js';
import { vortexData } from './vortex-data.js';

/** Rows by table. */
type Tables = Record<string, Row[]>;

/** Share of a part's time that goes into the simulation of the flow. */
const simulation = 0.35;

/** Trains and measures all models of one system, the part's. */
export async function* runSystem(context: Context<SystemsParameters>): AsyncGenerator<RunEvent, void, void> {
  const { params, part, seed, signal } = context;
  const id = part.id as SystemId;
  let film = false;
  let data: SystemData;
  if (id === 'vortex') {
    const simulating = vortexData(params);
    let state = simulating.next();
    for (; !state.done; state = simulating.next()) {
      signal.throwIfAborted();
      yield { progress: simulation * state.value };
    }
    film = true;
    data = state.value;
    yield { table: 'film_modes', rows: modeRows(state.value) };
    yield { table: 'film_frames', rows: frameRows(state.value, params) };
  } else data = differentialData(id, params, seed);

  const from = film ? simulation : 0;
  const tables: Tables = linearRows(data, params, id, film);
  const measure = measuring(data, params, id);
  const recorded = recordedSteps(params.steps, params.recorded);
  const streams = Array.from({ length: params.seeds }, (_, number) => ({
    weights: random(seed, 'koopman', id, 'weights', number),
    windows: random(seed, 'koopman', id, 'windows', number),
  }));
  const { dimension } = data.train;
  const sizes = { state: dimension, hidden: params.hidden, latent: params.latent };
  try {
    for await (const { step, model } of trainKoopman(data.train, { ...params, sizes, streams })) {
      signal.throwIfAborted();
      if (recorded.has(step)) add(tables, { training: await measure.onTheWay(model, step) });
      if (step === params.steps) add(tables, await measure.atTheEnd(model, film));
      yield { progress: from + ((1 - from) * step) / params.steps };
    }
  } finally {
    measure.dispose();
  }
  for (const [table, rows] of Object.entries(tables)) yield { table, rows };
}

function add(tables: Tables, more: Tables): void {
  for (const [name, rows] of Object.entries(more)) tables[name] = [...(tables[name] ?? []), ...rows];
}

/** What is read off models, on the test trajectories. */
function measuring(data: SystemData, params: SystemsParameters, system: string) {
  const { test } = data;
  const { seeds, variants, latent: d, horizon } = params;
  const name = (member: number): MemberName => ({
    system,
    variant: variants[Math.floor(member / seeds)].id,
    seed: member % seeds,
  });
  const states = tf.tensor2d(Float32Array.from(test.values), [test.count * test.samples, test.dimension]);
  const starts = predictionStarts(test, params);
  const first = tf.gather(states, starts) as tf.Tensor2D;
  const latents = async (model: KoopmanEnsemble) =>
    (await latentsOf(model, states)).map((z) => Float64Array.from(z));
  return {
    dispose: () => tf.dispose([states, first]),
    async onTheWay(model: KoopmanEnsemble, step: number): Promise<Row[]> {
      return (await latents(model)).map((z, member) => {
        const { d_eff, variance } = spreadOf(z, d);
        const contrast = contrastOf(z, d, test.samples, params.span);
        return { ...name(member), step, d_eff, variance, contrast };
      });
    },
    async atTheEnd(model: KoopmanEnsemble, film: boolean): Promise<Tables> {
      const tables: Tables = {};
      const paths = await forecast(model, first, horizon);
      const operators = (await operatorsOf(model)).map((K) => Float64Array.from(K));
      (await latents(model)).forEach((z, member) => {
        const of = name(member);
        const K = operators[member];
        const { spectrum, d_eff, variance } = spreadOf(z, d);
        const { rows: eigenvalues, collapsed } = eigenvalueRows(K, of);
        const { alpha, beta, gamma, start } = variants[Math.floor(member / seeds)];
        const residual = consistencyResidual(z, K, test.samples, variance);
        add(tables, {
          members: [{ ...of, alpha, beta, gamma, start, d_eff, variance, residual, collapsed }],
          spectrum: Array.from(spectrum, (lambda, k) => ({ ...of, k: k + 1, lambda })),
          eigenvalues,
          rollout: errorRows(paths[member], test, starts, horizon, of),
          latents: of.seed < params.latentSeeds ? latentRows(z, d, data, params, of) : [],
          ...(film && {
            film_codes: codeRows(test.values, paths[member], params, {
              variant: of.variant,
              seed: of.seed,
            }),
          }),
        });
      });
      return tables;
    },
  };
}

/** Dynamic mode decomposition of the states themselves. */
function linearRows(
  { train, test }: SystemData,
  params: SystemsParameters,
  system: string,
  film: boolean,
): Tables {
  const { dimension: m, samples } = train;
  const { horizon } = params;
  const of: MemberName = { system, variant: 'dmd', seed: 0 };
  const { before, after } = stepPairs(Float64Array.from(train.values), samples, m);
  const K = linearOperator(before, after, m);
  const starts = predictionStarts(test, params);
  const states = Float64Array.from(
    starts.flatMap((start) => Array.from(test.values.subarray(start * m, (start + 1) * m))),
  );
  const paths = rollOut(K, states, horizon);
  return {
    eigenvalues: eigenvalueRows(K, of).rows,
    rollout: errorRows(paths, test, starts, horizon, of),
    ...(film && {
      film_codes: codeRows(test.values, paths, params, { variant: of.variant, seed: 0 }),
    }),
  };
}
