import * as Plot from '@observablehq/plot';
import { mean } from 'd3-array';
import { pairedBy } from '../../lib/statistics/paired.js';
import { decimals, percent } from '../../lib/text/number.js';
import { type Arm, armGroups } from '../../papers/condition-number/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { meansInWords } from '../in-words.js';
import { dots } from '../marks.js';
import type { AdaptationSettings } from './adaptation.js';
import { type CurveRow, matchedNetworks } from './matched-networks.js';
import { arms } from './series.js';

/** Which arms of a network are compared: the one that should forget less comes first. */
const armPairs: readonly (readonly [less: Arm, more: Arm])[] = [
  ['low', 'high'],
  ['a-low', 'a-high'],
  ['b-low', 'b-high'],
];

/** Two arms of one network. */
interface Link {
  readonly less: Arm;
  readonly more: Arm;
  readonly from: number;
  readonly to: number;
}

/** The smallest difference of interest, nats, as in the claims. */
const ofInterest = 0.01;

/** What came of tuning the highest κ, and of tuning at random, beside the lowest; of other arms what they forget. */
function titleOf(networks: readonly { readonly arm: Arm; readonly forget: number }[]): string {
  if (networks.length === 0) return 'No run came so far.';
  const [low, high, random, all] = (['low', 'high', 'rand', 'all'] as const).map((id) =>
    mean(
      networks.filter(({ arm }) => arm === id),
      ({ forget }) => forget,
    ),
  );
  if (low === undefined || high === undefined)
    return `Nats forgotten at equal learning: ${meansInWords(networks, {
      by: ({ arm }) => arms.label(arm),
      value: ({ forget }) => forget,
      digits: 3,
    })}.`;
  const spared =
    random !== undefined && all !== undefined && all > low
      ? `; three matrices at random spare ${percent((all - random) / (all - low))} of what the three lowest spare`
      : '';
  return `${comparison(high - low)}${spared}.`;
}

/** @param more nats that tuning the highest κ forgets beyond what tuning the lowest forgets */
function comparison(more: number): string {
  if (Math.abs(more) < ofInterest) return 'Tuning the highest κ forgets about as much as tuning the lowest';
  return `Tuning the highest κ forgets ${more > 0 ? 'more' : 'less'} than tuning the lowest`;
}

/** Pixels below which the labels of neighbouring arms would meet. */
const crowded = 480;

/** Forgetting of every arm and seed at matched adaptation; dashed lines join the arms of a seed that are compared. */
export function matchedFigure(
  curves: readonly CurveRow[],
  settings: Omit<AdaptationSettings, 'seed'>,
  width: number,
): Drawing {
  const shown: readonly Arm[] = armGroups[settings.group];
  const networks = matchedNetworks(curves, settings).filter(({ arm }) => shown.includes(arm));
  const rows = networks.flatMap(({ forget, ...row }) => (forget === null ? [] : [{ ...row, forget }]));
  const of = (arm: Arm) => rows.filter((row) => row.arm === arm);
  const links = armPairs.flatMap(([less, more]) =>
    pairedBy(of(less), of(more), ({ seed }) => seed).map(([one, other]) => ({
      less,
      more,
      from: one.forget,
      to: other.forget,
    })),
  );
  const means = shown.flatMap((arm) => {
    const forget = mean(of(arm), (row) => row.forget);
    return forget === undefined ? [] : [{ arm, forget }];
  });
  const { color, symbol } = arms.scales(shown);
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: 340,
    x: {
      type: 'band',
      domain: shown,
      tickFormat: (arm: Arm) => (width < crowded ? arms.label(arm).replace(' κ', '\nκ') : arms.label(arm)),
      label: null,
      padding: 0.4,
    },
    y: { label: '↑ Forgotten at equal learning (nats)', grid: true, nice: true, zero: true },
    color,
    symbol: { ...symbol, legend: false },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
      Plot.link(links, {
        x1: 'less',
        x2: 'more',
        y1: 'from',
        y2: 'to',
        // Strong where the arm of low κ forgot more, against the claim.
        stroke: ({ from, to }: Link) => (to < from ? 'var(--not-reproduced)' : 'var(--ink-soft)'),
        strokeOpacity: ({ from, to }: Link) => (to < from ? 0.7 : 0.22),
        strokeDasharray: '3 3',
      }),
      dots(rows, {
        x: 'arm',
        y: 'forget',
        by: 'arm',
        series: arms,
        strokeWidth: 1.75,
        r: 4,
        channels: { 'forgetting (nats)': 'forget', seed: 'seed', steps: 'step' },
        tip: {
          format: {
            'forgetting (nats)': '.3f',
            steps: '.0f',
            symbol: false,
            stroke: false,
            x: false,
            y: false,
          },
        },
      }),
      Plot.tickY(
        rows,
        Plot.groupX(
          { y: 'mean' },
          { x: 'arm', y: 'forget', stroke: 'var(--ink)', strokeWidth: 2.5, insetLeft: -18, insetRight: -18 },
        ),
      ),
      Plot.text(means, {
        x: 'arm',
        y: 'forget',
        text: ({ forget }) => decimals(forget, 3),
        fontWeight: 'bold',
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
        textAnchor: 'start',
        dx: 10,
        dy: -9,
      }),
    ],
  });
  const { fraction, of: rule, study } = settings;
  const reference = rule === 'all' ? 'tuning everything' : 'the arm that gains least';
  const never = networks.length - rows.length;
  const left = never > 0 ? ` ${never} runs never came so far and are left out.` : '';
  return {
    plot,
    title: titleOf(shown.flatMap(of)),
    caption: `Study “${study}”: each network is read where it has made ${percent(fraction)} of the gain of ${reference}. A mark is a network, a bar the mean. Dashed lines join lowest and highest κ of one network: those drawn strongly go down, against the claim.${left}`,
  };
}
