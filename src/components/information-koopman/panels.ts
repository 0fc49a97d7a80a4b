import * as Plot from '@observablehq/plot';
import { distinct } from '../../lib/experiment/measuring.js';
import { variantLabel } from './variants.js';

interface OfVariant {
  readonly variant: string;
}

/** A panel a variant, in even lines: as many beside each other as the width holds. */
export function panels(rows: readonly OfVariant[], width: number, least = 160) {
  const names = distinct(rows.map(({ variant }) => variant));
  const most = Math.max(1, Math.floor(width / least));
  const lines = Math.max(1, Math.ceil(names.length / most));
  const columns = Math.max(1, Math.ceil(names.length / lines));
  const place = ({ variant }: OfVariant) => names.indexOf(variant);
  return {
    names,
    lines,
    columns,
    fx: (row: OfVariant) => place(row) % columns,
    fy: (row: OfVariant) => Math.floor(place(row) / columns),
  };
}

/** The names of the variants over their panels, small where panels are narrow. */
export function panelTitles({ names, columns, fx, fy }: ReturnType<typeof panels>, width: number) {
  return Plot.text(
    names.map((variant) => ({ variant })),
    {
      text: ({ variant }: OfVariant) => variantLabel(variant),
      fx,
      fy,
      frameAnchor: 'top',
      dy: -9,
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
