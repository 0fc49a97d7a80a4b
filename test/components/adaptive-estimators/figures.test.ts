import { describe, expect, it } from 'vitest';
import { bitsLost } from '../../../src/components/adaptive-estimators/bits-lost.js';
import {
  drops,
  dropsInWords,
  lostByPenalty,
  penaltyInWords,
} from '../../../src/components/adaptive-estimators/drops.js';
import { generalisation } from '../../../src/components/adaptive-estimators/generalisation.js';
import { informationPlanes } from '../../../src/components/adaptive-estimators/information-planes.js';
import { liveFigure } from '../../../src/components/adaptive-estimators/live-figure.js';
import type {
  LiveSettings,
  LiveSnapshot,
} from '../../../src/components/adaptive-estimators/live-snapshot.js';
import { liveTraining } from '../../../src/components/adaptive-estimators/live-training.js';
import { rulers } from '../../../src/components/adaptive-estimators/rulers.js';
import type { Drawing } from '../../../src/components/figure.js';
import type { ReadingRow, RunRow } from '../../../src/papers/adaptive-estimators/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const slug = 'adaptive-estimators';

const told = ({ plot, title, alternative }: Drawing) =>
  [title, alternative, summary(plot)].filter((text) => text !== undefined).join('\n');

describe('figures from the recorded rows', () => {
  it('information-planes', async () => {
    const rows = [
      ...(await recordedRows<ReadingRow>(slug, 'plane')),
      ...(await recordedRows<ReadingRow>(slug, 'rulers')),
    ];
    const adaptive = { estimator: 'ebab', l2: 0, split: 'random' } as const;
    expect(summary(informationPlanes(rows, { ...adaptive, seed: 0 }, 700))).toMatchSnapshot();
    const noisy = { ...adaptive, estimator: 'fixed-kde', seed: null } as const;
    expect(summary(informationPlanes(rows, noisy, 360))).toMatchSnapshot();
    const none = informationPlanes(rows, { ...adaptive, l2: 9, seed: 0 }, 700);
    expect(none.textContent).toBe('No network was trained in this way.');
  });

  it('rulers', async () => {
    const rows = await recordedRows<ReadingRow>(slug, 'rulers');
    expect(told(rulers(rows, { activation: 'relu', layer: 5 }, 700))).toMatchSnapshot();
  });

  it('drops', async () => {
    const runs = await recordedRows<RunRow>(slug, 'runs');
    expect(told(drops(runs, { layer: 5, split: 'random' }, 700))).toMatchSnapshot();
    expect(dropsInWords(runs, { layer: 5, split: 'random' })).toMatchSnapshot();
    const [network] = runs.filter(({ activation, l2 }) => activation === 'tanh' && l2 === 0);
    const alike = { ...network, split: 'random', layer: 5 } as const;
    const without = [1, 3].map((drop) => ({ ...alike, drop }));
    const penalised = [2, 5].map((drop) => ({ ...alike, drop, l2: 0.015 }));
    const alone = { ...alike, activation: 'swish', drop: 9 } as const;
    expect(lostByPenalty([...without, ...penalised, alone], [5])).toBe('1.5');
    const layers = [3, 5].flatMap((layer) =>
      [...without, ...penalised].map((row) => ({ ...row, layer, drop: layer === 3 ? -row.drop : row.drop })),
    );
    expect(penaltyInWords(layers)).toBe(
      'Squares, with L2, lie 1.5 bits to the right on average in the last layer, and 1.5 bits to the left in layers 3 and 4.',
    );
  });

  it('bits-lost', async () => {
    expect(told(bitsLost(await recordedRows<RunRow>(slug, 'initialisations'), 700))).toMatchSnapshot();
  });

  it('generalisation', async () => {
    const runs = await recordedRows<RunRow>(slug, 'initialisations');
    const settings = { activation: 'relu', measure: 'drop', alive: true } as const;
    expect(told(generalisation(runs, settings, 700))).toMatchSnapshot();
    expect(told(generalisation(runs, { ...settings, measure: 'rel_drop' }, 360))).toMatchSnapshot();
  });
});

it('training', async () => {
  const settings: LiveSettings = {
    ...{ activation: 'relu', l2: 0, learningRate: 2e-3, seed: 1, epochs: 3, bins: 30 },
  };
  const snapshots: LiveSnapshot[] = [];
  for await (const snapshot of liveTraining(settings)) snapshots.push(snapshot);
  const run = { state: 'finished', settings, where: 'here', snapshots, seconds: 1 } as const;
  expect(told(liveFigure(run, { bins: 30, layer: 5 }, 700))).toMatchSnapshot();
  const title = (state: 'running' | 'failed') =>
    liveFigure({ ...run, state, snapshots: [] }, { bins: 30, layer: 5 }, 700).title;
  expect([title('running'), title('failed')]).toEqual(['ReLU: starting.', 'ReLU: nothing was trained.']);
  expect(liveFigure(null, { bins: 30, layer: 5 }, 700).title).toBeUndefined();
});
