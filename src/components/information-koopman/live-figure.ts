import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import type { LiveRun } from '../live-control.js';
import { shareTick } from './panels.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';

export type KoopmanRun = LiveRun<LiveSettings, LiveSnapshot>;

const names = ['plain', 'chosen'] as const;
const labels = { plain: 'autoencoder alone', chosen: 'your multipliers' } as const;
const dashes = { plain: '6 3', chosen: 'none' } as const;
const color = {
  domain: names,
  range: ['var(--series-7)', 'var(--series-1)'],
  tickFormat: (name: (typeof names)[number]) => labels[name],
};
const symbol = { domain: names, range: ['square', 'circle'], tickFormat: color.tickFormat };

/**
 * A run as far as it has come: a predicted swing beside the true one, the effective dimension against the step, shares
 * of the latents' variance, and the operators' eigenvalues. Without a run, the empty axes.
 */
export function liveFigure(run: KoopmanRun | null, { width }: { readonly width: number }): HTMLElement {
  const panel = width < 560 ? width : (width - 16) / 2;
  const shared = { ...figureStyle, width: panel, height: 260, grid: true, color };
  const last = run?.snapshots.at(-1);
  const models = last?.models ?? [];
  const interval = last?.interval ?? 0.2;
  const byName = <Point extends { name: string }>(points: readonly Point[], x: string, y: string) =>
    names.map((name) =>
      Plot.line(
        points.filter((point) => point.name === name),
        { x, y, stroke: 'name', strokeWidth: 2.2, strokeDasharray: dashes[name], clip: true },
      ),
    );
  const swings = models.flatMap(({ name, path }) =>
    path.map((velocity, i) => ({ name, t: i * interval, velocity })),
  );
  const truth = (last?.truth ?? []).map((velocity, i) => ({ t: i * interval, velocity }));
  const dimensions = (run?.snapshots ?? []).flatMap(({ step, models }) =>
    models.map(({ name, d_eff }) => ({ name, step, d_eff })),
  );
  const shares = models.flatMap(({ name, spectrum }) =>
    spectrum.map((lambda, i) => ({ name, k: i + 1, lambda: Math.max(lambda, 1e-6) })),
  );
  const values = models.flatMap(({ name, eigenvalues }) => eigenvalues.map((value) => ({ name, ...value })));
  const circle = Array.from({ length: 91 }, (_, i) => [
    Math.cos((Math.PI * i) / 45),
    Math.sin((Math.PI * i) / 45),
  ]);
  const swing = Plot.plot({
    ...shared,
    symbol,
    x: { label: 'Time →', domain: [0, 8] },
    y: { label: '↑ Angular velocity', domain: [-2.2, 2.2] },
    marks: [
      Plot.line(truth, {
        x: 't',
        y: 'velocity',
        stroke: 'var(--rule-strong)',
        strokeWidth: 5,
        strokeOpacity: 0.5,
      }),
      ...byName(swings, 't', 'velocity'),
      Plot.text(truth.length > 0 ? ['broad: the true swing'] : [], {
        frameAnchor: 'top-right',
        dy: -2,
        fill: 'var(--ink-soft)',
      }),
    ],
  });
  const eigen = Plot.plot({
    ...shared,
    symbol,
    aspectRatio: 1,
    height: undefined,
    width: Math.min(panel, 330),
    x: { label: 'Real part →', domain: [-1.2, 1.2], ticks: [-1, 0, 1] },
    y: { label: '↑ Imaginary part', domain: [-1.2, 1.2], ticks: [-1, 0, 1] },
    marks: [
      Plot.line(circle, { stroke: 'var(--rule-strong)' }),
      Plot.dot(values, {
        x: 're',
        y: 'im',
        stroke: 'name',
        symbol: 'name',
        r: 4,
        strokeWidth: 1.8,
        clip: true,
      }),
    ],
  });
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, eigen.legend('symbol')),
    swing,
    Plot.plot({
      ...shared,
      x: { label: 'Step of training →', domain: [0, run?.settings.steps ?? 400] },
      y: {
        label: '↑ Effective dimension',
        domain: [1, Math.max(4, ...dimensions.map(({ d_eff }) => d_eff))],
        nice: true,
      },
      marks: byName(dimensions, 'step', 'd_eff'),
    }),
    Plot.plot({
      ...shared,
      x: { label: 'Direction of the latents →', domain: [1, 8], ticks: 8 },
      y: {
        label: '↑ Share of the variance (log scale)',
        type: 'log',
        domain: [1e-6, 1],
        tickFormat: shareTick,
        ticks: [1, 0.01, 1e-4, 1e-6],
      },
      symbol,
      marks: [
        ...byName(shares, 'k', 'lambda'),
        Plot.dot(shares, {
          x: 'k',
          y: 'lambda',
          stroke: 'name',
          symbol: 'name',
          fill: 'var(--ground)',
          r: 3.5,
        }),
      ],
    }),
    eigen,
  );
}

/** What the last snapshot says, in a sentence. */
export function liveTitle({ settings, snapshots, state }: KoopmanRun): string {
  const last = snapshots.at(-1);
  const name = `α = ${settings.alpha}, γ = ${String(settings.gamma).replace('-', '−')}`;
  if (!last) return `${name}: ${state === 'running' ? 'loading' : 'nothing was trained'}.`;
  const [plain, chosen] = last.models;
  const of = (value: (model: typeof plain) => number) =>
    `${value(chosen).toFixed(2)} (alone ${value(plain).toFixed(2)})`;
  return `${name}, step ${last.step}: effective dimension ${of(({ d_eff }) => d_eff)}, error 40 steps ahead ${of(({ nrmse }) => nrmse)}.`;
}

/** Where and with what a run was trained; nothing where none of it was. */
export function liveProvenance({ state, where, settings, snapshots, seconds }: KoopmanRun): string {
  const last = snapshots.at(-1);
  if (!last) return '';
  const verb = state === 'running' ? `Training ${where}, now` : `Trained ${where}, just now`;
  return `${verb} (${last.backend}): two networks, seed ${settings.seed}, ${seconds.toFixed(1)} s.`;
}
