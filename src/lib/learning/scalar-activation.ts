/** An activation function of single numbers. */
export interface ScalarActivation {
  /** f(z) */
  value(z: number): number;
  /** f′(z), given f(z) as well; at a kink the slope to its left. */
  slope(z: number, value: number): number;
}

/**
 * Activations of single numbers, by name: tanh; ReLU max(0, z); ELU, z above and eᶻ − 1 below zero; softplus log(1 + eᶻ); swish z / (1 + e⁻ᶻ).
 * None overflows.
 */
export const scalarActivations = {
  tanh: { value: Math.tanh, slope: (_, value) => 1 - value * value },
  relu: { value: (z) => (z > 0 ? z : 0), slope: (z) => (z > 0 ? 1 : 0) },
  elu: { value: (z) => (z > 0 ? z : Math.expm1(z)), slope: (z, value) => (z > 0 ? 1 : value + 1) },
  softplus: {
    value: (z) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))),
    slope: (_, value) => -Math.expm1(-value),
  },
  swish: {
    value: (z) => z / (1 + Math.exp(-z)),
    slope(z, value) {
      const gate = z === 0 ? 0.5 : value / z;
      return gate + value * (1 - gate);
    },
  },
} satisfies Record<string, ScalarActivation>;

export type ScalarActivationName = keyof typeof scalarActivations;
