import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/lib/estimation/estimate.js';
import { bits } from '../../../src/lib/information/bits.js';
import { random } from '../../../src/lib/statistics/random.js';

const { normal, integer } = random(71);
const rows = Array.from({ length: 160 }, (_, i) => {
  const dose = normal();
  const arm = integer(2);
  return {
    dose,
    response: i === 5 ? null : 0.8 * dose + 0.6 * normal(),
    arm: ['early', 'late'][arm],
    day: i,
  };
});

describe('an estimate of a table', () => {
  it('is a sentence with the numbers that stand beside it', () => {
    const { sentence, best, test, leftOut, rows: used } = estimate(rows, { x: 'dose', y: 'response' });
    expect(leftOut).toBe(1);
    expect(used).toBe(159);
    expect(test).toMatchObject({ surrogates: 200, pValue: 1 / 201 });
    expect(sentence).toBe(
      `Knowing dose tells you ${best.nats.toFixed(3)} nats, or ${bits(best.nats).toFixed(3)} bits, about response ` +
        `(95 %: ${best.low!.toFixed(3)} to ${best.high!.toFixed(3)} nats); that is hardly chance: none of 200 shuffles of the rows gave as much (p = 0.0050).`,
    );
  });

  it('takes several columns as one side, and what is given', () => {
    const ask = { x: ['dose', 'arm'], y: 'response', permutations: 0 } as const;
    expect(estimate(rows, ask).sentence).toMatch(/^Knowing dose and arm tells you 0\.\d{3} nats/);
    const { sentence, best } = estimate(rows, { ...ask, x: 'arm', given: 'dose' });
    expect(sentence).toMatch(/^Knowing arm tells you .* about response, beyond what you know from dose/);
    expect(Math.abs(best.nats)).toBeLessThan(0.1);
  });

  it('refuses a column that is on two sides', () => {
    expect(() => estimate(rows, { x: ['dose', 'arm'], y: 'dose' })).toThrow('"dose" tells all about itself');
    expect(() => estimate(rows, { x: 'dose', y: 'response', given: 'dose' })).toThrow(
      'beyond what "dose" tells, nothing is left of it',
    );
  });

  it('says which columns there are, and where no row is whole', () => {
    expect(() => estimate(rows, { x: 'dosis', y: 'arm' })).toThrow(
      'there is no column "dosis"; did you mean "dose"?',
    );
    expect(() => estimate([{ a: null, b: 1 }], { x: 'a', y: 'b' })).toThrow(
      'no row has a value in every one of "a", "b"',
    );
    expect(() => estimate([], { x: 'a', y: 'b' })).toThrow('there is no column "a"');
  });
});
