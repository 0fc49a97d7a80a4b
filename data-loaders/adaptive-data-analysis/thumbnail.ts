import * as Plot from '@observablehq/plot';
import { op } from 'arquero';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { ofLargestSample, rowsWith } from './measuring.js';

/** Train, holdout and fresh; each has 3:1 on a light and on a dark page. */
const strokes = ['#808080', '#d55e00', '#0072b2'];

/** The reusable holdout without signal, small: standard left, Thresholdout right, without words. */
export const thumbnail: Thumbnail = {
  tables: ['holdout'],
  draw({ holdout }, document) {
    const means = rowsWith(ofLargestSample(holdout), { signal: false })
      .groupby('mode', 'set', 'k')
      .rollup({ accuracy: op.mean('accuracy') })
      .orderby('k');
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 8,
      axis: null,
      fx: { axis: null },
      y: { domain: [0.45, 0.8], clamp: true },
      color: { domain: ['train', 'holdout', 'fresh'], range: strokes },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(means, {
          fx: 'mode',
          x: 'k',
          y: 'accuracy',
          stroke: 'set',
          strokeWidth: 3,
          strokeLinecap: 'round',
        }),
      ],
    });
  },
};
