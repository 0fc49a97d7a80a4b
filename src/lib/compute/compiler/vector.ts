/**
 * An expression over vectors of four 32-bit lanes, floats except where a function says otherwise. Expressions are
 * graphs: what is used twice is computed once.
 */
export type Vector =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'constant'; readonly bits: number }
  | {
      readonly kind: 'operation';
      /** Of the instruction, after the prefix of vector instructions. */
      readonly code: number;
      readonly operands: readonly Vector[];
      /** By how much a shift moves. */
      readonly shift?: number;
    };

/** A value that whoever compiles the expression provides under this number. */
export const leaf = (number: number): Vector => ({ kind: 'leaf', leaf: number });

const floatOfBits = new Float32Array(1);
const bitsOfFloat = new Int32Array(floatOfBits.buffer);

/** The same float in all lanes; rounded to single precision. */
export function constant(value: number): Vector {
  floatOfBits[0] = value;
  return { kind: 'constant', bits: bitsOfFloat[0] };
}

/** The same integer in all lanes. */
export const integer = (bits: number): Vector => ({ kind: 'constant', bits: bits | 0 });

const operation =
  (code: number) =>
  (...operands: Vector[]): Vector => ({ kind: 'operation', code, operands });
type Unary = (x: Vector) => Vector;
type Binary = (a: Vector, b: Vector) => Vector;

export const add: Binary = operation(0xe4);
export const sub: Binary = operation(0xe5);
export const mul: Binary = operation(0xe6);
export const div: Binary = operation(0xe7);
/** NaN where one operand is. */
export const min: Binary = operation(0xe8);
/** NaN where one operand is. */
export const max: Binary = operation(0xe9);
/** `b < a ? b : a`: a NaN that is the first operand is handed on. */
export const pseudoMin: Binary = operation(0xea);
/** `a < b ? b : a`: a NaN that is the first operand is handed on. */
export const pseudoMax: Binary = operation(0xeb);
export const abs: Unary = operation(0xe0);
export const neg: Unary = operation(0xe1);
export const sqrt: Unary = operation(0xe3);
export const floor: Unary = operation(0x68);
/** The nearest integer, as a float; ties to even. */
export const nearest: Unary = operation(0x6a);

/** Comparisons give a mask: all bits of a lane set, or none. */
export const equal: Binary = operation(0x41);
export const notEqual: Binary = operation(0x42);
export const less: Binary = operation(0x43);
export const greater: Binary = operation(0x44);
export const lessEqual: Binary = operation(0x45);
export const greaterEqual: Binary = operation(0x46);

export const not: Unary = operation(0x4d);
export const and: Binary = operation(0x4e);
export const or: Binary = operation(0x50);
export const xor: Binary = operation(0x51);
/** Bits of `whenSet` where the mask's are set, else of `otherwise`. */
export const select: (whenSet: Vector, otherwise: Vector, mask: Vector) => Vector = operation(0x52);

export const addIntegers: Binary = operation(0xae);
export const subIntegers: Binary = operation(0xb1);
/** The float nearest to a signed integer. */
export const toFloat: Unary = operation(0xfa);
/** A float's integer part, as a signed integer; 0 for NaN, the outermost integer beyond the range. */
export const toInteger: Unary = operation(0xf8);

const shifted =
  (code: number) =>
  (x: Vector, shift: number): Vector => ({ kind: 'operation', code, operands: [x], shift });
export const shiftLeft = shifted(0xab);
/** Arithmetic: keeps the sign. */
export const shiftRight = shifted(0xac);
