import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assembly } from './assembly.js';

/** The product kernel of the WebAssembly module: tensor ids, shapes as bytes, ranks, transposition flags. */
type Product = (
  a: number,
  shapeOfA: Uint8Array,
  rankOfA: number,
  b: number,
  shapeOfB: Uint8Array,
  rankOfB: number,
  transposeA: boolean,
  transposeB: boolean,
  out: number,
) => void;

/** What Emscripten adds to the module and its declared type leaves out. */
type WasmModule = BackendWasm['wasm'] & { cwrap(name: string, result: null, types: string[]): Product };

interface Matrices {
  /** Sizes of the axes before the last two. */
  readonly batch: readonly number[];
  readonly rows: number;
  readonly columns: number;
  /** Where the values begin, a byte address in the module's memory. */
  readonly address: number;
}

/**
 * Replaces the WebAssembly backend's matrix product by one that is as fast on batched and transposed operands
 * as on a single plain pair. The backend calls XNNPACK only for one untransposed pair and falls to a scalar
 * loop, some fifteen times slower, for all else, hence for every gradient and every stacked ensemble. This
 * one transposes explicitly and runs each pair of the batch through XNNPACK in place, by registering its
 * address as a tensor of its own; batch axes broadcast as elsewhere.
 *
 * Call it once, before the backend is prepared or after.
 */
export function registerWasmMatMul(): void {
  let product: Product | undefined;
  tf.unregisterKernel(tf.BatchMatMul, 'wasm');
  tf.registerKernel({
    kernelName: tf.BatchMatMul,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const wasm = backend as BackendWasm;
      const types = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];
      product ??= (wasm.wasm as WasmModule).cwrap(tf.BatchMatMul, null, types);
      return multiply(wasm, product, inputs.a!, inputs.b!, !!attrs?.transposeA, !!attrs?.transposeB);
    },
  });
}

function multiply(
  backend: BackendWasm,
  product: Product,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): tf.TensorInfo {
  if (a.dtype !== 'float32' || b.dtype !== 'float32')
    throw new TypeError(
      `matMul multiplies float32 tensors on the wasm backend, not ${a.dtype} and ${b.dtype}`,
    );
  const plainA = transposeA ? transposed(backend, a) : a;
  const plainB = transposeB ? transposed(backend, b) : b;
  const left = matrices(backend, plainA);
  const right = matrices(backend, plainB);
  const batch = tf.broadcast_util.assertAndGetBroadcastShape([...left.batch], [...right.batch]);
  const out = backend.makeOutput([...batch, left.rows, right.columns], 'float32');
  // Only now: making the output may have grown the memory, though never moved an address.
  const result = matrices(backend, out);

  const shapeOfA = shapeBytes(left);
  const shapeOfB = shapeBytes(right);
  const count = tf.util.sizeFromShape(batch);
  const pairOfA = broadcastIndex(left.batch, batch);
  const pairOfB = broadcastIndex(right.batch, batch);
  for (let pair = 0; pair < count; pair++) {
    const idOfA = register(backend, left, pairOfA(pair));
    const idOfB = register(backend, right, pairOfB(pair));
    const idOfOut = register(backend, result, pair);
    product(idOfA, shapeOfA, 3, idOfB, shapeOfB, 3, false, false, idOfOut);
    // Forgets the tensor and the packed copy of b; the memory itself stays with its owner.
    for (const id of [idOfA, idOfB, idOfOut]) backend.wasm.tfjs.disposeData(id);
  }
  if (transposeA) backend.disposeData(plainA.dataId);
  if (transposeB) backend.disposeData(plainB.dataId);
  return out;
}

/** The last two axes exchanged, some times faster than by the backend's own transposition. */
function transposed(backend: BackendWasm, x: tf.TensorInfo): tf.TensorInfo {
  const [rows, columns] = x.shape.slice(-2);
  const batch = x.shape.slice(0, -2);
  const y = backend.makeOutput([...batch, columns, rows], 'float32');
  const addresses = [backend.getMemoryOffset(x.dataId), backend.getMemoryOffset(y.dataId)] as const;
  assembly(backend).transpose(...addresses, tf.util.sizeFromShape(batch), rows, columns);
  return y;
}

function matrices(backend: BackendWasm, { shape, dataId }: tf.TensorInfo): Matrices {
  return {
    batch: shape.slice(0, -2),
    rows: shape[shape.length - 2],
    columns: shape[shape.length - 1],
    address: backend.getMemoryOffset(dataId),
  };
}

function shapeBytes({ rows, columns }: Matrices): Uint8Array {
  return new Uint8Array(new Int32Array([1, rows, columns]).buffer);
}

/** Registers one matrix of a batch under an id of its own. */
function register(backend: BackendWasm, { rows, columns, address }: Matrices, index: number): number {
  const size = rows * columns;
  const id = backend['dataIdNextNumber']++;
  backend.wasm.tfjs.registerTensor(id, size, address + index * size * Float32Array.BYTES_PER_ELEMENT);
  return id;
}

/** Maps a flat index into the broadcast batch to one into the operand's own batch. */
function broadcastIndex(own: readonly number[], batch: readonly number[]): (flat: number) => number {
  const size = tf.util.sizeFromShape([...own]);
  if (size === tf.util.sizeFromShape([...batch])) return (flat) => flat;
  if (size === 1) return () => 0;
  const padded = [...batch.map(() => 1).slice(own.length), ...own];
  return (flat) => {
    let index = 0;
    let stride = 1;
    let rest = flat;
    for (let axis = batch.length - 1; axis >= 0; axis--) {
      const position = rest % batch[axis];
      rest = Math.floor(rest / batch[axis]);
      if (padded[axis] > 1) index += position * stride;
      stride *= padded[axis];
    }
    return index;
  };
}
