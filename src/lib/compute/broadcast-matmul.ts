import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

/**
 * Completes the matrix product of a backend that pairs matrices by their place in the batch modulo the other's size:
 * that is wrong where an axis inside of the batch is repeated, as in `[2, 1, …]` by `[2, 3, …]`. There both operands are
 * repeated to the whole batch first.
 *
 * Call it after the backend's module is imported.
 */
export function registerBroadcastMatMul(backendName: 'cpu' | 'webgpu'): void {
  const own = tf.getKernel(tf.BatchMatMul, backendName);
  const reshape = tf.getKernel(tf.Reshape, backendName).kernelFunc;
  const tile = tf.getKernel(tf.Tile, backendName).kernelFunc;
  replaceKernel({
    ...own,
    kernelFunc: (given) => {
      const { a, b } = given.inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
      if (isSuffix(batchOf(a), batchOf(b)) || isSuffix(batchOf(b), batchOf(a))) return own.kernelFunc(given);
      const backend = given.backend as tf.KernelBackend;
      const batch = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));

      const repeated = (x: tf.TensorInfo): tf.TensorInfo => {
        const matrix = x.shape.slice(-2);
        const axes = [...batch.map(() => 1), ...x.shape.slice(0, -2)].slice(-batch.length);
        const rows = reshape({
          inputs: { x },
          backend,
          attrs: { shape: [...axes, tf.util.sizeFromShape(matrix)] },
        }) as tf.TensorInfo;
        const reps = [...batch.map((size, axis) => size / axes[axis]), 1];
        const tiled = tile({ inputs: { x: rows }, backend, attrs: { reps } }) as tf.TensorInfo;
        backend.disposeData(rows.dataId);
        return { ...tiled, shape: [...batch, ...matrix] };
      };
      const whole = { a: repeated(a), b: repeated(b) };
      const result = own.kernelFunc({ ...given, inputs: whole });
      Object.values(whole).forEach(({ dataId }) => backend.disposeData(dataId));
      return result;
    },
  });
}

/** The axes before the matrix, without leading ones. */
function batchOf({ shape }: tf.TensorInfo): number[] {
  const batch = shape.slice(0, -2);
  while (batch[0] === 1) batch.shift();
  return batch;
}

const isSuffix = (end: readonly number[], whole: readonly number[]) =>
  end.length <= whole.length && end.every((size, i) => size === whole[whole.length - end.length + i]);
