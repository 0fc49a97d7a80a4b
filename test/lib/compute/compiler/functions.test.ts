import { beforeAll, describe, expect, it } from 'vitest';
import * as functions from '../../../../src/lib/compute/compiler/functions.js';
import { compileUnary } from '../../../../src/lib/compute/compiler/unary-routines.js';
import { erf, normalDensity, normalDistribution } from '../../../oracles/normal-distribution.js';
import { floatsOfAllSizes, specialFloats, unitInLastPlace } from './floats.js';

type Name = keyof typeof functions;

/** Both approach 0 from below. */
const gelu = (x: number) => (x === -Infinity ? -0 : x * normalDistribution(x));
const geluDerivative = (x: number) => {
  if (x === -Infinity) return -0;
  return x === Infinity ? 1 : normalDistribution(x) + x * normalDensity(x);
};

/** In double precision, by formulas that lose no digits; and how many units in the last place are allowed. */
const exact: Record<Name, { of: (x: number) => number; within: number }> = {
  erf: { of: erf, within: 2 },
  exp: { of: Math.exp, within: 1 },
  expm1: { of: Math.expm1, within: 2 },
  gelu: { of: gelu, within: 5 },
  geluDerivative: { of: geluDerivative, within: 5 },
  log: { of: Math.log, within: 1 },
  log1p: { of: Math.log1p, within: 2 },
  reciprocalSqrt: { of: (x) => 1 / Math.sqrt(x), within: 2 },
  sigmoid: { of: (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))), within: 2 },
  softplus: { of: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), within: 2 },
  tanh: { of: Math.tanh, within: 2 },
};

/** The number whose unit in the last place an error is measured in: that of the value, or of the terms it is a sum of. */
function scaleOf(name: Name, x: number, value: number): number {
  return name === 'geluDerivative' && Number.isFinite(x)
    ? normalDistribution(x) + Math.abs(x) * normalDensity(x)
    : value;
}

const memory = new WebAssembly.Memory({ initial: 256 });
const routines = compileUnary(memory, functions);

function values(name: Name, x: ArrayLike<number>): Float32Array {
  const start = x.length * Float32Array.BYTES_PER_ELEMENT;
  new Float32Array(memory.buffer, 0, x.length).set(x);
  routines[name](0, start, x.length);
  return new Float32Array(memory.buffer, start, x.length).slice();
}

let floats: Float32Array;
beforeAll(() => {
  floats = floatsOfAllSizes(300);
});

describe.each(Object.keys(functions) as Name[])('%s', (name) => {
  const { of, within } = exact[name];

  it(`is within ${within} units in the last place for floats of all sizes`, () => {
    const y = values(name, floats);
    const wrong: [x: number, y: number, expected: number][] = [];
    floats.forEach((x, i) => {
      const expected = of(x);
      const rounded = Math.fround(expected);
      const right = Number.isFinite(rounded)
        ? Math.abs(y[i] - expected) <= within * unitInLastPlace(scaleOf(name, x, expected))
        : Object.is(y[i], rounded) ||
          // One that just rounds to infinity may come out as the largest float.
          (Math.abs(expected) < 2 ** 128 && Math.abs(y[i]) > 3.402823e38);
      if (!right) wrong.push([x, y[i], expected]);
    });
    expect(wrong).toEqual([]);
  });

  it('has the right value, infinity or sign of zero at special values', () => {
    const y = values(name, specialFloats);
    specialFloats.forEach((x, i) => {
      const expected = of(x);
      // Zeros other than those of underflow.
      const zero = expected === 0 && (Math.abs(x) <= 1 || !Number.isFinite(x));
      if (zero || !Number.isFinite(expected)) expect([x, y[i]]).toEqual([x, expected]);
    });
  });

  it('gives each of any number of floats the same value as among four', () => {
    const some = Array.from({ length: 11 }, (_, i) => (i + 0.5) / 3);
    const all = values(name, [...some, 1]);
    for (let size = 0; size < some.length; size++) {
      const y = values(name, some.slice(0, size));
      expect([...y]).toEqual([...all.subarray(0, size)]);
      // What follows is left alone.
      const place = 2 * size * Float32Array.BYTES_PER_ELEMENT;
      new Float32Array(memory.buffer, place, 1)[0] = 7;
      values(name, some.slice(0, size));
      expect(new Float32Array(memory.buffer, place, 1)[0]).toBe(7);
    }
  });
});

it.each(['exp', 'expm1', 'log', 'log1p', 'sigmoid', 'softplus', 'tanh', 'erf'] as const)(
  '%s does not decrease, but for roundings of two units in the last place',
  (name) => {
    const domain = floats.filter((x) => !Number.isNaN(exact[name].of(x)));
    const y = values(name, domain);
    const decreasing = [...domain.keys()].filter(
      (i) => i > 0 && y[i] < y[i - 1] - 2 * unitInLastPlace(y[i - 1]),
    );
    expect(decreasing.map((i) => [domain[i], y[i - 1], y[i]])).toEqual([]);
  },
);

it.each(['tanh', 'erf'] as const)('%s is odd', (name) => {
  expect(
    values(
      name,
      floats.map((x) => -x),
    ),
  ).toEqual(values(name, floats).map((y) => -y));
});

it('a sigmoid and that of the opposite add up to 1', () => {
  const opposite = values(
    'sigmoid',
    floats.map((x) => -x),
  );
  values('sigmoid', floats).forEach((y, i) => {
    if (Math.abs(y + opposite[i] - 1) > 2 ** -23) expect([floats[i], y, opposite[i]]).toBe('1 in all');
  });
});

it('a routine may put its values in place of the arguments', () => {
  const x = [0.25, 1, 2, 3, 4];
  const apart = values('log', x);
  new Float32Array(memory.buffer, 0, x.length).set(x);
  routines.log(0, 0, x.length);
  expect(new Float32Array(memory.buffer, 0, x.length)).toEqual(apart);
});
