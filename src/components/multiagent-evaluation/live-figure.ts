import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';
import { liveProfiles, type LiveBandit, type LiveEdge } from './live-bandit.js';

const corners = [[0, 1], [1, 1], [0, 0], [1, 0]] as const; // prettier-ignore
const strokes = { decided: 'var(--ink)', undecided: 'var(--ink-soft)', wrong: 'var(--series-2)' } as const;

/** The response graph as found, the payoff intervals that decided it, and where the games were spent. */
export function liveFigure(run: LiveBandit, { width }: { readonly width: number }): HTMLElement {
  const narrow = width < 620;
  const panel = narrow ? width : (width - 16) / 2;
  return element('div', { class: 'panels' }, graph(run, panel), intervals(run, panel), history(run, width));
}

function graph({ edges, found }: LiveBandit, width: number): SVGElement | HTMLElement {
  const states = Object.keys(strokes) as LiveEdge['state'][];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return Plot.plot({
    ...figureStyle,
    margin: 34,
    width,
    height: 300,
    axis: null,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    color: { domain: states, range: states.map((state) => strokes[state]), legend: true },
    marks: [
      ...states.map((state) =>
        Plot.arrow(
          edges.filter((edge) => edge.state === state),
          {
            x1: ({ from }: LiveEdge) => corners[from][0],
            y1: ({ from }: LiveEdge) => corners[from][1],
            x2: ({ to }: LiveEdge) => corners[to][0],
            y2: ({ to }: LiveEdge) => corners[to][1],
            stroke: 'state',
            strokeWidth: state === 'wrong' ? 3.5 : 2,
            strokeDasharray: state === 'undecided' ? '5 4' : 'none',
            inset: 32,
            headLength: 9,
          },
        ),
      ),
      Plot.dot(corners, {
        x: '0',
        y: '1',
        r: 29,
        fill: 'var(--ground-raised)',
        stroke: 'var(--rule-strong)',
      }),
      Plot.text(corners, { x: '0', y: '1', dy: -8, text: (_: unknown, i: number) => liveProfiles[i] }),
      Plot.text(corners, {
        x: '0',
        y: '1',
        dy: 10,
        fontWeight: 'bold',
        text: (_: unknown, i: number) => percent(found[i]),
      }),
    ],
  });
}

function intervals({ intervals: rows }: LiveBandit, width: number): SVGElement | HTMLElement {
  const clamped = rows.map((row) => ({ ...row, low: Math.max(0, row.low), high: Math.min(1, row.high) }));
  return Plot.plot({
    ...figureStyle,
    marginTop: 44,
    width,
    height: 300,
    fx: { label: null, domain: ['row player', 'column player'], padding: 0.1 },
    x: {
      type: 'point',
      label: 'Profile',
      padding: 0.5,
      domain: liveProfiles,
      tickFormat: (profile: string) => profile.replace(/[() ]/g, ''),
    },
    y: { label: '↑ Payoff', domain: [0, 1], grid: true },
    marks: [
      Plot.ruleX(clamped, {
        fx: 'player',
        x: 'profile',
        y1: 'low',
        y2: 'high',
        stroke: 'var(--series-1)',
        strokeWidth: 6,
        strokeOpacity: 0.75,
      }),
      Plot.dot(clamped, {
        fx: 'player',
        x: 'profile',
        y: 'truth',
        symbol: 'times',
        stroke: 'var(--series-2)',
        strokeWidth: 2.5,
        r: 5,
      }),
    ],
  });
}

function history({ history: rows }: LiveBandit, width: number): SVGElement | HTMLElement {
  return Plot.plot({
    ...figureStyle,
    width,
    height: 200,
    x: { type: 'log', label: 'Games played (log scale) →', tickFormat: '~s', ticks: 4 },
    y: { label: '↑ Share of games so far', domain: [0, 1], tickFormat: '.0%' },
    color: { domain: liveProfiles, range: seriesColors.slice(0, 4), legend: true },
    marks: [
      Plot.areaY(rows, {
        x: 'interactions',
        y: 'share',
        fill: 'profile',
        fillOpacity: 0.75,
        order: liveProfiles,
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
    ],
  });
}
