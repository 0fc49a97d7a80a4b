import { invertPositiveDefinite } from '../../lib/linear-algebra/cholesky.js';
import { times } from './matrix-times-vector.js';

/**
 * A recurrent network whose neurons each have a gain. What the gains do is up to the network: the objective, its
 * minimisation and the online adaptation ask for no more than this.
 */
export interface GainNetwork {
  readonly neurons: number;
  /** D `[n, n]`, row-major: the fixed linear decoder, which reads the input f back from the response. */
  readonly decoder: Float64Array;
  /** The network at rest with these gains. @throws {RangeError} where it has no stable state. */
  at(gains: Float64Array): SteadyNetwork;
}

/** A network with its gains set. */
export interface SteadyNetwork {
  /** r⋆ `[n]`, the steady response to an input f `[n]`. */
  respond(drive: Float64Array): Float64Array;
  /** B `[n, n]` of the derivative by the gains, ∂r⋆/∂g = B diag(q): the same for every input. */
  readonly sensitivity: Float64Array;
  /** q `[n]` of that derivative. */
  carried(drive: Float64Array, response: Float64Array): Float64Array;
}

/**
 * Gains on the input: τ ṙ = −r + W r + g ⊙ f, so r⋆ = M (g ⊙ f) with M = (I − W)⁻¹. Linear in the gains, so that
 * the best ones have a closed form. The decoder I − W reads without error where all gains are 1.
 *
 * Source: L. Duong, C. Bredenberg, D. Heeger, E. Simoncelli, arXiv 2305.19869; the equations are a reconstruction.
 *
 * @param recurrence W `[n, n]`, row-major, symmetric.
 * @throws {RangeError} if an eigenvalue of W reaches 1: activity would run away.
 */
export function gainsOnInput(recurrence: Float64Array): GainNetwork {
  const decoder = identityMinus(recurrence);
  const propagator = invertPositiveDefinite(decoder);
  return {
    neurons: Math.sqrt(recurrence.length),
    decoder,
    at: (gains) => ({
      respond: (drive) =>
        times(
          propagator,
          drive.map((value, i) => gains[i] * value),
        ),
      sensitivity: propagator,
      carried: (drive) => drive,
    }),
  };
}

/**
 * Gains inside the loop: τ ṙ = −r + g ⊙ (f + W r), so r⋆ = S⁻¹ f with S = diag(1/g) − W, and
 * ∂r⋆/∂g = S⁻¹ diag(r⋆ / g²). Not linear in the gains. At g = 1 it is the network of {@link gainsOnInput}.
 *
 * @param recurrence W `[n, n]`, row-major, symmetric.
 * @returns a network whose `at` asks for positive gains under which activity does not run away.
 */
export function gainsInLoop(recurrence: Float64Array): GainNetwork {
  const neurons = Math.sqrt(recurrence.length);
  return {
    neurons,
    decoder: identityMinus(recurrence),
    at(gains) {
      if (gains.some((gain) => !(gain > 0))) throw new RangeError('gains inside the loop must be positive');
      const inverse = invertPositiveDefinite(
        recurrence.map((weight, at) => {
          const [i, j] = [Math.floor(at / neurons), at % neurons];
          return (i === j ? 1 / gains[i] : 0) - weight;
        }),
      );
      return {
        respond: (drive) => times(inverse, drive),
        sensitivity: inverse,
        carried: (_, response) => response.map((value, i) => value / gains[i] ** 2),
      };
    },
  };
}

function identityMinus(matrix: Float64Array): Float64Array {
  const n = Math.sqrt(matrix.length);
  return matrix.map((value, at) => (Math.floor(at / n) === at % n ? 1 : 0) - value);
}
