import type { PairFound } from '../../lib/estimation/all-pairs.js';
import { informationText, pText } from '../../lib/estimation/words.js';
import type { Row } from '../../lib/experiment/column.js';
import { element } from '../element.js';
import { table } from '../table.js';

/** Every two columns as rows, the strongest first. */
export function rowsOfPairs(pairs: readonly PairFound[]): readonly Row[] {
  return strongestFirst(pairs).map(({ x, y, analysis, refusal, adjusted }) => ({
    x,
    y,
    nats: analysis?.best.nats ?? null,
    low: analysis?.best.low ?? null,
    high: analysis?.best.high ?? null,
    p: analysis?.test?.pValue ?? null,
    p_adjusted: adjusted,
    estimator: analysis?.best.method ?? null,
    refusal,
  }));
}

const strongestFirst = (pairs: readonly PairFound[]) =>
  [...pairs].sort((a, b) => (b.analysis?.best.nats ?? -1) - (a.analysis?.best.nats ?? -1));

/** All pairs, each with a button that chooses it. */
export function pairsTable(
  pairs: readonly PairFound[],
  choose: (pair: PairFound) => void,
  file: string,
): HTMLElement {
  const p = (value: number | null) => (value === null ? '–' : pText(value));
  return table<PairFound>(
    strongestFirst(pairs),
    [
      {
        name: 'Pair',
        value: ({ x, y }) => `${x}, ${y}`,
        format: (pair) => {
          const button = element('button', { type: 'button', class: 'sort' }, `${pair.x}, ${pair.y}`);
          button.addEventListener('click', () => choose(pair));
          return button;
        },
      },
      {
        name: 'Nats',
        value: ({ analysis }) => analysis?.best.nats ?? null,
        format: ({ analysis }) => (analysis === null ? 'refused' : informationText(analysis.best.nats)),
      },
      {
        name: '95 %',
        value: ({ analysis }) => analysis?.best.low ?? null,
        format: ({ analysis }) => {
          const { low = null, high = null } = analysis?.best ?? {};
          return low === null || high === null ? '–' : `${informationText(low)} to ${informationText(high)}`;
        },
      },
      {
        name: 'p',
        value: ({ analysis }) => analysis?.test?.pValue ?? null,
        format: ({ analysis }) => p(analysis?.test?.pValue ?? null),
      },
      { name: 'p of all', value: ({ adjusted }) => adjusted, format: ({ adjusted }) => p(adjusted) },
      { name: 'Estimator', value: ({ analysis, refusal }) => analysis?.best.method ?? refusal },
    ],
    { caption: 'Every two columns; a pair’s name shows it above.', file },
  );
}
