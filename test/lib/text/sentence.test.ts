import { describe, expect, it } from 'vitest';
import { sentence } from '../../../src/lib/text/sentence.js';

describe('sentence', () => {
  it('begins with a capital and ends with a stop, and leaves symbols alone', () => {
    expect(sentence('four points below zero')).toBe('Four points below zero.');
    expect(sentence('β = 0 is best.')).toBe('β = 0 is best.');
  });
});
