import { describe, expect, it } from 'vitest';
import { coursesInWords, meansInWords } from '../../src/components/in-words.js';

const rows = [
  { arm: 'low', step: 10, loss: 1 },
  { arm: 'low', step: 0, loss: 3 },
  { arm: 'low', step: 0, loss: 4 },
  { arm: 'high', step: 0, loss: -0.001 },
  { arm: 'high', step: 5, loss: null },
];
const options = {
  by: ({ arm }: (typeof rows)[number]) => arm,
  value: ({ loss }: (typeof rows)[number]) => loss,
};

describe('rows in words', () => {
  it('are the mean of each series, of the values that there are', () => {
    expect(meansInWords(rows, options)).toBe('low 2.67; high 0.00');
    expect(meansInWords(rows.slice(4), options)).toBe('high no value');
  });

  it('are where each series begins and ends on average, whatever the order of the rows', () => {
    const along = ({ step }: (typeof rows)[number]) => step;
    expect(coursesInWords(rows, { ...options, along, digits: 1 })).toBe(
      'low from 3.5 to 1.0; high from 0.0 to no value',
    );
  });
});
