import * as Plot from '@observablehq/plot';
import { descending, greatest, least, sort } from 'd3-array';
import { distributionOf } from '../../papers/estimators/distributions.js';
import { compared } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { type Unit, unitText } from './unit.js';

export interface BiasMapSettings {
  readonly distribution: string;
  /** True information, nats. */
  readonly information: number;
  readonly unit: Unit;
}

/** Bias over dimension and sample size, a panel an estimator; the stronger the colour, the larger against the truth. */
export function biasMap(
  accuracy: readonly AccuracyRow[],
  { distribution, information, unit }: BiasMapSettings,
  width: number,
): Drawing {
  const columns = isNarrow(width) ? 1 : width < 900 ? 2 : 4;
  const here = accuracy.filter((row) => row.distribution === distribution && row.true_mi === information);
  const panels = compared.map(({ id, label }, at) => ({
    id,
    label,
    column: at % columns,
    line: Math.floor(at / columns),
  }));
  const cells = panels.flatMap(({ id, label, column, line }) =>
    here.flatMap(({ estimator, dimension, n, bias }) =>
      estimator === id && bias !== null ? [{ column, line, name: label, dimension, n, bias }] : [],
    ),
  );
  const sizes = sort(new Set(cells.map(({ n }) => n)), descending);
  const lines = Math.ceil(compared.length / columns);
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 58,
    width,
    height: 60 + lines * (34 + 30 * sizes.length),
    x: { type: 'band', label: 'Dimension →', tickSize: 0, padding: 0.04 },
    y: {
      type: 'band',
      label: '↑ Samples',
      domain: sizes,
      tickSize: 0,
      padding: 0.06,
    },
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.28 },
    marks: [
      Plot.cell(cells, {
        fx: 'column',
        fy: 'line',
        x: 'dimension',
        y: 'n',
        fill: ({ bias }) => (bias < 0 ? 'var(--series-1)' : 'var(--series-2)'),
        fillOpacity: ({ bias }) => 0.5 * Math.min(1, Math.abs(bias) / information),
        stroke: 'var(--rule)',
      }),
      Plot.text(cells, {
        fx: 'column',
        fy: 'line',
        x: 'dimension',
        y: 'n',
        text: ({ bias }) => unitText(bias, unit, true),
        fill: 'var(--ink)',
      }),
      Plot.text(panels, {
        fx: 'column',
        fy: 'line',
        frameAnchor: 'top-left',
        dy: -15,
        text: 'label',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  });
  const law = distributionOf(distribution).label.toLowerCase();
  const [low, high] = [least(cells, ({ bias }) => bias), greatest(cells, ({ bias }) => bias)].map(
    (cell) =>
      cell &&
      `${unitText(cell.bias, unit, true)} (${cell.name}, dimension ${cell.dimension}, ${cell.n} samples)`,
  );
  const alternative = `Panels, one an estimator, of bias in numbers and colour over dimension and sample size. It goes from ${low} to ${high}.`;
  return { plot, alternative, title: `Bias in ${unit}, ${law}, truth ${unitText(information, unit)}.` };
}
