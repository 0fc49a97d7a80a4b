import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { affineViews } from '../../../src/papers/diffusion-spectral-entropy/affine-views.js';

const side = 5;
const images = Float32Array.from({ length: 2 * side * side }, (_, i) => i);
const none = { shift: 0, rotation: 0, logScale: 0 };
/** Draws the same number always: 0 is the lower end of each bound, and nearly 1 the upper. */
const always = (value: number) => ({ ...random(1), uniform: () => value });

describe('affineViews', () => {
  it('leaves images as they are where nothing may change', () => {
    const views = affineViews(images, side, [1, 0], -1, none, random(1));
    expect(views).toEqual(Float32Array.of(...images.subarray(25), ...images.subarray(0, 25)));
  });

  it('shifts by whole pixels, and fills with the background', () => {
    const [first] = [affineViews(images, side, [0], -1, { ...none, shift: 2 }, always(0))];
    // Two up and two to the left.
    const at = (row: number, column: number) => first[row * side + column];
    expect(at(0, 0)).toBe(12);
    expect(at(2, 1)).toBe(23);
    expect([at(3, 0), at(0, 3), at(4, 4)]).toEqual([-1, -1, -1]);
  });

  it('reads between pixels where the shift is half of one', () => {
    const view = affineViews(images, side, [0], 0, { ...none, shift: 0.5 }, always(0));
    // The image is linear, and so is what is read between its pixels.
    expect(view[6]).toBeCloseTo(6 + 0.5 * side + 0.5, 5);
  });

  it('turns by a quarter about the centre', () => {
    const view = affineViews(images, side, [0], 0, { ...none, rotation: Math.PI / 2 }, always(0));
    const turned = (row: number, column: number) => column * side + (side - 1 - row);
    const back = (row: number, column: number) => (side - 1 - column) * side + row;
    const matches = (map: typeof turned) =>
      Array.from(view).every(
        (value, i) => Math.abs(value - images[map(Math.floor(i / side), i % side)]) < 1e-4,
      );
    expect(matches(turned) || matches(back)).toBe(true);
  });

  it('magnifies about the centre, which stays', () => {
    const view = affineViews(images, side, [0], 0, { ...none, logScale: Math.LN2 }, always(1));
    expect(view[12]).toBeCloseTo(12, 5);
    // Twice as large: a step to the right is half a step in the image.
    expect(view[13]).toBeCloseTo(12.5, 5);
    expect(view[17]).toBeCloseTo(12 + side / 2, 5);
  });

  it('is the same for the same stream', () => {
    const bounds = { shift: 2, rotation: 0.5, logScale: 0.3 };
    const draw = (seed: number) => affineViews(images, side, [0, 1, 1], 0, bounds, random(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    const views = draw(3);
    expect(views.subarray(25, 50)).not.toEqual(views.subarray(50));
  });
});
