import { methodLabels } from '../../papers/cs-ib/tables.js';
import { isNarrow } from '../panels.js';
import { series } from '../series.js';

export const methods = series(methodLabels);

/** A method's name beside its row; in two lines, broken at the space nearest the middle, where a figure is narrow. */
export const rowName = (width: number) => (id: string) => {
  const name = methods.label(id);
  if (!isNarrow(width) || name.length < 18) return name;
  const spaces = Array.from(name.matchAll(/ /g), ({ index }) => index);
  const off = (at: number) => Math.abs(at - name.length / 2);
  const middle = spaces.reduce((best, at) => (off(at) < off(best) ? at : best));
  return `${name.slice(0, middle)}\n${name.slice(middle + 1)}`;
};

/** Prediction terms: how the conditional divergence weights pairs, and the squared error beside it. */
export const predictionTerms = series({
  paper: 'as printed',
  code: 'as in the code',
  symmetric: 'symmetric (ours)',
  squares: 'mean squared error',
});

/** Distances of moving points from their target. */
export const distances = series({ d_cs: 'CS divergence (nats)', mmd2: 'MMD² (watched)' });
