import { plainAdam } from '../../lib/learning/plain-adam.js';
import type { Random } from '../../lib/statistics/random.js';

/** A normal law of the plane with independent coordinates. */
export interface DiagonalGaussian {
  readonly mean: readonly [number, number];
  readonly deviation: readonly [number, number];
}

/**
 * Fits one diagonal Gaussian q to the mixture p = ½ N((−c, −c), I) + ½ N((c, c), I) by descent on the reverse
 * divergence KL(q ‖ p) = −Σ_k log s_k − E_q log p + const, with Adam on (m, log s) and the gradient of
 * reparameterised samples z = m + s ε:
 * ∂/∂m_k = −E ∂_k log p(z), ∂/∂log s_k = −1 − E s_k ε_k ∂_k log p(z).
 * Starts at m = 0, log s = 1.
 */
export function fitReverseKullbackLeibler(
  centre: number,
  { normal }: Random,
  { samples, rate, steps }: { readonly samples: number; readonly rate: number; readonly steps: number },
): DiagonalGaussian {
  const parameters = Float64Array.of(0, 0, 1, 1);
  const gradient = new Float64Array(4);
  const descend = plainAdam(4, rate);
  for (let step = 0; step < steps; step++) {
    const [mx, my] = parameters;
    const sx = Math.exp(parameters[2]);
    const sy = Math.exp(parameters[3]);
    gradient.fill(0);
    for (let i = 0; i < samples; i++) {
      const dx = sx * normal();
      const dy = sy * normal();
      const x = mx + dx;
      const y = my + dy;
      // log p(z) = −½‖z‖² + log cosh(c (x + y)) + const, so ∂_x log p = c tanh(c (x + y)) − x.
      const pull = centre * Math.tanh(centre * (x + y));
      gradient[0] -= pull - x;
      gradient[1] -= pull - y;
      gradient[2] -= dx * (pull - x);
      gradient[3] -= dy * (pull - y);
    }
    for (let k = 0; k < 4; k++) gradient[k] = gradient[k] / samples - (k < 2 ? 0 : 1);
    descend(parameters, gradient);
  }
  return {
    mean: [parameters[0], parameters[1]],
    deviation: [Math.exp(parameters[2]), Math.exp(parameters[3])],
  };
}
