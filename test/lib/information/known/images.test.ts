import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobImages } from '../../../../src/lib/information/known/blob-images.js';
import { rectangleImages, rectangles } from '../../../../src/lib/information/known/rectangle-images.js';
import { normalProbability } from '../../../../src/lib/statistics/normal.js';

const normals = (d: number) =>
  fc
    .array(fc.double({ min: -3.5, max: 3.5, noNaN: true }), { minLength: d, maxLength: d })
    .map((values) => Float64Array.from(values));

describe('blobs', () => {
  it('are brightest at their centre', () => {
    // Φ(0) = ½ and Φ(−0.67448975…) = ¼.
    const image = blobImages(Float64Array.of(0, -0.6744897501960817), 3);
    const row = [0.0439369, 0.5352614, 0.0439369];
    [...row, ...row, 0.000296, 0.0036066, 0.000296].forEach((value, at) =>
      expect(image[at]).toBeCloseTo(value, 7),
    );
  });

  it('tell their centre: the map from the normals is injective', () => {
    fc.assert(
      fc.property(normals(2), (xi) => {
        const size = 16;
        const image = blobImages(xi, size);
        // log p(x + h) − log p(x) = −10 (h² + 2h (x − u)), from the brightest pixel.
        const at = image.indexOf(image.reduce((a, b) => Math.max(a, b)));
        const h = 1 / (size - 1);
        const centre = (place: number, stride: number) => {
          const step = place === size - 1 ? -1 : 1;
          const slope = Math.log(image[at + step * stride] / image[at]);
          return place * h + (slope / 10 + h * h) / (2 * step * h);
        };
        expect(centre(at % size, 1)).toBeCloseTo(normalProbability(xi[0]), 9);
        expect(centre(Math.floor(at / size), size)).toBeCloseTo(normalProbability(xi[1]), 9);
      }),
    );
  });
});

describe('rectangles', () => {
  it('lie where the normals say', () => {
    const near = (normals: readonly number[], size: number, expected: readonly number[]) =>
      rectangles(Float64Array.from(normals), size).forEach((end, at) =>
        expect(end).toBeCloseTo(expected[at], 7),
      );
    near([0, 0, 0, 0], 16, [4.10050506, 11.05025253, 4.10050506, 11.05025253]);
    near([0, 0, 0, 0], 32, [8.78679656, 21.39339828, 8.78679656, 21.39339828]);
    near([1, -1, 0.5, 2], 16, [8.42358271, 11.30831061, 6.22353823, 15.82308447]);
  });

  it('cover pixels by their area', () => {
    const image = rectangleImages(Float64Array.of(1.25, 3.5, 0.5, 2), 4);
    expect([...image]).toEqual([0, 0, 0, 0, 0.375, 0.75, 0, 0, 0.5, 1, 0, 0, 0.25, 0.5, 0, 0]);
    expect(image.reduce((a, b) => a + b)).toBeCloseTo(3.375, 14);
  });

  it('tell their ends, and so the normals: the map is injective', () => {
    fc.assert(
      fc.property(normals(4), (xi) => {
        const size = 16;
        const ends = rectangles(xi, size);
        const image = rectangleImages(ends, size);
        for (const axis of [0, 1]) {
          // What of each line is covered, as a share of the most covered one: full inside, less at the ends.
          const lines = Array.from({ length: size }, (_, p) => {
            let sum = 0;
            for (let q = 0; q < size; q++) sum += image[axis ? q * size + p : p * size + q];
            return sum;
          });
          const most = Math.max(...lines);
          const share = lines.map((line) => line / most);
          // At least two pixels long, it covers one wholly.
          const first = share.findIndex((value) => value > 1 - 1e-9);
          const last = share.findLastIndex((value) => value > 1 - 1e-9);
          expect(first - (share[first - 1] ?? 0)).toBeCloseTo(ends[2 * axis], 7);
          expect(last + 1 + (share[last + 1] ?? 0)).toBeCloseTo(ends[2 * axis + 1], 7);
          expect(ends[2 * axis + 1] - ends[2 * axis]).toBeGreaterThanOrEqual(2);
        }
        const start = ends[0] / size;
        const m = 2 / size;
        expect(1 - (1 - start / (1 - m)) ** 2).toBeCloseTo(normalProbability(xi[0]), 9);
        expect((ends[1] / size - start - m) / (1 - start - m)).toBeCloseTo(normalProbability(xi[1]), 9);
      }),
    );
  });
});
