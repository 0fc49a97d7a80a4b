import { expect, it } from 'vitest';
import { withValues } from '../../../src/lib/claims/answer.js';

const values = { few: '3', many: '1,000', holds: true };

it('puts values of the page’s text in the places of their names', () => {
  expect(withValues('{{few}} of {{many}}, {{few}} again', values)).toBe('3 of 1,000, 3 again');
  expect(withValues('none', values)).toBe('none');
});

it('refuses a name that has no value, or is a condition', () => {
  expect(() => withValues('{{fewer}}', values)).toThrow('"fewer" is no value of the page’s prose');
  expect(() => withValues('{{holds}}', values)).toThrow('"holds" is no value of the page’s prose');
});
