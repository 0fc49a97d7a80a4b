import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import { encoderIds, type tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import { isNarrow } from '../panels.js';
import { encoderLabels } from './series.js';

type Encoder = RowsOf<typeof tables>['game'][number]['encoder'];

/** A facet an encoder, with its name above: beside each other, or below each other where the page is narrow. */
export function encoderPanels(width: number) {
  const narrow = isNarrow(width);
  const axis = narrow ? 'fy' : 'fx';
  return {
    /** Of the plot. */
    options: {
      marginTop: 44,
      width,
      height: narrow ? 640 : 350,
      grid: true,
      [axis]: { domain: encoderIds, axis: null, padding: 0.12 },
    },
    /** Of every mark that is drawn in its encoder's panel. */
    facet: { [axis]: ({ encoder }: { readonly encoder: Encoder }) => encoder },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(encoderIds, {
        [axis]: String,
        text: (encoder: Encoder) => encoderLabels[encoder],
        frameAnchor: 'top-left',
        lineAnchor: 'bottom',
        dy: -8,
        fontWeight: 'bold',
      }),
    ],
  };
}
