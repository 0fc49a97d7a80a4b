import { flatRollup, max, mean } from 'd3-array';
import type { Estimator, ReadingRow } from '../../papers/adaptive-estimators/tables.js';
import { element } from '../element.js';
import { panelPlace, panels } from '../panels.js';
import { epochLegend, planePanel, type PlanePoint } from './plane-panel.js';
import { activations } from './series.js';

export interface InformationPlanesSettings {
  readonly estimator: Estimator;
  readonly l2: number;
  readonly split: ReadingRow['split'];
  /** One network of each activation; the mean over all where `null`. */
  readonly seed: number | null;
}

/** An information plane an activation, side by side where there is room. */
export function informationPlanes(
  rows: readonly ReadingRow[],
  { estimator, l2, split, seed }: InformationPlanesSettings,
  width: number,
): HTMLElement {
  const shown = rows.filter(
    (row) =>
      row.estimator === estimator &&
      row.l2 === l2 &&
      row.split === split &&
      (seed === null || row.seed === seed),
  );
  if (shown.length === 0) return element('p', {}, 'No network was trained in this way.');
  const epochs = [...new Set(shown.map(({ epoch }) => epoch))];
  // Pairs of patterns cost the square of their number: the noisy estimators may have read a part of them alone.
  const isNoisy = estimator === 'akde' || estimator === 'fixed-kde';
  const most = isNoisy ? Math.ceil(max(shown, ({ i_xt }) => i_xt)!) : 12;
  return panels(width, {
    legend: epochLegend(epochs, width),
    draw: (panel, narrow) =>
      activations.options(shown.map(({ activation }) => activation)).map(([name, id], at, all) => {
        const own = shown.filter(({ activation }) => activation === id);
        const networks = new Set(own.map((row) => row.seed)).size;
        return planePanel(overNetworks(own), {
          title: networks > 1 ? `${name}, mean of ${networks}` : name,
          epochs,
          most,
          width: panel,
          height: Math.max(250, panel * 0.72),
          place: panelPlace(at, all.length, narrow ? 1 : 2),
        });
      }),
  });
}

/** Means over networks, by layer and epoch. */
function overNetworks(rows: readonly ReadingRow[]): PlanePoint[] {
  return flatRollup(
    rows,
    (networks) => ({
      i_xt: mean(networks, ({ i_xt }) => i_xt)!,
      i_ty: mean(networks, ({ i_ty }) => i_ty)!,
    }),
    ({ layer }) => layer,
    ({ epoch }) => epoch,
  ).map(([layer, epoch, found]) => ({ layer, epoch, ...found }));
}
