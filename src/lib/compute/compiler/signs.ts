import { integer, select, type Vector } from './vector.js';

/** The magnitude of one value with the sign of another. */
export const withSignOf = (sign: Vector, magnitude: Vector): Vector =>
  select(sign, magnitude, integer(0x80000000));
