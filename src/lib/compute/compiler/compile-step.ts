import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assembly, productScratch } from '../assembly.js';
import { memoryOf, takeMemory } from '../wasm-memory.js';
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
  { name: 'javascript', parameters: 1 },
];

/** @throws {NotCompiled} where the step does something that is not known here */
export function compileStep(captured: Capture, backend: BackendWasm): CompiledStep {
  const next = lower(captured).map(({ node }) => node);
  const plan = schedule(next);
  const nodes = inOrder(next);
  const sources = nodes.filter(({ work }) => work.kind === 'source');
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
  const space = memoryOf(backend);
  const floats = (node: Node) => new Float32Array(space.buffer, address(node), sizeOf(node.shape));
  const integers = (node: Node) => new Int32Array(space.buffer, address(node), sizeOf(node.shape));
  const callbacks: (() => void)[] = [];
  const surroundings = {
    address,
    isStored: (node: Node) => stored.has(node),
    routine: (name: string) => routines.findIndex((routine) => routine.name === name),
    callback(node: Node) {
      const { work } = node;
      return (
        callbacks.push(
          () => work.kind === 'computed' && work.compute(floats(work.operand), floats(node).fill(0)),
        ) - 1
      );
    },
    scratch: productScratch(backend),
  };
  const codes: Code[] = plan.groups.map((group) => generate(group, surroundings));
  const last = createCode();
  for (const [from, to] of copies) last.copy(address(to), address(from), sizeOf(to.shape) * 4);
  const module = new WebAssembly.Module(encodeModule(routines, [...codes, last]));
  const javascript = (index: number) => callbacks[index]();
  const env = { ...assembly(backend), memory: space, javascript };
  const run = new WebAssembly.Instance(module, { env }).exports.run as () => void;

  for (const node of sources) {
    if (node.work.kind !== 'source' || node.work.source.kind !== 'constant') continue;
    const { values, integers: whole } = node.work.source;
    (whole ? integers(node) : floats(node)).set(values);
  }
  const givens = sources.flatMap(({ work }) =>
    work.kind === 'source' && work.source.kind === 'given' ? [work.source.dataId] : [],
  );
  givens.forEach((dataId) => backend.incRef(dataId));
  const draws = captured.draws.map(({ tensor: { dtype, size }, fill }, draw) => {
    const node = sources.find(
      ({ work }) => work.kind === 'source' && work.source.kind === 'drawn' && work.source.draw === draw,
    );
    const rows = node && rowsOf(nodes, node);
    return () => {
      // What nothing reads is drawn as well: the numbers that follow hang on it.
      const values =
        dtype === 'int32'
          ? node
            ? integers(node)
            : new Int32Array(size)
          : node
            ? floats(node)
            : new Float32Array(size);
      fill(values.fill(0));
      if (rows !== undefined) checkRows(values as Int32Array, rows);
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

/** How many rows there are to choose from by the numbers that a node holds; `undefined` where it holds others. */
function rowsOf(nodes: readonly Node[], numbers: Node): number | undefined {
  const limits = nodes.flatMap(({ work }) =>
    work.kind === 'routine' && work.rows !== undefined && work.operands.at(-1) === numbers ? [work.rows] : [],
  );
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** @throws {RangeError} where a number names no row */
function checkRows(numbers: Int32Array, rows: number): void {
  const stray = numbers.find((number) => number < 0 || number >= rows);
  if (stray !== undefined) throw new RangeError(`gather: there is no row ${stray} of ${rows}`);
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
