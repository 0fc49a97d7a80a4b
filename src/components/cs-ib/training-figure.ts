import * as Plot from '@observablehq/plot';
import { mean } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import { targetInformation } from '../../papers/cs-ib/readings.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import type { LiveRun } from '../live-control.js';
import { describeTraining } from '../live-run.js';
import { dots, lines, reference, untilRun } from '../marks.js';
import { heightOf, panels } from '../panels.js';
import { series } from '../series.js';
import { noise, targetVariance } from './live-problem.js';
import type { LiveMember, LiveSettings, LiveSnapshot } from './live-snapshot.js';

export type TrainingRun = LiveRun<LiveSettings, LiveSnapshot>;

/** Prediction terms to train with, as a page asks for them. */
export const variantLabels: Readonly<Record<LiveSettings['variant'], string>> = {
  paper: 'as printed',
  symmetric: 'symmetric (ours)',
  squares: 'squared error',
};

/** A member at a step. */
interface Point extends LiveMember {
  readonly step: number;
}

const pointsOf = (run: TrainingRun | null): Point[] =>
  (run?.snapshots ?? []).flatMap(({ step, members }) => members.map((member) => ({ step, ...member })));

type Column = 'step' | 'rmse' | 'loss' | 'i_xt' | 'i_ty';

/**
 * A run as far as it has come: loss and error against the step, and the information plane, through which each
 * network draws its path.
 *
 * @param planned what Run would train, whose axes stand there before the first run
 */
export function trainingFigure(run: TrainingRun | null, planned: LiveSettings, width: number): HTMLElement {
  const points = pointsOf(run);
  const last = run?.snapshots.at(-1)?.step;
  const { betas, steps, variant } = run?.settings ?? planned;
  const networks = series(Object.fromEntries(betas.map((beta) => [beta, betaLabel(beta)])));
  /** A line a network, told apart by β, and where it has come to. */
  const paths = (x: Column, y: Column) => {
    const drawn = points.filter((point) => point[x] !== null && point[y] !== null);
    const place = { x, y, by: ({ beta }: Point) => String(beta), series: networks } as const;
    return [
      run ? null : untilRun(),
      lines(drawn, { ...place, z: 'seed', strokeWidth: 1.6, clip: true }),
      dots(
        drawn.filter(({ step }) => step === last),
        { ...place, r: 4, strokeWidth: 1.8 },
      ),
    ];
  };
  return panels(width, {
    legend: networks.legend(),
    draw: (panel) => {
      const { color, symbol } = networks.scales();
      const scales = { color, symbol: { ...symbol, legend: false } };
      const shared = { ...figureStyle, width: panel, grid: true, ...scales };
      const height = heightOf(panel, 1);
      const curve = { ...shared, height: height / 2 };
      return [
        element(
          'div',
          {},
          Plot.plot({
            ...curve,
            marginBottom: 24,
            x: { domain: [0, steps], label: null },
            y: { label: '↑ Error (RMSE)', domain: reach(points, 'rmse', [0, 1]) },
            marks: [reference({ y: noise, label: 'the noise' }), ...paths('step', 'rmse')],
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
        Plot.plot({
          ...shared,
          height,
          x: {
            label: 'Information about the input, I(X; T), normalised →',
            domain: reach(points, 'i_xt', [0, 0.7]),
          },
          y: {
            label: '↑ Information about the target, I(T; Y) (bits)',
            domain: reach(points, 'i_ty', [0, 1.7]),
          },
          marks: [
            reference({ y: targetInformation(targetVariance, noise), label: 'all there is to know' }),
            ...paths('i_xt', 'i_ty'),
          ],
        }),
      ];
    },
  });
}

/** The figure with a title and, after the caption, where the run was trained, once there is one. */
export function trainingDrawing(
  run: TrainingRun | null,
  { caption, planned }: { readonly caption: string; readonly planned: LiveSettings },
  width: number,
): Drawing {
  const plot = trainingFigure(run, planned, width);
  return run
    ? {
        plot,
        rows: pointsOf(run).map((point) => ({ ...point })),
        title: trainingTitle(run),
        caption: `${caption} ${trainingProvenance(run)}`,
      }
    : { plot };
}

/** The range that an axis shows: a usual one, wider where the run went further. */
function reach(
  points: readonly Point[],
  column: Column,
  [low, high]: readonly [number, number],
): [number, number] {
  const values = points.map((point) => point[column]).filter((value) => value !== null);
  return [Math.min(low, ...values), Math.max(high, ...values)];
}

const betaLabel = (beta: number) => (beta === 0 ? 'without compression' : `β = ${beta}`);

/** What the last snapshot says, in a sentence: the mean errors, and how much is forgotten. */
export function trainingTitle(run: TrainingRun): string {
  const last = run.snapshots.at(-1);
  const name = `CS-IB, ${variantLabels[run.settings.variant]}`;
  if (!last) return `${name}: ${run.state === 'running' ? 'loading' : 'nothing was trained'}.`;
  const meanOf = (beta: number, column: 'rmse' | 'r') => {
    const values = last.members.filter((member) => member.beta === beta).map((member) => member[column]);
    return values.includes(null) ? undefined : mean(values as number[]);
  };
  const error = (beta: number) => {
    const value = meanOf(beta, 'rmse');
    return value === undefined ? 'not finite' : decimals(value, 2);
  };
  const [none, ...others] = run.settings.betas;
  const compressed = others.map((beta) => {
    const r = meanOf(beta, 'r');
    const forgotten = r === undefined ? '' : ` (compression ratio ${decimals(r, 2)})`;
    return `${error(beta)} at β = ${beta}${forgotten}`;
  });
  return `${name}, step ${last.step}: mean error ${[`${error(none)} without compression`, ...compressed].join(', ')}.`;
}

/** Where and with what a run was trained; nothing where none of it was. */
export function trainingProvenance(run: TrainingRun): string {
  const { settings, snapshots, seconds } = run;
  const last = snapshots.at(-1);
  if (!last) return '';
  const { backend } = last;
  return describeTraining(run, {
    backend,
    networks: String(last.members.length),
    seed: settings.seed,
    time: `${decimals(seconds, 1)} s`,
  });
}
