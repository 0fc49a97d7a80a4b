import * as Plot from '@observablehq/plot';
import { variants } from './series.js';

interface OfVariant {
  readonly variant: string;
}

/** Where the variants stand: a facet each. */
export interface Facets {
  readonly names: readonly string[];
  readonly lines: number;
  readonly columns: number;
  fx(row: OfVariant): number;
  fy(row: OfVariant): number;
}

/** A facet for each variant that rows are of, in even lines of at most so many, in the order of the series. */
export function facets(rows: readonly OfVariant[], most: number): Facets {
  const present = new Set(rows.map(({ variant }) => variant));
  const names = variants.ids.filter((id) => present.has(id));
  const lines = Math.max(1, Math.ceil(names.length / Math.max(1, most)));
  const columns = Math.max(1, Math.ceil(names.length / lines));
  const place = ({ variant }: OfVariant) => (names as readonly string[]).indexOf(variant);
  return {
    names,
    lines,
    columns,
    fx: (row) => place(row) % columns,
    fy: (row) => Math.floor(place(row) / columns),
  };
}

/** The names of the variants above their facets, small where facets are narrow. */
export function facetTitles({ names, columns, fx, fy }: Facets, width: number): Plot.Text {
  return Plot.text(
    names.map((variant) => ({ variant })),
    {
      text: ({ variant }: OfVariant) => variants.label(variant),
      fx,
      fy,
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -7,
      fontWeight: 600,
      fontSize: width / columns < 200 ? 11 : 13,
      fill: 'var(--ink)',
    },
  );
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Text of a tick on a logarithmic axis of shares: 1, 0.1, 0.01, then powers of ten. */
export function shareTick(share: number): string {
  return share >= 0.01 ? String(share) : `10⁻${superscripts[Math.round(-Math.log10(share))]}`;
}

/** A circle about the origin of the complex plane. */
export function circle(radius: number): { readonly re: number; readonly im: number }[] {
  return Array.from({ length: 91 }, (_, i) => {
    const angle = (Math.PI * i) / 45;
    return { re: radius * Math.cos(angle), im: radius * Math.sin(angle) };
  });
}
