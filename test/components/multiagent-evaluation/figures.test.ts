import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/components/figure.js';
import { complexityFigure } from '../../../src/components/multiagent-evaluation/complexity-figure.js';
import { complexityTable } from '../../../src/components/multiagent-evaluation/complexity-table.js';
import { errorsFigure } from '../../../src/components/multiagent-evaluation/errors-figure.js';
import { foundFigure } from '../../../src/components/multiagent-evaluation/found-figure.js';
import { gapsFigure } from '../../../src/components/multiagent-evaluation/gaps-figure.js';
import { intervalFigure } from '../../../src/components/multiagent-evaluation/interval-figure.js';
import { liveFigure } from '../../../src/components/multiagent-evaluation/live-figure.js';
import { ratingTable } from '../../../src/components/multiagent-evaluation/rating-table.js';
import type { Rows } from '../../../src/components/multiagent-evaluation/series.js';
import { staticFigure } from '../../../src/components/multiagent-evaluation/static-figure.js';
import { sweepFigure } from '../../../src/components/multiagent-evaluation/sweep-figure.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const recorded = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('multiagent-evaluation', table);
const titled = ({ title, plot }: Drawing) => `${title}\n${summary(plot)}`;
const linesOf = (table: HTMLElement) =>
  [...table.querySelectorAll('tbody tr')].map((line) =>
    [...line.children].map(({ textContent }) => textContent).join(' | '),
  );

describe('figures from the recorded rows', () => {
  it('intervals', async () => {
    const rows = await recorded('intervals');
    const stop = rows[rows.length - 1].interactions;
    expect(titled(intervalFigure(rows, { game: rows[0].game, stop }, 640))).toMatchSnapshot();
  });

  it('complexity', async () => {
    const rows = await recorded('samples');
    expect(titled(complexityFigure(rows, { game: 'soccer', relaxed: true }, 640))).toMatchSnapshot();
    expect(titled(complexityFigure(rows, { game: 'random', relaxed: false }, 360))).toMatchSnapshot();
    expect(linesOf(complexityTable(rows)).slice(0, 4)).toMatchSnapshot();
  });

  it('found', async () => {
    const rows = await recorded('samples');
    expect(titled(foundFigure(rows, 640))).toMatchSnapshot();
    expect(titled(foundFigure(rows, 360))).toMatchSnapshot();
  });

  it('gaps', async () => {
    expect(titled(gapsFigure(await recorded('soccer_gaps'), { slack: 0.1 }, 640))).toMatchSnapshot();
  });

  it('errors', async () => {
    expect(summary(errorsFigure(await recorded('ranking_errors'), 640))).toMatchSnapshot();
  });

  it('static-sampling', async () => {
    expect(summary(staticFigure(await recorded('static_sampling'), 640))).toMatchSnapshot();
  });

  it('alpha-sweep', async () => {
    const rows = await recorded('alpha_sweep');
    expect(titled(sweepFigure(rows, { game: 'biased' }, 640))).toMatchSnapshot();
    expect(titled(sweepFigure(rows, { game: 'soccer' }, 360))).toMatchSnapshot();
    expect(linesOf(ratingTable(await recorded('ratings'), 'soccer'))).toMatchSnapshot();
  });

  it('live-bandit', () => {
    const options = { delta: 0.1, kind: 'CP-UCB', scheme: 'UE', always: false, seed: 1 } as const;
    expect(titled(liveFigure({ ...options, wins: [0.9, 0.25, 0.35, 0.7] }, 640))).toMatchSnapshot();
  });
});
