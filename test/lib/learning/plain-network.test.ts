import { describe, expect, it } from 'vitest';
import { plainCrossEntropy } from '../../../src/lib/learning/plain-cross-entropy.js';
import {
  accuracy,
  layerOutputs,
  plainLayers,
  truncatedNormalNetwork,
} from '../../../src/lib/learning/plain-network.js';
import { trainPlainClassifier } from '../../../src/lib/learning/plain-training.js';
import { scalarActivations } from '../../../src/lib/learning/scalar-activation.js';
import { random } from '../../../src/lib/statistics/random.js';

const sizes = [3, 5, 4, 3];
const { normal, integer } = random(5, 'rows');
const n = 7;
// Some zeros, for which there is a shorter way.
const inputs = Float64Array.from({ length: n * 3 }, (_, i) => (i % 4 === 0 ? 0 : normal()));
const classes = Uint32Array.from({ length: n }, () => integer(3));
const data = { inputs, classes };
const network = (name: keyof typeof scalarActivations) =>
  truncatedNormalNetwork(sizes, scalarActivations[name], 1.5, random(2, name));

describe('truncatedNormalNetwork', () => {
  it('draws weights of the gain and biases of zero', () => {
    const wide = truncatedNormalNetwork([400, 100, 2], scalarActivations.relu, 2, random(1));
    const [first] = plainLayers(wide.sizes);
    const weights = wide.parameters.subarray(first.weights, first.biases);
    expect(Math.max(...weights)).toBeLessThanOrEqual((2 * 2) / 20);
    const variance = weights.reduce((sum, weight) => sum + weight ** 2, 0) / weights.length;
    expect(variance / (2 / 20) ** 2).toBeCloseTo(0.774, 1);
    expect(wide.parameters.subarray(first.biases, first.biases + 100).every((bias) => bias === 0)).toBe(true);
    expect(wide.parameters).toHaveLength(400 * 100 + 100 + 100 * 2 + 2);
  });
});

describe('layerOutputs', () => {
  it('is what the formula says', () => {
    const net = network('tanh');
    net.parameters.set([0.3, -0.2], 15); // the first layer's biases
    const outputs = layerOutputs(net, inputs);
    expect(outputs.map(({ length }) => length)).toEqual([n * 5, n * 4, n * 3]);
    let below = Array.from({ length: n }, (_, row) => [...inputs.subarray(3 * row, 3 * row + 3)]);
    plainLayers(sizes).forEach(({ outputs: width, weights, biases }, l) => {
      below = below.map((x) =>
        Array.from({ length: width }, (_, j) => {
          const sum = x.reduce(
            (total, value, i) => total + value * net.parameters[weights + i * width + j],
            net.parameters[biases + j],
          );
          return l === 2 ? sum : Math.tanh(sum);
        }),
      );
      below.flat().forEach((value, at) => expect(outputs[l][at]).toBeCloseTo(value, 14));
    });
  });
});

describe('plainCrossEntropy', () => {
  it.each(['tanh', 'relu', 'elu', 'softplus', 'swish'] as const)(
    'has the gradient of central differences: %s',
    (name) => {
      const net = network(name);
      const rows = Uint32Array.of(4, 0, 6, 1, 3);
      const crossEntropy = plainCrossEntropy(net, data, 0.3, 6);
      const gradient = new Float64Array(net.parameters.length).fill(NaN);
      crossEntropy(rows, gradient);
      const scratch = new Float64Array(gradient.length);
      gradient.forEach((slope, at) => {
        const kept = net.parameters[at];
        const loss = (by: number) => {
          net.parameters[at] = kept + by;
          return crossEntropy(rows, scratch);
        };
        expect(slope).toBeCloseTo((loss(1e-6) - loss(-1e-6)) / 2e-6, 6);
        net.parameters[at] = kept;
      });
    },
  );

  it('is the mean of −log softmax, with a penalty on all weights but the last layer’s', () => {
    const net = network('relu');
    const rows = Uint32Array.of(2, 5);
    const logits = layerOutputs(net, inputs)[2];
    const expected = [2, 5].map((row) => {
      const z = [...logits.subarray(3 * row, 3 * row + 3)];
      return Math.log(z.reduce((sum, value) => sum + Math.exp(value), 0)) - z[classes[row]];
    });
    const plain = plainCrossEntropy(net, data, 0, 2)(rows, new Float64Array(net.parameters.length));
    expect(plain).toBeCloseTo((expected[0] + expected[1]) / 2, 12);
    const [first, second] = plainLayers(sizes).map(({ weights, biases }) =>
      net.parameters.subarray(weights, biases).reduce((sum, weight) => sum + weight ** 2, 0),
    );
    const penalised = plainCrossEntropy(net, data, 0.4, 2)(rows, new Float64Array(net.parameters.length));
    expect(penalised - plain).toBeCloseTo(0.2 * (first + second), 12);
  });
});

describe('trainPlainClassifier', () => {
  it('learns exclusive or, which no linear rule does, and walks the rows in the given order', () => {
    const xor = { inputs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1), classes: Uint32Array.of(0, 1, 1, 0) };
    const net = truncatedNormalNetwork([2, 8, 2], scalarActivations.tanh, 1, random(1));
    const epochs: number[] = [];
    const order = (epoch: number) => {
      epochs.push(epoch);
      return Uint32Array.of(3, 0, 2, 1);
    };
    const training = trainPlainClassifier(net, xor, { learningRate: 0.02, weightDecay: 0, batch: 3, order });
    let done = 0;
    while (done < 400) done = training.next().value;
    expect(epochs).toEqual(Array.from({ length: 400 }, (_, epoch) => epoch));
    const logits = layerOutputs(net, xor.inputs)[1];
    expect(accuracy(logits, xor.classes, Uint32Array.of(0, 1, 2, 3))).toBe(1);
  });
});

it('accuracy counts the rows it is given', () => {
  const logits = Float64Array.of(1, 2, 3, 0, 5, 5);
  expect(accuracy(logits, Uint32Array.of(1, 1, 1), Uint32Array.of(0))).toBe(1);
  expect(accuracy(logits, Uint32Array.of(1, 1, 1), Uint32Array.of(0, 1))).toBe(0.5);
  // Of equal logits the first counts.
  expect(accuracy(logits, Uint32Array.of(1, 0, 0), Uint32Array.of(1, 2))).toBe(1);
});
