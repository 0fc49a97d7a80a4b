import { describe, expect, it } from 'vitest';
import { variableOf } from '../../../src/lib/estimation/variable.js';
import { warningsOf } from '../../../src/lib/estimation/warnings.js';

const bits = variableOf(
  'bit',
  Array.from({ length: 200 }, (_, i) => i % 2),
);
const numbers = variableOf(
  'number',
  Array.from({ length: 200 }, (_, i) => Math.sin(i * i)),
);
const advice = { method: 'ross', reason: 'one is labels, the other continuous', beside: [] };
const found = { x: bits, y: numbers, advice, serial: false, rows: 200, test: null };
const warned = (nats: number) =>
  warningsOf({ ...found, best: { method: 'ross', nats, low: nats - 0.05, high: nats + 0.05 } }).join();

describe('the warnings', () => {
  it('say of no sound estimate anything', () => {
    expect(warned(0.3)).toBe('');
  });

  it('say where an estimate is below zero, and where by more than its error', () => {
    expect(warned(-0.03)).toContain('as it is half of the time where nothing depends');
    expect(warned(-0.2)).toContain('below zero by more than its error');
  });

  it('say where labels hardly repeat, as numbers do that are written otherwise', () => {
    const names = (share: number) =>
      variableOf(
        'id',
        Array.from({ length: 200 }, (_, i) => `n° ${i % share}`),
      );
    const best = { method: 'ross', nats: 0.3, low: 0.2, high: 0.4 };
    expect(warningsOf({ ...found, x: names(101), best }).join()).toContain('"id" has 101 labels in 200 rows');
    expect(warningsOf({ ...found, x: names(100), best }).join()).toBe('');
  });

  it('say where an estimate is above the entropy of a label, beyond its error', () => {
    expect(warned(0.71)).toBe('');
    expect(warned(0.9)).toContain('above the entropy of "bit", 0.696 nats');
  });
});
