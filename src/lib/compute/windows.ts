import * as tf from '@tensorflow/tfjs-core';
import type { Windows } from './assembly-routines.js';

type Shape4D = [number, number, number, number];
type Attributes = Readonly<Record<string, unknown>>;

/** @throws {Error} for images with the channels first, or a window with gaps, which nothing here uses. */
export function convolution(
  inputShape: readonly number[],
  filter: readonly number[],
  { strides, pad, dataFormat, dimRoundingMode }: Attributes,
) {
  if (dataFormat !== undefined && dataFormat !== 'NHWC')
    throw new Error(`the wasm backend differentiates convolutions of NHWC images, not ${String(dataFormat)}`);
  return tf.backend_util.computeConv2DInfo(
    inputShape as Shape4D,
    filter as Shape4D,
    strides as number,
    1,
    pad as 'same',
    dimRoundingMode as 'floor',
  );
}

/** A pooling of images, as TensorFlow.js describes it. */
export function pooling(
  inputShape: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: Attributes,
) {
  return tf.backend_util.computePool2DInfo(
    inputShape as Shape4D,
    filterSize as number,
    strides as number,
    1,
    pad as 'same',
    dimRoundingMode as 'floor',
  );
}

/** What the routines take of a convolution or a pooling, as TensorFlow.js describes it. */
export function windowsOf(info: {
  batchSize: number;
  inHeight: number;
  inWidth: number;
  inChannels: number;
  outHeight: number;
  outWidth: number;
  filterHeight: number;
  filterWidth: number;
  strideHeight: number;
  strideWidth: number;
  padInfo: { top: number; left: number };
}): Windows {
  return [
    ...([info.batchSize, info.inHeight, info.inWidth, info.inChannels] as const),
    ...([info.outHeight, info.outWidth, info.filterHeight, info.filterWidth] as const),
    ...([info.strideHeight, info.strideWidth, info.padInfo.top, info.padInfo.left] as const),
  ];
}
