import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CriteriaLock } from '../../kernels/engine/criteria-lock.js';
import { copyOf, toyWorkspace } from '../engine/workspace.js';
import { litmus } from './litmus.js';

/** Where the command looks for papers, and what git says of the working tree. */
const around = vi.hoisted(() => ({ folder: '', changed: [] as string[] | undefined }));

vi.mock(import('../../kernels/engine/papers.js'), async (original) => {
  const papers = await original();
  return {
    ...papers,
    loadPaper: (slug, folder = around.folder) => papers.loadPaper(slug, folder),
    loadPapers: (slugs, folder = around.folder) => papers.loadPapers(slugs, folder),
    paperSlugs: () => papers.paperSlugs(around.folder),
  };
});
vi.mock(import('../../kernels/engine/clean-tree.js'), () => ({ changedFiles: async () => around.changed }));

function work({ folder, results }: { folder: string; results: string }) {
  around.folder = folder;
  around.changed = [];
  vi.stubEnv('LITMUS_CACHE', path.dirname(results));
}

const lockFile = () => path.join(around.folder, 'toy', 'criteria.lock.json');
const readLock = async () => JSON.parse(await readFile(lockFile(), 'utf8')) as CriteriaLock;

/** Changes the claims, and looks at them under another path, since modules are read once a process. */
async function edit(from: string, to: string) {
  const file = path.join(around.folder, 'toy', 'claims.ts');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
  work(await copyOf(around.folder));
}

beforeEach(async () => {
  work(await toyWorkspace());
  await rm(lockFile(), { force: true });
});

describe('litmus lock', () => {
  it('fixes every criterion, and changes nothing when it is called again', async () => {
    expect(await litmus('lock', 'toy')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 criteria locked'),
    });
    const first = await readFile(lockFile(), 'utf8');
    const { claims, amendments } = await readLock();
    expect(Object.keys(claims)).toEqual(['grows', 'odd']);
    expect(claims.odd.criterion).toMatch(/^[0-9a-f]{64}$/);
    expect(amendments).toEqual([]);
    expect((await litmus('lock', 'toy')).out).toContain('nothing changed');
    expect(await readFile(lockFile(), 'utf8')).toBe(first);
  });

  it('asks why a locked criterion was changed, and keeps the verdict before and after', async () => {
    await litmus('lock', 'toy');
    expect((await litmus('run', 'toy', '--jobs', '1', '--record')).code).toBe(0);
    await edit('asks: equals(0)', 'asks: equals(2)');
    const { code, err } = await litmus('lock', 'toy');
    expect(code).toBe(2);
    expect(err).toContain('odd (changed); say for its page why they were amended: --why');
    expect((await litmus('lock', 'toy', '--why', 'There are two.')).out).toContain(
      'odd changed: not reproduced → reproduced',
    );
    const { amendments } = await readLock();
    expect(amendments).toEqual([
      {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        claim: 'odd',
        what: 'changed',
        why: 'There are two.',
        before: 'not reproduced',
        after: 'reproduced',
      },
    ]);
    expect((await litmus('check', '--jobs', '1')).out).not.toContain('UNLOCKED');
  });

  it('takes a space at which no line breaks for a space', async () => {
    await litmus('lock', 'toy');
    await edit("criterion: 'no odd square'", "criterion: 'no\u00a0odd\u00a0square'");
    expect((await litmus('lock', 'toy')).out).toContain('nothing changed');
  });

  it('sees a claim that was added and one that was taken away', async () => {
    await litmus('lock', 'toy');
    await edit("id: 'odd'", "id: 'never-odd'");
    expect((await litmus('lock', 'toy')).err).toContain('odd (removed), never-odd (added)');
  });
});

describe('recording', () => {
  it('refuses criteria that are not locked, and says how to lock them', async () => {
    for (const command of [
      ['run', 'toy', '--record'],
      ['record', 'toy'],
    ]) {
      const { code, err } = await litmus(...command);
      expect(code).toBe(2);
      expect(err).toMatch(/criteria of toy are not locked: fix them by .*lock toy/);
    }
  });

  it('refuses criteria that are others than the locked ones, and so does check', async () => {
    await litmus('lock', 'toy');
    await edit("'No square is odd.'", "'Few squares are odd.'");
    expect((await litmus('record', 'toy')).err).toContain('changed after they were locked: odd (changed)');
    const { code, out } = await litmus('check', '--jobs', '1');
    expect(code).toBe(1);
    expect(out).toMatch(/UNLOCKED .*odd \(changed\); undo it, or make it an amendment/);
  });

  it('refuses a working tree that is not the last commit, and what is no checkout', async () => {
    await litmus('lock', 'toy');
    around.changed = ['src/a.ts', 'notes.txt'];
    expect((await litmus('record', 'toy')).err).toContain('src/a.ts, notes.txt differ from it');
    around.changed = undefined;
    expect((await litmus('record', 'toy')).err).toContain('no git checkout');
  });
});
