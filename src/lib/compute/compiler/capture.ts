import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from '../replace-kernel.js';
import { type Compute, type Drawn, listenToSteps } from './per-step.js';

/** Where the values of a tensor come from. */
export type Origin =
  | { readonly kind: 'result'; readonly call: number; readonly output: number }
  /** Handed over by JavaScript, the same at every step. */
  | { readonly kind: 'constant'; readonly values: ArrayLike<number> }
  | { readonly kind: 'drawn'; readonly draw: number }
  /** Replaced by every step: an entry of the list that was captured. */
  | { readonly kind: 'state'; readonly index: number }
  /** There before the step, and after it. */
  | { readonly kind: 'given'; readonly dataId: object };

export interface Operand {
  readonly origin: Origin;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** The name of what JavaScript computes, among the operations. */
export const Computed = 'Computed';

/** One operation of a backend. */
export interface Call {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Operand>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly outputs: readonly { readonly shape: readonly number[]; readonly dtype: string }[];
  /** What JavaScript does, where that is the operation. */
  readonly compute?: Compute;
}

/** All that a step did on the backend. */
export interface Capture {
  readonly calls: readonly Call[];
  readonly draws: readonly Drawn[];
  /** What the state was replaced by, in its order. */
  readonly next: readonly Operand[];
  /** Whether values were read back: then JavaScript may have decided on what followed. */
  readonly reads: boolean;
}

/**
 * Takes one step on the WebAssembly backend, and records the operations that it consists of.
 *
 * @param state the tensors that the step replaces
 * @param take takes the step, and returns the tensors that replace them
 */
export function capture(state: readonly tf.Tensor[], take: () => readonly tf.Tensor[]): Capture {
  const backend = tf.backend() as tf.KernelBackend;
  const calls: Call[] = [];
  const draws: Drawn[] = [];
  const origins = new WeakMap<object, Origin>();
  state.forEach(({ dataId }, index) => origins.set(dataId, { kind: 'state', index }));
  const operand = ({ dataId, shape, dtype }: tf.TensorInfo): Operand => ({
    origin: origins.get(dataId) ?? { kind: 'given', dataId },
    shape: [...shape],
    dtype,
  });
  let [depth, reads] = [0, 0];

  const kernels = tf.getKernelsForBackend('wasm');
  for (const config of kernels)
    replaceKernel({
      ...config,
      kernelFunc(given) {
        if (depth > 0) return config.kernelFunc(given);
        const inputs = Object.entries(given.inputs).flatMap(([name, info]) =>
          info ? [[name, operand(info)] as const] : [],
        );
        depth += 1;
        try {
          const results = config.kernelFunc(given);
          const outputs = Array.isArray(results) ? results : [results];
          const call = calls.length;
          outputs.forEach(({ dataId }, output) => {
            // An output that shares its input's values needs no call to be known.
            if (!Object.values(given.inputs).some((input) => input?.dataId === dataId))
              origins.set(dataId, { kind: 'result', call, output });
          });
          calls.push({
            kernel: config.kernelName,
            inputs: Object.fromEntries(inputs),
            attributes: { ...given.attrs },
            outputs: outputs.map(({ shape, dtype }) => ({ shape: [...shape], dtype })),
          });
          return results;
        } finally {
          depth -= 1;
        }
      },
    });
  const original = { move: backend.move, read: backend.read, readSync: backend.readSync };
  backend.move = (dataId, values, shape, dtype, references) => {
    if (depth === 0 && values)
      origins.set(dataId, { kind: 'constant', values: (values as Float32Array | Int32Array).slice() });
    original.move.call(backend, dataId, values, shape, dtype, references);
  };
  backend.read = (dataId) => {
    reads += 1;
    return original.read.call(backend, dataId);
  };
  backend.readSync = (dataId) => {
    if (depth === 0) reads += 1;
    return original.readSync.call(backend, dataId);
  };
  listenToSteps({
    drawn(drawn) {
      origins.set(drawn.tensor.dataId, { kind: 'drawn', draw: draws.length });
      draws.push(drawn);
    },
    computed(x, { dataId, shape, dtype }, compute) {
      // It reads what it computes from.
      reads -= 1;
      origins.set(dataId, { kind: 'result', call: calls.length, output: 0 });
      const outputs = [{ shape: [...shape], dtype }];
      calls.push({ kernel: Computed, inputs: { x: operand(x) }, attributes: {}, outputs, compute });
    },
  });
  try {
    const next = take();
    return { calls, draws, next: next.map(operand), reads: reads > 0 };
  } finally {
    listenToSteps(undefined);
    Object.assign(backend, original);
    kernels.forEach(replaceKernel);
  }
}

/** Without a copy: there may be a million of them. */
export function everyValue(
  values: ArrayLike<number>,
  holds: (value: number, index: number) => boolean,
): boolean {
  for (let i = 0; i < values.length; i++) if (!holds(values[i], i)) return false;
  return true;
}

/** Whether two steps did the same, but for the values that they drew: then so will the next. */
export function sameStep(a: Capture, b: Capture): boolean {
  return (
    a.calls.length === b.calls.length &&
    a.draws.length === b.draws.length &&
    a.draws.every(({ tensor }, i) => tf.util.arraysEqual(tensor.shape, b.draws[i].tensor.shape)) &&
    a.calls.every((call, i) => sameCall(call, b.calls[i])) &&
    a.next.every((operand, i) => sameOperand(operand, b.next[i]))
  );
}

function sameCall(a: Call, b: Call): boolean {
  const names = Object.keys(a.inputs);
  return (
    a.kernel === b.kernel &&
    names.length === Object.keys(b.inputs).length &&
    names.every((name) => name in b.inputs && sameOperand(a.inputs[name], b.inputs[name])) &&
    JSON.stringify(a.attributes) === JSON.stringify(b.attributes)
  );
}

function sameOperand(a: Operand, b: Operand): boolean {
  return (
    a.dtype === b.dtype &&
    tf.util.arraysEqual(a.shape as number[], b.shape as number[]) &&
    sameOrigin(a.origin, b.origin)
  );
}

function sameOrigin(a: Origin, b: Origin): boolean {
  switch (a.kind) {
    case 'result':
      return b.kind === 'result' && a.call === b.call && a.output === b.output;
    case 'constant':
      return (
        b.kind === 'constant' &&
        a.values.length === b.values.length &&
        everyValue(a.values, (value, i) => Object.is(value, b.values[i]))
      );
    case 'drawn':
      return b.kind === 'drawn' && a.draw === b.draw;
    case 'state':
      return b.kind === 'state' && a.index === b.index;
    case 'given':
      return b.kind === 'given' && a.dataId === b.dataId;
  }
}
