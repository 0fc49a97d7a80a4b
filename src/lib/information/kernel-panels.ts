/** Points in a panel. */
const panel = 4;
/** Points along each side of a tile of a kernel matrix. */
export const tileSide = 32;
/** Elements of a tile. */
export const tileSize = tileSide ** 2;

/**
 * Points in panels of four, as the routines below `assembly/` take them: coordinate after coordinate, each of the four
 * side by side. Zeros fill the last panel.
 *
 * @param points `[n, dimension]`, row-major.
 * @returns `[⌈n / 4⌉, dimension, 4]`
 */
export function inPanels(points: Float64Array, dimension: number): Float64Array {
  const n = points.length / dimension;
  const panels = new Float64Array(panelsOf(n) * dimension * panel);
  for (let i = 0, at = 0; i < n; i++) {
    const beside = i % panel;
    const start = (i - beside) * dimension + beside;
    for (let c = 0; c < dimension; c++, at++) panels[start + c * panel] = points[at];
  }
  return panels;
}

/** How many panels so many points make. */
export function panelsOf(points: number): number {
  return Math.ceil(points / panel);
}
