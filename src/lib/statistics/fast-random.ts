import type { Random } from './random.js';

/** Random numbers by the million, for noise in networks: float32, some nanoseconds each. */
export interface FastRandom {
  /** Fills an array with standard normals. */
  fillNormal(values: Float32Array): void;
  /** Fills an array with `hit`, with the given probability, and 0 otherwise. */
  fillBernoulli(values: Float32Array, probability: number, hit: number): void;
}

const layers = 128;
/** Where the ziggurat's lowest layer ends and the tail begins, and the area of each layer. */
const tail = 3.442619855899;
const area = 9.91256303526217e-3;
/** What a signed integer of 25 bits is divided by. */
const scale = 2 ** 24;

/** Widths of the layers (per step of an integer), the integers that surely lie below the curve, and its heights. */
function ziggurat() {
  const width = new Float64Array(layers);
  const inside = new Int32Array(layers);
  const height = new Float64Array(layers);
  const density = (x: number) => Math.exp(-0.5 * x * x);
  const lowest = area / density(tail);
  inside[0] = (tail / lowest) * scale;
  width[0] = lowest / scale;
  width[layers - 1] = tail / scale;
  height[0] = 1;
  height[layers - 1] = density(tail);
  for (let i = layers - 2, right = tail; i >= 1; i--) {
    const x = Math.sqrt(-2 * Math.log(area / right + density(right)));
    inside[i + 1] = (x / right) * scale;
    width[i] = x / scale;
    height[i] = density(x);
    right = x;
  }
  return { width, inside, height };
}

const { width, inside, height } = ziggurat();

/**
 * A fast stream that begins where `source` says. Bits: sfc32 (C. Doty-Humphrey, PractRand). Normals: the ziggurat of
 * 128 layers (G. Marsaglia, W. Tsang, *J. Stat. Softw.* 5, 2000), the layer and the place within it taken from
 * different bits.
 */
export function fastRandom(source: Random): FastRandom {
  const word = () => source.integer(2 ** 32) | 0;
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum;
  };
  for (let i = 0; i < 12; i++) next(); // so that words that are alike part ways
  /** In (0, 1]. */
  const uniform = () => ((next() >>> 0) + 1) / 2 ** 32;

  /** What the quick test does not settle: the tail, or the wedge between a layer and the curve. */
  const slow = (first: number): number => {
    for (let bits = first; ; bits = next()) {
      const layer = bits & (layers - 1);
      const place = bits >> 7;
      const x = place * width[layer];
      if (Math.abs(place) < inside[layer]) return x;
      if (layer > 0) {
        if (height[layer] + uniform() * (height[layer - 1] - height[layer]) < Math.exp(-0.5 * x * x))
          return x;
        continue;
      }
      let beyond: number, y: number;
      do {
        beyond = -Math.log(uniform()) / tail;
        y = -Math.log(uniform());
      } while (y + y < beyond * beyond);
      return place > 0 ? tail + beyond : -tail - beyond;
    }
  };

  return {
    fillNormal(values) {
      for (let i = 0; i < values.length; i++) {
        const bits = next();
        const layer = bits & (layers - 1);
        const place = bits >> 7;
        values[i] = Math.abs(place) < inside[layer] ? place * width[layer] : slow(bits);
      }
    },
    fillBernoulli(values, probability, hit) {
      const below = probability * 2 ** 32;
      for (let i = 0; i < values.length; i++) values[i] = next() >>> 0 < below ? hit : 0;
    },
  };
}
