import { twelveBitTask } from '../../../src/papers/adaptive-estimators/twelve-bit-task.js';

/** A layer on all patterns of twelve bits with the integer weights A_ij = ((i·units + j)·7 mod 11) − 5, `[4096, units]`. */
export function integerLayer(units: number, activation: (value: number) => number): Float64Array {
  const { inputs } = twelveBitTask();
  return Float64Array.from({ length: 4096 * units }, (_, at) => {
    const [row, j] = [Math.floor(at / units), at % units];
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += inputs[row * 12 + i] * ((((i * units + j) * 7) % 11) - 5);
    return activation(sum);
  });
}
