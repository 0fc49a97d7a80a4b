import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { assembly, productScratch } from '../assembly.js';
import { memoryOf, takeMemory } from '../wasm-memory.js';
import type { Capture } from './capture.js';
import { generate } from './generate.js';
import { type Node, sizeOf } from './graph.js';
import { lower } from './lower.js';
import type { Compute } from './per-step.js';
import { type Group, nodesOf } from './schedule.js';
import { planStep, sourceOf } from './step-plan.js';
import { encodeRoutines, type ImportedRoutine } from './wasm-module.js';

/** One group's work, as a routine of WebAssembly. */
export interface StepPart {
  readonly group: Group;
  run(): void;
}

/** A step as routines of WebAssembly, with the memory that they work in. */
export interface CompiledStep {
  /** Takes the step: draws its values, runs all parts, and has the state replaced in place. */
  run(): void;
  draw(): void;
  readonly parts: readonly StepPart[];
  /** The values of an entry of the state, where they lie; to be read or written before anything else is allocated. */
  state(index: number): Float32Array;
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

/**
 * Compiles what was captured.
 *
 * @throws {NotCompiled} where the step does something that is not known here
 */
export function compileStep(captured: Capture, backend: BackendWasm): CompiledStep {
  const { groups, sources, states, stored, memory } = planStep(lower(captured));
  const { address: base, release } = takeMemory(backend, memory.bytes);
  const address = (node: Node): number => {
    const source = sourceOf(node);
    return source?.kind === 'given'
      ? backend.getMemoryOffset(source.dataId)
      : base + memory.offsets.get(node)!;
  };
  const space = memoryOf(backend);
  const floats = (node: Node) => new Float32Array(space.buffer, address(node), sizeOf(node.shape));
  const integers = (node: Node) => new Int32Array(space.buffer, address(node), sizeOf(node.shape));

  const callbacks: (() => void)[] = [];
  const surroundings = {
    address,
    isStored: (node: Node) => stored.has(node),
    routine: (name: string) => routines.findIndex((routine) => routine.name === name),
    callback: (node: Node, operand: Node, compute: Compute) =>
      callbacks.push(() => compute(floats(operand), floats(node).fill(0))) - 1,
    scratch: productScratch(backend),
  };
  const codes = Object.fromEntries(
    groups.map((group, index) => [String(index), generate(group, surroundings)]),
  );
  const module = new WebAssembly.Module(encodeRoutines(routines, Object.values(codes), codes));
  const javascript = (index: number) => callbacks[index]();
  const { exports } = new WebAssembly.Instance(module, {
    env: { ...assembly(backend), memory: space, javascript },
  });
  const parts = groups.map((group, index) => ({ group, run: exports[index] as () => void }));

  for (const node of sources) {
    const source = sourceOf(node);
    if (source?.kind === 'constant') (source.integers ? integers(node) : floats(node)).set(source.values);
  }
  const givens = sources.flatMap((node) => {
    const source = sourceOf(node);
    return source?.kind === 'given' ? [source.dataId] : [];
  });
  givens.forEach((dataId) => backend.incRef(dataId));

  const draws = captured.draws.map(({ tensor: { dtype, size }, fill }, draw) => {
    const node = sources.find((candidate) => isDraw(candidate, draw));
    const rows = node && rowsOf(groups, node);
    // What nothing reads is drawn as well: the numbers that follow hang on it.
    const idle = dtype === 'int32' ? new Int32Array(size) : new Float32Array(size);
    return () => {
      const values = node ? (dtype === 'int32' ? integers(node) : floats(node)) : idle;
      fill(values.fill(0));
      if (rows !== undefined) checkRows(values, rows);
    };
  });
  const draw = () => {
    for (const one of draws) one();
  };
  return {
    run() {
      draw();
      for (const part of parts) part.run();
    },
    draw,
    parts,
    state: (index) => floats(states[index]),
    bytes: memory.bytes,
    dispose() {
      release();
      givens.forEach((dataId) => backend.disposeData(dataId));
    },
  };
}

const isDraw = (node: Node, draw: number): boolean => {
  const source = sourceOf(node);
  return source?.kind === 'drawn' && source.draw === draw;
};

/** How many rows there are to choose from by the numbers that a node holds; `undefined` where it holds others. */
function rowsOf(groups: readonly Group[], numbers: Node): number | undefined {
  const limits = groups
    .flatMap(nodesOf)
    .flatMap(({ work }) =>
      work.kind === 'routine' && work.rows !== undefined && work.operands.at(-1) === numbers
        ? [work.rows]
        : [],
    );
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** @throws {RangeError} where a number names no row */
function checkRows(numbers: Int32Array | Float32Array, rows: number): void {
  for (const number of numbers)
    if (number < 0 || number >= rows) throw new RangeError(`gather: there is no row ${number} of ${rows}`);
}
