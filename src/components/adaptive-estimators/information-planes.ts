import { mean } from '../../lib/experiment/measuring.js';
import { element } from '../element.js';
import { activationNames, activationsOf } from './names.js';
import { epochLegend, planePanel, type PlanePoint } from './plane-panel.js';
import { distinct, type ReadingRow } from './rows.js';

export interface InformationPlanesOptions {
  readonly estimator: string;
  readonly l2: number;
  readonly split: string;
  /** One network of each activation; the mean over all where `null`. */
  readonly seed: number | null;
  readonly width: number;
}

/** An information plane an activation, side by side where there is room. */
export function informationPlanes(
  rows: readonly ReadingRow[],
  { estimator, l2, split, seed, width }: InformationPlanesOptions,
): HTMLElement {
  const shown = rows.filter(
    (row) =>
      row.estimator === estimator &&
      row.l2 === l2 &&
      row.split === split &&
      (seed === null || row.seed === seed),
  );
  if (shown.length === 0) return element('p', {}, 'No network was trained in this way.');
  const epochs = distinct(shown, 'epoch');
  const panel = width < 560 ? width : (width - 16) / 2;
  // Pairs of patterns cost the square of their number: the noisy estimators may have read a part of them alone.
  const most = noisy(estimator) ? Math.ceil(Math.max(...shown.map(({ i_xt }) => i_xt))) : 12;
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, epochLegend(epochs, width)),
    activationsOf(shown).map((activation) => {
      const own = shown.filter((row) => row.activation === activation);
      const networks = distinct(own, 'seed').length;
      const name = activationNames[activation];
      return planePanel(overNetworks(own), {
        title: networks > 1 ? `${name}, mean of ${networks}` : name,
        ...{ epochs, most, width: panel, height: Math.max(250, panel * 0.72) },
      });
    }),
  );
}

const noisy = (estimator: string) => estimator === 'akde' || estimator === 'fixed-kde';

/** Means over networks, by layer and epoch. */
function overNetworks(rows: readonly ReadingRow[]): PlanePoint[] {
  const epochs = distinct(rows, 'epoch');
  return distinct(rows, 'layer').flatMap((layer) =>
    epochs.map((epoch) => {
      const own = rows.filter((row) => row.layer === layer && row.epoch === epoch);
      return {
        ...{ layer, epoch },
        i_xt: mean(own.map(({ i_xt }) => i_xt)),
        i_ty: mean(own.map(({ i_ty }) => i_ty)),
      };
    }),
  );
}
