import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskProblem, writing } from '../../kernels/engine/disk-problem.js';
import { Failure } from '../../kernels/engine/failure.js';
import { makeFolder } from '../../kernels/engine/make-folder.js';
import { writeWholeFile } from '../../kernels/engine/whole-file.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'litmus-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** As Node words what the system says. */
const refused = (code: string, said: string) =>
  Object.assign(new Error(`${code}: ${said}, open '/a/b.json'`), { code, syscall: 'open' });

describe('what a disk objects to', () => {
  it.each([
    ['ENOSPC', 'no space left on device', 'there is no space left for /a/b.json; free some, or wait'],
    ['EDQUOT', 'disk quota exceeded', 'there is no space left for /a/b.json; free some, or wait'],
    [
      'EROFS',
      'read-only file system',
      'cannot write /a/b.json: read-only file system (EROFS); make /a writable, or wait',
    ],
    [
      'EACCES',
      'permission denied',
      'cannot write /a/b.json: permission denied (EACCES); make /a writable, or wait',
    ],
    ['EIO', 'i/o error', 'cannot write /a/b.json: i/o error (EIO); see that the disk is in order, or wait'],
  ])('%s is said with the file and what to do', (code, said, message) => {
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    expect(diskProblem('/a/b.json', refused(code, said), 'wait')).toEqual({ full, message });
  });

  it('is told from other errors, and from failures of something else', () => {
    for (const error of [
      new TypeError('x'),
      new Failure('x'),
      'x',
      Object.assign(new Error('x'), { code: 'ELOCKED' }),
    ])
      expect(diskProblem('/a', error)).toBeUndefined();
  });

  it('is a failure that keeps its cause, however often it is passed on', async () => {
    const cause = refused('EROFS', 'read-only file system');
    const twice = writing('/a/b.json', () => writing('/a/b.json', () => Promise.reject(cause)), 'wait');
    await expect(twice).rejects.toMatchObject({
      name: 'Failure',
      message: 'cannot write /a/b.json: read-only file system (EROFS); make /a writable, or wait',
      exitCode: 3,
      cause,
    });
  });
});

describe('a file that cannot be written', () => {
  it('is named, with what to do, and leaves nothing behind', async () => {
    await mkdir(path.join(folder, 'taken'));
    await writeFile(path.join(folder, 'file'), '');
    for (const [name, why] of [
      ['nowhere/a.json', `see that ${path.join(folder, 'nowhere')} is a folder that files can be put into`],
      ['file/a.json', `see that ${path.join(folder, 'file')} is a folder that files can be put into`],
      ['taken', 'remove the folder of that name'],
    ]) {
      const file = path.join(folder, name);
      const failure = await writeWholeFile(file, 'x').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      expect((failure as Failure).message).toContain(`cannot write ${file}: `);
      expect((failure as Failure).message).toContain(why);
    }
    expect(await readdir(folder)).toEqual(['file', 'taken']);
  });
});

describe('making a folder', () => {
  it('makes those above it too, and is content with what is there', async () => {
    const deep = path.join(folder, 'a', 'b', 'c');
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(path.join(folder, 'a', 'd'))]);
    await makeFolder(deep);
    expect(await readdir(path.join(folder, 'a'))).toEqual(['b', 'd']);
  });

  it('names the folder that cannot be made', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await expect(makeFolder(path.join(folder, 'file', 'a', 'b'))).rejects.toThrow(
      `cannot write ${path.join(folder, 'file', 'a')}: not a directory (ENOTDIR)`,
    );
  });
});
