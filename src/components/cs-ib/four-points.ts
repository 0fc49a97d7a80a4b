import * as Plot from '@observablehq/plot';
import {
  conditionalDivergence,
  conditionalVariants,
  conditionalWeights,
} from '../../lib/information/conditional-divergence.js';
import {
  fourPointInputs,
  fourPointPredictions,
  fourPointTargets,
} from '../../lib/information/four-point-example.js';
import { gaussianGram } from '../../lib/information/gaussian-kernel.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';
import { variantLabels } from './audit.js';

const names = [...Object.values(variantLabels), 'mean squared error'];

/** The prediction term on four points as the second prediction moves past its target, 1. */
export function fourPoints({ second, width }: { second: number; width: number }): SVGElement | HTMLElement {
  const grid = Array.from({ length: 101 }, (_, i) => i / 50);
  const at = (prediction: number) => [
    ...fourPointValues(prediction).map((row) => ({ prediction, ...row })),
    { prediction, name: 'mean squared error', value: (prediction - 1) ** 2 / 4 },
  ];
  const curves = grid.flatMap(at);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 300,
    grid: true,
    x: { label: 'Prediction for the second point, whose target is 1 →' },
    y: { label: '↑ Prediction term (nats)', domain: [-0.01, 0.05], clamp: true },
    color: { domain: names, range: names.map((_, i) => seriesColors[i]), legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.ruleX([1], { stroke: 'var(--rule-strong)', strokeDasharray: '3 3' }),
      ...names.map((name, index) =>
        Plot.line(
          curves.filter((row) => row.name === name),
          {
            x: 'prediction',
            y: 'value',
            stroke: 'name',
            strokeWidth: 2,
            strokeDasharray: seriesDashes[index],
          },
        ),
      ),
      Plot.dot(at(second), { x: 'prediction', y: 'value', fill: 'name', r: 4.5 }),
    ],
  });
}

/** The values at one prediction, for the text beside the figure. */
export function fourPointValues(
  second: number,
): readonly { readonly name: string; readonly value: number }[] {
  const gram = gaussianGram(fourPointInputs, 1, 1);
  return conditionalVariants.map((variant) => ({
    name: variantLabels[variant],
    value: conditionalDivergence(
      conditionalWeights(gram, variant),
      fourPointTargets,
      fourPointPredictions(second),
      1,
    ),
  }));
}
