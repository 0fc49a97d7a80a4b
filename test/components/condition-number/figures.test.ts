import { describe, expect, it } from 'vitest';
import { adaptation } from '../../../src/components/condition-number/adaptation.js';
import { liveSpectrumFigure } from '../../../src/components/condition-number/live-spectrum-figure.js';
import { matchedFigure } from '../../../src/components/condition-number/matched-figure.js';
import { matchedTable } from '../../../src/components/condition-number/matched-table.js';
import { spectra } from '../../../src/components/condition-number/spectra.js';
import { tensors } from '../../../src/components/condition-number/tensors.js';
import {
  untrained,
  untrainedCounts,
  untrainedInWords,
} from '../../../src/components/condition-number/untrained.js';
import type { Drawing } from '../../../src/components/figure.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/condition-number/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const recorded = <N extends keyof Rows & string>(table: N) =>
  recordedRows<Rows[N][number]>('condition-number', table);

const told = ({ title, caption = '', plot }: Drawing) => [title, caption, summary(plot)].join('\n');

describe('figures from the recorded rows', () => {
  const base = { study: 'base', fraction: 0.7, of: 'weakest' } as const;

  it('adaptation', async () => {
    const rows = await recorded('curves');
    expect(told(adaptation(rows, { ...base, seed: null, group: 'main' }, 640))).toMatchSnapshot();
    expect(
      told(adaptation(rows, { ...base, study: 'wider', of: 'all', seed: 3, group: 'types' }, 360)),
    ).toMatchSnapshot();
  });

  it('matched, and all numbers', async () => {
    const rows = await recorded('curves');
    expect(told(matchedFigure(rows, { ...base, group: 'main' }, 640))).toMatchSnapshot();
    const strict = { study: 'longer', fraction: 0.9, of: 'all' } as const;
    expect(told(matchedFigure(rows, { ...strict, group: 'main' }, 360))).toMatchSnapshot();
    const lines = [...matchedTable(rows, strict).querySelectorAll('tr')].map((line) =>
      [...line.children].map(({ textContent }) => textContent).join(' | '),
    );
    expect(lines).toMatchSnapshot();
  });

  it('spectra', async () => {
    const rows = { spectra: await recorded('spectra'), orderings: await recorded('orderings') };
    expect(told(spectra(rows, { n: 3, most: 100 }, 640))).toMatchSnapshot();
    expect(told(spectra(rows, { n: 2, most: Infinity }, 360))).toMatchSnapshot();
  });

  it('tensors and untrained', async () => {
    const rows = { tensors: await recorded('tensors'), matrices: await recorded('matrices') };
    expect(told(tensors(rows, { study: 'base', seed: 0, budget: 3 }, 640))).toMatchSnapshot();
    expect(told(tensors(rows, { study: 'wider', seed: null, budget: 1 }, 360))).toMatchSnapshot();
    expect(summary(untrained(rows, 640))).toMatchSnapshot();
    expect({ ...untrainedCounts(rows), words: untrainedInWords(rows) }).toMatchSnapshot();
  });
});

it('live-spectrum', () => {
  const settings = { sigmas: [1.8, 1, 0.6, 0.3], locked: true, noise: 0.3 };
  expect(told(liveSpectrumFigure(settings, 704))).toMatchSnapshot();
  expect(told(liveSpectrumFigure(settings, 360))).toMatchSnapshot();
});
