import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assembly, productScratch } from './assembly.js';
import { replaceKernel } from './replace-kernel.js';

/** Matrices as they enter the product, whichever way they lie in memory; strides and sizes in bytes. */
interface Matrices {
  /** Sizes of the axes before the last two. */
  readonly batch: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
  /** Of one matrix. */
  readonly bytes: number;
  /** Where the values begin in the module's memory. */
  readonly address: number;
}

/**
 * Replaces the WebAssembly backend's matrix product by one that is as fast on batched and transposed operands
 * as on a single plain pair. The backend's own falls to a scalar loop for them, hence for every gradient and
 * every stacked ensemble. Each element is the plain sum of its terms in their order, so that a member of an
 * ensemble computes the same bits alone and stacked; batch axes broadcast as elsewhere.
 *
 * Call it once, before the backend is prepared or after.
 */
export function registerWasmMatMul(): void {
  replaceKernel({
    kernelName: tf.BatchMatMul,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) =>
      multiply(backend as BackendWasm, inputs.a!, inputs.b!, !!attrs?.transposeA, !!attrs?.transposeB),
  });
}

function multiply(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): tf.TensorInfo {
  if (a.dtype !== 'float32' || b.dtype !== 'float32')
    throw new TypeError(
      `matMul multiplies float32 tensors on the wasm backend, not ${a.dtype} and ${b.dtype}`,
    );
  const left = matrices(backend, a, transposeA);
  const right = matrices(backend, b, transposeB);
  const batch = tf.broadcast_util.assertAndGetBroadcastShape([...left.batch], [...right.batch]);
  const out = backend.makeOutput([...batch, left.rows, right.columns], 'float32');
  const result = matrices(backend, out, false);

  const count = tf.util.sizeFromShape(batch);
  const strides = [batchStrides(left.batch, batch), batchStrides(right.batch, batch)] as const;
  const run = regularRun(batch, strides);
  for (let first = 0; first < count; first += run.count)
    assembly(backend).product(
      left.address + left.bytes * position(first, batch, strides[0]),
      right.address + right.bytes * position(first, batch, strides[1]),
      result.address + result.bytes * first,
      run.count,
      left.bytes * run.steps[0],
      right.bytes * run.steps[1],
      result.bytes,
      left.rows,
      right.columns,
      left.columns,
      left.rowStride,
      left.columnStride,
      right.rowStride,
      right.columnStride,
      productScratch(backend),
    );
  return out;
}

function matrices(backend: BackendWasm, { shape, dataId }: tf.TensorInfo, transpose: boolean): Matrices {
  const rows = shape[shape.length - 2];
  const columns = shape[shape.length - 1];
  const size = Float32Array.BYTES_PER_ELEMENT;
  return {
    batch: shape.slice(0, -2),
    rows: transpose ? columns : rows,
    columns: transpose ? rows : columns,
    rowStride: transpose ? size : columns * size,
    columnStride: transpose ? columns * size : size,
    bytes: rows * columns * size,
    address: backend.getMemoryOffset(dataId),
  };
}

/** How many matrices of an operand lie between neighbours on each axis of the broadcast batch. */
function batchStrides(own: readonly number[], batch: readonly number[]): number[] {
  const strides: number[] = batch.map(() => 0);
  let stride = 1;
  for (let axis = own.length - 1; axis >= 0; axis--) {
    if (own[axis] > 1) strides[axis + batch.length - own.length] = stride;
    stride *= own[axis];
  }
  return strides;
}

/**
 * The longest runs of the batch in which both operands go on by equal steps: all of it, except where they
 * broadcast along different axes.
 */
function regularRun(batch: readonly number[], strides: readonly [number[], number[]]) {
  let count = 1;
  let steps: readonly [number, number] = [0, 0];
  for (let axis = batch.length - 1; axis >= 0; axis--) {
    if (batch[axis] === 1) continue;
    const next = [strides[0][axis], strides[1][axis]] as const;
    if (count === 1) steps = next;
    else if (next[0] !== steps[0] * count || next[1] !== steps[1] * count) break;
    count *= batch[axis];
  }
  return { count, steps };
}

/** Which of its own matrices an operand has at an index of the broadcast batch. */
function position(index: number, batch: readonly number[], strides: readonly number[]): number {
  let own = 0;
  for (let axis = batch.length - 1; axis >= 0; axis--) {
    own += (index % batch[axis]) * strides[axis];
    index = Math.floor(index / batch[axis]);
  }
  return own;
}
