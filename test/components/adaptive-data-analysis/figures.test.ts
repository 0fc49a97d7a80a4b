import { describe, expect, it } from 'vitest';
import {
  accuraciesOf,
  peaksInWords,
  reportsInWords,
} from '../../../src/components/adaptive-data-analysis/accuracies.js';
import { accuracyTable } from '../../../src/components/adaptive-data-analysis/accuracy-table.js';
import {
  coordinatedError,
  noisyError,
} from '../../../src/components/adaptive-data-analysis/adaptive-error.js';
import {
  coordinatedUpdates,
  updatesInWords,
} from '../../../src/components/adaptive-data-analysis/coordinated-updates.js';
import { liveError } from '../../../src/components/adaptive-data-analysis/live-error.js';
import { liveHoldoutFigure } from '../../../src/components/adaptive-data-analysis/live-holdout-figure.js';
import { reusableHoldout } from '../../../src/components/adaptive-data-analysis/reusable-holdout.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/adaptive-data-analysis/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const recorded = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('adaptive-data-analysis', table);

describe('figures from the recorded rows', () => {
  it('reusable-holdout', async () => {
    const holdout = await recorded('holdout');
    const means = accuraciesOf(holdout, { n: 10_000, seed: null });
    const drawn = { dots: true, selected: 500 };
    expect(summary(reusableHoldout(means, drawn, 640))).toMatchSnapshot();
    expect(`${reportsInWords(means)} ${peaksInWords(means)}`).toMatchSnapshot();
    const one = accuraciesOf(holdout, { n: 1000, seed: 3 }).filter(({ mode }) => mode === 'thresholdout');
    expect(summary(reusableHoldout(one, drawn, 360))).toMatchSnapshot();
    const rows = [...accuracyTable(means, 10_000).querySelectorAll('tr')];
    expect(rows).toHaveLength(1 + 2 * 2 * 15);
    expect(rows[1].textContent).toMatchSnapshot();
  });

  it.each(['max_error', 'final_error'] as const)('adaptive-error and noisy-error, %s', async (error) => {
    for (const { plot, title, caption, alternative } of [
      coordinatedError(await recorded('coordinated_error'), error, 640),
      noisyError(await recorded('adaptive_error'), { n: 2000, sigma: 0.06, error }, 640),
    ])
      expect([title, caption, alternative, summary(plot)].join('\n')).toMatchSnapshot();
  });

  it('adaptive-error where coordinated answers never fail, or at once', async () => {
    const rows = await recorded('coordinated_error');
    const captionWith = (max_error: number) =>
      coordinatedError(
        rows.map((row) => ({ ...row, max_error })),
        'max_error',
        640,
      ).caption;
    expect(captionWith(0.1)).toContain('stay under the dashed line, T + 4·tolerance, throughout');
    expect(captionWith(0.9)).toContain('lie above the dashed line, T + 4·tolerance, from the start');
  });

  it('updates', async () => {
    const path = await recorded('coordinated_path');
    expect(summary(coordinatedUpdates(path, { seed: null }, 640))).toMatchSnapshot();
    expect(summary(coordinatedUpdates(path, { seed: 2 }, 360))).toMatchSnapshot();
    expect(updatesInWords(path)).toMatchSnapshot();
  });

  it('live-error', () => {
    const { plot, title } = liveError({ n: 2000, m: 5000, sigma: 0.06 }, 640);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
  });

  it('live-holdout', () => {
    const settings = { signal: false, threshold: 4, tolerance: 1, noise: 'gaussian', seed: 1 } as const;
    const { plot, title } = liveHoldoutFigure({ ...settings, thresholdout: true, k: 60 }, 640);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
  });
});
