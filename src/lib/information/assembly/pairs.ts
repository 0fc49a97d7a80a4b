import { reducedDistance } from './distance';
import { insertNearest } from './insert';

/** Points in a block: two blocks, even of a hundred coordinates a point, stay in the second-level cache. */
const block: i32 = 256;

/** The k nearest other points of each of n points, by all pairs, each once, a block against a block. */
export function nearestInPairs(
  points: usize,
  n: i32,
  width: i32,
  euclidean: bool,
  k: i32,
  distances: usize,
  indices: usize,
): void {
  const size = (<usize>width) << 3;
  const row = (<usize>k) << 3;
  const last = row - 8;
  for (let above = 0; above < n; above += block)
    for (let from = 0; from <= above; from += block)
      for (let i = above; i < min(above + block, n); i++) {
        const listOfI = distances + <usize>i * row;
        for (let j = from; j < min(from + block, i); j++) {
          const listOfJ = distances + <usize>j * row;
          const limitOfI = load<f64>(listOfI + last);
          const limitOfJ = load<f64>(listOfJ + last);
          const limit = limitOfI > limitOfJ ? limitOfI : limitOfJ;
          const apart = reducedDistance(
            points + <usize>i * size,
            points + <usize>j * size,
            width,
            euclidean,
            limit,
          );
          if (apart >= limit) continue;
          if (apart < limitOfI) insertNearest(listOfI, indices + ((<usize>i * <usize>k) << 2), k, apart, j);
          if (apart < limitOfJ) insertNearest(listOfJ, indices + ((<usize>j * <usize>k) << 2), k, apart, i);
        }
      }
}

/** How many other points are below the limit of each of n points, by all pairs. */
export function closerInPairs(
  points: usize,
  n: i32,
  width: i32,
  euclidean: bool,
  limits: usize,
  counts: usize,
): void {
  const size = (<usize>width) << 3;
  for (let above = 0; above < n; above += block)
    for (let from = 0; from <= above; from += block)
      for (let i = above; i < min(above + block, n); i++) {
        const limitOfI = load<f64>(limits + ((<usize>i) << 3));
        const countOfI = counts + ((<usize>i) << 2);
        for (let j = from; j < min(from + block, i); j++) {
          const limitOfJ = load<f64>(limits + ((<usize>j) << 3));
          const apart = reducedDistance(
            points + <usize>i * size,
            points + <usize>j * size,
            width,
            euclidean,
            limitOfI > limitOfJ ? limitOfI : limitOfJ,
          );
          const countOfJ = counts + ((<usize>j) << 2);
          store<u32>(countOfI, load<u32>(countOfI) + u32(apart < limitOfI));
          store<u32>(countOfJ, load<u32>(countOfJ) + u32(apart < limitOfJ));
        }
      }
}
