import { pooling } from '../windows.js';
import { type Part, sizeOf, stridesOf, type View } from './graph.js';
import { axesOf, type Lowering, NotCompiled } from './lowering.js';
import { constant, mul } from './vector.js';

const same: Lowering = (inputs) => inputs();

const filled =
  (value: (attributes: Readonly<Record<string, unknown>>) => number): Lowering =>
  (_, attributes, build, { outputs: [{ shape }] }) =>
    build.number(value(attributes), shape);

/** A part of a view, so many elements of each axis from a first one on. */
function slice(view: View, begin: readonly number[], shape: readonly number[]): View {
  const offset = begin.reduce((sum, first, axis) => sum + first * view.strides[axis], view.offset);
  return { ...view, shape, offset };
}

/** Views side by side along an axis. */
function joined(views: readonly View[], axis: number, shape: readonly number[]): Part[] {
  const strides = stridesOf(shape);
  let first = 0;
  return views.map((from) => {
    const part = { from, strides, offset: first * strides[axis] };
    first += from.shape[axis];
    return part;
  });
}

/** Operations that move values, or add them up. */
export const layoutKernels: Readonly<Record<string, Lowering>> = {
  Identity: same,
  Reshape: (inputs, _, build, { outputs: [{ shape }] }) => build.reshape(inputs(), shape),
  ExpandDims: (inputs, _, build, { outputs: [{ shape }] }) => build.reshape(inputs(), shape),
  Cast(inputs, { dtype }) {
    if (dtype === 'int32') throw new NotCompiled('a conversion to integers');
    return inputs();
  },
  Fill: filled(({ value }) => Number(value)),
  OnesLike: filled(() => 1),
  ZerosLike: filled(() => 0),
  Range(_, { start, step }, build, { outputs: [{ shape }] }) {
    const values = Array.from({ length: shape[0] }, (_, i) => (start as number) + i * (step as number));
    return build.source({ kind: 'constant', values, integers: false }, shape);
  },
  Transpose(inputs, { perm }) {
    const x = inputs();
    const axes = perm as number[];
    return { ...x, shape: axes.map((axis) => x.shape[axis]), strides: axes.map((axis) => x.strides[axis]) };
  },
  Slice(inputs, { begin }, _, { outputs: [{ shape }] }) {
    const x = inputs();
    const first = (begin as number[]).map((at, axis) => (at < 0 ? at + x.shape[axis] : at));
    return slice(x, first, shape);
  },
  SplitV(inputs, { axis }, _, { outputs }) {
    const x = inputs();
    const [along] = axesOf(axis, x.shape);
    let first = 0;
    return outputs.map(({ shape }) => {
      const begin = x.shape.map((_, at) => (at === along ? first : 0));
      first += shape[along];
      return slice(x, begin, shape);
    });
  },
  Unpack(inputs, { axis }, build, { outputs }) {
    const x = inputs();
    const [along] = axesOf(axis, x.shape);
    return outputs.map(({ shape }, index) => {
      const begin = x.shape.map((_, at) => (at === along ? index : 0));
      const one = x.shape.map((size, at) => (at === along ? 1 : size));
      return build.reshape(slice(x, begin, one), shape);
    });
  },
  PadV2(inputs, { paddings, constantValue }, build, { outputs: [{ shape }] }) {
    if (constantValue !== 0 && constantValue !== undefined)
      throw new NotCompiled('padding by other values than 0');
    const strides = stridesOf(shape);
    const before = (paddings as [number, number][]).map(([first]) => first);
    const offset = before.reduce((sum, first, axis) => sum + first * strides[axis], 0);
    return build.assembled(shape, [{ from: inputs(), strides, offset }]);
  },
  Concat(inputs, { axis }, build, { outputs: [{ shape }] }) {
    const views = inputs.all().filter((view) => sizeOf(view.shape) > 0);
    const [along] = axesOf(axis, shape);
    return build.assembled(shape, joined(views, along, shape));
  },
  Pack(inputs, { axis }, build, { outputs: [{ shape }] }) {
    const [along] = axesOf(axis, shape);
    const one = shape.map((size, at) => (at === along ? 1 : size));
    const views = inputs.all().map((view) => build.reshape(view, one));
    return build.assembled(shape, joined(views, along, shape));
  },
  Tile(inputs, { reps }, build, { outputs: [{ shape }] }) {
    const x = inputs();
    // Every axis becomes two, of which the first repeats.
    const split = x.shape.flatMap((size, axis) => [(reps as number[])[axis], size]);
    const strides = x.strides.flatMap((stride) => [0, stride]);
    return build.reshape({ ...x, shape: split, strides }, shape);
  },
  Sum: (inputs, { axis }, build) => {
    const x = inputs();
    return build.reduce('sum', x, axesOf(axis, x.shape));
  },
  Mean(inputs, { axis }, build, { outputs: [{ shape }] }) {
    const x = inputs();
    const sum = build.reduce('sum', x, axesOf(axis, x.shape));
    const share = sizeOf(shape) / sizeOf(x.shape);
    return build.map(`times ${share}`, (value) => mul(value, constant(share)), sum.shape, sum);
  },
  Max(inputs, { axis, reductionIndices }, build) {
    const x = inputs();
    return build.reduce('max', x, axesOf(reductionIndices ?? axis, x.shape));
  },
  MaxPool(inputs, attributes, build, { outputs: [{ shape }] }) {
    const x = inputs();
    const info = pooling(x.shape, attributes);
    const { top, bottom, left, right } = info.padInfo;
    if (top || left || bottom > 0 || right > 0) throw new NotCompiled('pooling over a border');
    const { filterHeight, filterWidth, strideHeight, strideWidth, outHeight, outWidth } = info;
    const [image, row, column, channel] = x.strides;
    const windows: View = {
      ...x,
      shape: [shape[0], outHeight, outWidth, filterHeight, filterWidth, shape[3]],
      strides: [image, row * strideHeight, column * strideWidth, row, column, channel],
    };
    return build.reduce('max', windows, [3, 4]);
  },
};
