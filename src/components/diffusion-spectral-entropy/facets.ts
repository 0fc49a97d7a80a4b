import * as Plot from '@observablehq/plot';
import { isNarrow } from '../panels.js';

/** A facet a value, with its name above: beside each other, or below each other where the figure is narrow. */
export function facets<T extends string | number>(
  width: number,
  values: readonly T[],
  label: (value: T) => string,
) {
  const narrow = isNarrow(width);
  const axis = narrow ? 'fy' : 'fx';
  return {
    /** Of the plot. */
    options: {
      width,
      height: narrow ? 560 : 350,
      marginTop: 44,
      [axis]: { domain: values, axis: null, padding: narrow ? 0.15 : 0.1 },
    },
    /** Of a mark: the column whose value says in which facet a row is drawn. */
    by: <C extends string>(column: C) => (narrow ? { fy: column } : { fx: column }),
    /** The names of the facets. */
    names: Plot.text(values, {
      [axis]: (value: T) => value,
      text: label,
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -8,
    }),
  };
}
