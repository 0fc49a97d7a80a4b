import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assembly } from './assembly.js';
import { replaceKernel } from './replace-kernel.js';

/**
 * Replaces the WebAssembly backend's gather, which computes the place of every value from its index (and
 * misreads rows gathered batch by batch), by one that copies whole rows.
 */
export function registerWasmGather(): void {
  replaceKernel({
    kernelName: tf.GatherV2,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const x = inputs.x!;
      const [axis] = tf.util.parseAxisParam(attrs!.axis as number, x.shape);
      return gather(backend as BackendWasm, x, inputs.indices!, axis, attrs!.batchDims as number);
    },
  });
}

function gather(
  backend: BackendWasm,
  x: tf.TensorInfo,
  indices: tf.TensorInfo,
  axis: number,
  batchDims: number,
): tf.TensorInfo {
  if (indices.dtype !== 'int32') throw new TypeError(`gather takes int32 indices, not ${indices.dtype}`);
  const shapes = tf.backend_util.segment_util.collectGatherOpShapeInfo(
    x as tf.Tensor,
    indices as tf.Tensor,
    axis,
    batchDims,
  );
  const { batchSize, outerSize, dimSize, sliceSize, outputShape } = shapes;
  const wanted = backend.typedArrayFromHeap(indices as tf.Tensor) as Int32Array;
  const stray = wanted.find((index) => index < 0 || index >= dimSize);
  if (stray !== undefined)
    throw new RangeError(`gather: there is no row ${stray} on axis ${axis} of [${x.shape.join(', ')}]`);
  const count = wanted.length / batchSize;
  const bytes = sliceSize * tf.util.bytesPerElement(x.dtype);
  const y = backend.makeOutput(outputShape, x.dtype);
  const [from, to, at] = [x, y, indices].map(({ dataId }) => backend.getMemoryOffset(dataId));
  for (let batch = 0; batch < batchSize; batch++)
    assembly(backend).gather(
      from + batch * outerSize * dimSize * bytes,
      to + batch * outerSize * count * bytes,
      at + batch * count * Int32Array.BYTES_PER_ELEMENT,
      outerSize,
      dimSize,
      count,
      bytes,
    );
  return y;
}
