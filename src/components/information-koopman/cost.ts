import * as Plot from '@observablehq/plot';
import { max, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import { decimals, significant } from '../../lib/text/number.js';
import { capitalised } from '../../lib/text/sentence.js';
import { type SystemId, systemLabels, type tables } from '../../papers/information-koopman/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, reference } from '../marks.js';
import { lettering } from '../palette.js';
import { heightOf } from '../panels.js';
import { type VariantId, variants } from './series.js';

type Rows = RowsOf<typeof tables>;

/** Without either term, with each, and with both. */
const named = ['kae', 'mi', 'vne', 'ours'] as const satisfies readonly VariantId[];

/** Ever more of the entropy beside coherence, and what is written there of its share. */
const growing = [
  { variant: 'mi', share: undefined },
  { variant: 'ours-0.005', share: 'a tenth' },
  { variant: 'ours-0.02', share: 'two fifths' },
  { variant: 'ours', share: 'all of it' },
] as const satisfies readonly { readonly variant: VariantId; readonly share: string | undefined }[];

const shown: readonly VariantId[] = [...named, 'ours-0.005', 'ours-0.02'];

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
    row.system === system && shown.includes(row.variant);
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
  const of = (variant: VariantId) => costs.filter((cost) => cost.variant === variant);
  const [plain, whole] = (['kae', 'ours'] as const).map((variant) => meansOf(of(variant)));
  const doses = growing
    .filter(({ variant }) => of(variant).length > 0)
    .map(({ variant, share }) => ({
      share,
      ...meansOf(of(variant)),
      highest: max(of(variant), ({ error }) => error)!,
    }));
  const greatest = max(costs, ({ error }) => error)!;
  const marks = { x: 'dimension', y: 'error', r: 4.5, strokeWidth: 2, channels: { seed: 'seed' } } as const;
  const blue = variants.color('ours');
  const plot = Plot.plot({
    ...figureStyle,
    marginRight: 24,
    width,
    height: heightOf(width, 0.5),
    grid: true,
    x: { label: 'Directions in use (effective dimension) →', zero: true, nice: true },
    // Differences are read here, and no lengths: the axis begins where the marks do.
    y: { label: `↑ Error ${settings.ahead} steps ahead (NRMSE)`, nice: true, ticks: 5, insetTop: 16 },
    ...variants.scales(named),
    marks: [
      greatest > 0.7 ? reference({ y: 1, label: 'predicting the mean' }) : null,
      Plot.line(doses, { x: 'dimension', y: 'error', stroke: blue, strokeOpacity: 0.5 }),
      Plot.dot(
        costs.filter(({ variant }) => !(named as readonly VariantId[]).includes(variant)),
        { ...marks, stroke: blue, symbol: variants.symbol('ours'), fill: 'var(--ground)', tip: true },
      ),
      dots(costs, { ...marks, by: 'variant', series: variants, tip: { format: { symbol: false } } }),
      Plot.text(doses, {
        filter: 'share',
        x: 'dimension',
        y: 'highest',
        text: 'share',
        dy: -14,
        fill: lettering(blue),
        stroke: 'var(--ground)',
        strokeWidth: 4,
      }),
    ],
  });
  const { system, ahead } = settings;
  const title = `${capitalised(systemLabels[system])}: with both terms features use ${decimals(whole.dimension, 1)} directions instead of ${decimals(plain.dimension, 1)}, and forecasts ${ahead} steps ahead err ${significant(whole.error / plain.error, 2)} times as much.`;
  return { plot, title };
}

const meansOf = (costs: readonly Cost[]) => ({
  dimension: mean(costs, ({ dimension }) => dimension)!,
  error: mean(costs, ({ error }) => error)!,
});
