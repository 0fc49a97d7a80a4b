import { describe, expect, it } from 'vitest';
import {
  chaoShenEntropy,
  conditionalLabelInformation,
  grassbergerEntropy,
  labelInformation,
  millerMadowEntropy,
} from '../../src/lib/information/count-entropies.js';
import { frenzelPompe } from '../../src/lib/information/frenzel-pompe.js';
import { gaoMixture } from '../../src/lib/information/gao-mixture.js';
import type { Points } from '../../src/lib/information/joined-points.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { mesnerShalizi } from '../../src/lib/information/mesner-shalizi.js';
import { pluginEntropy } from '../../src/lib/information/plug-in.js';
import { ross } from '../../src/lib/information/ross.js';
import { totalCorrelation } from '../../src/lib/information/total-correlation.js';
import { transferVariables } from '../../src/lib/information/transfer-entropy.js';
import expected from './estimators.json' with { type: 'json' };

// As estimators.py makes them.
const [a, b, c, d] = [2, 3, 5, 7].map((prime) =>
  Float64Array.from({ length: 200 }, (_, i) => ((i + 1) ** 2 * Math.sqrt(prime)) % 1),
);
const x = a.map((value, i) => value + b[i]);
const y = x.map((value, i) => value * (b[i] * c[i]) + 0.3 * c[i]);
const z = c.map((value, i) => value + d[i]);
const floors = (values: Float64Array, factor: number) => values.map((value) => Math.floor(factor * value));
const [label, other, third] = [floors(x, 3), floors(y, 4), floors(z, 2)];
const tenths = [x, y, z].map((values) => column(floors(values, 10)));
const bit = (values: Float64Array, above: number) => values.map((value) => (value > above ? 1 : 0));
const far = label.map((value) => 100 * value);
const halved = [x, y].map((values) => values.map((value, i) => (a[i] < 0.5 ? 0 : value)));

function column(points: Float64Array): Points {
  return { points, dimension: 1 };
}

const line = (first: Float64Array, second: Float64Array) => ({
  x: first,
  dimensionX: 1,
  y: second,
  dimensionY: 1,
});

describe('the values of other implementations, by estimators.py', () => {
  it('are those of scikit-learn for a label and a number', () => {
    expect(ross(x, 1, labelsOf(label))).toBeCloseTo(expected.ross[0], 12);
    expect(ross(y, 1, labelsOf(third))).toBeCloseTo(expected.ross[1], 12);
  });

  it('are those of both formulas for mixtures on neighbours of SciPy', () => {
    expect(mesnerShalizi(column(x), column(y))).toBeCloseTo(expected.mesnerShalizi[0], 12);
    expect(mesnerShalizi(tenths[0], tenths[1])).toBeCloseTo(expected.mesnerShalizi[1], 12);
    expect(mesnerShalizi(column(x), column(y), column(z))).toBeCloseTo(expected.mesnerShalizi[2], 12);
    expect(mesnerShalizi(tenths[0], tenths[1], tenths[2])).toBeCloseTo(expected.mesnerShalizi[3], 12);
    const pairs = [line(x, y), line(y, far), line(bit(x, 1), bit(y, 0.5)), line(halved[0], halved[1])];
    pairs.forEach((pair, i) => expect(gaoMixture(pair)).toBeCloseTo(expected.gaoMixture[i], 12));
  });

  it('are those of infomeasure for conditional information and transfer entropy', () => {
    expect(frenzelPompe(column(x), column(y), column(z))).toBeCloseTo(expected.frenzelPompe, 12);
    const source = a.map((value) => value - 0.5);
    const target = new Float64Array(200);
    for (let t = 2; t < 200; t++) target[t] = 0.5 * target[t - 1] + 0.4 * source[t - 2] + 0.3 * (b[t] - 0.5);
    // It leaves the first step out, whose past is whole at lag 2.
    const { x: past, y: now, z: own } = transferVariables(source, target, { lag: 2, targetHistory: 1 });
    expect(frenzelPompe(past, now, own)).toBeCloseTo(expected.transferEntropy, 12);
  });

  it('are those of the formula for total correlation on neighbours of SciPy', () => {
    expect(totalCorrelation([column(x), column(y), column(z)])).toBeCloseTo(expected.totalCorrelation, 12);
  });

  it('are those of infomeasure and SciPy for counts', () => {
    const counted = [label, other, floors(y, 50)].map(labelsOf);
    counted.forEach((labels, i) => {
      expect(millerMadowEntropy(labels)).toBeCloseTo(expected.millerMadow[i], 12);
      expect(chaoShenEntropy(labels)).toBeCloseTo(expected.chaoShen[i], 12);
      expect(grassbergerEntropy(labels)).toBeCloseTo(expected.grassberger[i], 12);
    });
    const [p, q, r] = [label, other, third].map(labelsOf);
    expect(labelInformation(p, q, pluginEntropy)).toBeCloseTo(expected.labelInformation, 12);
    expect(conditionalLabelInformation(p, q, r, pluginEntropy)).toBeCloseTo(
      expected.conditionalLabelInformation,
      12,
    );
  });
});
