import { plainLayers, type PlainNetwork } from './plain-network.js';

/**
 * The gradient of a loss in the parameters of a network, by backpropagation, from its derivatives by the outputs.
 *
 * @param network whose activation is of the sign of its argument: tanh, ReLU, ELU
 * @param inputs `[n, sizes[0]]`, row-major; @param outputs of every layer, as `layerOutputs` gives them
 * @param derivatives of the loss by the outputs of the last layer, `[n, outputs]`; overwritten
 * @param gradient as long as the parameters, filled
 */
export function plainBackward(
  { sizes, activation, parameters }: PlainNetwork,
  inputs: Float64Array,
  outputs: readonly Float64Array[],
  derivatives: Float64Array,
  gradient: Float64Array,
): void {
  const layers = plainLayers(sizes);
  const n = inputs.length / sizes[0];
  gradient.fill(0);
  let deltas = derivatives;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { inputs: width, outputs: count, weights, biases } = layers[l];
    const entering = l === 0 ? inputs : outputs[l - 1];
    const below = new Float64Array(n * width);
    for (let row = 0; row < n; row++) {
      const [from, to] = [row * width, row * count];
      for (let j = 0; j < count; j++) gradient[biases + j] += deltas[to + j];
      for (let i = 0; i < width; i++) {
        const value = entering[from + i];
        const at = weights + i * count;
        let sum = 0;
        for (let j = 0; j < count; j++) {
          gradient[at + j] += value * deltas[to + j];
          sum += parameters[at + j] * deltas[to + j];
        }
        below[from + i] = l === 0 ? 0 : sum * activation.slope(value, value);
      }
    }
    deltas = below;
  }
}
