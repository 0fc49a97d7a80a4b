import { prepareBackend } from '../../kernels/engine/backend.js';
import type { CompiledStep, StepPart } from '../../src/lib/compute/compiler/compile-step.js';
import type { Node } from '../../src/lib/compute/compiler/graph.js';
import { observeCompilation } from '../../src/lib/compute/compiler/repeated-step.js';
import { nodesOf } from '../../src/lib/compute/compiler/schedule.js';
import { duration, markdownTable } from './report.js';
import { trainingStep } from './training-step.js';

const counts = [1, 64] as const;
const warmUps = 200;
/** Steps are taken until so many seconds are over. */
const budget = 3;

const kinds = [
  'matrix products',
  'loops with exponentials, logarithms, roots',
  'other loops with sums',
  'other loops',
  'Adam',
  'copies',
  'routines by hand',
  'drawing in JavaScript',
  'weights handed on, and all else',
] as const;
type Kind = (typeof kinds)[number];

const elementary = ['Exp', 'Log', 'Sqrt', 'Tanh', 'Sigmoid', 'Softplus'];

/** Where the time of a compiled training step goes on WebAssembly, for one member and for 64. */
export async function benchProfile(): Promise<string> {
  await prepareBackend('wasm');
  const found = counts.map((members) => {
    let compiled: CompiledStep | undefined;
    observeCompilation(({ step }) => (compiled = step));
    const step = trainingStep(members);
    for (let number = 0; number < warmUps; number++) step.take();
    observeCompilation(undefined);
    if (!compiled) throw new Error('the step is not compiled');
    const total = timed(step.take);
    const spent = profile(compiled, total);
    step.dispose();
    return { total, spent };
  });
  const cells = (kind: Kind) =>
    found.flatMap(({ total, spent }) => {
      const { seconds, parts } = spent.get(kind) ?? { seconds: 0, parts: 0 };
      return [
        parts === 0 ? '' : String(parts),
        duration(seconds),
        `${((100 * seconds) / total).toFixed(0)} %`,
      ];
    });
  return markdownTable(
    [
      'one step',
      ...counts.flatMap((count) => [`parts, ${count} member${count === 1 ? '' : 's'}`, 'time', 'share']),
    ],
    [
      ...kinds.map((kind) => [kind, ...cells(kind)]),
      ['**all**', ...found.flatMap(({ total }) => ['', duration(total), ''])],
    ],
  );
}

/** Seconds and number of parts of each kind; what the whole step takes longer than its parts counts as a kind, too. */
function profile(step: CompiledStep, total: number): Map<Kind, { seconds: number; parts: number }> {
  const seconds = step.parts.map(() => 0);
  let [drawing, steps] = [0, 0];
  const start = performance.now();
  for (; performance.now() - start < 1000 * budget; steps++) {
    let last = performance.now();
    step.draw();
    let now = performance.now();
    drawing += now - last;
    for (const [index, part] of step.parts.entries()) {
      last = now;
      part.run();
      now = performance.now();
      seconds[index] += now - last;
    }
  }
  const spent = new Map<Kind, { seconds: number; parts: number }>();
  const count = (kind: Kind, time: number, parts: number) => {
    const known = spent.get(kind) ?? { seconds: 0, parts: 0 };
    spent.set(kind, { seconds: known.seconds + time, parts: known.parts + parts });
  };
  step.parts.forEach((part, index) => count(kindOf(part), seconds[index] / 1000 / steps, 1));
  count('drawing in JavaScript', drawing / 1000 / steps, 0);
  const inside = [...spent.values()].reduce((sum, { seconds: time }) => sum + time, 0);
  count('weights handed on, and all else', Math.max(0, total - inside), 0);
  return spent;
}

function kindOf({ group }: StepPart): Kind {
  const nodes = nodesOf(group);
  if (nodes.some(({ work }) => work.kind === 'product')) return 'matrix products';
  if (nodes.some(({ work }) => work.kind === 'assembled')) return 'copies';
  if (nodes.some(({ work }) => work.kind === 'routine' || work.kind === 'computed'))
    return 'routines by hand';
  if (nodes.some(readsState)) return 'Adam';
  if (nodes.some(({ work }) => work.kind === 'map' && elementary.includes(work.name)))
    return 'loops with exponentials, logarithms, roots';
  if (nodes.some(({ work }) => work.kind === 'reduce')) return 'other loops with sums';
  return 'other loops';
}

/** Whether a node is computed element by element from what the last step left and Adam alone multiplies. */
const readsState = ({ work }: Node): boolean =>
  work.kind === 'map' &&
  work.name === 'Multiply' &&
  work.operands.some(({ node }) => node.work.kind === 'source' && node.work.source.kind === 'state');

/** Seconds of one step, in the mean. */
function timed(take: () => void): number {
  let steps = 0;
  const start = performance.now();
  for (; performance.now() - start < 1000 * budget; steps++) take();
  return (performance.now() - start) / 1000 / steps;
}
