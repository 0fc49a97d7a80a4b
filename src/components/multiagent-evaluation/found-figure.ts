import * as Plot from '@observablehq/plot';
import { extent, flatGroup, mean } from 'd3-array';
import { pairedBy } from '../../lib/statistics/paired.js';
import { percent } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { reference } from '../marks.js';
import { panels } from '../panels.js';
import { kindLabels, type Rows, schemes } from './series.js';

/** At which of the runs are compared. */
const delta = 0.1;

/** Comparisons between the soccer agents: arrows of their response graph. */
const soccerEdges = 900;

type Sample = Rows['samples'][number];

/** A run, by the kind of interval and the scheme, and what is drawn of it. */
interface Found {
  readonly panel: string;
  readonly scheme: string;
  readonly value: number;
}

const place = ({ conf, scheme }: Sample) => ({ panel: kindLabels[conf], scheme: schemes.label(scheme) });
const isStrict = ({ conf }: Sample) => !conf.startsWith('R-');

/** Games that each scheme took on each random game, over those that sampling all profiles in turn took on it. */
export function gamesOverEven(samples: Rows['samples']): readonly Found[] {
  const runs = samples.filter((row) => row.game === 'random' && row.delta === delta && isStrict(row));
  return flatGroup(
    runs.filter(({ scheme }) => scheme !== 'even'),
    ({ conf }) => conf,
    ({ scheme }) => scheme,
  ).flatMap(([conf, , own]) =>
    pairedBy(
      own,
      runs.filter((row) => row.scheme === 'even' && row.conf === conf),
      ({ rep }) => rep,
    ).map(([adaptive, even]) => ({
      ...place(adaptive),
      value: adaptive.interactions / even.interactions,
    })),
  );
}

/** Shares of the comparisons between soccer agents that each run left undecided. */
export function leftUndecided(samples: Rows['samples']): readonly Found[] {
  return samples
    .filter((row) => row.game === 'soccer' && row.delta === delta && isStrict(row))
    .map((row) => ({ ...place(row), value: row.unresolved / soccerEdges }));
}

/** The least and the greatest mean of a scheme with a kind of interval. */
function meansOf(found: readonly Found[]): [number, number] {
  const means = flatGroup(
    found,
    ({ panel }) => panel,
    ({ scheme }) => scheme,
  ).map(([, , own]) => mean(own, ({ value }) => value)!);
  return extent(means) as [number, number];
}

/** What the page’s first figure says, from the rows that it draws. */
export function foundInWords(samples: Rows['samples']): string {
  const [few, many] = meansOf(gamesOverEven(samples)).map((share) => percent(share));
  const [least, most] = meansOf(leftUndecided(samples)).map((share) => percent(share, 1));
  return `On random games ResponseGraphUCB plays ${few} to ${many} of even sampling’s games, by scheme and interval; of comparisons between soccer agents it leaves ${least} to ${most} undecided.`;
}

/** Left, games played beside even sampling on random games; right, what stays undecided on soccer. */
export function foundFigure(samples: Rows['samples'], width: number): Drawing {
  const plot = panels(width, {
    draw: (panel, narrow) => [
      dotsOf(gamesOverEven(samples), {
        width: panel,
        named: true,
        label: 'Games ÷ those of even sampling, random 4 × 4 →',
        x: { type: 'log', ticks: [0.1, 0.3, 1, 3], tickFormat: '~g', domain: [0.05, 3] },
        at: 1,
        name: 'even',
      }),
      dotsOf(leftUndecided(samples), {
        width: panel,
        // Beside the other its rows are those of the other.
        named: narrow,
        label: 'Undecided comparisons, soccer →',
        x: { domain: [0, 1], tickFormat: (share: number) => percent(share), ticks: 4 },
      }),
    ],
  });
  return { plot, title: foundInWords(samples) };
}

interface DotsOptions {
  readonly width: number;
  /** Whether the schemes are named. */
  readonly named: boolean;
  readonly label: string;
  readonly x: Plot.ScaleOptions;
  readonly at?: number;
  readonly name?: string;
}

/** A scheme’s name without its letters: `one edge at a time`. */
const shortName = (label: string) => label.replace(/^.*: /, '');

/** A row a scheme and a block a kind of interval: a faint mark a run, a heavy one their mean. */
function dotsOf(found: readonly Found[], { width, named, label, x, at, name }: DotsOptions) {
  const rows = { fy: 'panel', y: 'scheme' } as const;
  const kinds = [...new Set(found.map(({ panel }) => panel))];
  const names = schemes.ids.filter((id) => id !== 'even').map((id) => schemes.label(id));
  return Plot.plot({
    ...figureStyle,
    marginTop: 36,
    marginLeft: named ? 140 : 16,
    marginRight: 26,
    width,
    height: 300,
    x: { grid: true, label, ...x },
    y: { domain: names, label: null, axis: named ? 'left' : null, tickFormat: shortName, tickSize: 0 },
    fy: { domain: kinds, label: null, axis: null, padding: 0.22 },
    marks: [
      Plot.text(kinds, {
        fy: String,
        text: String,
        frameAnchor: 'top-left',
        dy: -16,
        fontWeight: 600,
      }),
      at === undefined ? null : reference({ x: at }),
      at === undefined
        ? null
        : Plot.text(kinds.slice(0, 1), { fy: String, frameAnchor: 'top', x: at, text: [name], dy: -14 }),
      Plot.dot(found, {
        ...rows,
        x: 'value',
        r: 3,
        stroke: 'var(--ours)',
        strokeOpacity: 0.45,
        fill: 'none',
      }),
      Plot.tickX(
        found,
        Plot.groupY({ x: 'mean' }, { ...rows, x: 'value', stroke: 'var(--ink)', strokeWidth: 3 }),
      ),
    ],
  });
}
