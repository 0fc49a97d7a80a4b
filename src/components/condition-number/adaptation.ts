import * as Plot from '@observablehq/plot';
import { flatRollup, mean } from 'd3-array';
import { type ArmGroup, armGroups } from '../../papers/condition-number/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { heightOf } from '../panels.js';
import { type CurveRow, matchedNetworks, type MatchedSettings } from './matched-networks.js';
import { arms } from './series.js';

export interface AdaptationSettings extends MatchedSettings {
  /** One seed; the mean of all, step by step, where `null`. */
  readonly seed: number | null;
  readonly group: ArmGroup;
}

type Point = Pick<CurveRow, 'arm' | 'step' | 'b_loss' | 'forget'>;

/** Forgetting against adaptation: to the right an arm has learnt more of the new source, upwards it has forgotten more. */
export function adaptation(
  rows: readonly CurveRow[],
  { seed, group, ...matched }: AdaptationSettings,
  width: number,
): Drawing {
  const { study } = matched;
  const shown: readonly string[] = armGroups[group];
  const own = rows.filter((row) => row.study === study && (seed === null || row.seed === seed));
  const points = means(own.filter(({ arm }) => shown.includes(arm)));
  const target = mean(matchedNetworks(own, matched), (row) => row.target)!;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: heightOf(width),
    grid: true,
    x: { reverse: true, label: 'Loss on the new source, training data (nats) →', nice: true },
    y: { label: '↑ Forgetting: rise of the loss on the old source (nats)', nice: true },
    ...arms.scales(shown),
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.6 }),
      reference({ x: target }),
      // To the left of the rule, where curves that rise to the right leave room.
      Plot.text([target], {
        x: Number,
        frameAnchor: 'top',
        text: ['compared here'],
        textAnchor: 'end',
        dx: -6,
        dy: 4,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
      }),
      lines(points, { x: 'b_loss', y: 'forget', by: 'arm', series: arms }),
      dots(points, {
        x: 'b_loss',
        y: 'forget',
        by: 'arm',
        series: arms,
        r: 3,
        channels: { 'new source (nats)': 'b_loss', 'forgetting (nats)': 'forget', step: 'step' },
        tip: {
          format: {
            'new source (nats)': '.3f',
            'forgetting (nats)': '.3f',
            x: false,
            y: false,
            stroke: arms.label,
            symbol: false,
          },
        },
      }),
    ],
  });
  const networks = seed === null ? 'mean of all seeds' : `seed ${seed}`;
  return { plot, title: `Learning the new, forgetting the old: study “${study}”, ${networks}.` };
}

/** Of every arm and step, over seeds. */
function means(rows: readonly CurveRow[]): Point[] {
  return flatRollup(
    rows,
    (own) => ({ b_loss: mean(own, ({ b_loss }) => b_loss)!, forget: mean(own, ({ forget }) => forget)! }),
    ({ arm }) => arm,
    ({ step }) => step,
  ).map(([arm, step, of]) => ({ arm, step, ...of }));
}
