import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkPaper, fileVerdicts } from '../../kernels/engine/check.js';
import { claimRow } from '../../kernels/engine/claim-rows.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { record } from '../../kernels/engine/recorded.js';
import { runExperiment } from '../../kernels/engine/run.js';
import { readVerdicts } from '../../kernels/engine/verdicts.js';
import { copyOf, toyWorkspace } from './workspace.js';

/** A toy whose runs and verdicts were recorded, and whose experiment throws since its code was edited. */
async function brokenWorkspace(recorded: readonly ('quick' | 'full')[]) {
  const { paper, cache, folder } = await toyWorkspace();
  const experiment = experimentOf(paper, 'squares');
  for (const profile of recorded)
    await record(paper, profile, (await runExperiment({ experiment, profile }, { cache })).tables);
  await fileVerdicts(paper, { cache });
  const file = path.join(folder, 'toy', 'squares.run.ts');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('yield { progress: 0.5 };', "throw new Error('boom');"));
  return copyOf(folder);
}

describe('an experiment that fails since its code was edited', () => {
  it('leaves its claims judged on the recorded table of older code, which says so and why', async () => {
    const { paper, cache } = await brokenWorkspace(['quick']);
    const { judged } = await checkPaper(paper, { cache });
    const tested = judged.filter(({ profile }) => profile !== 'none');
    expect(tested).toHaveLength(2);
    for (const one of tested) {
      expect(one.stale).toContain('squares: boom');
      expect(claimRow(one).stale).toContain('boom');
    }
    expect(claimRow(judged.find(({ profile }) => profile === 'none')!).stale).toBeNull();
  });

  it('takes no recorded verdict away when verdicts are filed, at either scale', async () => {
    const { paper, cache } = await brokenWorkspace(['quick', 'full']);
    const before = await readVerdicts(paper);
    expect(before.grows).toEqual({ quick: 'reproduced', full: 'reproduced' });
    const { changes, kept } = await fileVerdicts(paper, { cache });
    expect(await readVerdicts(paper)).toEqual(before);
    expect(changes).toEqual([]);
    expect(kept.map(({ claim, profile }) => `${claim} ${profile}`).sort()).toEqual([
      'grows full',
      'grows quick',
      'odd full',
      'odd quick',
    ]);
  });

  it('files no verdict that never was: a claim judged on older code alone stays without', async () => {
    const { paper, cache } = await brokenWorkspace(['quick']);
    await writeFile(path.join(paper.folder, 'recorded', 'verdicts.json'), '{}');
    await fileVerdicts(paper, { cache });
    expect(await readVerdicts(paper)).toEqual({ grows: {}, odd: {}, images: { none: 'not tested' } });
  });
});

describe('filing the verdicts of some tables', () => {
  it('leaves those of claims that read others, and tells what changed', async () => {
    const { paper, cache } = await toyWorkspace();
    await fileVerdicts(paper, { cache });
    const file = path.join(paper.folder, 'recorded', 'verdicts.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"not reproduced"', '"reproduced"'));
    expect((await fileVerdicts(paper, { cache, tables: ['cubes'] })).changes).toEqual([]);
    expect((await readVerdicts(paper)).odd).toEqual({ quick: 'reproduced' });
    const { changes } = await fileVerdicts(paper, { cache, tables: ['squares'] });
    expect(changes).toEqual([
      { paper: 'toy', claim: 'odd', profile: 'quick', before: 'reproduced', after: 'not reproduced' },
    ]);
  });

  it('drops the verdict of a claim that is gone, and of a scale that its experiments no longer have', async () => {
    const { paper, cache } = await toyWorkspace();
    await fileVerdicts(paper, { cache });
    const file = path.join(paper.folder, 'recorded', 'verdicts.json');
    await writeFile(file, JSON.stringify({ gone: { quick: 'reproduced' }, images: { full: 'reproduced' } }));
    await fileVerdicts(paper, { cache });
    expect(Object.keys(await readVerdicts(paper))).toEqual(['grows', 'odd', 'images']);
    expect((await readVerdicts(paper)).images).toEqual({ none: 'not tested' });
  });

  it('says of a failure what failed', async () => {
    const { paper, cache } = await toyWorkspace();
    vi.stubEnv('TOY_FAIL', 'n-0');
    await expect(fileVerdicts(paper, { cache })).rejects.toThrow('part n-0 was told to fail');
  });
});
