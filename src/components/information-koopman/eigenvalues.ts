import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { circle, facets, facetTitles } from './facets.js';
import { selected, type Selection, variants } from './series.js';

export interface EigenvalueSettings extends Selection {
  /** `null` for all. */
  readonly seed: number | null;
}

/** Eigenvalues of the operators in the complex plane, a facet a variant, with the circles of modulus 1 and ½. */
export function eigenvalueFigure(
  eigenvalues: RowsOf<typeof tables>['eigenvalues'],
  { seed, ...selection }: EigenvalueSettings,
  width: number,
): SVGElement | HTMLElement {
  // DMD has no seeds.
  const rows = selected(eigenvalues, selection).filter(
    (row) => seed === null || row.seed === seed || row.variant === 'dmd',
  );
  const layout = facets(rows, Math.floor(width / (isNarrow(width) ? 160 : 200)));
  const { names, fx, fy } = layout;
  const reach = Math.max(1.15, ...rows.map(({ re, im }) => Math.max(Math.abs(re), Math.abs(im)) + 0.05));
  const place = { x: 're', y: 'im', fx, fy } as const;
  const ring = (radius: number, dash: string) =>
    Plot.line(
      names.flatMap((variant) => circle(radius).map((point) => ({ ...point, variant }))),
      { ...place, z: 'variant', stroke: 'var(--rule-strong)', strokeDasharray: dash },
    );
  const axis = { domain: [-reach, reach], ticks: [-1, 0, 1] };
  return Plot.plot({
    ...figureStyle,
    marginTop: 44,
    width,
    aspectRatio: 1,
    color: variants.scales(selection.variants).color,
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.14 },
    x: { label: 'Real part →', ...axis },
    y: { label: '↑ Imaginary part', ...axis },
    marks: [
      ring(1, 'none'),
      ring(0.5, '3 3'),
      Plot.dot(rows, { ...place, stroke: 'variant', r: 3.2, strokeWidth: 1.6 }),
      facetTitles(layout, width),
    ],
  });
}
