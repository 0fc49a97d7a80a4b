import { jointLabels } from '../information/labels.js';
import type { Variable } from './variable.js';

/** Which method to believe, and why. */
export interface Advice {
  /** Of a method of `methods`. */
  readonly method: string;
  readonly reason: string;
  /** Others worth seeing beside it. */
  readonly beside: readonly string[];
}

/** Below so many observations for each combination of labels, bias of second order counts. */
const enoughEach = 5;

/**
 * The method for variables of these kinds, by a fixed rule: counts for labels (Miller–Madow, or Grassberger where there are
 * fewer than five observations for each combination), Ross for a label and continuous numbers, nearest neighbours for
 * continuous ones, and Mesner–Shalizi where values repeat.
 */
export function advise(x: Variable, y: Variable, z?: Variable): Advice {
  const variables = [x, y, ...(z ? [z] : [])];
  const kinds = variables.map(({ kind }) => kind);
  const all = (...of: readonly string[]) => kinds.every((kind) => of.includes(kind));
  if (all('labels', 'constant')) {
    const cells = variables.map(({ labels }) => labels).reduce(jointLabels);
    const each = cells.codes.length / cells.count;
    const enough = each >= enoughEach;
    return {
      method: enough ? 'miller-madow' : 'grassberger',
      reason: `all are labels, with ${each.toFixed(1)} rows for each combination${enough ? '' : ', which is few'}`,
      beside: ['miller-madow', 'grassberger', 'chao-shen', 'plug-in'],
    };
  }
  if (z !== undefined)
    return all('continuous')
      ? {
          method: 'frenzel-pompe',
          reason: 'all are continuous',
          beside: ['frenzel-pompe', 'mesner-shalizi'],
        }
      : {
          method: 'mesner-shalizi',
          reason: 'it takes numbers, repeated numbers and labels together',
          beside: ['mesner-shalizi'],
        };
  if (all('continuous'))
    return {
      method: 'kraskov',
      reason: 'both are continuous, with hardly a value that repeats',
      beside: ['kraskov', 'kraskov-2', 'mesner-shalizi', 'kernel', 'equal-count'],
    };
  if (all('labels', 'continuous'))
    return {
      method: 'ross',
      reason: 'one is labels, the other continuous',
      beside: ['ross', 'mesner-shalizi', 'gao'],
    };
  return {
    method: 'mesner-shalizi',
    reason: 'values repeat, which other estimators by neighbours answer wrongly',
    beside: ['mesner-shalizi', 'equal-count'],
  };
}
