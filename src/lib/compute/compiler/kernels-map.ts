import { Gelu, GeluDerivative } from '../gelu.js';
import {
  erf,
  exp,
  expm1,
  gelu,
  geluDerivative,
  log,
  log1p,
  reciprocalSqrt,
  sigmoid,
  softplus,
  tanh,
} from './functions.js';
import { spread, type View } from './graph.js';
import type { GraphBuilder } from './graph-builder.js';
import { axesOf, type Lowering } from './lowering.js';
import * as vector from './vector.js';
import { constant, type Vector } from './vector.js';

const one = constant(1);
const zero = constant(0);
/** A mask as the number 1 or 0. */
const indicator = (mask: Vector): Vector => vector.and(mask, one);
const isTrue = (x: Vector): Vector => vector.notEqual(x, zero);

function unary(apply: (x: Vector) => Vector): Lowering {
  return (inputs, _, build, { kernel, outputs: [{ shape }] }) => build.map(kernel, apply, shape, inputs());
}

function binary(apply: (a: Vector, b: Vector) => Vector): Lowering {
  return (inputs, _, build, { kernel, outputs: [{ shape }] }) =>
    build.map(kernel, apply, shape, inputs('a'), inputs('b'));
}

const comparison = (compare: (a: Vector, b: Vector) => Vector) => binary((a, b) => indicator(compare(a, b)));

const isOne = ({ node: { work } }: View) => work.kind === 'number' && work.value === 1;

/** A product; with ones it is a repetition, which costs nothing. */
function times(build: GraphBuilder, shape: readonly number[], a: View, b: View): View {
  if (isOne(b)) return spread(a, shape);
  if (isOne(a)) return spread(b, shape);
  return build.map('Multiply', vector.mul, shape, a, b);
}

/** Operations that work element by element. */
export const mapKernels: Readonly<Record<string, Lowering>> = {
  Add: binary(vector.add),
  AddN: (inputs, _, build, { outputs: [{ shape }] }) =>
    inputs.all().reduce((sum, x) => build.map('Add', vector.add, shape, sum, x)),
  Sub: binary(vector.sub),
  Multiply: (inputs, _, build, { outputs: [{ shape }] }) => times(build, shape, inputs('a'), inputs('b')),
  RealDiv: binary(vector.div),
  Maximum: binary(vector.max),
  Minimum: binary(vector.min),
  SquaredDifference: binary((a, b) => {
    const difference = vector.sub(a, b);
    return vector.mul(difference, difference);
  }),
  Neg: unary(vector.neg),
  Abs: unary(vector.abs),
  Square: unary((x) => vector.mul(x, x)),
  Sqrt: unary(vector.sqrt),
  Rsqrt: unary(reciprocalSqrt),
  Reciprocal: unary((x) => vector.div(one, x)),
  Exp: unary(exp),
  Expm1: unary(expm1),
  Log: unary(log),
  Log1p: unary(log1p),
  Tanh: unary(tanh),
  Sigmoid: unary(sigmoid),
  Softplus: unary(softplus),
  Erf: unary(erf),
  [Gelu]: unary(gelu),
  [GeluDerivative]: unary(geluDerivative),
  Relu: unary((x) => vector.pseudoMax(x, zero)),
  LeakyRelu: (inputs, { alpha }, build, { outputs: [{ shape }] }) => {
    const apply = (x: Vector) =>
      vector.select(x, vector.mul(x, constant(alpha as number)), vector.greater(x, zero));
    return build.map(`LeakyRelu ${String(alpha)}`, apply, shape, inputs());
  },
  Step: (inputs, { alpha }, build, { outputs: [{ shape }] }) => {
    const apply = (x: Vector) =>
      vector.select(
        vector.select(one, constant(Number(alpha)), vector.greater(x, zero)),
        x,
        vector.equal(x, x),
      );
    return build.map(`Step ${String(alpha)}`, apply, shape, inputs());
  },
  ClipByValue: (inputs, { clipValueMin: low, clipValueMax: high }, build, { outputs: [{ shape }] }) => {
    const apply = (x: Vector) => vector.min(vector.max(x, constant(low as number)), constant(high as number));
    return build.map(`ClipByValue ${String(low)} ${String(high)}`, apply, shape, inputs());
  },
  Greater: comparison(vector.greater),
  GreaterEqual: comparison(vector.greaterEqual),
  Less: comparison(vector.less),
  LessEqual: comparison(vector.lessEqual),
  Equal: comparison(vector.equal),
  NotEqual: comparison(vector.notEqual),
  LogicalAnd: binary(vector.and),
  LogicalOr: binary(vector.or),
  LogicalNot: unary((x) => indicator(vector.equal(x, zero))),
  Select: (inputs, _, build, { outputs: [{ shape }] }) => {
    // A condition of one axis chooses among entries of the first.
    const condition = inputs('condition');
    const chosen =
      condition.shape.length === 1 && shape.length > 1
        ? build.reshape(condition, [condition.shape[0], ...shape.slice(1).map(() => 1)])
        : condition;
    const apply = (c: Vector, t: Vector, e: Vector) => vector.select(t, e, isTrue(c));
    return build.map('Select', apply, shape, chosen, inputs('t'), inputs('e'));
  },
  Softmax(inputs, { dim }, build) {
    const x = inputs();
    const axes = axesOf(dim, x.shape);
    const largest = build.reduce('max', x, axes);
    const shifted = (a: Vector, b: Vector) => exp(vector.sub(a, b));
    const powers = build.map('exp of difference', shifted, x.shape, x, largest);
    return build.map('RealDiv', vector.div, x.shape, powers, build.reduce('sum', powers, axes));
  },
};
