import type { Vector } from './vector.js';

const float = Float32Array.BYTES_PER_ELEMENT;

/** Where an array lies: a byte address, and the bytes from one element to the next along each axis of a loop nest. */
export interface Place {
  readonly address: number;
  readonly strides: readonly number[];
}

/** What becomes of an expression at every point of the nest. */
export interface Result {
  /** `sum` and `max` are over the axes along which the place does not move. */
  readonly kind: 'store' | 'sum' | 'max';
  readonly value: Vector;
  readonly to: Place;
}

/** Loops over all points of a box; the last axis is the innermost. */
export interface LoopNest {
  readonly sizes: readonly number[];
  /** Leaf number i of the expressions is the element of `inputs[i]`. */
  readonly inputs: readonly Place[];
  readonly results: readonly Result[];
}

/** An axis, and how far each of some arrays moves along it. */
interface Axis {
  readonly size: number;
  readonly strides: readonly number[];
}

/** As few axes as will do: those of one element left out, and neighbours as one where all arrays go on alike. */
export function mergedAxes(sizes: readonly number[], strides: readonly (readonly number[])[]): Axis[] {
  const merged: Axis[] = [];
  sizes.forEach((size, axis) => {
    if (size === 1) return;
    const own = strides.map((each) => each[axis]);
    const last = merged.at(-1);
    if (last?.strides.every((stride, i) => stride === size * own[i]))
      merged[merged.length - 1] = { size: last.size * size, strides: own };
    else merged.push({ size, strides: own });
  });
  return merged;
}

/** The same nest with as few axes as will do. */
export function merged({ sizes, inputs, results }: LoopNest): LoopNest {
  const places = [...inputs, ...results.map(({ to }) => to)];
  const axes = mergedAxes(
    sizes,
    places.map(({ strides }) => strides),
  );
  // A single point: how far its neighbours are does not matter.
  if (axes.length === 0) axes.push({ size: 1, strides: places.map(() => float) });
  const place = (number: number): Place => ({
    address: places[number].address,
    strides: axes.map(({ strides }) => strides[number]),
  });
  return {
    sizes: axes.map(({ size }) => size),
    inputs: inputs.map((_, number) => place(number)),
    results: results.map(({ kind, value }, number) => ({ kind, value, to: place(inputs.length + number) })),
  };
}
