import * as Plot from '@observablehq/plot';
import { mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import { decimals, significant } from '../../lib/text/number.js';
import { capitalised } from '../../lib/text/sentence.js';
import { type SystemId, systemLabels, type tables } from '../../papers/information-koopman/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, reference } from '../marks.js';
import { heightOf } from '../panels.js';
import { type VariantId, variants } from './series.js';

type Rows = RowsOf<typeof tables>;

/** Without either term, with each, and with ever more of the entropy beside coherence. */
const shown = ['kae', 'mi', 'vne', 'ours-0.005', 'ours-0.02', 'ours'] as const satisfies readonly VariantId[];

export interface CostSettings {
  readonly system: SystemId;
  /** Steps that are predicted. */
  readonly ahead: number;
}

interface Cost {
  readonly variant: VariantId;
  readonly seed: number;
  readonly dimension: number;
  readonly error: number;
}

/** What predictions cost: the effective dimension of each model’s latents, and its error so many steps ahead. */
export function costsOf(
  members: Rows['members'],
  rollout: Rows['rollout'],
  { system, ahead }: CostSettings,
): readonly Cost[] {
  const isShown = (row: { readonly system: SystemId; readonly variant: VariantId }) =>
    row.system === system && (shown as readonly VariantId[]).includes(row.variant);
  const name = ({ variant, seed }: { readonly variant: VariantId; readonly seed: number }) =>
    `${variant} ${seed}`;
  const errors = rollout.filter((row) => isShown(row) && row.h === ahead);
  return pairedBy(members.filter(isShown), errors, name).map(([{ variant, seed, d_eff }, { nrmse }]) => ({
    variant,
    seed,
    dimension: d_eff,
    error: nrmse,
  }));
}

/** Errors of predictions against how many directions the latents use: a mark a seed. */
export function costFigure(
  members: Rows['members'],
  rollout: Rows['rollout'],
  settings: CostSettings,
  width: number,
): Drawing {
  const costs = costsOf(members, rollout, settings);
  const [plain, whole] = (['kae', 'ours'] as const).map((variant) => {
    const own = costs.filter((cost) => cost.variant === variant);
    return { dimension: mean(own, ({ dimension }) => dimension)!, error: mean(own, ({ error }) => error)! };
  });
  const greatest = Math.max(...costs.map(({ error }) => error));
  const plot = Plot.plot({
    ...figureStyle,
    marginRight: 24,
    width,
    height: heightOf(width, 0.55),
    grid: true,
    x: { label: 'Directions in use (effective dimension) →', zero: true, nice: true },
    y: { label: `↑ Error ${settings.ahead} steps ahead (NRMSE)`, zero: true, nice: true, ticks: 5 },
    ...variants.scales(shown),
    marks: [
      greatest > 0.7 ? reference({ y: 1, label: 'predicting the mean' }) : null,
      dots(costs, {
        x: 'dimension',
        y: 'error',
        by: 'variant',
        series: variants,
        r: 4.5,
        strokeWidth: 2,
        channels: { seed: 'seed' },
        tip: { format: { symbol: false } },
      }),
    ],
  });
  const { system, ahead } = settings;
  const title = `${capitalised(systemLabels[system])}: with both terms the latents use ${decimals(whole.dimension, 1)} directions instead of ${decimals(plain.dimension, 1)}, and predictions ${ahead} steps ahead err ${significant(whole.error / plain.error, 2)} times as much.`;
  return { plot, title };
}
