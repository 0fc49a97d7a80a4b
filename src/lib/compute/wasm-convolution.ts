import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assembly } from './assembly.js';
import { replaceKernel } from './replace-kernel.js';
import { convolution, pooling, windowsOf } from './windows.js';

/** Copies patches side by side, and the adjoint; kernels of the WebAssembly backend alone. */
export const Im2Col = 'Im2Col';
export const Col2Im = 'Col2Im';

type ConvolutionInfo = ReturnType<typeof convolution>;

/**
 * Completes the WebAssembly backend for training convolutions: adds the derivative by the filter, which it
 * lacks, and replaces those by the input and of maximum pooling, scalar loops there. Both derivatives of a
 * convolution are a copy of its patches (`im2col`) and one matrix product; that copy, `[positions, rows ×
 * columns × channels]` floats, is the memory they need.
 *
 * After {@link registerWasmMatMul}, whose product they use.
 */
export function registerWasmConvolution(): void {
  register(Im2Col, ({ x }, attrs, wasm) => im2col(wasm, x, convolution(x.shape, filterShape(attrs), attrs)));
  register(Col2Im, ({ dy }, attrs, wasm) =>
    col2im(wasm, dy, convolution(attrs.inputShape as number[], filterShape(attrs), attrs)),
  );
  register(tf.Conv2DBackpropFilter, ({ x, dy }, attrs, wasm) => {
    const info = convolution(x.shape, filterShape(attrs), attrs);
    const columns = im2col(wasm, x, info);
    const derivative = product(
      wasm,
      columns,
      reshaped(dy, [columns.shape[0], info.outChannels]),
      true,
      false,
    );
    wasm.disposeData(columns.dataId);
    return reshaped(derivative, info.filterShape);
  });
  register(tf.Conv2DBackpropInput, ({ dy, filter }, attrs, wasm) => {
    const info = convolution(attrs.inputShape as number[], filter.shape, attrs);
    const positions = info.batchSize * info.outHeight * info.outWidth;
    const matrix = reshaped(filter, [area(info) * info.inChannels, info.outChannels]);
    const columns = product(wasm, reshaped(dy, [positions, info.outChannels]), matrix, false, true);
    const dx = col2im(wasm, columns, info);
    wasm.disposeData(columns.dataId);
    return dx;
  });
  register(tf.MaxPoolGrad, ({ dy, input }, attrs, wasm) => {
    const info = pooling(input.shape, attrs);
    const dx = zeros(wasm, input.shape);
    assembly(wasm).maxPoolGrad(...addresses(wasm, input, dy), address(wasm, dx), ...windowsOf(info));
    return dx;
  });
}

type Inputs = Record<string, tf.TensorInfo>;
type Attributes = Record<string, unknown>;

function register(
  kernelName: string,
  compute: (inputs: Inputs, attributes: Attributes, backend: BackendWasm) => tf.TensorInfo,
): void {
  replaceKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) =>
      compute(inputs as Inputs, (attrs ?? {}) as Attributes, backend as BackendWasm),
  });
}

const filterShape = (attributes: Attributes) => attributes.filterShape as number[];

const area = (info: ConvolutionInfo) => info.filterHeight * info.filterWidth;

/** `[batch, height, width, channels]` to `[positions, rows × columns × channels]`. */
function im2col(backend: BackendWasm, x: tf.TensorInfo, info: ConvolutionInfo): tf.TensorInfo {
  const positions = info.batchSize * info.outHeight * info.outWidth;
  const y = backend.makeOutput([positions, area(info) * info.inChannels], 'float32');
  assembly(backend).patches(...addresses(backend, x, y), false, ...windowsOf(info));
  return y;
}

/** The adjoint of {@link im2col}. */
function col2im(backend: BackendWasm, y: tf.TensorInfo, info: ConvolutionInfo): tf.TensorInfo {
  const x = zeros(backend, info.inShape);
  assembly(backend).patches(...addresses(backend, x, y), true, ...windowsOf(info));
  return x;
}

function zeros(backend: BackendWasm, shape: readonly number[]): tf.TensorInfo {
  const x = backend.makeOutput([...shape], 'float32');
  backend.typedArrayFromHeap(x as tf.Tensor).fill(0);
  return x;
}

function product(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): tf.TensorInfo {
  const attrs = { transposeA, transposeB };
  return tf
    .getKernel(tf.BatchMatMul, 'wasm')
    .kernelFunc({ inputs: { a, b }, backend, attrs }) as tf.TensorInfo;
}

const reshaped = ({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo => ({
  dataId,
  shape,
  dtype,
});

const address = (backend: BackendWasm, x: tf.TensorInfo) => backend.getMemoryOffset(x.dataId);
const addresses = (backend: BackendWasm, x: tf.TensorInfo, y: tf.TensorInfo) =>
  [address(backend, x), address(backend, y)] as const;
