import { median } from 'd3-array';
import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvent, RunEvents } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { random } from '../../src/lib/statistics/random.js';
import { divergence } from '../../src/papers/semantic-information/channel-information.js';
import {
  type Mixture,
  mixtureOnGrid,
  type MixtureStep,
} from '../../src/papers/semantic-information/mixture-matching.js';
import { mixtureTrajectory } from '../../src/papers/semantic-information/mixture-trajectory.js';
import { integerGrid } from '../../src/papers/semantic-information/normal-on-grid.js';
import { exampleIds } from '../../src/papers/semantic-information/tables.js';
import {
  examples,
  type MixtureProblem,
  randomStart,
  ratioTruth,
  sampleFrequencies,
  two,
} from './mixture-problems.js';
import type { definition } from './mixtures.js';

type Parameters = RunContext<typeof definition>['params'];
type Comparison = RunContext<typeof definition>['part']['of'];
type Events = Generator<RunEvent<typeof definition.tables>, void, void>;
type RunRow = RowOf<typeof definition.tables.mixture_runs.columns>;

/** Bits: a mixture nearer than this to its target counts as found. */
const close = 1e-3;
const cap = 500;
const grid = integerGrid(100);

/** Compares EM and CM-EM as the part says. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  for (const event of compare(part.of, params, seed)) {
    signal.throwIfAborted();
    yield event;
  }
}

function compare(comparison: Comparison, params: Parameters, seed: number): Events {
  switch (comparison.kind) {
    case 'ratio':
      return runRatio(comparison.p, params, seed);
    case 'local':
      return runLocal(params, seed);
    case 'examples':
      return runExamples(params);
    case 'samples':
      return runSamples(params, seed);
    case 'map':
      return runMap(params, seed);
  }
}

function* runRatio(p: number, { inner, starts, traced }: Parameters, seed: number): Events {
  const truth = ratioTruth(p);
  for (let start = 0; start < starts; start++) {
    // The same starts for every ratio.
    const from = randomStart(random(seed, 'ratio', start), [20, 45], [55, 80], [5, 15]);
    for (const loops of inner) {
      const steps = follow({ last: 100, truth, start: from }, loops);
      const which = { p, start, inner: loops };
      yield { table: 'mixture_runs', rows: [{ problem: 'ratio', ...which, ...outcome(steps) }] };
      if (start < traced)
        yield { table: 'mixture_traces', rows: trace(steps).map((row) => ({ ...which, ...row })) };
    }
    yield { progress: (start + 1) / starts };
  }
}

function* runLocal({ localStarts }: Parameters, seed: number): Events {
  const { last, truth } = examples.A;
  for (let start = 0; start < localStarts; start++) {
    const from = randomStart(random(seed, 'local', start), [10, 90], [10, 90], [5, 25]);
    const rows = [0, 3].map((inner): RunRow => {
      const steps = follow({ last, truth, start: from }, inner);
      return { problem: 'local', p: truth.weights[0], start, inner, ...outcome(steps) };
    });
    yield { table: 'mixture_runs', rows };
    yield { progress: (start + 1) / localStarts };
  }
}

function* runExamples({ inner }: Parameters): Events {
  for (const example of exampleIds) {
    const rows = inner.map((loops) => {
      const steps = follow(examples[example], loops);
      const { iterations, KL, rises } = outcome(steps);
      const [{ divergence: KL_start }, { divergence: KL_first }] = steps;
      return { example, inner: loops, iterations, KL_start, KL_first, KL, rises };
    });
    yield { table: 'examples', rows };
  }
}

function* runSamples({ samples }: Parameters, seed: number): Events {
  for (const p of samples.ratios)
    for (const size of samples.sizes)
      for (let number = 0; number < samples.seeds; number++) {
        const source = random(seed, 'samples', p, size, number);
        const truth = mixtureOnGrid(grid, ratioTruth(p));
        const target = sampleFrequencies(truth, size, source);
        const start = randomStart(source, [20, 45], [55, 80], [5, 15]);
        const rows = [0, 3].map((inner) => {
          const steps = mixtureTrajectory(target, grid, start, { inner, decrease: 1e-5, cap });
          const { iteration: iterations, divergence: KL_sample, mixture } = steps[steps.length - 1];
          const KL_truth = divergence(truth, mixtureOnGrid(grid, mixture));
          return { p, size, seed: number, inner, iterations, KL_sample, KL_truth };
        });
        yield { table: 'sample_runs', rows };
      }
}

/** Two components of deviation 10 about the middle of the grid. */
function* runMap({ map }: Parameters, seed: number): Events {
  for (const [index, p] of map.ratios.entries()) {
    for (const apart of map.distances) {
      const [left, right] = [50 - apart / 2, 50 + apart / 2];
      const starts = Array.from({ length: map.starts }, (_, start) =>
        randomStart(random(seed, 'map', start), [left - 15, left + 10], [right - 10, right + 15], [5, 15]),
      );
      const truth = two([left, right], [10, 10], p);
      const iterations = (inner: number) =>
        starts.map((start) => follow({ last: 100, truth, start }, inner).length - 1);
      const [EM, E3M] = [0, 3].map((inner) => median(iterations(inner))!);
      yield { table: 'mixture_map', rows: [{ p, distance: apart / 10, EM, E3M }] };
    }
    yield { progress: (index + 1) / map.ratios.length };
  }
}

/** The steps until the mixture is found, 500 iterations at most. */
function follow({ last, truth, start }: MixtureProblem, inner: number): MixtureStep[] {
  const on = last === 100 ? grid : integerGrid(last);
  return mixtureTrajectory(mixtureOnGrid(on, truth), on, start, { inner, divergence: close, cap });
}

function outcome(steps: readonly MixtureStep[]) {
  const { iteration: iterations, divergence: KL } = steps[steps.length - 1];
  const rises = steps.filter((step, i) => i > 0 && step.divergence > steps[i - 1].divergence + 1e-12).length;
  return { iterations, converged: KL < close, KL, rises };
}

function trace(steps: readonly MixtureStep[]) {
  const last = steps.length - 1;
  const kept = last < 4 ? undefined : recordedSteps(last, 25);
  return steps.flatMap(({ iteration: iter, divergence: KL, mixture }) =>
    kept && !kept.has(iter) ? [] : [{ iter, KL, ...columnsOf(mixture) }],
  );
}

function columnsOf({ means, deviations, weights }: Mixture) {
  return { mu1: means[0], mu2: means[1], s1: deviations[0], s2: deviations[1], P1: weights[0] };
}
