import { constant, div, sqrt, type Vector } from './vector.js';

// Elementary functions in single precision, for all floats, denormal ones, infinities and NaN included: within two units in
// the last place of the true value; within five those of the Gaussian error linear unit.
export { erf, gelu, geluDerivative } from './error-function.js';
export { exp, expm1, tanh } from './exponentials.js';
export { log, log1p } from './logarithms.js';
export { sigmoid, softplus } from './logistic.js';

/** 1 / √x. */
export const reciprocalSqrt = (x: Vector): Vector => div(constant(1), sqrt(x));
