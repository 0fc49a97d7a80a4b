import * as Plot from '@observablehq/plot';
import { element } from './element.js';
import type { Series } from './series.js';

/** Names of series, each beside its line as it is drawn: for figures of lines without symbols. */
export function lineLegend({ ids, label, color, dash }: Series, shown: readonly string[]): HTMLElement {
  const stroke = (id: string) =>
    Plot.plot({
      width: 28,
      height: 10,
      margin: 0,
      axis: null,
      x: { domain: [0, 1] },
      y: { domain: [-1, 1] },
      marks: [Plot.ruleY([0], { stroke: color(id), strokeWidth: 2.6, strokeDasharray: dash(id) })],
    });
  return element(
    'div',
    { class: 'legend', style: 'display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; font-size: 0.8rem' },
    ids
      .filter((id) => shown.includes(id))
      .map((id) =>
        element(
          'span',
          { style: 'display: inline-flex; align-items: center; gap: 0.4rem' },
          stroke(id),
          label(id),
        ),
      ),
  );
}
