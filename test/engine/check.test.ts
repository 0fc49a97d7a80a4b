import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPaper, fileVerdicts } from '../../kernels/engine/check.js';
import { claimRow } from '../../kernels/engine/claim-rows.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { record } from '../../kernels/engine/recorded.js';
import { runExperiment } from '../../kernels/engine/run.js';
import { claimColumns } from '../../src/lib/claims/claim-columns.js';
import { checkRows } from '../../src/lib/experiment/column.js';
import { toyWorkspace } from './workspace.js';

async function filedWorkspace() {
  const workspace = await toyWorkspace();
  const { paper, cache, folder } = workspace;
  await fileVerdicts(paper, { cache });
  const file = path.join(folder, 'toy', 'recorded', 'verdicts.json');
  return { ...workspace, file };
}

describe('checking verdicts', () => {
  it('finds no change against verdicts that were just filed', async () => {
    const { paper, cache, file } = await filedWorkspace();
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      grows: { quick: 'reproduced' },
      odd: { quick: 'not reproduced' },
      images: { none: 'not tested' },
    });
    expect((await checkPaper(paper, { cache })).changes).toEqual([]);
  });

  it('names the claim, before and after, where a recorded verdict was edited', async () => {
    const { paper, cache, file } = await filedWorkspace();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"not reproduced"', '"reproduced"'));
    const { changes } = await checkPaper(paper, { cache });
    expect(changes).toEqual([
      { paper: 'toy', claim: 'odd', profile: 'quick', before: 'reproduced', after: 'not reproduced' },
    ]);
  });

  it('sees a claim that was never recorded, and one that is gone', async () => {
    const { paper, cache, file } = await filedWorkspace();
    await writeFile(file, JSON.stringify({ grows: { quick: 'reproduced' }, gone: { quick: 'reproduced' } }));
    const { changes } = await checkPaper(paper, { cache });
    expect(changes).toContainEqual({ paper: 'toy', claim: 'odd', profile: 'quick', after: 'not reproduced' });
    expect(changes).toContainEqual({ paper: 'toy', claim: 'gone', profile: 'quick', before: 'reproduced' });
  });

  it('computes everything again with `fresh`', async () => {
    const { paper, cache, ran } = await filedWorkspace();
    expect(await ran()).toHaveLength(4);
    await checkPaper(paper, { cache });
    expect(await ran()).toHaveLength(4);
    await checkPaper(paper, { cache, fresh: true });
    expect(await ran()).toHaveLength(8);
  });

  it('lets the full run decide a claim where there is one, and keeps the quick one beside it', async () => {
    const { paper, cache } = await filedWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'full' as const };
    await record(paper, 'full', (await runExperiment(job, { cache })).tables);
    const { judged, changes } = await checkPaper(paper, { cache });
    const odd = judged.filter(({ claim }) => claim.id === 'odd');
    expect(
      odd.map(({ profile, decisive, judgement }) => [
        profile,
        decisive,
        judgement?.binding?.measurement.value,
      ]),
    ).toEqual([
      ['full', true, 4],
      ['quick', false, 2],
    ]);
    expect(changes).toContainEqual({ paper: 'toy', claim: 'grows', profile: 'full', after: 'reproduced' });
  });

  it('turns judged claims into rows that fit the columns of claims.parquet', async () => {
    const { paper, cache } = await filedWorkspace();
    const rows = (await checkPaper(paper, { cache })).judged.map((one) => claimRow(one));
    expect(() => checkRows('claims', claimColumns, rows)).not.toThrow();
    expect(rows.find(({ id }) => id === 'images')).toMatchObject({
      verdict: 'not tested',
      because: 'nobody has looked',
      source: 'text',
      pilot: null,
    });
    expect(rows.find(({ id }) => id === 'odd')).toMatchObject({
      measured: 2,
      source: 'memory',
      place: 'Lemma 2',
      uncertainty: 'exact',
      scale: 'exact',
      pilot: true,
    });
  });
});
