import * as tf from '@tensorflow/tfjs-core';
import { replaceKernel } from './replace-kernel.js';

/** How many values are added before and after an axis. */
type Padding = readonly [before: number, after: number];

/** WebGPU's own padding is right up to so many axes. */
const ownAxes = 4;

/**
 * Replaces the WebGPU backend's padding, whose shader for five axes and more does not compile, so that the values come
 * out undefined and no call fails. Neighbouring axes that are not padded count as one; where more than four are left,
 * half of the padded axes are padded first, then the others.
 *
 * Call it after the backend's module is imported.
 */
export function registerWebGpuPad(): void {
  const own = tf.getKernel(tf.PadV2, 'webgpu');
  const reshape = tf.getKernel(tf.Reshape, 'webgpu').kernelFunc;
  replaceKernel({
    ...own,
    kernelFunc: ({ inputs, backend, attrs }) => {
      const reshaped = (x: tf.TensorInfo, shape: number[]) =>
        reshape({ inputs: { x }, backend, attrs: { shape } }) as tf.TensorInfo;
      const release = (x: tf.TensorInfo) => void (backend as tf.KernelBackend).disposeData(x.dataId);

      /** Disposes nothing that it is given. */
      const pad = (x: tf.TensorInfo, paddings: readonly Padding[]): tf.TensorInfo => {
        const merged = mergedAxes(x.shape, paddings);
        if (merged.length > ownAxes) {
          const [first, others] = halves(paddings);
          const half = pad(x, first);
          const whole = pad(half, others);
          release(half);
          return whole;
        }
        const flat = reshaped(
          x,
          merged.map(({ size }) => size),
        );
        const attributes = {
          ...attrs,
          paddings: merged.map(({ padding: [before, after] }) => [before, after]),
        };
        const padded = own.kernelFunc({ inputs: { x: flat }, backend, attrs: attributes }) as tf.TensorInfo;
        const result = reshaped(
          padded,
          paddings.map(([before, after], axis) => before + x.shape[axis] + after),
        );
        [flat, padded].forEach(release);
        return result;
      };
      return pad(inputs.x!, attrs!.paddings as unknown as readonly Padding[]);
    },
  });
}

const isPlain = ([before, after]: Padding) => before === 0 && after === 0;

/** The axes with their paddings, neighbours without any as one. */
function mergedAxes(shape: readonly number[], paddings: readonly Padding[]) {
  const merged: { size: number; padding: Padding }[] = [];
  paddings.forEach((padding, axis) => {
    const last = merged.at(-1);
    if (last && isPlain(last.padding) && isPlain(padding)) last.size *= shape[axis];
    else merged.push({ size: shape[axis], padding });
  });
  return merged;
}

/** The paddings of the first half of the padded axes, and those of the others. */
function halves(paddings: readonly Padding[]): [Padding[], Padding[]] {
  const padded = [...paddings.keys()].filter((axis) => !isPlain(paddings[axis]));
  const middle = padded[padded.length >> 1];
  const none: Padding = [0, 0];
  return [
    paddings.map((padding, axis) => (axis < middle ? padding : none)),
    paddings.map((padding, axis) => (axis < middle ? none : padding)),
  ];
}
