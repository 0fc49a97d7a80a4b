import { constant, div, sqrt, type Vector } from './vector.js';

// Elementary functions in single precision; the tests bound the error of each in units in the last place.
export { erf, gelu, geluDerivative } from './error-function.js';
export { exp, expm1, tanh } from './exponentials.js';
export { log, log1p } from './logarithms.js';
export { sigmoid, softplus } from './logistic.js';

/** 1 / √x. */
export const reciprocalSqrt = (x: Vector): Vector => div(constant(1), sqrt(x));
