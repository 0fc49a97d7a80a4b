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

/** The mean of each scheme with each kind of interval. */
const meansIn = (found: readonly Found[]): readonly Found[] =>
  flatGroup(
    found,
    ({ panel }) => panel,
    ({ scheme }) => scheme,
  ).map(([panel, scheme, own]) => ({ panel, scheme, value: mean(own, ({ value }) => value)! }));

/** The least and the greatest of these. */
const endsOf = (found: readonly Found[]) => extent(meansIn(found), ({ value }) => value) as [number, number];

/** What the page’s first figure says, from the rows that it draws. */
export function foundInWords(samples: Rows['samples']): string {
  const [few, many] = endsOf(gamesOverEven(samples)).map((share) => percent(share));
  const [least, most] = endsOf(leftUndecided(samples)).map((share) => percent(share, 1));
  return `On random games ResponseGraphUCB plays ${few} to ${many} of even sampling’s games; between soccer agents it leaves ${least} to ${most} of the comparisons undecided.`;
}

/** Left, games played beside even sampling on random games; right, what stays undecided on soccer. */
export function foundFigure(samples: Rows['samples'], width: number): Drawing {
  const plot = panels(width, {
    draw: (panel, narrow) => [
      dotsOf(gamesOverEven(samples), {
        width: panel,
        named: true,
        title: 'Random 4 × 4 games: share of even sampling’s games',
        x: { type: 'log', ticks: [0.1, 0.3, 1, 3], domain: [0.05, 3] },
        at: 1,
      }),
      dotsOf(leftUndecided(samples), {
        width: panel,
        // Beside the other its rows are those of the other.
        named: narrow,
        title: 'Soccer: share of comparisons left undecided',
        x: { domain: [0, 1], ticks: 4 },
      }),
    ],
  });
  return { plot, title: foundInWords(samples) };
}

interface DotsOptions {
  readonly width: number;
  /** Whether the schemes are named. */
  readonly named: boolean;
  readonly title: string;
  readonly x: Plot.ScaleOptions;
  /** Where a scheme takes as many games as even sampling. */
  readonly at?: number;
}

/** A scheme’s name without its letters: `one edge at a time`. */
const shortName = (label: string) => label.replace(/^.*: /, '');

/** A row a scheme and a block a kind of interval: a faint mark a run, a heavy one their mean, told at the right. */
function dotsOf(found: readonly Found[], { width, named, title, x, at }: DotsOptions) {
  const rows = { fy: 'panel', y: 'scheme' } as const;
  const means = meansIn(found);
  const kinds = [...new Set(found.map(({ panel }) => panel))];
  const names = schemes.ids.filter((id) => id !== 'even').map((id) => schemes.label(id));
  return Plot.plot({
    ...figureStyle,
    marginTop: 56,
    marginLeft: named ? 130 : 16,
    marginRight: 44,
    width,
    height: 300,
    x: { grid: true, label: null, tickFormat: (share: number) => percent(share), ...x },
    y: { domain: names, label: null, axis: named ? 'left' : null, tickFormat: shortName, tickSize: 0 },
    fy: { domain: kinds, label: null, axis: null, padding: 0.22 },
    marks: [
      Plot.text(kinds.slice(0, 1), {
        fy: String,
        text: [title],
        frameAnchor: 'top-left',
        dx: named ? -124 : -10,
        dy: -44,
        fontSize: 12,
        fontWeight: 600,
      }),
      Plot.text(kinds, {
        fy: String,
        text: (kind: string) => `${kind} intervals`,
        frameAnchor: 'top-left',
        dy: -16,
        fill: 'var(--ink-soft)',
      }),
      at === undefined ? null : reference({ x: at }),
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
      Plot.text(means, {
        ...rows,
        text: ({ value }) => percent(value),
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 600,
      }),
    ],
  });
}
