import * as tf from '@tensorflow/tfjs-core';
import { prepareBackend } from '../../kernels/engine/backend.js';
import { duration, markdownTable } from './report.js';
import { trainingStep } from './training-step.js';

const counts = [1, 64] as const;
const warmUps = 30;
/** Steps are taken until so many seconds are over. */
const budget = 5;

/** What the operations of a step are for; what is in none of the lists works element by element. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'matrix products': ['BatchMatMul'],
  'exponentials, logarithms, roots': ['Exp', 'Log', 'Sqrt'],
  sums: ['Sum', 'Mean'],
  'copies and shapes': [
    'Concat',
    'Identity',
    'Reshape',
    'Transpose',
    'GatherV2',
    'Fill',
    'Cast',
    'ZerosLike',
    'OnesLike',
  ],
};
const rows = [...Object.keys(kinds), 'element by element', 'Adam', 'values from JavaScript'] as const;
const kindOf = (kernel: string) =>
  Object.keys(kinds).find((kind) => kinds[kind].includes(kernel)) ?? 'element by element';

/** Seconds and calls of each kind, since it was last emptied. */
type Spent = Map<string, { seconds: number; calls: number }>;

/** Where the time of a training step goes on WebAssembly, by kinds of operations, for one member and for 64. */
export async function benchProfile(): Promise<string> {
  await prepareBackend('wasm');
  const spent: Spent = new Map();
  const watch = watchKernels(spent);
  const found = counts.map((members) => {
    const step = trainingStep(members, (adam) => ({
      ...adam,
      step: (...given) => watch.as('Adam', () => adam.step(...given)),
    }));
    for (let number = 0; number < warmUps; number++) step.take();
    spent.clear();
    const start = performance.now();
    let steps = 0;
    for (; performance.now() - start < 1000 * budget; steps++) step.take();
    const total = (performance.now() - start) / 1000 / steps;
    const of = new Map(
      [...spent].map(([kind, { seconds, calls }]) => [
        kind,
        { seconds: seconds / steps, calls: calls / steps },
      ]),
    );
    step.dispose();
    return { members, total, of };
  });
  const cells = (name: string) =>
    found.flatMap(({ total, of }) => {
      const { seconds, calls } = of.get(name) ?? { seconds: 0, calls: 0 };
      return [String(Math.round(calls)), duration(seconds), percent(seconds / total)];
    });
  const rest = found.flatMap(({ total, of }) => {
    const inside = [...of.values()].reduce((sum, { seconds }) => sum + seconds, 0);
    return ['', duration(total - inside), percent(1 - inside / total)];
  });
  return markdownTable(
    [
      'one step',
      ...counts.flatMap((count) => [`calls, ${count} member${count === 1 ? '' : 's'}`, 'time', 'share']),
    ],
    [
      ...rows.map((name) => [name, ...cells(name)]),
      ['between the operations', ...rest],
      ['**all**', ...found.flatMap(({ total }) => ['', duration(total), ''])],
    ],
  );
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** Measures every kernel of the backend from outside, and what is copied into its memory. */
function watchKernels(spent: Spent) {
  let depth = 0;
  let whole: string | undefined;
  const measured = <T>(kind: string, work: () => T): T => {
    if (depth > 0) return work();
    depth += 1;
    const start = performance.now();
    try {
      return work();
    } finally {
      depth -= 1;
      const entry = spent.get(kind) ?? { seconds: 0, calls: 0 };
      spent.set(kind, {
        seconds: entry.seconds + (performance.now() - start) / 1000,
        calls: entry.calls + 1,
      });
    }
  };
  for (const { kernelName, kernelFunc, ...config } of tf.getKernelsForBackend('wasm')) {
    const kind = kindOf(kernelName);
    tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      ...config,
      kernelName,
      kernelFunc: (given) => measured(whole ?? kind, () => kernelFunc(given)),
    });
  }
  const backend = tf.backend() as tf.KernelBackend;
  const move = backend.move.bind(backend);
  backend.move = (...given) => measured(whole ?? 'values from JavaScript', () => move(...given));
  return {
    /** Counts all operations of some work as one kind; what lies between them stays with the rest. */
    as<T>(kind: string, work: () => T): T {
      whole = kind;
      try {
        return work();
      } finally {
        whole = undefined;
      }
    },
  };
}
