import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals, percent } from '../../lib/text/number.js';
import { cylinderDefaults } from '../../papers/information-koopman/dynamics/cylinder-flow.js';
import { unpackField } from '../../papers/information-koopman/dynamics/packed-field.js';
import { structuralSimilarity } from '../../papers/information-koopman/dynamics/structural-similarity.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { type VariantId, variants } from './series.js';

type Rows = RowsOf<typeof tables>;

/** Of a mode, what its picture takes: not its share of the energy. */
type ModePicture = Omit<Rows['film_modes'][number], 'energy'>;

const { diameter } = cylinderDefaults;

/** What a film is drawn from: simulated vorticity by frame, vorticity of mean and modes, predicted coefficients. */
export interface Film {
  readonly nx: number;
  readonly ny: number;
  readonly steps: readonly number[];
  readonly frames: readonly Float32Array[];
  readonly modes: readonly Float32Array[];
  readonly codes: Rows['film_codes'];
  /** Vorticity at the ends of the colour scale. */
  readonly reach: number;
}

export function filmOf(
  modes: readonly ModePicture[],
  frames: Rows['film_frames'],
  codes: Rows['film_codes'],
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
  readonly variant: VariantId;
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
export function filmFigure(film: Film, selection: FilmSelection, width: number): Drawing {
  const truth = film.frames[selection.frame];
  const predicted = predictedFrame(film, selection);
  const error = predicted.map((value, at) => value - truth[at]);
  const scale = { scheme: 'RdBu', reverse: true, domain: [-film.reach, film.reach] } as const;
  const plot = panels(width, {
    columns: 3,
    legend: Plot.legend({ color: { ...scale, label: 'Vorticity (U/D)' } }),
    draw(width) {
      const draw = (field: Float32Array, title: string) =>
        element(
          'div',
          { style: `width: ${width}px` },
          element('h3', {}, title),
          fieldPlot(film, field, width),
        );
      return [draw(truth, 'Simulated'), draw(predicted, 'Predicted'), draw(error, 'Predicted − simulated')];
    },
  });
  // What stands for zero is the ground in the dark, too: a raster's colours are no names.
  plot.classList.add('inverted-in-the-dark');
  const model = variants.label(selection.variant);
  return { plot, title: `Model: ${model}. ${filmTitle(film, selection)}` };
}

function fieldPlot({ nx, ny, reach }: Film, field: Float32Array, width: number): SVGElement | HTMLElement {
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
    height: ((width - left - 12) * ny) / nx + bottom + 22,
    marginLeft: left,
    marginRight: 12,
    marginTop: 22,
    marginBottom: bottom,
    x: { label: 'Along the stream (D) →', domain: [0, nx / diameter], ticks: 3 },
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
  return `${steps === 0 ? 'At the start' : `${steps} steps ahead`}: vorticity off by ${percent(Math.sqrt(off / squares))} (root mean square), structural similarity ${decimals(ssim, 2)}.`;
}
