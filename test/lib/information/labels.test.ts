import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classesOf,
  countsOf,
  jointLabels,
  labelsOf,
  rowLabels,
  rowsOf,
} from '../../../src/lib/information/labels.js';

const values = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 60 });

describe('labels', () => {
  it('number distinct values as they first occur, zeros of either sign alike', () => {
    expect(labelsOf([7, -1, 7, 0, -0, NaN, NaN])).toEqual({
      codes: Uint32Array.of(0, 1, 0, 2, 2, 3, 3),
      count: 4,
    });
  });

  it('of rows agree just where the rows do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((width) =>
          fc.record({
            width: fc.constant(width),
            rows: fc.integer({ min: 1, max: 40 }),
            all: fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
          }),
        ),
        ({ width, rows, all }) => {
          const table = Array.from({ length: rows * width }, () => all.next().value as number);
          const texts = Array.from({ length: rows }, (_, i) =>
            table.slice(i * width, (i + 1) * width).join(),
          );
          const names = [...new Set(texts)];
          const { codes, count } = rowLabels(table, width);
          expect(count).toBe(names.length);
          expect([...codes]).toEqual(texts.map((text) => names.indexOf(text)));
        },
      ),
    );
  });

  it('of pairs tell many pairs apart', () => {
    const n = 20_000;
    const a = labelsOf(Array.from({ length: n }, (_, i) => i % 200));
    const b = labelsOf(Array.from({ length: n }, (_, i) => Math.floor(i / 200)));
    expect(jointLabels(a, b).codes).toEqual(Uint32Array.from({ length: n }, (_, i) => i));
  });

  it('have classes that hold every observation once', () => {
    fc.assert(
      fc.property(values, (sample) => {
        const labels = labelsOf(sample);
        const classes = classesOf(labels);
        expect(classes.map((members) => members.length)).toEqual([...countsOf(labels)]);
        classes.forEach((members) => {
          expect(new Set([...members].map((i) => sample[i])).size).toBe(1);
          expect([...members]).toEqual([...members].sort((a, b) => a - b));
        });
        expect(classes.flatMap((members) => [...members]).length).toBe(sample.length);
      }),
    );
  });

  it('pick rows of points', () => {
    expect([...rowsOf(Float64Array.of(0, 1, 2, 3, 4, 5), 2, [2, 0])]).toEqual([4, 5, 0, 1]);
  });

  it('say what is wrong', () => {
    expect(() => jointLabels(labelsOf([1, 2]), labelsOf([1]))).toThrow('must be paired');
    expect(() => rowLabels([1, 2, 3], 2)).toThrow('rows of 2');
  });
});
