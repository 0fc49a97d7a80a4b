/**
 * Refuses points with a coordinate that is no finite number.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} with the first such point.
 */
export function checkFinite(points: Float64Array, dimension: number): void {
  const strange = points.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0)
    throw new RangeError(
      `point ${Math.floor(strange / dimension)} has the coordinate ${points[strange]}: must be finite`,
    );
}
