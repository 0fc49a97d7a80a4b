import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { distinct, type Named, selected, type Selection, variantColors, variantLabel } from './variants.js';

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
  const names = distinct(shown.map(({ variant }) => variant));
  const columns = Math.max(1, Math.min(names.length, Math.floor(width / 200)));
  const side = (width - 68) / columns;
  const place = (variant: string) => names.indexOf(variant);
  const fx = (row: { variant: string }) => place(row.variant) % columns;
  const fy = (row: { variant: string }) => Math.floor(place(row.variant) / columns);
  const reach = Math.max(1.15, ...shown.map(({ re, im }) => Math.max(Math.abs(re), Math.abs(im)) + 0.05));
  const panels = names.map((variant) => ({ variant }));
  const inPanels = (radius: number) =>
    panels.flatMap(({ variant }) => circle(radius).map((point) => ({ ...point, variant })));
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
  const lines = Math.max(1, Math.ceil(names.length / columns));
  return Plot.plot({
    ...figureStyle,
    width,
    height: 76 + lines * Math.min(side, 320),
    color: variantColors(selection.variants),
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.1 },
    x: { label: 'Real part →', domain: [-reach, reach], ticks: [-1, 0, 1] },
    y: { label: '↑ Imaginary part', domain: [-reach, reach], ticks: [-1, 0, 1] },
    marks: [
      ring(1, 'none'),
      ring(0.5, '3 3'),
      Plot.dot(shown, { x: 're', y: 'im', fx, fy, stroke: 'variant', r: 3.2, strokeWidth: 1.6 }),
      Plot.text(panels, {
        text: ({ variant }: { variant: string }) => variantLabel(variant),
        fx,
        fy,
        frameAnchor: 'top',
        dy: -6,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ],
  });
}
