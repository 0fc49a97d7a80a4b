import { decimals } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { liveCurve, type LiveCurveSettings } from './live-curve.js';
import { rateFidelity } from './rate-fidelity.js';
import { truthFunctions } from './truth-functions.js';

/** Labels of the reader's own: what they mean, and the curve that belongs to them. */
export function liveCurveFigure(settings: LiveCurveSettings, width: number): Drawing {
  const curve = liveCurve(settings);
  const { R, G } = curve.points[curve.points.length - 1];
  return {
    plot: element(
      'div',
      {},
      truthFunctions(curve, width),
      rateFidelity(curve.points, { s: 1, whole: false }, width),
    ),
    rows: curve.points.map(({ s, R, G }) => ({ s, R, G })),
    title: `Your own labels: at s = 1, ${decimals(R, 3)} bits carry ${decimals(G, 3)} bits of meaning.`,
  };
}
