import type { Compute } from './per-step.js';
import type { Vector } from './vector.js';

/** An array that a step makes or is given: row-major, without gaps. */
export interface Node {
  readonly shape: readonly number[];
  readonly work: Work;
}

/** How an array comes about. */
export type Work =
  /** It is in memory before the step begins; which it is, whoever lays out the memory knows. */
  | { readonly kind: 'source'; readonly source: Source }
  /** One number, known when the step is compiled. */
  | { readonly kind: 'number'; readonly value: number }
  /** Element by element from arrays that are spread out to the shape. */
  | {
      readonly kind: 'map';
      readonly name: string;
      readonly operands: readonly View[];
      apply(...elements: Vector[]): Vector;
    }
  /** The sum or the largest over some axes of what is seen, which the shape has with one element. */
  | { readonly kind: 'reduce'; readonly of: 'sum' | 'max'; readonly operand: View }
  /** Products of stacked matrices, `[…, m, k]` with `[…, k, n]`; the leading axes of both are the shape's. */
  | { readonly kind: 'product'; readonly a: View; readonly b: View }
  /** Zeros, into which other arrays are copied. */
  | { readonly kind: 'assembled'; readonly parts: readonly Part[]; readonly whole: boolean }
  /** By a routine written by hand. */
  | {
      readonly kind: 'routine';
      readonly name: string;
      readonly operands: readonly Node[];
      /** Whether the routine expects zeros where it writes. */
      readonly cleared: boolean;
      /** Above all numbers of rows that the last operand holds, where it holds such. */
      readonly rows?: number;
      /** Its arguments, from the addresses of the operands and of the result. */
      arguments(operands: readonly number[], result: number): readonly number[];
    }
  /** By JavaScript. */
  | { readonly kind: 'computed'; readonly operand: Node; readonly compute: Compute };

export type Source =
  | { readonly kind: 'state'; readonly index: number }
  | { readonly kind: 'drawn'; readonly draw: number }
  | { readonly kind: 'given'; readonly dataId: object }
  | { readonly kind: 'constant'; readonly values: ArrayLike<number>; readonly integers: boolean };

/** What is copied into an array, and where in it this begins; the strides are the array's. */
export interface Part {
  readonly from: View;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Some elements of an array, in some order: element (i, j, …) is the one at `offset + i strides₀ + j strides₁ + …`. */
export interface View {
  readonly node: Node;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** The strides of an array without gaps. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

/** All of an array. */
export function whole(node: Node): View {
  // A number looks the same from everywhere.
  const strides = node.work.kind === 'number' ? node.shape.map(() => 0) : stridesOf(node.shape);
  return { node, shape: node.shape, strides, offset: 0 };
}

/** Whether a view sees the elements of its array one after the other, all of them. */
export function isWhole({ node, shape, strides, offset }: View): boolean {
  if (offset !== 0 || sizeOf(shape) !== sizeOf(node.shape)) return false;
  const plain = stridesOf(shape);
  return shape.every((size, axis) => size === 1 || strides[axis] === plain[axis]);
}

/** The view repeated along the axes that it lacks, or has with one element. */
export function spread(view: View, shape: readonly number[]): View {
  const missing = shape.length - view.shape.length;
  const strides = shape.map((size, axis) => {
    const own = axis - missing;
    if (own < 0 || (view.shape[own] === 1 && size !== 1)) return 0;
    return view.strides[own];
  });
  return { ...view, shape, strides };
}

/** The same elements in the same order under another shape; `undefined` where only a copy has them so. */
export function reshaped(view: View, shape: readonly number[]): View | undefined {
  const from = view.shape.flatMap((size, axis) => (size === 1 ? [] : [{ size, stride: view.strides[axis] }]));
  const strides = new Array<number>(shape.length).fill(0);
  let [at, left] = [from.length - 1, 1];
  let stride = 0;
  // From the last axis on, each of the new axes must lie within one of the old, or be put together of some.
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    let size = shape[axis];
    if (size === 1) continue;
    if (left === 1) {
      if (at < 0) return undefined;
      ({ size: left, stride } = from[at--]);
    }
    strides[axis] = stride;
    let reach = stride;
    while (size > 1) {
      if (left === 1) {
        if (at < 0 || from[at].stride !== reach) return undefined;
        ({ size: left } = from[at--]);
      }
      const step = gcd(size, left);
      if (step === 1) return undefined;
      size /= step;
      left /= step;
      reach *= step;
    }
    stride = reach;
  }
  return { ...view, shape, strides };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
