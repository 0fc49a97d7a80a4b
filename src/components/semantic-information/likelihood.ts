import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';
import type { CandidateRow } from './rows.js';

/** Semantic information and likelihood against the centre of a label, for one sample; a rule at either's best. */
export function likelihoodFigure(
  rows: readonly CandidateRow[],
  { sample, built, width }: { sample: number; built: string; width: number },
): SVGElement | HTMLElement {
  const shown = rows.filter((row) => row.sample === sample && row.built === built);
  const names = ['semantic information I(X; θ)', 'mean log-likelihood'];
  const curves = shown.flatMap(({ mu, information, likelihood }) => [
    { mu, value: information, name: names[0] },
    { mu, value: likelihood, name: names[1] },
  ]);
  const best = names.map((name) =>
    curves.filter((row) => row.name === name).reduce((a, b) => (b.value > a.value ? b : a)),
  );
  return Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { label: 'Centre μ of the label →', domain: [0, 100] },
    y: { label: '↑ Bits', domain: [-25, 4], clamp: false },
    color: { domain: names, range: [seriesColors[0], seriesColors[1]], legend: true },
    marks: [
      Plot.ruleX(best, { x: 'mu', stroke: 'var(--ink-soft)', strokeDasharray: '3 3' }),
      names.map((name, i) =>
        Plot.line(
          curves.filter((row) => row.name === name),
          { x: 'mu', y: 'value', stroke: 'name', strokeWidth: 2.4, strokeDasharray: seriesDashes[i], clip: true },
        ),
      ),
      Plot.dot(best, { x: 'mu', y: 'value', fill: 'name', r: 5 }),
    ],
  }); // prettier-ignore
}
