/** A point of a fine-tuning run: how far it has adapted, and what that has cost. */
export interface AdaptationPoint {
  readonly arm: string;
  readonly step: number;
  /** Loss on the new task's training data. */
  readonly b_loss: number;
  /** Rise of the loss on the old task since step 0. */
  readonly forget: number;
}

/**
 * The loss on the new task at which runs are compared: the initial loss less `fraction` of the gain of the arm that
 * gains least, so that every one of these arms reaches it. Comparing at equal steps would favour whoever learns least.
 *
 * @param points of one seed, all arms from the same initial loss.
 * @throws {RangeError} where there are no points.
 */
export function matchedTarget(
  points: readonly AdaptationPoint[],
  arms: readonly string[],
  fraction: number,
): number {
  const curves = arms.map((arm) => curveOf(points, arm));
  if (curves.some((curve) => curve.length === 0))
    throw new RangeError('matched target: an arm has no points');
  const [{ b_loss: initial }] = curves[0];
  const weakest = Math.max(...curves.map((curve) => Math.min(...curve.map(({ b_loss }) => b_loss))));
  return initial - fraction * (initial - weakest);
}

/** One arm's points, by step. */
export function curveOf<Point extends AdaptationPoint>(points: readonly Point[], arm: string): Point[] {
  return points.filter((point) => point.arm === arm).sort((a, b) => a.step - b.step);
}

/**
 * A column of a curve where its loss on the new task first falls to `target`, linear between the two points around it;
 * `null` where it never does.
 */
export function atFirstCrossing<Point extends AdaptationPoint>(
  curve: readonly Point[],
  target: number,
  column: { [Name in keyof Point]: Point[Name] extends number ? Name : never }[keyof Point],
): number | null {
  const after = curve.findIndex(({ b_loss }) => b_loss <= target);
  if (after < 0) return null;
  const value = (at: number) => curve[at][column] as number;
  if (after === 0) return value(0);
  const [from, to] = [curve[after - 1].b_loss, curve[after].b_loss];
  const share = (from - target) / (from - to);
  return value(after - 1) + share * (value(after) - value(after - 1));
}
