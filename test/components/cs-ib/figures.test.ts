import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/components/cs-ib/audit.js';
import { bounds } from '../../../src/components/cs-ib/bounds.js';
import { errorTable } from '../../../src/components/cs-ib/error-table.js';
import { errors } from '../../../src/components/cs-ib/errors.js';
import { fit } from '../../../src/components/cs-ib/fit.js';
import { fourPoints } from '../../../src/components/cs-ib/four-points.js';
import { gapFigure } from '../../../src/components/cs-ib/gap.js';
import { informationPlane } from '../../../src/components/cs-ib/information-plane.js';
import { liveFlowFigure } from '../../../src/components/cs-ib/live-flow.js';
import { robustness } from '../../../src/components/cs-ib/robustness.js';
import { placesInWords, twoGaussians } from '../../../src/components/cs-ib/two-gaussians.js';
import type { Drawing } from '../../../src/components/figure.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import { conditionalVariants } from '../../../src/papers/cs-ib/information/conditional-divergence.js';
import { statementIds, type tables } from '../../../src/papers/cs-ib/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const read = <N extends keyof Rows & string>(table: N) => recordedRows<Rows[N][number]>('cs-ib', table);

const told = ({ title, caption, alternative, plot }: Drawing) =>
  [title, caption, alternative, summary(plot)].filter((text) => text !== undefined).join('\n');

describe('figures from the recorded rows', async () => {
  const [plane, attack] = await Promise.all([read('plane'), read('attack')]);
  const dataset = 'california-housing';

  it('information-plane', () => {
    const all = { dataset, yardstick: 'r_own', seed: null, reported: true } as const;
    expect(summary(informationPlane(plane, all, 640))).toMatchSnapshot();
    const one = { dataset: 'bike-sharing', yardstick: 'r_cs', seed: 1, reported: true } as const;
    expect(summary(informationPlane(plane, one, 360))).toMatchSnapshot();
  });

  it.each(['rmse', 'mae'] as const)('errors, %s', (measure) => {
    expect(told(errors(plane, { dataset, measure }, 640))).toMatchSnapshot();
  });

  it('fit', async () => {
    expect(told(fit(await read('fit'), { dataset }, 640))).toMatchSnapshot();
  });

  it('all numbers', () => {
    const lines = [...errorTable(plane, dataset).querySelectorAll('tr')];
    expect(
      lines.map(({ children }) => Array.from(children, (cell) => cell.textContent).join(' | ')),
    ).toMatchSnapshot();
  });

  it('robustness', () => {
    expect(told(robustness(attack, { dataset, level: 0, relative: false }, 640))).toMatchSnapshot();
    const strong = { dataset: 'beijing-pm25', level: 4, relative: true } as const;
    expect(told(robustness(attack, strong, 360))).toMatchSnapshot();
  });

  it('audit', async () => {
    const rows = await read('audit');
    expect(told(audit(rows, { sigma2: 1, variants: conditionalVariants }, 640))).toMatchSnapshot();
    expect(told(audit(rows, { sigma2: 8, variants: ['symmetric'] }, 640))).toMatchSnapshot();
  });

  it('gap', async () => {
    const rows = await read('gap');
    expect(summary(gapFigure(rows, { dataset, information: 'i_cs' }, 640))).toMatchSnapshot();
    expect(summary(gapFigure(rows, { dataset, information: 'i_cs_raw' }, 360))).toMatchSnapshot();
  });

  it.each(statementIds)('bounds, %s', async (statement) => {
    expect(told(bounds(await read('gaussian_pairs'), { statement }, 640))).toMatchSnapshot();
  });

  it('two-gaussians', async () => {
    const points = (await read('two_gaussian_points')).filter(
      ({ kind, step }) => kind === 'target' || step === 10_000,
    );
    const losses = (await read('two_gaussian')).filter(({ seed }) => seed === 0);
    expect(summary(twoGaussians(points, losses, { step: 10_000 }, 640))).toMatchSnapshot();
    expect(placesInWords(points)).toMatchSnapshot();
  });

  it('live-flow', () => {
    const settings = { width: 1, distance: 11.5, rate: 10, steps: 20, seed: 1 };
    expect(told(liveFlowFigure(settings, 640))).toMatchSnapshot();
    // So large a step that the points are lost.
    const lost = liveFlowFigure({ ...settings, width: 0.3, distance: 16, rate: 100, steps: 50 }, 640);
    expect(lost.caption).toMatch(/^The flow ended early: .*\. Take smaller steps or a wider kernel\.$/);
  });

  it('four-points', () => {
    expect(told(fourPoints({ second: 1.1 }, 640))).toMatchSnapshot();
  });
});
