import * as Plot from '@observablehq/plot';
import { encoderLabels } from './series.js';

/** The encoder's name above each panel: panels lie under each other where the page is narrow. */
export function panelTitles(narrow: boolean): Plot.Text {
  const titles = Object.values(encoderLabels);
  const name = (title: string) => title;
  return Plot.text(titles, {
    ...(narrow ? { fy: name } : { fx: name }),
    text: name,
    frameAnchor: 'top-left',
    dy: -14,
    fontWeight: 'bold',
  });
}
