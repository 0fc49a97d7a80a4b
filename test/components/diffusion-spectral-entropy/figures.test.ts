import { describe, expect, it } from 'vitest';
import { corruptionFigure } from '../../../src/components/diffusion-spectral-entropy/corruption.js';
import { dimensionFigure } from '../../../src/components/diffusion-spectral-entropy/dimension.js';
import { initialisationFigure } from '../../../src/components/diffusion-spectral-entropy/initialisation.js';
import { liveDiffusionFigure } from '../../../src/components/diffusion-spectral-entropy/live-diffusion-figure.js';
import { modelsFigure } from '../../../src/components/diffusion-spectral-entropy/models.js';
import { imageRegimes, labelRegimes } from '../../../src/components/diffusion-spectral-entropy/series.js';
import { trainingFigure } from '../../../src/components/diffusion-spectral-entropy/training.js';
import type { Drawing } from '../../../src/components/figure.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const read = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('diffusion-spectral-entropy', table);

const titled = ({ title, plot }: Drawing) => `${title}\n${summary(plot)}`;

describe('figures from the recorded rows', () => {
  it('training', async () => {
    const rows = await read('training');
    const all = { shown: 'entropy', against: 'epoch' } as const;
    expect(titled(trainingFigure(rows, labelRegimes, all, 640))).toMatchSnapshot();
    const inputs = { shown: 'inputs', against: 'val_acc' } as const;
    expect(titled(trainingFigure(rows, labelRegimes, inputs, 360))).toMatchSnapshot();
  });

  it('images', async () => {
    const settings = { shown: 'labels', against: 'step' } as const;
    expect(titled(trainingFigure(await read('images'), imageRegimes, settings, 640))).toMatchSnapshot();
  });

  it('dimension', async () => {
    const rows = await read('dimension');
    const most = Math.log2(300);
    expect(summary(dimensionFigure(rows, { noise: 0.01, steps: [1, 2, 3, 5] }, most, 640))).toMatchSnapshot();
    expect(summary(dimensionFigure(rows, { noise: 0.3, steps: [2] }, most, 360))).toMatchSnapshot();
  });

  it('corruption', async () => {
    const rows = [...(await read('corruption')), ...(await read('mine'))];
    expect(summary(corruptionFigure(rows, { noise: 0.01, relative: false }, 640))).toMatchSnapshot();
    expect(summary(corruptionFigure(rows, { noise: 0.5, relative: true }, 360))).toMatchSnapshot();
  });

  it('initialisation', async () => {
    expect(summary(initialisationFigure(await read('initialisation'), { epoch: 4 }, 640))).toMatchSnapshot();
  });

  it.each(['dsmi_y', 'dse'] as const)('models against %s', async (against) => {
    expect(summary(modelsFigure(await read('models'), { against }, 640))).toMatchSnapshot();
  });
});

it('draws a live diffusion, with both entropies in its title', () => {
  // A kernel so wide that the second eigenvector is one alone, whatever the last digit.
  const settings = { clusters: 2, spread: 1, noise: 0, width: 4, steps: 1, bins: 10, seed: 1 };
  const { plot, title } = liveDiffusionFigure(settings, 640);
  expect(title).toMatch(/^DSE \d\.\d\d bits; log₂ 2 = 1\.00; CSE of 10 bins a coordinate \d\.\d\d\.$/);
  expect(summary(plot)).toMatchSnapshot();
});
