import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { ofStudy } from './rows-of.js';

interface CurveRow {
  readonly study: string;
  readonly seed: number;
  readonly arm: string;
  readonly step: number;
  readonly b_loss: number;
  readonly forget: number;
}

/** Grey for what is compared, one colour for KappaTune; both with 3:1 on a light and on a dark page. */
const strokes: Readonly<Record<string, string>> = {
  low: '#d55e00',
  all: '#808080',
  rand: '#808080',
  lora2: '#5b86b0',
};

/** Forgetting against adaptation, small: one seed, without words. */
export const thumbnail: Thumbnail = {
  tables: ['curves'],
  draw({ curves }, document) {
    const rows = ofStudy<CurveRow>(curves, 'base').filter(({ seed, arm }) => seed === 0 && arm in strokes);
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 8,
      axis: null,
      x: { reverse: true },
      y: { insetTop: 6 },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(rows, {
          x: 'b_loss',
          y: 'forget',
          z: 'arm',
          stroke: ({ arm }: CurveRow) => strokes[arm],
          strokeWidth: 3,
          strokeLinecap: 'round',
          sort: 'step',
        }),
      ],
    });
  },
};
