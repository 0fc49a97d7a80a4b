import fc from 'fast-check';
import { expect, it } from 'vitest';
import { massHeap } from '../../../src/papers/entropy-coupling-bottleneck/mass-heap.js';

const masses = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });

it.each(['largest', 'smallest'] as const)('hands out all numbers, the %s mass first', (first) => {
  fc.assert(
    fc.property(masses, fc.integer({ min: 0, max: 30 }), (values, built) => {
      const count = Math.min(built, values.length);
      const heap = massHeap(values.slice(0, count), first, { capacity: values.length });
      for (let i = count; i < values.length; i++) heap.push(i, values[i]);
      const sign = first === 'largest' ? -1 : 1;
      const expected = values.map((_, i) => i).sort((a, b) => sign * (values[a] - values[b]) || a - b);
      expect(Array.from(values, () => heap.pop())).toEqual(expected);
      expect(heap.size()).toBe(0);
    }),
  );
});

it('leaves out what is below the least, and lets the top sink', () => {
  const heap = massHeap([5, 0, 3, 4], 'largest', { least: 1 });
  expect(heap.size()).toBe(3);
  expect([heap.top(), heap.topMass()]).toEqual([0, 5]);
  heap.replaceTop(3.5);
  expect([heap.pop(), heap.pop(), heap.pop()]).toEqual([3, 0, 2]);
});
