import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it, vi } from 'vitest';
import { renew } from '../../kernels/engine/carry.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { readBack, restamp } from '../../kernels/engine/parquet.js';
import type { PartRunner } from '../../kernels/engine/pool.js';
import { readRecorded, record } from '../../kernels/engine/recorded.js';
import { keyOf, runExperiment } from '../../kernels/engine/run.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { copyOf, toyWorkspace } from './workspace.js';

/** A workspace whose toy has both profiles recorded, then an edit of its code, as the next process sees it. */
async function editedWorkspace(edit: { file: string; from: string; to: string }) {
  const { paper, cache, folder } = await toyWorkspace();
  const experiment = experimentOf(paper, 'squares');
  for (const profile of ['quick', 'full'] as const)
    await record(paper, profile, (await runExperiment({ experiment, profile }, { cache })).tables);
  const file = path.join(folder, 'toy', edit.file);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(edit.from);
  await writeFile(file, text.replace(edit.from, edit.to));
  const next = await copyOf(folder);
  const read = async (profile: 'quick' | 'full') =>
    readBack((await readRecorded(next.paper, 'squares', profile))!.bytes);
  return { ...next, experiment: experimentOf(next.paper, 'squares'), read, before: await read('full') };
}

const renamed = {
  file: 'power.ts',
  from: 'return n ** exponent',
  to: 'const base = n; return base ** exponent',
};
const wrong = { file: 'power.ts', from: 'n ** exponent', to: 'n ** exponent + 1' };

describe('a table that was written before its columns said whether their values may be missing', () => {
  it('may have missing ones, and can be written again under another provenance', async () => {
    const provenance = { paper: 'toy', table: 'squares' } as Provenance;
    const older = { power: { type: 'float64', description: 'its power' } };
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'power', data: [1, null], type: 'DOUBLE', nullable: true }],
      kvMetadata: [
        { key: 'litmus.provenance', value: JSON.stringify(provenance) },
        { key: 'litmus.columns', value: JSON.stringify(older) },
      ],
    });
    const again = await readBack(await restamp(new Uint8Array(bytes), { ...provenance, key: 'newer' }));
    expect(again.rows).toEqual([{ power: 1 }, { power: null }]);
    expect(again.columns.power).toEqual({ ...older.power, nullable: true });
    expect(again.provenance.key).toBe('newer');
  });
});

describe('recorded runs, after the code has changed', () => {
  it('a full run is carried over where the quick run gives the recorded rows to the last bit', async () => {
    const { paper, experiment, cache, read, before, ran } = await editedWorkspace(renamed);
    expect(await renew(paper, experiment, { cache })).toEqual({
      experiment: 'squares',
      quick: 'recorded',
      full: 'carried',
    });
    const after = await read('full');
    expect(after.rows).toEqual(before.rows);
    expect(after.provenance.key).toBe(await keyOf({ experiment, profile: 'full' }));
    expect(after.provenance).toMatchObject({
      date: before.provenance.date,
      carried: { from: before.provenance.key, because: expect.stringContaining('to the last bit') as string },
    });
    expect((await ran()).slice(-4)).toEqual(['n-0', 'n-1', 'n-2', 'n-3']);
    expect(await renew(paper, experiment, { cache })).toMatchObject({ quick: 'current', full: 'current' });
  });

  it('the quick run is computed on the backend that the recorded one names, unless another is asked for', async () => {
    const { paper, experiment, cache } = await editedWorkspace(renamed);
    const { bytes } = (await readRecorded(paper, 'squares', 'quick'))!;
    const { provenance } = await readBack(bytes);
    await record(paper, 'quick', { squares: await restamp(bytes, { ...provenance, backend: 'wasm' }) });
    const asked: (string | undefined)[] = [];
    const runner: PartRunner = {
      run(task) {
        asked.push(task.backend);
        return Promise.reject(new Error('not computed'));
      },
      close: () => Promise.resolve(),
    };
    await expect(renew(paper, experiment, { cache, runner })).rejects.toThrow('not computed');
    expect(asked[0]).toBe('wasm');
    asked.length = 0;
    await expect(renew(paper, experiment, { cache, runner, backend: 'cpu' })).rejects.toThrow('not computed');
    expect(asked[0]).toBe('cpu');
  });

  it('what lies in the cache of another backend is computed anew on that of the recorded run', async () => {
    const { paper, experiment, cache } = await editedWorkspace(renamed);
    await runExperiment({ experiment, profile: 'quick' }, { cache });
    const { bytes } = (await readRecorded(paper, 'squares', 'quick'))!;
    const { provenance } = await readBack(bytes);
    await record(paper, 'quick', { squares: await restamp(bytes, { ...provenance, backend: 'wasm' }) });
    const runner: PartRunner = {
      run: () => Promise.reject(new Error('computed anew')),
      close: () => Promise.resolve(),
    };
    await expect(renew(paper, experiment, { cache, runner })).rejects.toThrow('computed anew');
  });

  it('carried twice, it still names the code that computed it', async () => {
    const first = await editedWorkspace(renamed);
    await renew(first.paper, first.experiment, { cache: first.cache });
    const file = path.join(first.folder, 'toy', 'power.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('base', 'root'));
    const { paper, cache } = await copyOf(first.folder);
    expect(await renew(paper, experimentOf(paper, 'squares'), { cache })).toMatchObject({ full: 'carried' });
    const { provenance } = await readBack((await readRecorded(paper, 'squares', 'full'))!.bytes);
    expect(provenance.carried!.from).toBe(first.before.provenance.key);
  });

  it('a full run is lost where the quick run gives other rows, and stays lost the next time', async () => {
    const { paper, experiment, cache, read, before } = await editedWorkspace(wrong);
    expect(await renew(paper, experiment, { cache })).toMatchObject({
      quick: 'recorded',
      full: 'lost',
      because: 'the quick run gives other rows than the recorded one',
    });
    // Now the quick run beside it is of the newer code: what it says is no evidence on the older one.
    expect(await renew(paper, experiment, { cache })).toMatchObject({
      full: 'lost',
      because: 'the quick run recorded beside it is of other code',
    });
    expect((await read('full')).provenance).toEqual(before.provenance);
  });

  it.each([
    ['its parameters', { file: 'parameters.ts', from: 'upTo: 8', to: 'upTo: 9' }],
    ['its seed', { file: 'squares.ts', from: 'seed: 7', to: 'seed: 8' }],
  ])('a full run is not carried over where %s differ', async (_, edit) => {
    const { paper, experiment, cache } = await editedWorkspace(edit);
    expect((await renew(paper, experiment, { cache })).full).toBe('lost');
  });

  it('a full run is not carried over without a quick one, or one that differs in the last bit', async () => {
    const { paper, experiment, cache, read } = await editedWorkspace(renamed);
    const quick = await read('quick');
    const bytes = (await readRecorded(paper, 'squares', 'quick'))!.bytes;
    const rows = quick.rows.map((row, i) => (i === 3 ? { ...row, power: 9.000000000000002 } : row));
    const { encodeTable } = await import('../../kernels/engine/parquet.js');
    await record(paper, 'quick', { squares: encodeTable(quick.columns, rows, quick.provenance) });
    expect((await renew(paper, experiment, { cache })).because).toContain('other rows');
    await record(paper, 'quick', { squares: await restamp(bytes, quick.provenance) });
    expect((await renew(paper, experiment, { cache })).full).toBe('carried');
  });

  it('a full run is not carried over where a data set that it alone reads has another checksum', async () => {
    const { paper, experiment, cache, read } = await editedWorkspace(renamed);
    const { provenance } = await read('full');
    const { bytes } = (await readRecorded(paper, 'squares', 'full'))!;
    const datasets = { 'mnist-test-labels': 'of the file as it was' };
    await record(paper, 'full', { squares: await restamp(bytes, { ...provenance, datasets }) });
    const definition = {
      ...experiment.definition,
      datasets: ({ upTo }: { upTo?: unknown }) => (upTo === 8 ? ['mnist-test-labels'] : []),
    };
    expect(await renew(paper, { ...experiment, definition }, { cache })).toMatchObject({
      full: 'lost',
      because: 'it reads other data sets',
    });
  });

  it('a recorded file that is damaged is told', async () => {
    const { paper, experiment, cache } = await editedWorkspace(renamed);
    await writeFile(path.join(paper.folder, 'recorded', 'squares.quick.parquet'), 'damaged');
    const log = vi.fn();
    expect((await renew(paper, experiment, { cache, log })).full).toBe('lost');
    expect(log).toHaveBeenCalledWith(expect.stringContaining('squares.quick.parquet is damaged'));
  });

  it('an interrupt between the two records leaves the evidence whole', async () => {
    const { paper, experiment, cache, read } = await editedWorkspace(renamed);
    vi.stubEnv('TOY_FAIL', 'n-3');
    await expect(renew(paper, experiment, { cache })).rejects.toThrow('told to fail');
    vi.stubEnv('TOY_FAIL', '');
    expect((await read('full')).provenance.carried).toBeUndefined();
    expect((await renew(paper, experiment, { cache })).full).toBe('carried');
  });
});
