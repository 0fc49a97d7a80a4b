import { assemblyBytes } from './assembly-bytes-fused.js';
import { decode, instantiate } from './assembly-routines.js';

let found: boolean | undefined;

/**
 * Whether matrix products on the WebAssembly backend round once for a multiplication and the addition that follows
 * it: where the engine has relaxed SIMD and the processor such an instruction. Elsewhere they round twice, and
 * results differ in their last bits. The answer is the first one for as long as the program runs.
 */
export const fusedMultiplyAdd = (): boolean => (found ??= fuses());

function fuses(): boolean {
  if (!WebAssembly.validate(decode(assemblyBytes))) return false;
  // An engine may as well multiply and add where the processor has no such instruction: -(1 + 2^-11) + (1 + 2^-12)^2
  // is 2^-24, and 0 where the square is rounded first.
  const memory = new WebAssembly.Memory({ initial: 1 });
  const floats = new Float32Array(memory.buffer, 0, 5);
  floats.set([-(1 + 2 ** -11), 1 + 2 ** -12, 1, 1 + 2 ** -12]);
  const [a, b, c] = [0, 8, 16];
  instantiate(assemblyBytes, memory).product(a, b, c, 1, 0, 0, 0, 1, 1, 2, 8, 4, 4, 4, 0);
  return floats[4] === 2 ** -24;
}
