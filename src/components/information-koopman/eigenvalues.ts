import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { panels, panelTitles } from './panels.js';
import { type Named, selected, type Selection, variantColors } from './variants.js';

export interface EigenvalueRow extends Named {
  readonly re: number;
  readonly im: number;
}

export interface EigenvalueOptions extends Selection {
  /** `null` for all. */
  readonly seed: number | null;
  readonly width: number;
}

const circle = (radius: number) =>
  Array.from({ length: 91 }, (_, i) => {
    const angle = (Math.PI * i) / 45;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });

/** Eigenvalues of the operators in the complex plane, a panel a variant, with the circles of modulus 1 and ½. */
export function eigenvalueFigure(
  rows: readonly EigenvalueRow[],
  { seed, width, ...selection }: EigenvalueOptions,
): Element {
  const shown = selected(rows, selection).filter(
    (row) => seed === null || row.seed === seed || row.variant === 'dmd',
  );
  const layout = panels(shown, width, width < 560 ? 160 : 200);
  const { names, fx, fy } = layout;
  const reach = Math.max(1.15, ...shown.map(({ re, im }) => Math.max(Math.abs(re), Math.abs(im)) + 0.05));
  const inPanels = (radius: number) =>
    names.flatMap((variant) => circle(radius).map((point) => ({ ...point, variant })));
  const ring = (radius: number, dash: string) =>
    Plot.line(inPanels(radius), {
      x: 'x',
      y: 'y',
      z: 'variant',
      fx,
      fy,
      stroke: 'var(--rule-strong)',
      strokeDasharray: dash,
    });
  return Plot.plot({
    ...figureStyle,
    marginTop: 44,
    width,
    aspectRatio: 1,
    color: variantColors(selection.variants),
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.14 },
    x: { label: 'Real part →', domain: [-reach, reach], ticks: [-1, 0, 1] },
    y: { label: '↑ Imaginary part', domain: [-reach, reach], ticks: [-1, 0, 1] },
    marks: [
      ring(1, 'none'),
      ring(0.5, '3 3'),
      Plot.dot(shown, { x: 're', y: 'im', fx, fy, stroke: 'variant', r: 3.2, strokeWidth: 1.6 }),
      panelTitles(layout, width),
    ],
  });
}
