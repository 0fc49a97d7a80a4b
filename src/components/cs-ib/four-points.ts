import * as Plot from '@observablehq/plot';
import { least, range } from 'd3-array';
import { gaussianGram } from '../../lib/information/gaussian-kernel.js';
import { decimals } from '../../lib/text/number.js';
import {
  fourPointInputs,
  fourPointPredictions,
  fourPointTargets,
} from '../../papers/cs-ib/four-point-example.js';
import {
  conditionalDivergence,
  conditionalVariants,
  conditionalWeights,
} from '../../papers/cs-ib/information/conditional-divergence.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lines, reference } from '../marks.js';
import { predictionTerms } from './series.js';

/** A term at one second prediction. */
interface Point {
  readonly prediction: number;
  readonly term: string;
  readonly value: number;
}

const gram = gaussianGram(fourPointInputs, 1, 1);

function pointsAt(prediction: number): Point[] {
  const divergences = conditionalVariants.map((variant) => ({
    prediction,
    term: variant,
    value: conditionalDivergence(
      conditionalWeights(gram, variant),
      fourPointTargets,
      fourPointPredictions(prediction),
      1,
    ),
  }));
  return [...divergences, { prediction, term: 'squares', value: (prediction - 1) ** 2 / 4 }];
}

/** The prediction term on four points as the second prediction moves past its target, 1. */
export function fourPoints({ second }: { readonly second: number }, width: number): Drawing {
  const here = pointsAt(second);
  const curves = range(101).flatMap((i) => pointsAt(i / 50));
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 300,
    grid: true,
    x: { label: 'Prediction for the second point, whose target is 1 →' },
    y: { label: '↑ Prediction term (nats)', domain: [-0.01, 0.05] },
    color: { ...predictionTerms.scales().color, legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      reference({ x: 1 }),
      lines(curves, { x: 'prediction', y: 'value', by: 'term', series: predictionTerms, clip: true }),
      Plot.dot(here, { x: 'prediction', y: 'value', fill: 'term', r: 4.5, clip: true }),
    ],
  });
  const printed = here.find(({ term }) => term === 'paper')!.value;
  const rows = curves.map((point) => ({ ...point }));
  const lowest = (term: string) =>
    decimals(least(curves, (point) => (point.term === term ? point.value : Infinity))!.prediction, 2);
  return {
    plot,
    rows,
    title: `At ${second} the printed term is ${decimals(printed, 5)} nats.`,
    caption: `It is least at ${lowest('paper')}, where the second prediction is wrong, and not at its target, 1. Least at: ${predictionTerms.ids
      .slice(1)
      .map((term) => `${predictionTerms.label(term)} ${lowest(term)}`)
      .join(', ')}. What lies above the frame is not drawn.`,
  };
}
