import { millerMadowEntropy } from '../information/count-entropies.js';
import type { Advice } from './advice.js';
import type { Analysis, Question } from './question.js';

interface Found extends Pick<Question, 'x' | 'y' | 'z'>, Pick<Analysis, 'best' | 'test' | 'rows'> {
  readonly advice: Advice;
  /** Whether rows look like those of a series. */
  readonly serial: boolean;
}

/** Coordinates of both variables together from which estimates by neighbours fall far short. */
const manyDimensions = 6;

/** What a reader must know before believing an estimate, each a sentence. */
export function warningsOf({ x, y, z, best, test, rows, advice, serial }: Found): string[] {
  const warnings: string[] = [];
  const { nats, low, high, method } = best;
  const error = low === null || high === null ? undefined : (high - low) / 2;
  if (method !== advice.method)
    warnings.push(`${method} was asked for; ${advice.method} suits these columns better: ${advice.reason}.`);
  for (const { name, kind } of [x, y])
    if (kind === 'constant')
      warnings.push(`"${name}" has one value, so that the information is 0 by definition.`);
  if (nats < -(error ?? 0.1))
    warnings.push(
      `The estimate, ${nats.toFixed(3)} nats, is below zero by more than its error: information is never negative, and ` +
        'this estimator fails on these columns.',
    );
  else if (nats < 0)
    warnings.push('The estimate is below zero, as it is half of the time where nothing depends.');
  for (const { name, kind, labels } of [x, y])
    if (kind === 'labels' && 2 * labels.count > rows)
      warnings.push(
        `"${name}" has ${labels.count} labels in ${rows} rows: of labels that hardly repeat nothing can be learnt. If they are ` +
          'numbers or dates, look how they are written.',
      );
  for (const variable of [x, y]) {
    if (variable.kind !== 'labels') continue;
    const most = millerMadowEntropy(variable.labels);
    if (nats > most + (error ?? 0.05))
      warnings.push(
        `The estimate is above the entropy of "${variable.name}", ${most.toFixed(3)} nats, which no information with it is: ` +
          'this estimator fails on these columns.',
      );
  }
  if ([x, y].every(({ kind }) => kind !== 'labels') && nats > Math.log(rows) - 2)
    warnings.push(
      `So much information is near the most that ${rows} rows can show; the truth may be far larger, as where one column is ` +
        'computed from the other.',
    );
  const dimension = [x, y, z].reduce((sum, variable) => sum + (variable?.points.dimension ?? 0), 0);
  if (dimension >= manyDimensions)
    warnings.push(
      `In ${dimension} dimensions neighbours are far away: expect the estimate to be too small, unless the columns follow ` +
        'few directions.',
    );
  if (low === null && x.kind !== 'constant' && y.kind !== 'constant')
    warnings.push(
      `There is no interval: it takes 100 rows, parts of them that the estimator takes, and an estimator that is not trained.`,
    );
  if (serial)
    warnings.push(
      'Rows depend on the row before, as those of a series do: the interval, which takes them for independent, is too narrow' +
        (test?.by === 'shuffle' || test?.by === 'local'
          ? ', and p values, whose surrogates do as well, are too small.'
          : '.'),
    );
  if (test && test.surrogates < 100)
    warnings.push(
      `There were ${test.surrogates} surrogates: no p value is below ${(1 / (1 + test.surrogates)).toFixed(3)}.`,
    );
  return warnings;
}
