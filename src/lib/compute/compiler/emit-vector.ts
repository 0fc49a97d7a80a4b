import type { Vector } from './vector.js';
import { type Code, v128 } from './wasm-module.js';

/**
 * Emits expressions one after the other, each into a local, so that what several of them use is computed once.
 * Constants are set before the loops that use them: call {@link VectorEmitter.constants} there first.
 */
export interface VectorEmitter {
  /** Emits the constants of expressions that follow. */
  constants(vectors: readonly Vector[]): void;
  /** The local that holds the value of an expression. */
  local(vector: Vector): number;
  /** Forgets all values but the constants: a loop's body ended, or a second copy of it begins. */
  forget(): void;
}

/** @param leafLocal the local that holds a leaf; may emit the instructions that load it */
export function createVectorEmitter(code: Code, leafLocal: (leaf: number) => number): VectorEmitter {
  const constants = new Map<number, number>();
  let values = new Map<Vector, number>();
  const constantLocal = (bits: number) => {
    let local = constants.get(bits);
    if (local === undefined) {
      local = code.local(v128);
      constants.set(bits, local);
      code.vectorConstant(bits);
      code.set(local);
    }
    return local;
  };
  const local = (vector: Vector): number => {
    if (vector.kind === 'constant') return constantLocal(vector.bits);
    const known = values.get(vector);
    if (known !== undefined) return known;
    let result: number;
    if (vector.kind === 'leaf') result = leafLocal(vector.leaf);
    else {
      for (const operand of vector.operands.map(local)) code.get(operand);
      if (vector.shift !== undefined) code.constant(vector.shift);
      code.vector(vector.code);
      result = code.local(v128);
      code.set(result);
    }
    values.set(vector, result);
    return result;
  };
  const seen = new Set<Vector>();
  const visit = (vector: Vector) => {
    if (seen.has(vector)) return;
    seen.add(vector);
    if (vector.kind === 'constant') constantLocal(vector.bits);
    if (vector.kind === 'operation') vector.operands.forEach(visit);
  };
  return {
    constants: (vectors) => vectors.forEach(visit),
    local,
    forget: () => void (values = new Map()),
  };
}
