import * as tf from '@tensorflow/tfjs-core';
import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvent, RunEvents } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { random } from '../../src/lib/statistics/random.js';
import { conditionNumber } from '../../src/papers/condition-number/condition-number.js';
import { matchedArms } from '../../src/papers/condition-number/matched-arms.js';
import { singularValues } from '../../src/papers/condition-number/singular-values.js';
import type { Arm, StudyId } from '../../src/papers/condition-number/tables.js';
import { adapt, type AdaptationData, type EnteredRows, type Losses } from './adapt.js';
import { type Candidate, selectArms } from './arms.js';
import type { definition, ForgettingParameters, Study } from './forgetting.js';
import { blend, markovSource, sequence } from './markov-sources.js';
import { pretrain } from './pretrain.js';
import { createNetwork, type Network, stream, tensorsOf } from './residual-network.js';
import { adapterStack, maskedStack, type Stack } from './stacks.js';
import { singleSymbols, type TokenRows, tokenRows } from './token-rows.js';

type Event = RunEvent<typeof definition.tables>;
type TensorRow = RowOf<typeof definition.tables.tensors.columns>;
/** A curve's point with all that its row tells. */
type Point = Omit<RowOf<typeof definition.tables.curves.columns>, keyof Of>;

/** What all rows of a study have in common. */
interface Of {
  readonly study: StudyId;
  readonly seed: number;
}

/** Runs one seed: all studies, one after another. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  for (const [index, study] of params.studies.entries())
    for await (const event of runStudy(study, part.of.seed, params, seed)) {
      signal.throwIfAborted();
      if ('table' in event) yield event;
      else yield { progress: (index + event.progress) / params.studies.length };
    }
}

async function* runStudy(
  study: Study,
  number: number,
  params: ForgettingParameters,
  seed: number,
): AsyncGenerator<Event, void, void> {
  const of: Of = { study: study.name, seed: number };
  const from = (...name: string[]) => random(seed, 'forgetting', number, ...name);
  const data = drawData(study, params, from);
  const start = createNetwork(study, params, from(study.name, 'weights'));
  const untrained = (await conditionNumbers(start.blocks)).map(candidate);
  const owned: tf.Tensor[] = tensorsOfRows([data.old, data.new, data.shownOld, data.shownNew]);
  try {
    const training = pretrain(start, data.old, study, params, from(study.name, 'old batches'));
    const network = yield* share(0.3 / study.pretraining, training);
    owned.push(...tensorsOf(network));

    const candidates = (await conditionNumbers(network.blocks)).map(candidate);
    const arms = selectArms(candidates, params.budget, from(study.name, 'random arm'));
    yield { table: 'tensors', rows: tensorRows(of, untrained, candidates, arms.get('low')!) };

    const entered = enteredData(network, data, params);
    owned.push(...tensorsOfRows([entered.training]), ...tensorsOfRows(Object.values(entered.shown)));
    const places = [...arms.values()];
    const stacks: readonly StackOfArms[] = [
      {
        arms: [...arms.keys()],
        trainable: places.map((of) => sum(of.map((at) => network.blocks[at].size))),
        create: () => maskedStack(network.blocks, places, params),
      },
      {
        arms: ['lora2'],
        trainable: [adapterSize(network, params.rank)],
        create: () => adapterStack(network.blocks, params, from(study.name, 'adapters')),
      },
    ];
    const points: Point[] = [];
    for (const [index, { arms, trainable, create }] of stacks.entries())
      for await (const { step, losses } of adapt(
        create(),
        entered,
        params,
        from(study.name, 'new batches'),
      )) {
        points.push(
          ...arms.map((arm, member) => pointOf(arm, step, losses, member, trainable[member], points)),
        );
        yield {
          progress:
            0.3 + 0.7 * (index === 0 ? 0.85 * (step / params.tuning) : 0.85 + 0.15 * (step / params.tuning)),
        };
      }
    yield { table: 'curves', rows: points.map((point) => ({ ...of, ...point })) };
    const { target: fraction, of: reference } = study;
    const matched = matchedArms(points, { fraction, of: reference });
    yield { table: 'matched', rows: matched.map((row) => ({ ...of, ...row })) };
  } finally {
    tf.dispose(owned);
  }
}

/** Arms that are tuned side by side, and how many numbers each tunes. */
interface StackOfArms {
  readonly arms: readonly Arm[];
  readonly trainable: readonly number[];
  create(): Stack;
}

/** Passes steps on as progress, so much each. */
function* share<T>(
  each: number,
  steps: Generator<number, T, void>,
): Generator<{ progress: number }, T, void> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { progress: each * value };
  }
}

function pointOf(
  arm: Arm,
  step: number,
  losses: Losses,
  member: number,
  trainable: number,
  earlier: readonly Point[],
): Point {
  const [b_loss, b_test, a_loss] = [losses.b_loss, losses.b_test, losses.a_loss].map((of) => of[member]);
  const before = earlier.find((point) => point.arm === arm)?.a_loss ?? a_loss;
  return { arm, step, b_loss, b_test, a_loss, forget: a_loss - before, trainable };
}

type Stream = (...name: string[]) => ReturnType<typeof random>;

/** The same sources for every study of a seed. */
function drawData({ tokens }: Study, params: ForgettingParameters, from: Stream) {
  const { symbols, concentration, context, newTokens, shownTest, shownOld } = params;
  const old = markovSource(symbols, concentration, from('old source'));
  const fresh = blend(old, markovSource(symbols, concentration, from('new source')));
  const rows = (source: typeof old, length: number, name: string) =>
    tokenRows(sequence(source, length, from(name)), context, symbols);
  return {
    old: rows(old, tokens, 'old tokens'),
    shownOld: rows(old, shownOld + context, 'shown old tokens'),
    new: rows(fresh, newTokens, 'new tokens'),
    shownNew: rows(fresh, shownTest + context, 'shown new tokens'),
  };
}

/** All rows as they enter the blocks: embedding and input layer are not tuned by any arm. */
function enteredData(
  network: Network,
  data: ReturnType<typeof drawData>,
  { symbols, shownTraining }: ForgettingParameters,
): AdaptationData {
  const enter = ({ count, contexts, targets }: TokenRows): EnteredRows => ({
    count,
    entering: tf.tidy(() => tf.squeeze<tf.Tensor2D>(stream(network, singleSymbols(contexts, symbols)), [0])),
    targets: tf.clone(targets),
  });
  const head = ({ count, entering, targets }: EnteredRows, rows: number): EnteredRows => {
    const kept = Math.min(count, rows);
    const of = (x: tf.Tensor2D) => tf.slice(x, [0, 0], [kept, -1]);
    return { count: kept, entering: of(entering), targets: of(targets) };
  };
  const training = enter(data.new);
  return {
    training,
    shown: {
      b_loss: head(training, shownTraining),
      b_test: enter(data.shownNew),
      a_loss: enter(data.shownOld),
    },
    output: network.output,
  };
}

function tensorsOfRows(rows: readonly object[]): tf.Tensor[] {
  return rows.flatMap((of) => Object.values(of).filter((value) => value instanceof tf.Tensor));
}

async function conditionNumbers(blocks: readonly tf.Tensor3D[]): Promise<number[]> {
  return Promise.all(
    blocks.map(async (tensor) => conditionNumber(singularValues(await tensor.data(), tensor.shape[2]))),
  );
}

function candidate(kappa: number, at: number): Candidate {
  const [type, layer] = [at % 2 === 0 ? ('A' as const) : ('B' as const), Math.floor(at / 2)];
  return { tensor: `${type}${layer}`, type, layer, kappa };
}

function tensorRows(
  of: Of,
  untrained: readonly Candidate[],
  trained: readonly Candidate[],
  low: readonly number[],
): TensorRow[] {
  const phases = { init: untrained, trained };
  return (['init', 'trained'] as const).flatMap((phase) =>
    phases[phase].map(({ kappa, ...tensor }, at) => ({
      ...of,
      ...tensor,
      phase,
      kappa: finite(kappa),
      selected: low.includes(at),
    })),
  );
}

function adapterSize({ blocks }: Network, rank: number): number {
  return sum(blocks.map(({ shape: [, rows, columns] }) => rank * (rows + columns)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
