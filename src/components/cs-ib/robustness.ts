import * as Plot from '@observablehq/plot';
import { flatRollup, groups, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { type DatasetId, datasetLabels, type tables } from '../../papers/cs-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { coursesInWords } from '../in-words.js';
import { dots, lines } from '../marks.js';
import { heightOf, isNarrow } from '../panels.js';
import { methods } from './series.js';

export interface RobustnessSettings {
  readonly dataset: DatasetId;
  /** Place of β on each method's own grid; 0 is β = 0. */
  readonly level: number;
  /** Divides by the RMSE on clean inputs, so that a worse fit does not pass for robustness. */
  readonly relative: boolean;
}

type AttackRow = RowsOf<typeof tables>['attack'][number];

/** RMSE under attack against its strength: a line a method for FGSM, a mark for PGD. */
export function robustness(
  attack: readonly AttackRow[],
  { dataset, level, relative }: RobustnessSettings,
  width: number,
): Drawing {
  const means = meansAt(attack, level, relative, dataset);
  const place = { x: 'eps', y: 'error', by: 'method', series: methods } as const;
  const fgsm = means.filter(({ kind }) => kind === 'fgsm');
  const pgd = means.filter(({ kind }) => kind === 'pgd');
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width, 0.55),
    grid: true,
    x: {
      label: `${isNarrow(width) ? 'Attack ε, in' : 'Strength of the attack ε, in standard'} deviations of an input →`,
    },
    y: {
      label: relative ? '↑ RMSE under attack ÷ RMSE on clean inputs' : '↑ RMSE under attack (log target)',
      nice: true,
    },
    ...methods.scales(),
    marks: [
      lines(fgsm, { ...place, strokeWidth: 1.75 }),
      dots(fgsm, { ...place, r: 3, channels: { β: 'beta' }, tip: true }),
      dots(pgd, {
        ...place,
        fill: 'none',
        strokeWidth: 3.5,
        r: 4,
        dx: 7,
        channels: { attack: 'kind' },
        tip: true,
      }),
    ],
  });
  const courses = coursesInWords(fgsm, {
    by: ({ method }) => methods.label(method),
    along: ({ eps }) => eps,
    value: ({ error }) => error ?? null,
  });
  return {
    plot,
    title: `Errors under attack, ${datasetLabels[dataset]}.`,
    alternative: `Lines of error against the strength of the attack, one a method. From no attack to the strongest: ${courses}.`,
  };
}

/** Means over seeds at that place of each method's own grid of β, or at its last. */
function meansAt(attack: readonly AttackRow[], level: number, relative: boolean, dataset: DatasetId) {
  const chosen = groups(attack, ({ method }) => method).flatMap(([, runs]) => {
    const betas = sort(new Set(runs.map(({ beta }) => beta)));
    const beta = betas[Math.min(level, betas.length - 1)];
    return runs.filter((run) => run.beta === beta && run.dataset === dataset);
  });
  const error = ({ rmse, clean_rmse: clean }: AttackRow) =>
    relative && rmse !== null ? clean && rmse / clean : rmse;
  return flatRollup(
    chosen,
    (runs) => ({ error: mean(runs, error), beta: runs[0].beta }),
    ({ method }) => method,
    ({ kind }) => kind,
    ({ eps }) => eps,
  )
    .map(([method, kind, eps, values]) => ({ method, kind, eps, ...values }))
    .sort((a, b) => a.eps - b.eps);
}
