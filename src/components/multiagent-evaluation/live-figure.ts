import * as Plot from '@observablehq/plot';
import { count, percent } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { series } from '../series.js';
import {
  type LiveBandit,
  liveBandit,
  type LiveBanditSettings,
  type LiveEdge,
  liveProfiles,
} from './live-bandit.js';
import { bounds, edgeStates } from './series.js';

const profiles = series(Object.fromEntries(liveProfiles.map((profile) => [profile, profile])));

/** Where the profiles stand, from 0 to 1. */
const corners = [
  [0, 1],
  [1, 1],
  [0, 0],
  [1, 0],
] as const;

/** The response graph as found, the payoff intervals that decided it, and where the games were spent. */
export function liveFigure(settings: LiveBanditSettings, width: number): Drawing {
  const run = liveBandit(settings);
  const plot = panels(width, {
    draw: (panel) => [graph(run, panel), intervals(run, panel), history(run, width)],
  });
  const wrong = run.edges.filter(({ state }) => state === 'wrong').length;
  const ranking = run.ranking.map((share) => percent(share)).join(', ');
  const title = `${count(run.interactions)} games, ${run.undecided} arrows undecided, ${wrong} wrong. True α-Rank: ${ranking}.`;
  return { plot, rows: run.history.map((row) => ({ ...row })), title };
}

function graph({ edges, found }: LiveBandit, width: number): SVGElement | HTMLElement {
  return Plot.plot({
    ...figureStyle,
    marginTop: 34,
    marginRight: 34,
    marginBottom: 34,
    marginLeft: 34,
    width,
    height: 300,
    axis: null,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    color: { ...edgeStates.scales().color, legend: true },
    marks: [
      ...edgeStates.ids.map((state) =>
        Plot.arrow(
          edges.filter((edge) => edge.state === state),
          {
            x1: ({ from }: LiveEdge) => corners[from][0],
            y1: ({ from }: LiveEdge) => corners[from][1],
            x2: ({ to }: LiveEdge) => corners[to][0],
            y2: ({ to }: LiveEdge) => corners[to][1],
            stroke: 'state',
            strokeWidth: state === 'wrong' ? 3.5 : 2,
            strokeDasharray: edgeStates.dash(state),
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
        stroke: bounds.color('interval'),
        strokeWidth: 6,
        strokeOpacity: 0.75,
      }),
      Plot.dot(clamped, {
        fx: 'player',
        x: 'profile',
        y: 'truth',
        symbol: 'times',
        stroke: bounds.color('truth'),
        strokeWidth: 2.5,
        r: 5,
      }),
    ],
  });
}

function history({ history: rows }: LiveBandit, width: number): SVGElement | HTMLElement {
  return Plot.plot({
    ...figureStyle,
    marginLeft: 56,
    width,
    height: 200,
    x: { type: 'log', label: 'Games played →', tickFormat: '~s', ticks: 4 },
    y: { label: '↑ Share of games so far', domain: [0, 1], tickFormat: (share: number) => percent(share) },
    color: { ...profiles.scales().color, legend: true },
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
