import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';
import type { ReferenceRow, RoundRow, StretchRow } from './rows.js';

export interface RoundsOptions {
  readonly problem: string;
  /** The run that is shown and marked; `map` for the likeliest class. */
  readonly start: string;
  readonly round: number;
  readonly width: number;
}

/** A partition of the plane of features, and the information of all runs round by round. */
export function roundsFigure(
  maps: readonly StretchRow[],
  rounds: readonly RoundRow[],
  references: readonly ReferenceRow[],
  { problem, start, round, width }: RoundsOptions,
): HTMLElement {
  const narrow = width < 620;
  const panel = narrow ? width : (width - 16) / 2;
  const ofRun = maps.filter((row) => row.problem === problem && row.start === start);
  const at = Math.min(round, Math.max(...ofRun.map((row) => row.round)));
  const stretches = ofRun.filter((row) => row.round === at);
  const labels = [1, 2, 3, 4, 5].slice(0, Math.max(...stretches.map(({ label }) => label), 3));
  const map = Plot.plot({
    ...figureStyle,
    width: panel,
    height: Math.min(panel, 400) + 40,
    x: { label: 'First feature z₁ →', domain: [0, 101] },
    y: { label: '↑ Second feature z₂', domain: [0, 101] },
    color: { type: 'ordinal', domain: labels, range: labels.map((_, i) => seriesColors[i]), legend: true, tickFormat: (label: number) => `label ${label}` },
    marks: [
      Plot.rect(stretches, {
        x1: 'from',
        x2: (row: StretchRow) => row.to + 1,
        y1: 'z2',
        y2: (row: StretchRow) => row.z2 + 1,
        fill: 'label',
        fillOpacity: 0.75,
        shapeRendering: 'crispEdges',
      }),
      // Labels in words too, for whom the colours are alike.
      Plot.text(middles(stretches), { x: 'x', y: 'y', text: 'label', fontWeight: 'bold', fontSize: 18, fill: 'var(--ink)', stroke: 'var(--ground)', strokeWidth: 4 }),
    ],
  }); // prettier-ignore

  const drawn = rounds.filter((row) => row.problem === problem && (isNaN(+row.start) || +row.start < 100));
  const marked = drawn.filter((row) => row.start === start);
  const [{ MAP, bound }] = references.filter((row) => row.problem === problem);
  const best = Math.max(...drawn.map(({ MI }) => MI));
  const rules = [
    { value: best, name: 'the best', dy: 9, dash: 'none' },
    { value: MAP, name: 'likeliest class', dy: 22, dash: '2 3' },
    { value: bound, name: 'all that the features hold', dy: -8, dash: '7 4' },
  ];
  const lines = Plot.plot({
    ...figureStyle,
    width: panel,
    height: Math.min(panel, 400) + 40,
    grid: true,
    x: { label: 'Rounds →', domain: [0, 15] },
    y: { label: '↑ I(X; Y) (bits)', domain: [0, bound * 1.06] },
    marks: [
      Plot.line(drawn, { x: 'round', y: 'MI', z: 'start', stroke: 'var(--ink-soft)', strokeOpacity: 0.3, strokeWidth: 1, clip: true }),
      rules.map(({ dash, ...rule }) => [
        Plot.ruleY([rule], { y: 'value', stroke: 'var(--ink)', strokeDasharray: dash }),
        Plot.text([rule], { y: 'value', x: 15, text: 'name', textAnchor: 'end', dy: rule.dy, dx: -4, fill: 'var(--ink)', stroke: 'var(--ground)', strokeWidth: 4 }),
      ]),
      Plot.line(marked, { x: 'round', y: 'MI', stroke: 'var(--ours)', strokeWidth: 2.5, clip: true }),
      Plot.dot(marked.filter((row) => row.round <= at), { x: 'round', y: 'MI', fill: 'var(--ours)', r: (row: RoundRow) => (row.round === at ? 6 : 3), clip: true }),
    ],
  }); // prettier-ignore
  return element('div', { class: 'panels' }, map, lines);
}

/** A place inside each label, in the middle of its longest stretch. */
function middles(stretches: readonly StretchRow[]): { label: number; x: number; y: number }[] {
  return [...new Set(stretches.map(({ label }) => label))].map((label) => {
    const own = stretches.filter((row) => row.label === label);
    const longest = own.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    return { label, x: (longest.from + longest.to + 1) / 2, y: Math.min(95, Math.max(5, longest.z2)) };
  });
}
