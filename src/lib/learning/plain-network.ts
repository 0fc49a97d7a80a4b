import type { Random } from '../statistics/random.js';
import { truncatedNormal } from '../statistics/truncated-normal.js';
import type { ScalarActivation } from './scalar-activation.js';

/** A dense network on typed arrays: for networks so small that a tensor library's calls would cost more than they do. */
export interface PlainNetwork {
  /** Widths from the input to the output. */
  readonly sizes: readonly number[];
  /** Of all layers but the output, which is linear. */
  readonly activation: ScalarActivation;
  /** For each layer its weights `[inputs, outputs]`, row-major, and then its biases `[outputs]`. */
  readonly parameters: Float64Array;
}

/** A layer's sizes, and where its parameters begin among those of the network. */
export interface PlainLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  readonly biases: number;
}

/** The layers of a network of these widths, in their order. */
export function plainLayers(sizes: readonly number[]): PlainLayer[] {
  let start = 0;
  return sizes.slice(1).map((outputs, i) => {
    const inputs = sizes[i];
    const [weights, biases] = [start, start + inputs * outputs];
    start = biases + outputs;
    return { inputs, outputs, weights, biases };
  });
}

/**
 * A network with biases of zero and weights from the truncated normal law (drawn anew beyond two standard
 * deviations) of standard deviation gain / √inputs before it is truncated.
 */
export function truncatedNormalNetwork(
  sizes: readonly number[],
  activation: ScalarActivation,
  gain: number,
  source: Random,
): PlainNetwork {
  const layers = plainLayers(sizes);
  const last = layers[layers.length - 1];
  const parameters = new Float64Array(last.biases + last.outputs);
  for (const { inputs, weights, biases } of layers)
    for (let at = weights; at < biases; at++)
      parameters[at] = (gain / Math.sqrt(inputs)) * truncatedNormal(source);
  return { sizes, activation, parameters };
}

/**
 * What every layer makes of some inputs: activations of the hidden layers, then the linear output.
 *
 * @param inputs `[n, sizes[0]]`, row-major.
 * @returns `[n, units]` for each layer, row-major.
 */
export function layerOutputs(
  { sizes, activation, parameters }: PlainNetwork,
  inputs: Float64Array,
): Float64Array[] {
  const n = inputs.length / sizes[0];
  const layers = plainLayers(sizes);
  let below = inputs;
  return layers.map((layer, l) => {
    const outputs = new Float64Array(n * layer.outputs);
    denseRows(parameters, layer, below, n, outputs);
    if (l < layers.length - 1)
      for (let i = 0; i < outputs.length; i++) outputs[i] = activation.value(outputs[i]);
    below = outputs;
    return outputs;
  });
}

/**
 * x W + b of the first n rows. Inputs of zero, which binary patterns and ReLU have many of, cost nothing.
 *
 * @param x `[n, inputs]`; @param result `[n, outputs]`, filled
 */
export function denseRows(
  parameters: Float64Array,
  { inputs, outputs, weights, biases }: PlainLayer,
  x: Float64Array,
  n: number,
  result: Float64Array,
): void {
  for (let row = 0; row < n; row++) {
    const [from, to] = [row * inputs, row * outputs];
    for (let j = 0; j < outputs; j++) result[to + j] = parameters[biases + j];
    for (let i = 0; i < inputs; i++) {
      const value = x[from + i];
      if (value === 0) continue;
      const at = weights + i * outputs;
      for (let j = 0; j < outputs; j++) result[to + j] += value * parameters[at + j];
    }
  }
}

/** The share of rows whose largest logit is that of their class; of equal ones the first counts. */
export function accuracy(logits: Float64Array, classes: Uint32Array, rows: Uint32Array): number {
  const count = logits.length / classes.length;
  let right = 0;
  for (const row of rows) {
    let best = 0;
    for (let c = 1; c < count; c++) if (logits[row * count + c] > logits[row * count + best]) best = c;
    if (best === classes[row]) right++;
  }
  return right / rows.length;
}
