import { describe, expect, it } from 'vitest';
import { inTime } from '../../../src/components/lossy-compression-ib/in-time.js';
import { known, knownInWords } from '../../../src/components/lossy-compression-ib/known.js';
import { liveFigure } from '../../../src/components/lossy-compression-ib/live-figure.js';
import { liveKnown } from '../../../src/components/lossy-compression-ib/live-known.js';
import { pathsOf } from '../../../src/components/lossy-compression-ib/paths.js';
import { planes } from '../../../src/components/lossy-compression-ib/planes.js';
import { weights } from '../../../src/components/lossy-compression-ib/weights.js';
import type { PlaneRow, SyntheticRow, WeightRow } from '../../../src/papers/lossy-compression-ib/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const slug = 'lossy-compression-ib';

describe('figures from the recorded rows', async () => {
  const plane = await recordedRows<PlaneRow>(slug, 'plane');
  const means = pathsOf(plane, { compression: 'autoencoder', seed: null, smooth: false });

  it('planes', () => {
    const until = Math.max(...means.map(({ step }) => step));
    expect(summary(planes(means, { until, errors: true }, 640))).toMatchSnapshot();
    expect(summary(planes(means, { until: 40, errors: false }, 360))).toMatchSnapshot();
  });

  it.each(['i_xl', 'i_ly'] as const)('time, %s', (quantity) => {
    expect(summary(inTime(means, { quantity }, 640))).toMatchSnapshot();
  });

  it('known', async () => {
    const rows = await recordedRows<SyntheticRow>(slug, 'synthetic');
    const codes = { representation: 'autoencoder', estimators: ['wkl'] } as const;
    expect(summary(known(rows, codes, 640))).toMatchSnapshot();
    expect(
      summary(known(rows, { representation: 'principal', estimators: ['wkl', 'kl'] }, 360)),
    ).toMatchSnapshot();
    expect(knownInWords(rows, codes)).toMatchSnapshot();
  });

  it('weights', async () => {
    const rows = await recordedRows<WeightRow>(slug, 'weights');
    const { plot, title } = weights(rows, { dimension: 8, neighbours: 5 }, 640);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
  });

  it('live-known', () => {
    const settings = {
      information: 4,
      family: 'rectangles',
      samples: 300,
      bandwidth: 0.35,
      seed: 1,
    } as const;
    const chosen = { ...settings, estimator: 'wkl', given: 'parameters' } as const;
    const snapshot = [...liveKnown(chosen)].at(-1);
    const { plot, title } = liveFigure({ settings: chosen, snapshot }, 640);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
    expect(liveFigure({ settings: chosen, snapshot: undefined }, 640).title).toBe('True: 4 nats.');
  });
});
