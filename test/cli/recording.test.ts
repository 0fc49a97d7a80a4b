import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyOf, toyWorkspace } from '../engine/workspace.js';
import { litmus } from './litmus.js';

/** Where the command looks for papers: a workspace in place of the shelf. */
const shelf = vi.hoisted(() => ({ folder: '' }));

vi.mock(import('../../kernels/engine/papers.js'), async (original) => {
  const papers = await original();
  return {
    ...papers,
    loadPaper: (slug, folder = shelf.folder) => papers.loadPaper(slug, folder),
    loadPapers: (slugs, folder = shelf.folder) => papers.loadPapers(slugs, folder),
    paperSlugs: () => papers.paperSlugs(shelf.folder),
  };
});

// What git says of the tree in which the tests run is not what is tested.
vi.mock(import('../../kernels/engine/clean-tree.js'), () => ({ changedFiles: async () => [] }));

function work({ folder, results }: { folder: string; results: string }) {
  shelf.folder = folder;
  vi.stubEnv('LITMUS_CACHE', path.dirname(results));
}

async function edit(folder: string, file: string, from: string, to: string) {
  const whole = path.join(folder, 'toy', file);
  const text = await readFile(whole, 'utf8');
  expect(text).toContain(from);
  await writeFile(whole, text.replace(from, to));
}

let folder: string;

beforeEach(async () => {
  const workspace = await toyWorkspace();
  folder = workspace.folder;
  work(workspace);
  expect((await litmus('run', 'toy', '--jobs', '1', '--record')).code).toBe(0);
  expect((await litmus('run', 'toy', '--jobs', '1', '--profile', 'full', '--record')).code).toBe(0);
});

describe('an experiment that throws since it was edited', () => {
  beforeEach(async () => {
    await edit(folder, 'squares.run.ts', 'yield { progress: 0.5 };', "throw new Error('boom');");
    work(await copyOf(folder));
  });

  it('makes `check` fail, which says what is stale and why', async () => {
    const { code, out } = await litmus('check', '--jobs', '1');
    expect(code).toBe(3);
    expect(out).toMatch(/STALE toy\/grows \(quick\): .*older code.*boom/);
    expect(out).not.toContain('every verdict is the recorded one');
    const { stale } = JSON.parse((await litmus('check', '--jobs', '1', '--json')).out) as {
      stale: unknown[];
    };
    expect(stale).toHaveLength(2);
  });

  it('makes `record` fail, which names it and takes no verdict away', async () => {
    const file = path.join(shelf.folder, 'toy', 'recorded', 'verdicts.json');
    const before = await readFile(file, 'utf8');
    const { code, out } = await litmus('record', '--jobs', '1');
    expect(code).toBe(3);
    expect(out).toMatch(/toy\/squares +failed +boom/);
    expect(out).toContain('KEPT toy/grows (full) as it was recorded');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('code that was edited', () => {
  it('without effect on a row costs the quick run alone: the full one is carried over, and `check` holds', async () => {
    await edit(folder, 'power.ts', 'return n ** exponent', 'const base = n; return base ** exponent');
    work(await copyOf(folder));
    expect((await litmus('list')).out).toContain('quick (older code), full (older code)');
    const { code, out } = await litmus('record', '--jobs', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/toy\/squares +recorded anew +carried over/);
    expect((await litmus('list')).out).toContain('quick, full (carried)');
    expect(await litmus('check', '--jobs', '1')).toMatchObject({ code: 0 });
  });

  it('with effect loses the full run, and says how to compute it again', async () => {
    await edit(folder, 'power.ts', 'n ** exponent', 'n ** exponent + 1');
    work(await copyOf(folder));
    const { out } = await litmus('record', '--jobs', '1');
    expect(out).toMatch(/toy\/squares +recorded anew +of older code +the quick run gives other rows/);
    expect(out).toContain('npx litmus run toy --profile full --record');
    expect((await litmus('check', '--jobs', '1')).code).toBe(1);
  });
});

describe('a run of what is recorded', () => {
  it('says whether its rows are the recorded ones', async () => {
    vi.stubEnv('LITMUS_CACHE', path.join(folder, 'elsewhere'));
    expect((await litmus('run', 'toy', '--jobs', '1')).out).toContain('new, as recorded');
    const runs = JSON.parse((await litmus('run', 'toy', '--jobs', '1', '--json')).out) as {
      asRecorded: boolean;
    }[];
    expect(runs[0].asRecorded).toBe(true);
    expect((await litmus('run', 'toy', '--jobs', '1', '--seed', '3')).out).not.toContain('recorded');
  });
});

describe('one paper whose verdicts cannot be read', () => {
  it('is named by `list` and `check`, which exit with 2', async () => {
    const file = path.join(folder, 'toy', 'recorded', 'verdicts.json');
    await writeFile(file, '<<<<<<< HEAD');
    for (const command of ['list', 'check']) {
      const { code, out, err } = await litmus(command);
      expect(out + err).toContain(file);
      expect(code).toBe(2);
    }
  });
});

describe('the table of claims', () => {
  it('is the same to the last byte however often it is made, and names the tables it was made from', async () => {
    // The terminal of the tests writes bytes as numbers.
    const emit = async () => {
      const { out } = await litmus('emit', 'x', '--paper', 'toy', '--table', 'claims');
      return Buffer.from(out.split(',').map(Number)).toString('latin1');
    };
    const first = await emit();
    expect(await emit()).toBe(first);
    expect(first).toContain('"paper":"toy","table":"squares","profile":"full"');
    expect(first).not.toContain('litmus.provenance');
  });
});
