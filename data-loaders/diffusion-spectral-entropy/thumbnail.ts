import * as Plot from '@observablehq/plot';
import { escape, op } from 'arquero';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';

/** DSMI with the labels during training, small: learning above, memorising below, without words. */
export const thumbnail: Thumbnail = {
  tables: ['training'],
  draw({ training }, document) {
    const means = training
      .groupby('regime', 'epoch')
      .rollup({ dsmi: op.mean('dsmi_y') })
      .orderby('epoch');
    const runs = (regime: string) =>
      training.filter(escape((row: { regime: string }) => row.regime === regime));
    const color = { domain: ['clean', 'wrong'], range: ['#0072b2', '#d55e00'] };
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 8,
      axis: null,
      y: { zero: true },
      color,
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        color.domain.map((regime) =>
          Plot.line(runs(regime), {
            x: 'epoch',
            y: 'dsmi_y',
            z: 'seed',
            stroke: 'regime',
            strokeOpacity: 0.35,
          }),
        ),
        Plot.line(means, { x: 'epoch', y: 'dsmi', stroke: 'regime', strokeWidth: 3, strokeLinecap: 'round' }),
        Plot.dot(means, { x: 'epoch', y: 'dsmi', fill: 'regime', r: 4 }),
      ],
    });
  },
};
