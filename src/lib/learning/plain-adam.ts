/**
 * Adam on typed arrays (D. Kingma, J. Ba, ICLR 2015, Algorithm 1; β₁ = 0.9, β₂ = 0.999, ε = 1e-8).
 *
 * @param size number of parameters; @param rate learning rate.
 * @returns a step that moves the parameters, in place, against their gradient.
 */
export function plainAdam(
  size: number,
  rate: number,
): (parameters: Float64Array, gradient: Float64Array) => void {
  const [decay1, decay2, epsilon] = [0.9, 0.999, 1e-8];
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let step = 0;
  return (parameters, gradient) => {
    step++;
    const correction1 = 1 - decay1 ** step;
    const correction2 = 1 - decay2 ** step;
    for (let i = 0; i < size; i++) {
      first[i] = decay1 * first[i] + (1 - decay1) * gradient[i];
      second[i] = decay2 * second[i] + (1 - decay2) * gradient[i] * gradient[i];
      parameters[i] -= (rate * (first[i] / correction1)) / (Math.sqrt(second[i] / correction2) + epsilon);
    }
  };
}
