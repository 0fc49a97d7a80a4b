import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import type { LiveRun } from '../live-control.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { informationAt, noise } from './live-problem.js';
import type { LiveMember, LiveSettings, LiveSnapshot } from './live-snapshot.js';

export type TrainingRun = LiveRun<LiveSettings, LiveSnapshot>;

export const variantNames: Readonly<Record<LiveSettings['variant'], string>> = {
  paper: 'as printed',
  symmetric: 'symmetric (ours)',
  squares: 'squared error',
};

/** A member at a step. */
interface Point extends LiveMember {
  readonly step: number;
}

/**
 * A run as far as it has come: loss and error against the step, beside the information plane, through which each
 * network draws its path. Without a run, the empty axes.
 */
export function trainingFigure(run: TrainingRun | null, { width }: { readonly width: number }): HTMLElement {
  const narrow = width < 560;
  const panel = narrow ? width : (width - 16) / 2;
  const height = Math.min(400, Math.max(300, panel));
  const points = (run?.snapshots ?? []).flatMap(({ step, members }) =>
    members.map((member): Point => ({ step, ...member })),
  );
  const last = run?.snapshots.at(-1)?.step;
  const { betas, steps, variant } = run?.settings ?? { betas: [0], steps: 600, variant: 'paper' };
  const series = { type: 'categorical', domain: betas, tickFormat: betaLabel } as const;
  const scales = {
    color: { ...series, range: betas.map((_, i) => seriesColors[i]) },
    symbol: { ...series, range: betas.map((_, i) => seriesSymbols[i]) },
  };
  /** A line a network, told apart by β's colour and dashes, and where it has come to. */
  const paths = (x: keyof Point, y: keyof Point) => {
    const drawn = points.filter((point) => point[x] !== null && point[y] !== null);
    return [
      ...betas.map((beta, i) =>
        Plot.line(
          drawn.filter((point) => point.beta === beta),
          { x, y, z: 'seed', stroke: 'beta', strokeWidth: 1.6, strokeDasharray: seriesDashes[i], clip: true },
        ),
      ),
      Plot.dot(
        drawn.filter((point) => point.step === last),
        { x, y, stroke: 'beta', symbol: 'beta', fill: 'var(--ground)', r: 4, strokeWidth: 1.8 },
      ),
    ];
  };
  const shared = { ...figureStyle, width: panel, grid: true, ...scales };
  const curve = { ...shared, height: height / 2 };
  const plane = Plot.plot({
    ...shared,
    height,
    x: {
      label: 'Information about the input, I(X; T), normalised →',
      domain: reach(points, 'i_xt', [0, 0.7]),
    },
    y: { label: '↑ Information about the target, I(T; Y) (bits)', domain: reach(points, 'i_ty', [0, 1.7]) },
    marks: [...limit(informationAt(noise), 'all there is to know'), ...paths('i_xt', 'i_ty')],
  });
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, plane.legend('symbol')),
    element(
      'div',
      {},
      Plot.plot({
        ...curve,
        marginBottom: 24,
        x: { domain: [0, steps], label: null },
        y: { label: '↑ Error (RMSE)', domain: reach(points, 'rmse', [0, 1]) },
        marks: [...limit(noise, 'the noise'), ...paths('step', 'rmse')],
      }),
      Plot.plot({
        ...curve,
        x: { domain: [0, steps], label: 'Step →' },
        y: {
          label: `↑ Loss${variant === 'squares' ? '' : ' (nats)'}`,
          domain: reach(points, 'loss', [0, 1]),
        },
        marks: [Plot.ruleY([0], { stroke: 'var(--rule-strong)' }), ...paths('step', 'loss')],
      }),
    ),
    plane,
  );
}

/** A dashed line with its name: what the best of all predictions reaches, on average over rows. */
function limit(y: number, name: string): Plot.Markish[] {
  return [
    Plot.ruleY([y], { stroke: 'var(--ink-soft)', strokeDasharray: '3 3' }),
    Plot.text([name], { y, frameAnchor: 'left', dx: 4, dy: -7, fill: 'var(--ink-soft)' }),
  ];
}

/** The range that an axis shows: a usual one, wider where the run went further. */
function reach(
  points: readonly Point[],
  column: keyof Point,
  [low, high]: readonly [number, number],
): [number, number] {
  const values = points.map((point) => point[column]).filter((value) => value !== null);
  return [Math.min(low, ...values), Math.max(high, ...values)];
}

const betaLabel = (beta: number) => (beta === 0 ? 'without compression' : `β = ${beta}`);

/** What the last snapshot says, in a sentence: the mean errors, and how much is forgotten. */
export function trainingTitle(run: TrainingRun): string {
  const last = run.snapshots.at(-1);
  const name = `CS-IB, ${variantNames[run.settings.variant]}`;
  if (!last) return `${name}: ${run.state === 'running' ? 'loading' : 'nothing was trained'}.`;
  const mean = (beta: number, column: 'rmse' | 'r') => {
    const values = last.members.filter((member) => member.beta === beta).map((member) => member[column]);
    return values.every((value) => value !== null)
      ? values.reduce((sum, value) => sum + value, 0) / values.length
      : undefined;
  };
  const error = (beta: number) => mean(beta, 'rmse')?.toFixed(2) ?? 'not finite';
  const [none, ...others] = run.settings.betas;
  const compressed = others.map((beta) => {
    const r = mean(beta, 'r');
    const forgotten = r === undefined ? '' : ` (compression ratio ${r.toFixed(2).replace('-', '−')})`;
    return `${error(beta)} at β = ${beta}${forgotten}`;
  });
  return `${name}, step ${last.step}: mean error ${[`${error(none)} without compression`, ...compressed].join(', ')}.`;
}

/** Where and with what a run was trained; nothing where none of it was. */
export function trainingProvenance({ state, where, settings, snapshots, seconds }: TrainingRun): string {
  const last = snapshots.at(-1);
  if (!last) return '';
  const verb = state === 'running' ? `Training ${where}, now` : `Trained ${where}, just now`;
  return `${verb} (${last.backend}): ${last.members.length} networks, seed ${settings.seed}, ${seconds.toFixed(1)} s.`;
}
