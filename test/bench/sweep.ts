import { definition, quick, type SweepParameters } from '../../data-loaders/cs-ib/sweep.js';
import { tabularTask } from '../../data-loaders/cs-ib/tabular-task.js';
import { resultCache } from '../../kernels/engine/cache.js';
import { loadDataset } from '../../kernels/engine/datasets/store.js';
import { experimentOf, loadPaper, type NamedExperiment } from '../../kernels/engine/papers.js';
import { workerPool } from '../../kernels/engine/pool.js';
import { arrayBuffer } from '../../kernels/engine/recorded.js';
import { runExperiment } from '../../kernels/engine/run.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { methodIds } from '../../src/papers/cs-ib/tables.js';
import { medians, timed } from './harness.js';
import { type Answer, hand, startPeer, withFolder } from './peer.js';
import { duration, markdownTable, ratio } from './report.js';

type Network = readonly [method: string, beta: number, seed: number];

/** Every β and seed of every method. */
const networks: readonly Network[] = methodIds.flatMap((method) =>
  quick.betas[method].flatMap((beta) =>
    Array.from({ length: quick.seeds }, (_, seed): Network => [method, beta, seed]),
  ),
);

/** What remains where the networks are only trained: the engine's run then still takes its few readings. */
const trainingOnly: SweepParameters = {
  ...quick,
  testRows: 2,
  attackRows: 2,
  epsilons: [],
  pgd: { ...quick.pgd, steps: 0 },
};

/**
 * The `quick` sweep of cs-ib through the engine, fresh, in two worker threads on WebAssembly, against PyTorch
 * training, testing and attacking the same networks: one after the other and stacked, a method's networks side by
 * side as ours are; each in one process of one thread, and in two processes side by side that share the work. On
 * PyTorch's side neither imports nor reading data count; on ours everything does.
 */
export async function benchSweep(): Promise<string> {
  const experiment = experimentOf(await loadPaper('cs-ib'), 'plane');
  const runner = workerPool(2);
  const peers = [startPeer(), startPeer()];
  const rows: string[][] = [];
  let errors: readonly (readonly [string, Map<string, number>])[] = [];
  await withFolder(async (folder) => {
    const inputs = await handData(folder);
    const cache = resultCache(folder);
    for (const [name, params] of [
      ['training, tests, attacks', quick],
      ['training', trainingOnly],
    ] as const) {
      const evaluated = params === quick;
      const job = { experiment: withQuick(experiment, params), profile: 'quick' } as const;
      const ours = () => runExperiment(job, { backend: 'wasm', runner, fresh: true, cache });
      const given = { folder, inputs, params: quick, evaluated };
      const loop = (peer: number, share: readonly Network[]) =>
        peers[peer].call('sweep.sweep', { ...given, networks: share });
      const stacked = (peer: number, share: readonly string[]) =>
        peers[peer].call('stacked.sweep', { ...given, methods: share });
      const one = async (answer: Promise<Answer>) => (await answer).seconds;
      const two = async <T>(
        call: (peer: number, share: readonly T[]) => Promise<Answer>,
        all: readonly T[],
      ) => {
        const halves = [0, 1].map((half) => all.filter((_, i) => i % 2 === half));
        const answers = await Promise.all(halves.map((share, peer) => call(peer, share)));
        return Math.max(...answers.map(({ seconds }) => seconds));
      };
      const times = await medians(
        {
          ours: timed(ours),
          loop: () => one(loop(0, networks)),
          loops: () => two(loop, networks),
          stack: () => one(stacked(0, methodIds)),
          stacks: () => two(stacked, methodIds),
        },
        { rounds: 3, warmUps: 0 },
      );
      rows.push([
        name,
        duration(times.ours),
        ...[times.loop, times.loops, times.stack, times.stacks].flatMap((theirs) => [
          duration(theirs),
          ratio(theirs, times.ours),
        ]),
      ]);
      if (!evaluated) continue;
      const { tables } = await runExperiment(job, { backend: 'wasm', runner, cache });
      const { rows: found } = await decodeRows(arrayBuffer(tables.plane));
      const plane = found as unknown as readonly { method: string; rmse: number }[];
      errors = [
        ['Litmus', meanOf(plane.map(({ method, rmse }) => [method, rmse]))],
        ['PyTorch, a loop', meanOf((await loop(0, networks)).value as [string, number][])],
        ['PyTorch, stacked', meanOf((await stacked(0, methodIds)).value as [string, number][])],
      ];
    }
  });
  peers.forEach((peer) => peer.close());
  await runner.close();
  const times = markdownTable(
    [
      `${networks.length} networks`,
      'Litmus, 2 workers',
      ...['a loop', '2 loops', 'stacked', '2 stacked'].flatMap((peer) => [`PyTorch, ${peer}`, '÷ Litmus']),
    ],
    rows,
  );
  const agreement = markdownTable(
    ['mean RMSE on the test rows', ...methodIds],
    errors.map(([who, means]) => [who, ...methodIds.map((method) => means.get(method)!.toFixed(3))]),
  );
  return `${times}\n\n${agreement}`;
}

/** Writes the rows that the sweep uses for the peers; returns how many inputs there are. */
async function handData(folder: string): Promise<number> {
  const [name] = quick.datasets;
  const task = tabularTask(name, (await loadDataset(name)).table, definition.seed);
  const inputs = task.features.length;
  for (const [split, numbers, count] of [
    ['train', task.train, quick.trainRows],
    ['test', task.test, quick.testRows],
    ['attack', task.test, quick.attackRows],
  ] as const) {
    const chosen = Array.from(numbers.subarray(0, count ?? numbers.length));
    const x = chosen.flatMap((row) => [...task.x.subarray(row * inputs, (row + 1) * inputs)]);
    await hand(folder, `${split}_x`, Float32Array.from(x));
    await hand(
      folder,
      `${split}_y`,
      Float32Array.from(chosen, (row) => task.y[row]),
    );
  }
  return inputs;
}

function withQuick(experiment: NamedExperiment, params: SweepParameters): NamedExperiment {
  return { ...experiment, definition: { ...experiment.definition, profiles: { quick: params } } };
}

/** The mean of each name's numbers. */
function meanOf(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const names = new Set(pairs.map(([name]) => name));
  return new Map(
    [...names].map((name) => {
      const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
      return [name, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}
