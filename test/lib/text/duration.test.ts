import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../src/lib/text/duration.js';

describe('formatDuration', () => {
  it.each([
    [0.034, '0.034 s'],
    [9.96, '10 s'],
    [31.2, '31 s'],
    [120, '2 min'],
    [9000, '2.5 h'],
  ])('writes %d s as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});
