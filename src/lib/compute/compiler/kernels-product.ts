import { convolution, pooling, windowsOf } from '../windows.js';
import { sizeOf, spread, type View, whole } from './graph.js';
import { axesOf, type Lowering, NotCompiled } from './lowering.js';

const swapped = (view: View): View => {
  const swap = (values: readonly number[]) => [...values.slice(0, -2), values.at(-1)!, values.at(-2)!];
  return { ...view, shape: swap(view.shape), strides: swap(view.strides) };
};

/** Matrix products, and what is done by routines written by hand. */
export const productKernels: Readonly<Record<string, Lowering>> = {
  BatchMatMul(inputs, { transposeA, transposeB }, build, { outputs: [{ shape }] }) {
    const [a, b] = [inputs('a'), inputs('b')];
    const left = transposeA ? swapped(a) : a;
    const right = transposeB ? swapped(b) : b;
    const batch = shape.slice(0, -2);
    return build.product(
      spread(left, [...batch, ...left.shape.slice(-2)]),
      spread(right, [...batch, ...right.shape.slice(-2)]),
      shape,
    );
  },
  GatherV2(inputs, { axis, batchDims }, build, { outputs: [{ shape }] }) {
    if (batchDims !== 0) throw new NotCompiled('gathering batch by batch');
    const [x, indices] = [inputs('x'), inputs.integers('indices')];
    const [along] = axesOf(axis, x.shape);
    const blocks = sizeOf(x.shape.slice(0, along));
    const bytes = Float32Array.BYTES_PER_ELEMENT * sizeOf(x.shape.slice(along + 1));
    const sizes = [blocks, x.shape[along], sizeOf(indices.shape), bytes];
    return build.routine(
      shape,
      {
        name: 'gather',
        cleared: false,
        rows: x.shape[along],
        arguments: ([from, at], to) => [from, to, at, ...sizes],
      },
      x,
      whole(indices),
    );
  },
  Im2Col(inputs, attributes, build, { outputs: [{ shape }] }) {
    const x = inputs();
    const windows = windowsOf(convolution(x.shape, attributes.filterShape as number[], attributes));
    return build.routine(
      shape,
      { name: 'patches', cleared: false, arguments: ([from], to) => [from, to, 0, ...windows] },
      x,
    );
  },
  Col2Im(inputs, attributes, build, { outputs: [{ shape }] }) {
    const windows = windowsOf(convolution(shape, attributes.filterShape as number[], attributes));
    return build.routine(
      shape,
      { name: 'patches', cleared: true, arguments: ([from], to) => [to, from, 1, ...windows] },
      inputs(),
    );
  },
  MaxPoolGrad(inputs, attributes, build, { outputs: [{ shape }] }) {
    const windows = windowsOf(pooling(shape, attributes));
    return build.routine(
      shape,
      { name: 'maxPoolGrad', cleared: true, arguments: ([x, dy], dx) => [x, dy, dx, ...windows] },
      inputs('input'),
      inputs('dy'),
    );
  },
};
