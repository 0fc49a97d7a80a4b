import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import type { Net } from './nets.js';

/** From the first epoch to the last; each has 3:1 on a light and on a dark page. */
const colors = ['#808080', '#0d7fb8', '#d55e00'];

interface Point extends Net {
  readonly layer: number;
  readonly epoch: number;
  readonly estimator: string;
  readonly i_xt: number;
  readonly i_ty: number;
}

/** The information plane of one tanh network, small: the path of every layer, without words. */
export const thumbnail: Thumbnail = {
  tables: ['plane'],
  draw({ plane }, document) {
    const points = (plane.objects() as Point[]).filter(
      ({ activation, l2, split, seed, estimator }) =>
        activation === 'tanh' && l2 === 0 && split === 'random' && seed === 0 && estimator === 'ebab',
    );
    const last = Math.max(...points.map(({ epoch }) => epoch));
    const age = ({ epoch }: Point) => Math.log1p(epoch) / Math.log1p(last);
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      x: { domain: [4, 12] },
      y: { domain: [0, 1] },
      color: { type: 'linear', domain: [0, 0.5, 1], range: colors },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(points, {
          x: 'i_xt',
          y: 'i_ty',
          z: 'layer',
          stroke: '#808080',
          strokeWidth: 1.5,
          clip: true,
        }),
        Plot.dot(points, { x: 'i_xt', y: 'i_ty', fill: age, r: 4, clip: true }),
      ],
    });
  },
};
