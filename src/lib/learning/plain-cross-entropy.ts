import { type PlainLayer, plainLayers, type PlainNetwork } from './plain-network.js';

/** Rows with the class of each. */
export interface PlainClassification {
  /** `[n, sizes[0]]`, row-major. */
  readonly inputs: Float64Array;
  /** From 0, `[n]`. */
  readonly classes: Uint32Array;
}

/**
 * The loss of some rows and its gradient, by backpropagation: their mean cross-entropy −log softmax(output)_class,
 * in nats, plus weightDecay · Σ ½‖W‖² over the weights of all layers but the output.
 *
 * @param most rows at a time
 * @returns a function of row numbers that fills `gradient` (as long as the network's parameters) and gives the
 *   loss; it reads the parameters anew at each call.
 */
export function plainCrossEntropy(
  { sizes, activation, parameters }: PlainNetwork,
  { inputs, classes }: PlainClassification,
  weightDecay: number,
  most: number,
): (rows: Uint32Array, gradient: Float64Array) => number {
  const layers = plainLayers(sizes);
  const last = layers.length - 1;
  // Of a minibatch, `[units, n]`, for loops over rows are long and those over units are not: what enters each layer,
  // its sums, and the loss's derivatives by the sums.
  const entering = layers.map((layer) => new Float64Array(most * layer.inputs));
  const sums = layers.map((layer) => new Float64Array(most * layer.outputs));
  const deltas = layers.map((layer) => new Float64Array(most * layer.outputs));

  return (rows, gradient) => {
    const n = rows.length;
    const width = sizes[0];
    for (let i = 0; i < width; i++)
      for (let row = 0; row < n; row++) entering[0][i * n + row] = inputs[rows[row] * width + i];
    layers.forEach((layer, l) => {
      addProducts(parameters, layer, entering[l], n, sums[l]);
      if (l === last) return;
      for (let at = 0; at < n * layer.outputs; at++) entering[l + 1][at] = activation.value(sums[l][at]);
    });
    let loss = softmaxLoss(sums[last], sizes[last + 1], classes, rows, deltas[last]);

    for (let l = last; l >= 0; l--) {
      layerGradient(layers[l], entering[l], deltas[l], n, gradient);
      if (l === 0) break;
      const below = deltas[l - 1];
      backProducts(parameters, layers[l], deltas[l], n, below);
      for (let at = 0; at < n * layers[l].inputs; at++)
        below[at] *= activation.slope(sums[l - 1][at], entering[l][at]);
    }
    for (const { weights, biases } of layers.slice(0, -1))
      for (let at = weights; at < biases; at++) {
        gradient[at] += weightDecay * parameters[at];
        loss += (weightDecay * parameters[at] ** 2) / 2;
      }
    return loss;
  };
}

/** The mean of −log softmax(logits)_class over rows, and its derivatives by the logits `[classes, n]`. */
function softmaxLoss(
  logits: Float64Array,
  count: number,
  classes: Uint32Array,
  rows: Uint32Array,
  derivatives: Float64Array,
): number {
  const n = rows.length;
  let loss = 0;
  for (let row = 0; row < n; row++) {
    let largest = logits[row];
    for (let at = row + n; at < count * n; at += n) largest = Math.max(largest, logits[at]);
    let total = 0;
    for (let at = row; at < count * n; at += n) total += derivatives[at] = Math.exp(logits[at] - largest);
    for (let at = row; at < count * n; at += n) derivatives[at] /= n * total;
    const target = row + n * classes[rows[row]];
    loss += (Math.log(total) + largest - logits[target]) / n;
    derivatives[target] -= 1 / n;
  }
  return loss;
}

/** Wᵀ x + b: x `[inputs, n]`, the result `[outputs, n]`. */
function addProducts(
  parameters: Float64Array,
  { inputs, outputs, weights, biases }: PlainLayer,
  x: Float64Array,
  n: number,
  result: Float64Array,
): void {
  for (let j = 0; j < outputs; j++) {
    result.fill(parameters[biases + j], j * n, (j + 1) * n);
    addCombination(parameters, weights + j, outputs, x, inputs, n, result, j * n);
  }
}

/** W δ: δ `[outputs, n]`, the result `[inputs, n]`. */
function backProducts(
  parameters: Float64Array,
  { inputs, outputs, weights }: PlainLayer,
  deltas: Float64Array,
  n: number,
  result: Float64Array,
): void {
  result.fill(0, 0, inputs * n);
  for (let i = 0; i < inputs; i++)
    addCombination(parameters, weights + i * outputs, 1, deltas, outputs, n, result, i * n);
}

/**
 * Adds Σ_k factors[first + k·stride] x_k to n numbers of `result`, for the rows x_k of x `[count, n]`. Two rows at a
 * time: the result is loaded and stored half as often.
 */
function addCombination(
  factors: Float64Array,
  first: number,
  stride: number,
  x: Float64Array,
  count: number,
  n: number,
  result: Float64Array,
  to: number,
): void {
  let k = 0;
  for (; k + 1 < count; k += 2) {
    const [f, g] = [factors[first + k * stride], factors[first + (k + 1) * stride]];
    const [from, next] = [k * n, (k + 1) * n];
    for (let row = 0; row < n; row++) result[to + row] += f * x[from + row] + g * x[next + row];
  }
  if (k === count) return;
  const [f, from] = [factors[first + k * stride], k * n];
  for (let row = 0; row < n; row++) result[to + row] += f * x[from + row];
}

/** x δᵀ and the sums of δ over rows. */
function layerGradient(
  { inputs, outputs, weights, biases }: PlainLayer,
  x: Float64Array,
  deltas: Float64Array,
  n: number,
  gradient: Float64Array,
): void {
  for (let j = 0; j < outputs; j++) {
    let sum = 0;
    for (let row = 0; row < n; row++) sum += deltas[j * n + row];
    gradient[biases + j] = sum;
    for (let i = 0; i < inputs; i++)
      gradient[weights + i * outputs + j] = innerProduct(x, i * n, deltas, j * n, n);
  }
}

/** In two sums, so that one addition need not wait for the other. */
function innerProduct(a: Float64Array, atA: number, b: Float64Array, atB: number, n: number): number {
  let [even, odd] = [0, 0];
  let row = 1;
  for (; row < n; row += 2) {
    even += a[atA + row - 1] * b[atB + row - 1];
    odd += a[atA + row] * b[atB + row];
  }
  if (row === n) even += a[atA + n - 1] * b[atB + n - 1];
  return even + odd;
}
