import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assembly, memoryOf, productScratch, takeMemory } from '../assembly.js';
import type { Capture } from './capture.js';
import { generate } from './generate.js';
import { type Node, sizeOf } from './graph.js';
import { lower } from './lower.js';
import { planMemory } from './memory-plan.js';
import { boxOf, inOrder, isAligned, nodesOf, operandsOf, type Schedule, schedule } from './schedule.js';
import { type Code, createCode, encodeModule, type ImportedRoutine } from './wasm-module.js';

/** A step as one routine of WebAssembly, with the memory that it works in. */
export interface CompiledStep {
  /** Takes the step: draws its values, and replaces the state in place. */
  run(): void;
  /** The values of an entry of the state, where they lie; to be read or written before anything else is allocated. */
  state(index: number): Float32Array;
  /** How many loops, products, copies and routines the step consists of. */
  readonly groups: number;
  readonly bytes: number;
  dispose(): void;
}

const routines: readonly ImportedRoutine[] = [
  { name: 'product', parameters: 15 },
  { name: 'gather', parameters: 7 },
  { name: 'patches', parameters: 15 },
  { name: 'maxPoolGrad', parameters: 15 },
];

/** @throws {NotCompiled} where the step does something that is not known here */
export function compileStep(captured: Capture, backend: BackendWasm): CompiledStep {
  const next = lower(captured).map(({ node }) => node);
  const plan = schedule(next);
  const sources = inOrder(next).filter(({ work }) => work.kind === 'source');
  const states = next.map((result, index) => stateNode(sources, index, result));
  const kept = [
    ...states,
    ...sources.filter(
      ({ work }) =>
        work.kind === 'source' && (work.source.kind === 'drawn' || work.source.kind === 'constant'),
    ),
  ];

  const pinned = new Map<Node, Node>();
  const copies: [from: Node, to: Node][] = [];
  next.forEach((result, index) => {
    const state = states[index];
    if (result === state) return;
    if (!pinned.has(result) && replaceable(plan, state, result)) pinned.set(result, state);
    else copies.push([result, state]);
  });
  const results = new Set(next);
  const stored = storedNodes(plan, results);
  const memory = planMemory(plan, kept, stored, pinned, results);

  const { address: base, release } = takeMemory(backend, memory.bytes);
  const address = (node: Node): number => {
    if (node.work.kind === 'source' && node.work.source.kind === 'given')
      return backend.getMemoryOffset(node.work.source.dataId);
    return base + memory.offsets.get(node)!;
  };
  const surroundings = {
    address,
    isStored: (node: Node) => stored.has(node),
    routine: (name: string) => routines.findIndex((routine) => routine.name === name),
    scratch: productScratch(backend),
  };
  const codes: Code[] = plan.groups.map((group) => generate(group, surroundings));
  const last = createCode();
  for (const [from, to] of copies) last.copy(address(to), address(from), sizeOf(to.shape) * 4);
  const module = new WebAssembly.Module(encodeModule(routines, [...codes, last]));
  const space = memoryOf(backend);
  const exports = new WebAssembly.Instance(module, { env: { memory: space, ...assembly(backend) } }).exports;
  const run = exports.run as () => void;

  const floats = (node: Node) => new Float32Array(space.buffer, address(node), sizeOf(node.shape));
  const integers = (node: Node) => new Int32Array(space.buffer, address(node), sizeOf(node.shape));
  for (const node of sources) {
    if (node.work.kind !== 'source' || node.work.source.kind !== 'constant') continue;
    const { values, integers: whole } = node.work.source;
    (whole ? integers(node) : floats(node)).set(values);
  }
  const givens = sources.flatMap(({ work }) =>
    work.kind === 'source' && work.source.kind === 'given' ? [work.source.dataId] : [],
  );
  givens.forEach((dataId) => backend.incRef(dataId));
  const draws = captured.draws.map(({ fill, dtype, shape }, draw) => {
    const node = sources.find(
      ({ work }) => work.kind === 'source' && work.source.kind === 'drawn' && work.source.draw === draw,
    );
    const idle = dtype === 'int32' ? new Int32Array(sizeOf(shape)) : new Float32Array(sizeOf(shape));
    return () => {
      const values = !node ? idle : dtype === 'int32' ? integers(node) : floats(node);
      fill(values);
    };
  });
  return {
    run() {
      for (const draw of draws) draw();
      run();
    },
    state: (index) => floats(states[index]),
    groups: plan.groups.length,
    bytes: memory.bytes,
    dispose() {
      release();
      givens.forEach((dataId) => backend.disposeData(dataId));
    },
  };
}

/** The node of an entry of the state, also where nothing reads it. */
function stateNode(sources: readonly Node[], index: number, { shape }: Node): Node {
  const found = sources.find(
    ({ work }) => work.kind === 'source' && work.source.kind === 'state' && work.source.index === index,
  );
  return found ?? { shape, work: { kind: 'source', source: { kind: 'state', index } } };
}

/**
 * Whether a result can be written where the state that it replaces lies: nothing reads that later, and its own loops read
 * it only at the point that they write.
 */
function replaceable({ groups, groupOf }: Schedule, state: Node, result: Node): boolean {
  const own = groupOf.get(result);
  if (result.work.kind !== 'map' || own === undefined) return false;
  return groups.every((group, index) =>
    nodesOf(group).every((reader) =>
      operandsOf(reader).every((view) => {
        if (view.node !== state || index < own) return true;
        return index === own && isAligned({ ...view, node: result }, boxOf(reader));
      }),
    ),
  );
}

/** What must go through memory: whatever is not made element by element, or is read by others than its own loops. */
function storedNodes({ groups, groupOf }: Schedule, results: ReadonlySet<Node>): Set<Node> {
  const stored = new Set<Node>(results);
  groups.forEach((group, index) => {
    for (const node of nodesOf(group)) {
      if (node.work.kind !== 'map') stored.add(node);
      for (const view of operandsOf(node))
        if (groupOf.has(view.node) && groupOf.get(view.node) !== index) stored.add(view.node);
    }
  });
  return stored;
}
