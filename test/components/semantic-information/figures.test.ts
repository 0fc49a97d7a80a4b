import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/components/figure.js';
import { likelihood } from '../../../src/components/semantic-information/likelihood.js';
import { liveCurveFigure } from '../../../src/components/semantic-information/live-curve-figure.js';
import { liveMixtureFigure } from '../../../src/components/semantic-information/live-mixture-figure.js';
import { local } from '../../../src/components/semantic-information/local.js';
import { mixtureMap } from '../../../src/components/semantic-information/mixture-map.js';
import { costOfMeaning } from '../../../src/components/semantic-information/rate-fidelity.js';
import { keptRuns, rounds, runLabel } from '../../../src/components/semantic-information/rounds.js';
import { runs } from '../../../src/components/semantic-information/runs.js';
import {
  soonerFigure,
  soonerInWords,
  soonerShares,
} from '../../../src/components/semantic-information/sooner.js';
import { thresholds } from '../../../src/components/semantic-information/thresholds.js';
import { traces } from '../../../src/components/semantic-information/traces.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/semantic-information/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const recorded = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('semantic-information', table);

const titled = ({ title, plot }: Drawing) => `${title}\n${summary(plot)}`;

describe('figures from the recorded rows', () => {
  it('rate-fidelity', async () => {
    const rows = await recorded('rate_fidelity');
    expect(titled(costOfMeaning(rows, { width: 8, s: 2, whole: false }, 640))).toMatchSnapshot();
    expect(titled(costOfMeaning(rows, { width: 24, s: 1, whole: true }, 640))).toMatchSnapshot();
  });

  it('likelihood', async () => {
    const rows = await recorded('likelihood');
    expect(summary(likelihood(rows, { sample: 0, built: 'truth' }, 640))).toMatchSnapshot();
  });

  it('rounds', async () => {
    const given = {
      mmi_maps: await recorded('mmi_maps'),
      mmi_rounds: await recorded('mmi_rounds'),
      mmi_references: await recorded('mmi_references'),
    };
    const kept = keptRuns(given.mmi_maps);
    expect(kept.map(runLabel)).toMatchSnapshot();
    const run = kept.find(({ start }) => start === 'rows')!;
    expect(summary(rounds(given, { run, round: 3 }, 640))).toMatchSnapshot();
    const last = kept[kept.length - 1];
    expect(summary(rounds(given, { run: last, round: 15 }, 360))).toMatchSnapshot();
  });

  it('sooner', async () => {
    const rows = await recorded('mixture_runs');
    expect(titled(soonerFigure(rows, false, 640))).toMatchSnapshot();
    expect(titled(soonerFigure(rows, true, 360))).toMatchSnapshot();
    expect(soonerInWords(rows, true)).toMatchSnapshot();
  });

  it('thresholds', async () => {
    const given = {
      thresholds: await recorded('thresholds'),
      threshold_paths: await recorded('threshold_paths'),
    };
    expect(summary(thresholds(given, { problem: 'rare', start: 20 }, 640))).toMatchSnapshot();
  });

  it('mixtures', async () => {
    const rows = await recorded('mixture_traces');
    expect(titled(traces(rows, { ratios: [0.5, 0.05], inner: 3 }, 640))).toMatchSnapshot();
    expect(titled(traces(rows, { ratios: [0.5, 0.05], inner: 20 }, 360))).toMatchSnapshot();
  });

  it('iterations and local', async () => {
    const rows = await recorded('mixture_runs');
    expect(titled(runs(rows, false, 640))).toMatchSnapshot();
    expect(titled(runs(rows, true, 640))).toMatchSnapshot();
    expect(summary(local(rows, 640))).toMatchSnapshot();
  });

  it('map', async () => {
    const rows = await recorded('mixture_map');
    expect(summary(mixtureMap(rows, 640))).toMatchSnapshot();
    expect(summary(mixtureMap(rows, 360))).toMatchSnapshot();
  });
});

describe('live figures', () => {
  it('live-mixture', () => {
    const truth = { p: 0.1, mu1: 35, mu2: 65, s1: 8, s2: 12 };
    const start = { mu1: 30, mu2: 70, s: 8 };
    const drawing = liveMixtureFigure({ truth, start, inner: 3, iteration: 3 }, 640);
    expect(drawing.title).toBe('EM is there after 40 iterations, E3M is there after 6 iterations.');
    expect(summary(drawing.plot)).toMatchSnapshot();
  });

  it('live-curve', () => {
    expect(titled(liveCurveFigure({ labels: 4, width: 8, spread: 20 }, 640))).toMatchSnapshot();
  });
});

it('counts a run that does not arrive as endless, and passes over the data where they are asked for', () => {
  const run = (start: number, inner: number, iterations: number, converged = true) =>
    ({ problem: 'ratio', p: 0.1, start, inner, iterations, converged, KL: 0, rises: 0 }) as const;
  const rows = [
    ...[run(0, 0, 10), run(1, 0, 10), run(2, 0, 500, false), run(3, 0, 500, false)],
    ...[run(0, 3, 5), run(1, 3, 12), run(2, 3, 400), run(3, 3, 500, false)],
  ];
  expect(soonerShares(rows, false)).toMatchObject([
    { cmEm: 0.5, equal: 0.25, em: 0.25, medians: { cmEm: 12, em: 10 } },
  ]);
  expect(soonerShares(rows, true)).toMatchObject([
    { cmEm: 0.25, equal: 0.25, em: 0.5, medians: { cmEm: 48, em: 10 } },
  ]);
  const stuck = soonerShares(
    rows.filter(({ start }) => start > 1),
    false,
  );
  expect(stuck[0].medians).toEqual({ cmEm: 400, em: Infinity });
});
