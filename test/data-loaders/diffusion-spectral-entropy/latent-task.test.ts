import { describe, expect, it } from 'vitest';
import { latentTask, permutedLabels } from '../../../data-loaders/diffusion-spectral-entropy/latent-task.js';

describe('the classification task', () => {
  const { train, validation } = latentTask(1, 0, 2000, 300);

  it('has rows of 64 inputs and ten classes, about as many of each', () => {
    expect([train.x.length, validation.x.length]).toEqual([2000 * 64, 300 * 64]);
    const counts = Array.from(
      { length: 10 },
      (_, label) => train.labels.filter((own) => own === label).length,
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(2000);
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(4 * Math.sqrt(180));
  });

  it('adds noise of variance 0.09 to signals of at most 1.5', () => {
    const largest = train.x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeGreaterThan(1.5);
    expect(largest).toBeLessThan(1.5 + 0.3 * 6);
  });

  it('is another one for another number or seed, and the same otherwise', () => {
    expect(latentTask(1, 0, 2000, 300)).toEqual({ train, validation });
    expect(latentTask(1, 1, 2000, 300).train).not.toEqual(train);
    expect(latentTask(2, 0, 2000, 300).train).not.toEqual(train);
  });

  it('permutes labels without regard to rows', () => {
    const wrong = permutedLabels(train.labels, 1, 0);
    expect([...wrong].sort()).toEqual([...train.labels].sort());
    const agree = wrong.filter((label, row) => label === train.labels[row]).length;
    expect(Math.abs(agree - 200)).toBeLessThan(4 * Math.sqrt(180));
  });
});
