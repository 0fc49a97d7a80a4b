import * as Plot from '@observablehq/plot';
import { unpackField } from '../../lib/dynamics/packed-field.js';
import { structuralSimilarity } from '../../lib/dynamics/structural-similarity.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { variantLabel } from './variants.js';

interface Packed {
  readonly scale: number;
  readonly values: string;
}

export interface ModeRow extends Packed {
  readonly mode: number;
  readonly nx: number;
  readonly ny: number;
}

export interface FrameRow extends Packed {
  readonly h: number;
}

export interface CodeRow {
  readonly variant: string;
  readonly seed: number;
  readonly h: number;
  readonly mode: number;
  readonly value: number;
}

/** Cells along the cylinder's diameter. */
const diameter = 8;

/** What a film is drawn from: simulated vorticity by frame, vorticity of mean and modes, predicted coefficients. */
export interface Film {
  readonly nx: number;
  readonly ny: number;
  readonly steps: readonly number[];
  readonly frames: readonly Float32Array[];
  readonly modes: readonly Float32Array[];
  readonly codes: readonly CodeRow[];
  /** Vorticity at the ends of the colour scale. */
  readonly reach: number;
}

export function filmOf(
  modes: readonly ModeRow[],
  frames: readonly FrameRow[],
  codes: readonly CodeRow[],
): Film {
  const inOrder = [...frames].sort((a, b) => a.h - b.h);
  const unpacked = inOrder.map(({ scale, values }) => unpackField({ scale, text: values }, 8));
  const sizes = Array.from(unpacked[0], Math.abs).sort((a, b) => a - b);
  return {
    nx: modes[0].nx,
    ny: modes[0].ny,
    steps: inOrder.map(({ h }) => h),
    frames: unpacked,
    modes: [...modes]
      .sort((a, b) => a.mode - b.mode)
      .map(({ scale, values }) => unpackField({ scale, text: values }, 16)),
    codes,
    // The shear layers at the cylinder are many times stronger than the street.
    reach: sizes[Math.floor(0.985 * sizes.length)],
  };
}

export interface FilmSelection {
  /** Number of the frame. */
  readonly frame: number;
  readonly variant: string;
  readonly seed: number;
}

/** The vorticity that a model predicts for a frame: the mean, plus each mode times its coefficient. */
export function predictedFrame(
  { steps, modes: [mean, ...modes], codes }: Film,
  { frame, variant, seed }: FilmSelection,
): Float32Array {
  const field = mean.slice();
  for (const row of codes) {
    if (row.h !== steps[frame] || row.variant !== variant || (row.seed !== seed && variant !== 'dmd'))
      continue;
    modes[row.mode - 1].forEach((value, at) => (field[at] += row.value * value));
  }
  return field;
}

/** A frame as it was simulated, as it was predicted, and their difference. */
export function filmFigure(film: Film, selection: FilmSelection & { readonly width: number }): HTMLElement {
  const truth = film.frames[selection.frame];
  const predicted = predictedFrame(film, selection);
  const error = predicted.map((value, at) => value - truth[at]);
  const { width } = selection;
  const panel = width < 560 ? width : (width - 16) / 2;
  const draw = (field: Float32Array, title: string) =>
    element('div', {}, element('h3', {}, title), fieldPlot(film, field, panel));
  return element(
    'div',
    { class: 'panels' },
    element(
      'div',
      { class: 'legend' },
      Plot.legend({
        color: { scheme: 'RdBu', reverse: true, domain: [-film.reach, film.reach], label: 'Vorticity (U/D)' },
      }),
    ),
    draw(truth, 'Simulated'),
    draw(predicted, `Predicted: ${variantLabel(selection.variant)}`),
    draw(error, 'Predicted − simulated'),
  );
}

function fieldPlot({ nx, ny, reach }: Film, field: Float32Array, width: number): Element {
  const [left, bottom] = [34, 38];
  const clipped = field.map((value) => Math.max(-reach, Math.min(reach, value)));
  const [cx, cy] = [(Math.floor(nx / 5) + 0.5) / diameter, (ny / 2 + 1) / diameter];
  const cylinder = Array.from({ length: 41 }, (_, i) => {
    const angle = (Math.PI * i) / 20;
    return [cx + 0.5 * Math.cos(angle), cy + 0.5 * Math.sin(angle)] as const;
  });
  return Plot.plot({
    ...figureStyle,
    width,
    height: ((width - left - 8) * ny) / nx + bottom + 22,
    marginLeft: left,
    marginRight: 8,
    marginTop: 22,
    marginBottom: bottom,
    x: { label: 'Along the stream (D) →', domain: [0, nx / diameter] },
    y: { label: '↑ Across it (D)', domain: [0, ny / diameter], ticks: 5 },
    color: { scheme: 'RdBu', reverse: true, domain: [-reach, reach] },
    marks: [
      Plot.raster(clipped, {
        width: nx,
        height: ny,
        x1: 0,
        y1: 0,
        x2: nx / diameter,
        y2: ny / diameter,
        fill: (value: number) => value,
      }),
      Plot.line(cylinder, { fill: '#777', stroke: '#444' }),
    ],
  });
}

/** How far a frame is off, in a sentence. */
export function filmTitle(film: Film, selection: FilmSelection): string {
  const truth = film.frames[selection.frame];
  const predicted = predictedFrame(film, selection);
  let [squares, off] = [0, 0];
  truth.forEach((value, at) => {
    squares += value * value;
    off += (predicted[at] - value) ** 2;
  });
  const ssim = structuralSimilarity(truth, predicted, film.nx, 2 * film.reach);
  const steps = film.steps[selection.frame];
  return `${steps === 0 ? 'At the start' : `${steps} steps ahead`}: vorticity off by ${(100 * Math.sqrt(off / squares)).toFixed(0)} % (root mean square), structural similarity ${ssim.toFixed(2)}.`;
}
