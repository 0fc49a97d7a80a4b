import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/gain-control/claims.js';
import type { Drawing } from '../../../src/components/figure.js';
import { covarianceFigure } from '../../../src/components/gain-control/covariance-figure.js';
import { drawnFigure, sharesEnough } from '../../../src/components/gain-control/drawn-networks.js';
import { effectsFigure } from '../../../src/components/gain-control/effects-figure.js';
import { equalisation } from '../../../src/components/gain-control/equalisation.js';
import { gridFigure, sharesBy } from '../../../src/components/gain-control/grid.js';
import { liveFigure } from '../../../src/components/gain-control/live-figure.js';
import { networkTable } from '../../../src/components/gain-control/network-table.js';
import { onlineFigure } from '../../../src/components/gain-control/online.js';
import { networks } from '../../../src/components/gain-control/series.js';
import { tradeoff } from '../../../src/components/gain-control/tradeoff.js';
import { tuningFigure } from '../../../src/components/gain-control/tuning-figure.js';
import type {
  CovarianceRow,
  EffectRow,
  GridRow,
  NetworkRow,
  Rows,
  TuningRow,
} from '../../../src/papers/gain-control/tables.js';
import { judged } from '../../data-loaders/judged.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const slug = 'gain-control';
const titled = ({ title, plot }: Drawing) => `${title}\n${summary(plot)}`;

describe('figures from the recorded rows', async () => {
  const effects = (await recordedRows<EffectRow>(slug, 'effects')).filter(
    ({ p_adapter }) => p_adapter === 0.35,
  );

  it('networks drawn at random, beside the sizes that the claims ask for', async () => {
    const rows = await recordedRows<NetworkRow>(slug, 'networks');
    expect(titled(drawnFigure(rows, 640))).toMatchSnapshot();
    expect(titled(drawnFigure(rows, 360))).toMatchSnapshot();
    const asked = ['maxima-minima', 'repulsion', 'decorrelation'].flatMap((id) =>
      judged(claims, id, { networks: rows }).conditions.map(({ measurement }) => measurement.value),
    );
    expect(sharesEnough(rows).map(({ share }) => share)).toEqual(asked);
  });

  it('tuning', async () => {
    const rows = await recordedRows<TuningRow>(slug, 'tuning');
    const mixed = rows.filter(({ network }) => network === 'mixed');
    expect(summary(tuningFigure(mixed, { theta: 75, adapter: 90 }, 640))).toMatchSnapshot();
  });

  it('effects', () => {
    expect(summary(effectsFigure(effects, { networks: networks.ids }, 640))).toMatchSnapshot();
    expect(summary(effectsFigure(effects, { networks: ['mixed', 'loop'] }, 360))).toMatchSnapshot();
  });

  it('networks side by side', async () => {
    const states = await recordedRows<Rows['states'][number]>(slug, 'states');
    const lines = [...networkTable(effects, states, 0.35).querySelectorAll('tbody tr')];
    const cells = lines.map((line) => [...line.children].map(({ textContent }) => textContent));
    expect(cells.map((line) => line.join(' | '))).toMatchSnapshot();
  });

  it('equalisation', () => {
    const mixed = effects.filter(({ network }) => network === 'mixed');
    expect(summary(equalisation(mixed, 640))).toMatchSnapshot();
  });

  it('covariance', async () => {
    const rows = await recordedRows<CovarianceRow>(slug, 'covariance');
    expect(summary(covarianceFigure(rows, { quantity: 'cov' }, 640))).toMatchSnapshot();
    expect(summary(covarianceFigure(rows, { quantity: 'change' }, 360))).toMatchSnapshot();
  });

  it('tradeoff', async () => {
    const rows = await recordedRows<Rows['tradeoff'][number]>(slug, 'tradeoff');
    expect(titled(tradeoff(rows, { price: 20 }, 640))).toMatchSnapshot();
  });

  it('grid', async () => {
    const rows = await recordedRows<GridRow>(slug, 'grid');
    expect(titled(gridFigure(rows, { split: 'inhibition' }, 640))).toMatchSnapshot();
    expect(titled(gridFigure(rows, { split: 'alpha' }, 360))).toMatchSnapshot();
  });

  it('online', async () => {
    const rows = await recordedRows<Rows['online'][number]>(slug, 'online');
    expect(summary(onlineFigure(rows, { seed: null }, 640))).toMatchSnapshot();
    expect(summary(onlineFigure(rows, { seed: 3 }, 640))).toMatchSnapshot();
  });

  it('live-adaptation', () => {
    const network = { alpha: 1, gamma: 1, excitation: 0.8, inhibition: 0.4, probability: 0.35, adapter: 15 };
    const settings = { ...network, gains: 'input' } as const;
    expect(titled(liveFigure({ ...settings, view: 'tuning' }, 640))).toMatchSnapshot();
    expect(titled(liveFigure({ ...settings, view: 'effects' }, 640))).toMatchSnapshot();
    const none = liveFigure({ ...settings, excitation: 1.4, inhibition: 0, view: 'covariance' }, 640);
    expect(none).toMatchObject({ title: 'There is no answer for this network.' });
    expect(none.caption).toContain('not positive definite');
  });
});

it('shares of a grid are those of the networks with each value', () => {
  const rows = [0.4, 0].flatMap((inhibition) =>
    [1, -1, -1].map((sign) => ({
      inhibition,
      repulsion: inhibition > 0 ? 1 : sign,
      max_ratio_adapter: 0.9,
      max_ratio_ortho: 0.9,
      min_change_adapter: -1,
      correlation_frozen: 1,
      correlation_adaptive: 2,
      variation_frozen: 1,
      variation_adaptive: 0,
      shared_frozen: 0,
      shared_adaptive: 1,
    })),
  );
  const shares = sharesBy(rows as unknown as GridRow[], 'inhibition');
  const of = (effect: string) =>
    shares.filter((share) => share.effect === effect).map(({ value, share }) => [value, share]);
  expect(of('preferences repelled')).toEqual([
    [0, expect.closeTo(100 / 3, 9)],
    [0.4, 100],
  ]);
  expect(of('higher maxima far from it')).toEqual([
    [0, 0],
    [0.4, 0],
  ]);
  expect(of('evener mean responses')).toEqual([
    [0, 100],
    [0.4, 100],
  ]);
});
