import * as Plot from '@observablehq/plot';
import { formatDuration } from '../../lib/text/duration.js';
import { decimals, significant } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import type { LiveRun } from '../live-control.js';
import { describeTraining } from '../live-run.js';
import { dots, lines, untilRun } from '../marks.js';
import { panels } from '../panels.js';
import { circle, shareTick } from './facets.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';
import { liveModels } from './series.js';

export type KoopmanRun = LiveRun<LiveSettings, LiveSnapshot>;

/**
 * A run as far as it has come: a predicted swing beside the true one, the effective dimension against the step, shares
 * of the latents' variance, and the operators' eigenvalues.
 *
 * @param caption is followed by where the run was trained.
 */
export function liveFigure(
  run: KoopmanRun | null,
  { caption }: { readonly caption: string },
  width: number,
): Drawing {
  const snapshots = run?.snapshots ?? [];
  const last = snapshots.at(-1);
  const plot = panels(width, {
    legend: liveModels.legend(),
    draw: (width) => [
      swingPlot(last, width),
      dimensionPlot(snapshots, run?.settings.steps ?? 400, width),
      sharePlot(last, width),
      eigenvaluePlot(last, width),
    ],
  });
  const rows = snapshots.flatMap(({ step, models }) =>
    models.map(({ name, d_eff, nrmse }) => ({ step, model: name, d_eff, nrmse })),
  );
  return run ? { plot, rows, title: liveTitle(run), caption: `${caption} ${liveProvenance(run)}` } : { plot };
}

const shared = (width: number) => ({
  ...figureStyle,
  width,
  height: 260,
  grid: true,
  ...liveModels.scales(),
  // The panels share one legend.
  symbol: { ...liveModels.scales().symbol, legend: false },
});

const byModel = { by: 'name', series: liveModels } as const;

function swingPlot(last: LiveSnapshot | undefined, width: number) {
  const { truth = [], interval = 0.2, models = [] } = last ?? {};
  const timed = (velocity: number, i: number) => ({ t: i * interval, velocity });
  const swings = models.flatMap(({ name, path }) => path.map(timed).map((point) => ({ name, ...point })));
  return Plot.plot({
    ...shared(width),
    x: { label: 'Time →', domain: [0, 8] },
    y: { label: '↑ Angular velocity', domain: [-2.2, 2.2] },
    marks: [
      Plot.line(truth.map(timed), {
        x: 't',
        y: 'velocity',
        stroke: 'var(--rule-strong)',
        strokeWidth: 5,
        strokeOpacity: 0.5,
      }),
      last ? null : untilRun(),
      lines(swings, { x: 't', y: 'velocity', ...byModel, clip: true }),
      Plot.text(truth.length > 0 ? ['broad: the true swing'] : [], {
        frameAnchor: 'top-right',
        dy: -2,
        fill: 'var(--ink-soft)',
      }),
    ],
  });
}

function dimensionPlot(snapshots: readonly LiveSnapshot[], steps: number, width: number) {
  const points = snapshots.flatMap(({ step, models }) =>
    models.map(({ name, d_eff }) => ({ name, step, d_eff })),
  );
  return Plot.plot({
    ...shared(width),
    x: { label: 'Step of training →', domain: [0, steps] },
    y: {
      label: '↑ Effective dimension',
      domain: [1, Math.max(4, ...points.map(({ d_eff }) => d_eff))],
      nice: true,
    },
    marks: [
      points.length === 0 ? untilRun() : null,
      lines(points, { x: 'step', y: 'd_eff', ...byModel, clip: true }),
    ],
  });
}

function sharePlot(last: LiveSnapshot | undefined, width: number) {
  const shares = (last?.models ?? []).flatMap(({ name, spectrum }) =>
    spectrum.map((lambda, i) => ({ name, k: i + 1, lambda: Math.max(lambda, 1e-6) })),
  );
  const place = { x: 'k', y: 'lambda', ...byModel } as const;
  return Plot.plot({
    ...shared(width),
    x: { label: 'Direction of the latents →', domain: [1, 8], ticks: 8 },
    y: {
      label: '↑ Share of the variance (log scale)',
      type: 'log',
      domain: [1e-6, 1],
      tickFormat: shareTick,
      ticks: [1, 0.01, 1e-4, 1e-6],
    },
    marks: [last ? null : untilRun(), lines(shares, { ...place, clip: true }), dots(shares, place)],
  });
}

function eigenvaluePlot(last: LiveSnapshot | undefined, width: number) {
  const values = (last?.models ?? []).flatMap(({ name, eigenvalues }) =>
    eigenvalues.map((value) => ({ name, ...value })),
  );
  const axis = { domain: [-1.2, 1.2], ticks: [-1, 0, 1] };
  return Plot.plot({
    ...shared(Math.min(width, 330)),
    aspectRatio: 1,
    height: undefined,
    x: { label: 'Real part →', ...axis },
    y: { label: '↑ Imaginary part', ...axis },
    marks: [
      last ? null : untilRun(),
      Plot.line(circle(1), { x: 're', y: 'im', stroke: 'var(--rule-strong)' }),
      dots(values, { x: 're', y: 'im', ...byModel, fill: 'none', r: 4, strokeWidth: 1.8, clip: true }),
    ],
  });
}

/** What the last snapshot says, in a sentence. */
function liveTitle({ settings, snapshots, state }: KoopmanRun): string {
  const last = snapshots.at(-1);
  const name = `α = ${settings.alpha}, γ = ${significant(settings.gamma)}`;
  if (!last) return `${name}: ${state === 'running' ? 'loading' : 'nothing was trained'}.`;
  const [plain, chosen] = last.models;
  const compared = (column: 'd_eff' | 'nrmse') =>
    `${decimals(chosen[column], 2)} (alone ${decimals(plain[column], 2)})`;
  return `${name}, step ${last.step}: effective dimension ${compared('d_eff')}, error 40 steps ahead ${compared('nrmse')}.`;
}

/** Where and with what a run was trained; nothing where none of it was. */
function liveProvenance(run: KoopmanRun): string {
  const { settings, snapshots, seconds } = run;
  const last = snapshots.at(-1);
  if (!last) return '';
  const { backend } = last;
  return describeTraining(run, {
    backend,
    networks: 'two',
    seed: settings.seed,
    time: formatDuration(seconds),
  });
}
