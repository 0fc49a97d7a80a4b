import * as Plot from '@observablehq/plot';
import { extent, greatest, group, groups, max } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { partitionLabels } from './series.js';

type Rows = RowsOf<typeof tables>;
type StretchRow = Rows['mmi_maps'][number];
type RoundRow = Rows['mmi_rounds'][number];

/** A run of which every partition is kept; its start is `map` for the likeliest class. */
export type KeptRun = Pick<StretchRow, 'problem' | 'start'>;

export interface RoundsSettings {
  readonly run: KeptRun;
  readonly round: number;
}

/** The runs that there are maps of. */
export function keptRuns(maps: readonly StretchRow[]): KeptRun[] {
  const first = new Map(maps.map(({ problem, start }) => [`${problem} ${start}`, { problem, start }]));
  return [...first.values()];
}

/** What a run is called: `three classes: random start 1`. */
export function runLabel({ problem, start }: KeptRun): string {
  const starts: Readonly<Record<string, string>> = {
    map: 'the likeliest class, for comparison',
    columns: 'stripes along z₁',
    rows: 'stripes along z₂',
  };
  return `${problem} classes: ${starts[start] ?? `random start ${Number(start) + 1}`}`;
}

/** A partition of the plane of features, and the information of all runs round by round. */
export function rounds(
  { mmi_maps, mmi_rounds, mmi_references }: Pick<Rows, 'mmi_maps' | 'mmi_rounds' | 'mmi_references'>,
  { run: { problem, start }, round }: RoundsSettings,
  width: number,
): HTMLElement {
  const kept = mmi_maps.filter((row) => row.problem === problem && row.start === start);
  const at = Math.min(
    round,
    max(kept, (row) => row.round)!,
  );
  const stretches = kept.filter((row) => row.round === at);
  const runs = mmi_rounds.filter((row) => row.problem === problem && isDrawn(row));
  const { MAP, bound } = mmi_references.find((row) => row.problem === problem)!;
  return panels(width, {
    draw: (panel) => {
      const size = { width: panel, height: Math.min(panel, 400) + 40 };
      const marked = runs.filter((row) => row.start === start);
      return [partition(stretches, size), progress(runs, marked, { MAP, bound, at }, size)];
    },
  });
}

/** What the curves come to: the least and the most after three rounds and in the end, beside the likeliest class. */
export function roundsInWords(
  { mmi_rounds, mmi_references }: Pick<Rows, 'mmi_rounds' | 'mmi_references'>,
  problem: RoundRow['problem'],
): string {
  const runs = groups(
    mmi_rounds.filter((row) => row.problem === problem && isDrawn(row) && row.start !== 'map'),
    ({ start }) => start,
  );
  const between = (of: (rows: readonly RoundRow[]) => number | undefined) =>
    (extent(runs, ([, own]) => of(own)) as [number, number]).map((MI) => decimals(MI, 3)).join(' to ');
  const { MAP } = mmi_references.find((row) => row.problem === problem)!;
  return `After three rounds they have ${between((own) => own.find(({ round }) => round === 3)?.MI)} bits, in the end ${between((own) => max(own, ({ MI }) => MI))}; the likeliest class has ${decimals(MAP, 3)}.`;
}

/** Stripes, and a hundred random starts. */
const isDrawn = ({ start }: RoundRow) => Number.isNaN(Number(start)) || Number(start) < 100;

interface Size {
  readonly width: number;
  readonly height: number;
}

function partition(stretches: readonly StretchRow[], size: Size): SVGElement | HTMLElement {
  const shown = partitionLabels.ids.slice(
    0,
    Math.max(
      3,
      max(stretches, ({ label }) => label)!,
    ),
  );
  return Plot.plot({
    ...figureStyle,
    ...size,
    x: { label: 'First feature z₁ →', domain: [0, 101] },
    y: { label: '↑ Second feature z₂', domain: [0, 101] },
    color: { ...partitionLabels.scales(shown).color, legend: true },
    marks: [
      Plot.rect(stretches, {
        x1: 'from',
        x2: ({ to }: StretchRow) => to + 1,
        y1: 'z2',
        y2: ({ z2 }: StretchRow) => z2 + 1,
        fill: ({ label }: StretchRow) => String(label),
        fillOpacity: 0.75,
        shapeRendering: 'crispEdges',
      }),
      // Labels in words too, for whom the colours are alike.
      Plot.text(middles(stretches), {
        x: 'x',
        y: 'y',
        text: 'label',
        fontWeight: 'bold',
        fontSize: 18,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
      }),
    ],
  });
}

/** A place inside each label, in the middle of its longest stretch. */
function middles(stretches: readonly StretchRow[]): { label: number; x: number; y: number }[] {
  return Array.from(
    group(stretches, (row) => row.label),
    ([label, own]) => {
      const { from, to, z2 } = greatest(own, (row) => row.to - row.from)!;
      return { label, x: (from + to + 1) / 2, y: Math.min(95, Math.max(5, z2)) };
    },
  );
}

function progress(
  runs: readonly RoundRow[],
  marked: readonly RoundRow[],
  { MAP, bound, at }: { readonly MAP: number; readonly bound: number; readonly at: number },
  size: Size,
): SVGElement | HTMLElement {
  const rules = [
    { value: max(runs, ({ MI }) => MI)!, name: 'the best', dy: 9, dash: 'none' },
    { value: MAP, name: 'likeliest class', dy: 22, dash: '2 3' },
    { value: bound, name: 'all that the features hold', dy: -8, dash: '7 4' },
  ];
  const place = { x: 'round', y: 'MI', clip: true } as const;
  return Plot.plot({
    ...figureStyle,
    ...size,
    grid: true,
    x: { label: 'Rounds →', domain: [0, 15] },
    y: { label: '↑ I(X; Y) (bits)', domain: [0, bound * 1.06] },
    marks: [
      Plot.line(runs, {
        ...place,
        z: 'start',
        stroke: 'var(--ink-soft)',
        strokeOpacity: 0.3,
        strokeWidth: 1,
      }),
      rules.map(({ dash, dy, ...rule }) => [
        Plot.ruleY([rule], { y: 'value', stroke: 'var(--ink)', strokeDasharray: dash }),
        Plot.text([rule], {
          y: 'value',
          x: 15,
          text: 'name',
          textAnchor: 'end',
          dy,
          dx: -4,
          fill: 'var(--ink)',
          stroke: 'var(--ground)',
          strokeWidth: 4,
        }),
      ]),
      Plot.line(marked, { ...place, stroke: 'var(--ours)', strokeWidth: 2.5 }),
      Plot.dot(
        marked.filter(({ round }) => round <= at),
        { ...place, fill: 'var(--ours)', r: ({ round }: RoundRow) => (round === at ? 6 : 3) },
      ),
    ],
  });
}
