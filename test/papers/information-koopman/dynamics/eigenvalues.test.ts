import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import {
  type ComplexValues,
  eigenvalues,
} from '../../../../src/papers/information-koopman/dynamics/eigenvalues.js';
import { eigenvectors } from '../../../oracles/eigenvectors.js';

const square = (n: number, element: (i: number, j: number) => number) =>
  Float64Array.from({ length: n * n }, (_, at) => element(Math.floor(at / n), at % n));

const expectValues = (
  { re, im }: ComplexValues,
  expected: readonly (readonly [number, number])[],
  digits: number,
) => {
  expect(re.length).toBe(expected.length);
  expected.forEach(([a, b], i) => {
    expect(re[i]).toBeCloseTo(a, digits);
    expect(im[i]).toBeCloseTo(b, digits);
  });
};

/** Sizes of A v − λ v, in units of A's largest element. */
const residuals = (matrix: Float64Array, values: ComplexValues) => {
  const n = Math.sqrt(matrix.length);
  const { re, im } = eigenvectors(matrix, values);
  const largest = Math.max(...matrix.map(Math.abs)) || 1;
  return Array.from(values.re, (lambda, v) => {
    const mu = values.im[v];
    let squares = 0;
    let norm = 0;
    for (let i = 0; i < n; i++) {
      let [p, q] = [0, 0];
      for (let k = 0; k < n; k++) {
        p += matrix[i * n + k] * re[v * n + k];
        q += matrix[i * n + k] * im[v * n + k];
      }
      const [x, y] = [re[v * n + i], im[v * n + i]];
      squares += (p - lambda * x + mu * y) ** 2 + (q - lambda * y - mu * x) ** 2;
      norm += x * x + y * y;
    }
    expect(norm).toBeCloseTo(1, 12);
    return Math.sqrt(squares) / largest;
  });
};

describe('eigenvalues of a real matrix', () => {
  it('agree with NumPy 2.4.6 (linalg.eigvals)', () => {
    const matrix = square(8, (i, j) => Math.sin((i + 1) * (j + 2) + 0.3 * i * i));
    const re = [
      -0.7488122034901017, -0.7488122034901017, -0.3281559812589179, -0.3281559812589179, 0.7149543639500962,
      0.7149543639500962, -0.8281089032203555, -0.20272433273247914,
    ];
    const im = [
      1.539667847459433, -1.539667847459433, 1.1652885541710658, -1.1652885541710658, 0.6820276499846034,
      -0.6820276499846034, 0, 0,
    ];
    const expected = re.map((value, i) => [value, im[i]] as const);
    expectValues(eigenvalues(matrix), expected, 13);
  });

  it('are the roots of unity of a cyclic shift, where unshifted sweeps stand still', () => {
    for (const n of [3, 4, 7, 16]) {
      const { re, im } = eigenvalues(square(n, (i, j) => (j === (i + 1) % n ? 1 : 0)));
      const angles = Array.from(re, (value, k) => Math.atan2(im[k], value)).sort((a, b) => a - b);
      const expected = Array.from({ length: n }, (_, k) => {
        const angle = (2 * Math.PI * k) / n;
        return angle > Math.PI + 1e-9 ? angle - 2 * Math.PI : angle;
      }).sort((a, b) => a - b);
      re.forEach((value, k) => expect(Math.hypot(value, im[k])).toBeCloseTo(1, 13));
      // −1 may come out at either end of the circle's cut.
      angles.forEach((angle, k) => expect(Math.cos(angle - expected[k])).toBeCloseTo(1, 13));
    }
  });

  it('are the zeros of the polynomial of a companion matrix', () => {
    // (x − 1)(x − 2)(x + 3)(x² + 1)(x − ½) expanded from the left.
    const roots = [
      [-3, 0],
      [2, 0],
      [1, 0],
      [0, 1],
      [0, -1],
      [0.5, 0],
    ] as const;
    const times = (polynomial: number[], factor: number[]) => {
      const product = new Array<number>(polynomial.length + factor.length - 1).fill(0);
      polynomial.forEach((p, i) => factor.forEach((f, j) => (product[i + j] += p * f)));
      return product;
    };
    const polynomial = [
      [1, -1],
      [1, -2],
      [1, 3],
      [1, 0, 1],
      [1, -0.5],
    ].reduce(times);
    const companion = square(6, (i, j) => (i === 0 ? -polynomial[j + 1] : j === i - 1 ? 1 : 0));
    const { re, im } = eigenvalues(companion);
    const found = Array.from(re, (value, k) => [value, im[k]]);
    for (const [a, b] of roots)
      expect(Math.min(...found.map(([x, y]) => Math.hypot(x - a, y - b)))).toBeLessThan(1e-13);
  });

  it('are those of a matrix and of any graded one that is similar to it', () => {
    const cosines = square(5, (i, j) => Math.cos((i + 1) * (j + 1)));
    const graded = square(5, (i, j) => 10 ** (4 * (i - j)) * cosines[i * 5 + j]);
    const expected = eigenvalues(cosines);
    const found = eigenvalues(graded);
    expectValues(
      found,
      Array.from(expected.re, (value, i) => [value, expected.im[i]] as const),
      13,
    );
  });

  it('of a defective matrix come to the root of rounding, of a triangular one stand on its diagonal', () => {
    const jordan = eigenvalues(square(3, (i, j) => (i === j ? 2 : j === i + 1 ? 1 : 0)));
    expectValues(
      jordan,
      [
        [2, 0],
        [2, 0],
        [2, 0],
      ],
      5,
    );
    const triangle = eigenvalues(square(4, (i, j) => (j > i ? 5 : i === j ? 4 - i : 0)));
    expectValues(
      triangle,
      [
        [4, 0],
        [3, 0],
        [2, 0],
        [1, 0],
      ],
      13,
    );
    expectValues(
      eigenvalues(new Float64Array(9)),
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      15,
    );
    expectValues(eigenvalues(Float64Array.of(-7)), [[-7, 0]], 15);
  });

  it('sum to the trace, their squares to that of the square, come in conjugate pairs, and have eigenvectors', () => {
    const matrices = fc
      .record({ n: fc.integer({ min: 2, max: 20 }), seed: fc.integer(), sparse: fc.boolean() })
      .map(({ n, seed, sparse }) => {
        const { normal, uniform } = random(seed);
        return { n, matrix: square(n, () => (sparse && uniform() < 0.7 ? 0 : normal())) };
      });
    fc.assert(
      fc.property(matrices, ({ n, matrix }) => {
        const values = eigenvalues(matrix);
        const { re, im } = values;
        let [trace, squares] = [0, 0];
        for (let i = 0; i < n; i++) {
          trace += matrix[i * n + i];
          for (let k = 0; k < n; k++) squares += matrix[i * n + k] * matrix[k * n + i];
        }
        const near = (value: number, expected: number) =>
          expect(Math.abs(value - expected)).toBeLessThan(1e-11 * n * n);
        near(
          re.reduce((sum, value) => sum + value, 0),
          trace,
        );
        near(
          re.reduce((sum, value, k) => sum + value * value - im[k] ** 2, 0),
          squares,
        );
        for (let k = 0; k < n; k++) {
          // Pairs may have one modulus, and then rounding decides which is the larger.
          if (k > 0)
            expect(Math.hypot(re[k], im[k])).toBeLessThanOrEqual(
              Math.hypot(re[k - 1], im[k - 1]) * (1 + 1e-14),
            );
          if (im[k] > 0) {
            expect(re[k + 1]).toBe(re[k]);
            expect(im[k + 1]).toBe(-im[k]);
          }
        }
        // An eigenvalue of a nearly defective matrix is known to the root of rounding, its vector's residual is small.
        for (const residual of residuals(matrix, values)) expect(residual).toBeLessThan(1e-6);
      }),
      { numRuns: 200 },
    );
  });

  it('of one modulus all four are found, in pairs', () => {
    // λ⁴ − bd λ² − abce = 0, whose squares are a conjugate pair.
    const [a, b, c, d, e] = [-1.15, -0.896, -0.353, -0.0043, 0.561];
    const { re, im } = eigenvalues(Float64Array.of(0, 0, 0, a, 0, 0, b, 0, c, d, 0, 0, 0, e, 0, 0));
    const modulus = Math.abs(a * b * c * e) ** 0.25;
    re.forEach((value, k) => expect(Math.hypot(value, im[k])).toBeCloseTo(modulus, 13));
  });

  it('says what is wrong', () => {
    expect(() => eigenvalues(new Float64Array(5))).toThrow('5 elements');
    expect(() => eigenvalues(Float64Array.of(1, 0, NaN, 1))).toThrow('(1, 0) is NaN');
  });
});

it('eigenvectors of well separated eigenvalues solve their equation to rounding', () => {
  const rotation = [0.98 * Math.cos(0.3), 0.98 * Math.sin(0.3)];
  const matrix = Float64Array.of(rotation[0], -rotation[1], 0.4, rotation[1], rotation[0], -2, 0, 0, 0.5);
  const values = eigenvalues(matrix);
  for (const residual of residuals(matrix, values)) expect(residual).toBeLessThan(1e-15);
  // Of the rotation: (1, ∓i)/√2, its first element made real.
  const { re, im } = eigenvectors(matrix, values);
  [Math.SQRT1_2, 0, 0].forEach((value, i) => expect(re[i]).toBeCloseTo(value, 14));
  [0, -Math.SQRT1_2, 0].forEach((value, i) => expect(im[i]).toBeCloseTo(value, 14));
});
