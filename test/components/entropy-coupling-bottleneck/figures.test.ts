import { describe, expect, it } from 'vitest';
import { belief } from '../../../src/components/entropy-coupling-bottleneck/belief.js';
import { coupling } from '../../../src/components/entropy-coupling-bottleneck/coupling.js';
import { ebim } from '../../../src/components/entropy-coupling-bottleneck/ebim.js';
import { gaps } from '../../../src/components/entropy-coupling-bottleneck/gaps.js';
import {
  excessInWords,
  jointEntropy,
} from '../../../src/components/entropy-coupling-bottleneck/joint-entropy.js';
import { liveFigure } from '../../../src/components/entropy-coupling-bottleneck/live-figure.js';
import { methods } from '../../../src/components/entropy-coupling-bottleneck/series.js';
import { tradeoff } from '../../../src/components/entropy-coupling-bottleneck/tradeoff.js';
import { understood } from '../../../src/components/entropy-coupling-bottleneck/understood.js';
import type { Drawing } from '../../../src/components/figure.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/entropy-coupling-bottleneck/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const recorded = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('entropy-coupling-bottleneck', table);

const titled = ({ title, caption, alternative, plot }: Drawing) =>
  [title, caption, alternative, summary(plot)].filter(Boolean).join('\n');

describe('figures from the recorded rows', () => {
  it('ebim', async () => {
    const rows = await recorded('curve');
    expect(titled(ebim(rows, { source: 'three', shown: methods.ids, gap: false }, 640))).toMatchSnapshot();
    const two = ['greedy', 'moves'] as const;
    expect(titled(ebim(rows, { source: 'uniform', shown: two, gap: true }, 360))).toMatchSnapshot();
  });

  it('understood', async () => {
    expect(titled(understood(await recorded('game'), 640))).toMatchSnapshot();
  });

  it('gaps', async () => {
    expect(titled(gaps(await recorded('encoder'), 5, 640))).toMatchSnapshot();
  });

  it('tradeoff', async () => {
    const rows = await recorded('game');
    const all = [1, 1.5, 2, 3, 4.5];
    const run = { rows, provenance: undefined };
    const messages = tradeoff(run, { ratios: all, all, measure: 'accuracy' }, 640);
    expect(summary(messages.plot)).toMatchSnapshot();
    const bits = tradeoff(run, { ratios: [1.5, 3], all, measure: 'information' }, 360);
    expect(summary(bits.plot)).toMatchSnapshot();
  });

  it('belief', async () => {
    const rows = await recorded('belief');
    expect(titled(belief(rows, { ratio: 1, of: 'belief_true' }, 640))).toMatchSnapshot();
    expect(titled(belief(rows, { ratio: 3, of: 'belief_word' }, 360))).toMatchSnapshot();
  });

  it('coupling', async () => {
    expect(titled(coupling(await recorded('coupling'), 3, 640))).toMatchSnapshot();
  });

  it('joint-entropy', async () => {
    const rows = await recorded('joint_entropy');
    expect(titled(jointEntropy(rows, 64, 640))).toMatchSnapshot();
    expect(excessInWords(rows)).toMatchSnapshot();
  });
});

it('the live figure', () => {
  const settings = { input: 'geometric', output: 'bell', share: 0.6, encoder: 'greedy' } as const;
  expect(titled(liveFigure(settings, 640))).toMatchSnapshot();
});
