import { expect, it } from 'vitest';
import {
  selectVariables,
  standardAnswer,
} from '../../../src/papers/adaptive-data-analysis/variable-selection.js';

const train = Float64Array.of(0.2, 0.2, -0.2, -0.2, 0.05, 0.2);
const holdout = Float64Array.of(0.3, -0.3, -0.3, 0.3, 0.3, 0.05);

it('keeps what is beyond the cut on the same side of both sets', () => {
  expect([...selectVariables(train, holdout, 0.1, standardAnswer)]).toEqual([1, 0, 1, 0, 0, 0]);
});

it('goes by what the holdout answers, asked once for each variable in order', () => {
  const asked: number[][] = [];
  const answer = (seen: number, held: number) => {
    asked.push([seen, held]);
    return seen;
  };
  expect([...selectVariables(train, holdout, 0.1, answer)]).toEqual([1, 1, 1, 1, 0, 1]);
  expect(asked).toEqual(Array.from(train, (seen, j) => [seen, holdout[j]]));
});
