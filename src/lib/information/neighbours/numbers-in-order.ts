import type { Neighbourhoods } from './queries.js';

/**
 * The neighbourhoods of numbers, in whichever metric, as both are |a − b| in one dimension. In ascending order the
 * nearest lie side by side, and those within a radius are a stretch whose ends are found by halving:
 * O(n log n) time for counts, O(n (log n + k)) for the nearest.
 */
export function numbersInOrder(values: Float64Array): Neighbourhoods {
  const n = values.length;
  const sorted = values.slice().sort();
  return {
    nearest(k) {
      const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
      const distances = new Float64Array(n * k);
      const indices = new Uint32Array(n * k);
      for (let place = 0; place < n; place++) {
        const own = sorted[place];
        let [left, right] = [place - 1, place + 1];
        const start = order[place] * k;
        for (let at = start; at < start + k; at++) {
          const below = left >= 0 && (right === n || own - sorted[left] <= sorted[right] - own);
          const neighbour = below ? left-- : right++;
          distances[at] = Math.abs(own - sorted[neighbour]);
          indices[at] = order[neighbour];
        }
      }
      return { distances, indices };
    },
    closer(radii) {
      return Uint32Array.from(radii, (radius, i) => {
        const own = values[i];
        // The number itself is closer than any radius that is not zero.
        return radius > 0 ? firstBeyond(sorted, own, radius) - firstWithin(sorted, own, radius) - 1 : 0;
      });
    },
  };
}

/** The first place whose number is less than the radius below another, or above it. */
function firstWithin(sorted: Float64Array, own: number, radius: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (own - sorted[middle] < radius) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first place whose number is at least the radius above another. */
function firstBeyond(sorted: Float64Array, own: number, radius: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] - own >= radius) high = middle;
    else low = middle + 1;
  }
  return low;
}
