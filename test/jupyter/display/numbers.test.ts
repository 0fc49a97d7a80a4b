import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

const plain = (value: unknown) => {
  const { data } = toBundle(value);
  expect(Object.keys(data)).toEqual(['text/plain']);
  return data['text/plain'];
};

it('shows the beginning and the spread of a typed array', () => {
  expect(plain(Float64Array.from({ length: 1001 }, (_, i) => i / 4))).toBe(
    'Float64Array(1001) [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, … 991 more]\nmin 0  mean 125  max 250',
  );
  expect(plain(new Float32Array([0.1, NaN, 2, -Infinity]))).toBe(
    'Float32Array(4) [0.1, NaN, 2, -Infinity]\nmin -Infinity  mean -Infinity  max 2  1 NaN',
  );
  expect(plain(new Uint8Array(0))).toBe('Uint8Array(0) []');
  expect(plain(new Float64Array([NaN, NaN]))).toBe('Float64Array(2) [NaN, NaN]\n2 NaN');
  expect(plain(new BigInt64Array([1n, -2n]))).toBe('BigInt64Array(2) [1n, -2n]');
});

it('shows an integer in full', () => {
  expect(plain(new Int32Array([123456789]))).toBe('Int32Array(1) [123456789]');
});

it('shows tensors of every type, and makes none', () => {
  const tensors = [
    tf.tensor2d([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4]),
    tf.tensor1d([1, 2], 'int32'),
    tf.tensor1d([true, false], 'bool'),
    tf.tensor1d(['a', '"b"']),
    tf.complex([1, 2], [3, -4]),
    tf.scalar(2.5),
    tf.scalar(true),
    tf.zeros([0, 3]),
    tf.variable(tf.ones([2])),
  ];
  const before = tf.memory();
  expect(tensors.map(plain)).toEqual([
    'Tensor float32 [3, 4]\nmin 0  mean 5.5  max 11\n[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 2 more]',
    'Tensor int32 [2]\nmin 1  mean 1.5  max 2\n[1, 2]',
    'Tensor bool [2]\n[true, false]',
    'Tensor string [2]\n["a", "\\"b\\""]',
    'Tensor complex64 [2]\n[1+3i, 2-4i]',
    'Tensor float32 [] 2.5',
    'Tensor bool []\n[true]',
    'Tensor float32 [0, 3]',
    'Tensor float32 [2]\nmin 1  mean 1  max 1\n[1, 1]',
  ]);
  expect(tf.memory()).toEqual(before);
  tf.dispose(tensors);
});

it('says that a tensor is disposed, or that its values cannot be read at once', () => {
  const disposed = tf.ones([2, 2]);
  disposed.dispose();
  expect(plain(disposed)).toBe('Tensor float32 [2, 2] (disposed)');
  const output = console;
  const onDevice = {
    shape: [5],
    dtype: 'float32',
    dataId: {},
    rank: 1,
    isDisposed: false,
    dataSync() {
      output.warn('slow');
      throw new Error('WebGPU cannot read at once');
    },
  };
  const warn = vi.spyOn(output, 'warn');
  expect(plain(onDevice)).toBe('Tensor float32 [5] (values are on the device: await tensor.data())');
  expect(warn).not.toHaveBeenCalled();
  expect(output.warn).toBe(warn);
});
