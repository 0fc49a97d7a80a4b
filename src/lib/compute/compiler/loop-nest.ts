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

/** The same nest with as few axes as will do. */
export function merged({ sizes, inputs, results }: LoopNest): LoopNest {
  const places = [...inputs, ...results.map(({ to }) => to)];
  let kept: number[] = [];
  let widths: number[] = [];
  sizes.forEach((size, axis) => {
    if (size === 1) return;
    const last = kept.length - 1;
    const continues =
      last >= 0 && places.every(({ strides }) => strides[kept[last]] === size * strides[axis]);
    if (continues) {
      kept[last] = axis;
      widths[last] *= size;
    } else {
      kept.push(axis);
      widths.push(size);
    }
  });
  // A single point: how far its neighbours are does not matter.
  if (kept.length === 0) [kept, widths] = [[-1], [1]];
  const place = ({ address, strides }: Place): Place => ({
    address,
    strides: kept.map((axis) => (axis < 0 ? float : strides[axis])),
  });
  return {
    sizes: widths,
    inputs: inputs.map(place),
    results: results.map(({ kind, value, to }) => ({ kind, value, to: place(to) })),
  };
}
