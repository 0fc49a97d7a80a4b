import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/diffusion-spectral-entropy/claims.js';
import { imageRegimes, labelRegimes } from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2, 3, 4];
const times = [0, 1, 2, 3, 4];

/** A course from 0.5: by the time t from 0 to 1, of the network of a seed. */
type Course = (t: number, seed: number) => number;

const climbs =
  (by: number): Course =>
  (t, seed) =>
    0.5 + by * t * (1 + 0.05 * seed);

/** Up to its highest at the half of the training, and down again. */
const peaks: Course = (t) => 0.5 + Math.min(2 * t, 2.2 - 2 * t);

/** Up almost to the end, and then down, to four fifths of its highest: the order alone does not tell. */
const comesDown: Course = (t) => (t < 1 ? 0.5 + 3 * t : 2.2);

describe('the claims on the synthetic task', () => {
  const table = (
    course: Readonly<Record<(typeof labelRegimes)[number], Course>>,
    accuracy: { readonly train_acc?: number; readonly val_acc?: number } = {},
  ) =>
    labelRegimes.flatMap((regime) =>
      seeds.flatMap((seed) =>
        times.map((time) => {
          const value = course[regime](time / 4, seed);
          return {
            ...{ regime, seed, epoch: 10 * time, train_acc: 1, val_acc: regime === 'clean' ? 0.95 : 0.1 },
            ...(regime === 'wrong' ? accuracy : {}),
            ...{ dse: value, dse_unit: value, dsmi_y: value },
          };
        }),
      ),
    );
  const judgement = (id: string, rows: ReturnType<typeof table>) => judged(claims, id, { training: rows });

  it('ask for a rise over the whole course, in both regimes, of networks that memorise', () => {
    const rise = (clean: Course, wrong: Course, accuracy = {}) =>
      judgement('dse-rises-in-training', table({ clean, wrong }, accuracy));
    expect(rise(climbs(3), climbs(2)).verdict).toBe('reproduced');
    // Higher at the end than before training, but not as high as on its way.
    expect(rise(climbs(3), peaks)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: expect.stringContaining('permuted labels') },
    });
    expect(rise(climbs(3), comesDown)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'permuted labels, end' },
    });
    expect(rise(climbs(-0.1), climbs(2)).verdict).toBe('not reproduced');
    expect(rise(climbs(3), () => 1).verdict).toBe('not reproduced');
    expect(rise(climbs(3), climbs(2), { train_acc: 0.21 })).toMatchObject({
      verdict: 'inconclusive',
      because: expect.stringContaining('training accuracy with permuted labels'),
    });
    const one = table({ clean: climbs(3), wrong: climbs(2) }).filter(({ regime }) => regime === 'clean');
    expect(judgement('dse-rises-in-training', one).verdict).toBe('inconclusive');
  });

  it('ask the rescaled layer for the same, with true labels', () => {
    const rise = (clean: Course) =>
      judgement('dse-rises-at-unit-distance', table({ clean, wrong: climbs(-1) })).verdict;
    expect(rise(climbs(3))).toBe('reproduced');
    expect(rise(climbs(-0.1))).toBe('not reproduced');
  });

  it('ask DSMI to rise where networks generalise', () => {
    const rise = (clean: Course, accuracy = {}) =>
      judgement('dsmi-rises-generalising', table({ clean, wrong: climbs(0) }, accuracy)).verdict;
    expect(rise(climbs(2))).toBe('reproduced');
    expect(rise(peaks)).toBe('not reproduced');
    expect(rise(climbs(2), { val_acc: 0.5 })).toBe('inconclusive');
  });

  it('ask for a gain three times that of memorising, by pairs', () => {
    const gains = (clean: Course, wrong: Course, accuracy = {}) =>
      judgement('dsmi-generalisation-only', table({ clean, wrong }, accuracy)).verdict;
    expect(gains(climbs(2), climbs(0.6))).toBe('reproduced');
    expect(gains(climbs(2), climbs(0.7))).toBe('not reproduced');
    expect(gains(climbs(2), climbs(0.6), { train_acc: 0.5 })).toBe('inconclusive');
    const lost = table({ clean: climbs(2), wrong: climbs(0.6) }).filter(
      ({ regime, seed }) => regime === 'clean' || seed > 0,
    );
    expect(judgement('dsmi-generalisation-only', lost).verdict).toBe('inconclusive');
  });

  it('ask DSMI to stay where networks memorise, over the whole course', () => {
    const stays = (wrong: Course, accuracy = {}) =>
      judgement('dsmi-stagnates-memorising', table({ clean: climbs(2), wrong }, accuracy)).verdict;
    expect(stays(climbs(0.1))).toBe('reproduced');
    expect(stays(climbs(0.4))).toBe('not reproduced');
    expect(stays(peaks)).toBe('not reproduced');
    expect(stays(climbs(0.1), { train_acc: 0.5 })).toBe('inconclusive');
  });
});

describe('the claims on digits', () => {
  type Courses = Readonly<Partial<Record<(typeof imageRegimes)[number], Course>>>;
  const table = (
    course: Courses,
    accuracy: { readonly train_acc?: number; readonly val_acc?: number } = {},
  ) =>
    imageRegimes.flatMap((regime) =>
      seeds.flatMap((seed) =>
        // Not in the order of training.
        times.toReversed().map((time) => {
          const value = (course[regime] ?? climbs(2))(time / 4, seed);
          return {
            ...{ regime, seed, step: 100 * time, train_acc: 0.98, val_acc: 0.96, ...accuracy },
            ...{ dse: value, dse_unit: value, dsmi_y: value, dsmi_x: value },
          };
        }),
      ),
    );
  const verdict = (id: string, course: Courses, accuracy = {}) =>
    judged(claims, id, { images: table(course, accuracy) }).verdict;

  it.each([
    'digits-dse-rises',
    'digits-dse-rises-at-unit-distance',
    'digits-dsmi-rises',
    'digits-dsmi-with-input',
  ])('%s: asks for a rise with true labels and without labels, whatever memorising does', (id) => {
    expect(verdict(id, { permuted: climbs(-0.1) })).toBe('reproduced');
    expect(verdict(id, { supervised: peaks })).toBe('not reproduced');
    expect(verdict(id, { contrastive: climbs(-0.1) })).toBe('not reproduced');
    const supervised = table({}).filter(({ regime }) => regime !== 'contrastive');
    expect(judged(claims, id, { images: supervised }).verdict).toBe('inconclusive');
  });

  it('ask for a rise while permuted labels are memorised, if they are', () => {
    expect(verdict('digits-dse-rises-memorising', {})).toBe('reproduced');
    expect(verdict('digits-dse-rises-memorising', { permuted: peaks })).toBe('not reproduced');
    expect(verdict('digits-dse-rises-memorising', {}, { train_acc: 0.21 })).toBe('inconclusive');
  });

  it('ask what learns to generalise', () => {
    expect(verdict('digits-dsmi-rises', {}, { val_acc: 0.7 })).toBe('inconclusive');
  });

  it('ask for a gain three times that of memorising, with labels and without', () => {
    const gains = (contrastive: number, accuracy = {}) =>
      verdict(
        'digits-dsmi-generalisation',
        { permuted: climbs(0.2), contrastive: climbs(contrastive) },
        accuracy,
      );
    expect(gains(0.7)).toBe('reproduced');
    expect(gains(0.5)).toBe('not reproduced');
    expect(gains(0.7, { train_acc: 0.21 })).toBe('inconclusive');
  });

  it('ask memorising to leave DSMI where it is', () => {
    const stays = (permuted: Course, accuracy = {}) =>
      verdict('digits-dsmi-stagnates-memorising', { permuted }, accuracy);
    expect(stays(climbs(0.1))).toBe('reproduced');
    expect(stays(climbs(0.4))).toBe('not reproduced');
    expect(stays(climbs(0.1), { train_acc: 0.21 })).toBe('inconclusive');
  });
});
