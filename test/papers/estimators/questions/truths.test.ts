import { describe, expect, it } from 'vitest';
import { argumentOf } from '../../../../src/papers/estimators/questions/argument-of.js';
import {
  alikeInformation,
  drivenInformation,
} from '../../../../src/papers/estimators/questions/given-truths.js';
import { integral } from '../../../../src/papers/estimators/questions/integral.js';
import {
  clusterInformation,
  repeatedInformation,
  stepsInformation,
} from '../../../../src/papers/estimators/questions/label-truths.js';
import {
  atomsInformation,
  clippedInformation,
  inflatedPoissonInformation,
  roundedInformation,
} from '../../../../src/papers/estimators/questions/mixture-truths.js';
import expected from '../../../oracles/known-information.json' with { type: 'json' };

describe('the information of laws is that of SciPy’s quadrature, by known-information.py', () => {
  type Law = readonly number[];
  const truths: Record<string, (...of: never[]) => number> = {
    repeated: (law: Law, q: number) => repeatedInformation(law, q),
    clusters: (law: Law, distance: number) => clusterInformation(law, distance),
    steps: stepsInformation,
    inflatedPoisson: inflatedPoissonInformation,
    clipped: clippedInformation,
    rounded: roundedInformation,
    // Of normals of a correlation.
    atoms: (share: number, correlation: number) =>
      atomsInformation(share, -Math.log(1 - correlation ** 2) / 2),
    driven: drivenInformation,
    alike: alikeInformation,
  };
  const cases = Object.entries(expected).flatMap(([name, given]) =>
    Array.isArray(given) ? given.map(({ of, information }) => ({ name, of, information })) : [],
  );

  it('there is one of each', () => {
    expect(new Set(cases.map(({ name }) => name))).toEqual(new Set(Object.keys(truths)));
  });

  it.each(cases)('$name of $of', ({ name, of, information }) => {
    expect(truths[name](...(of as never[]))).toBeCloseTo(information, 8);
  });
});

describe('what their authors give in closed form', () => {
  it('of a label and a number uniform over two steps: log m − (m − 1) log 2 / m', () => {
    for (const m of [2, 3, 7])
      expect(stepsInformation(m, 2)).toBeCloseTo(Math.log(m) - ((m - 1) * Math.LN2) / m, 12);
  });

  it('of a Poisson count of an exponential mean: 2 log 2 − γ − Σ log k 2^−k', () => {
    let series = 2 * Math.LN2 - 0.5772156649015329;
    for (let k = 2; k < 80; k++) series -= Math.log(k) / 2 ** k;
    expect(inflatedPoissonInformation(1, 0)).toBeCloseTo(series, 10);
    // It is less than (1 − p) times as much where nobody knows which zeros were put in.
    expect(inflatedPoissonInformation(1, 0.15)).toBeLessThan(0.85 * series - 0.02);
  });
});

describe('integral', () => {
  it('is exact for polynomials below degree 32, and smooth functions on more panels', () => {
    expect(integral((x) => x ** 31 + x ** 30, -1, 1)).toBeCloseTo(2 / 31, 14);
    expect(integral(Math.exp, 0, 3, 2)).toBeCloseTo(Math.exp(3) - 1, 12);
  });
});

describe('argumentOf', () => {
  it('inverts what rises and what falls', () => {
    expect(argumentOf(0.2, (x) => x ** 3, 0, 10)).toBeCloseTo(0.2 ** (1 / 3), 12);
    expect(argumentOf(0.2, (x) => Math.exp(-x), 0, 50)).toBeCloseTo(Math.log(5), 12);
    expect(argumentOf(0, (x) => x, 0, 1)).toBe(0);
  });

  it('says where there is none', () => {
    expect(argumentOf(2, (x) => x, 0, 1)).toBeUndefined();
    expect(argumentOf(-1, (x) => x, 0, 1)).toBeUndefined();
  });
});
