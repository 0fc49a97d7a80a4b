import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the program as a shell does. */
function start(argv: readonly string[], stdout: 'pipe' | number = 'pipe') {
  const child = spawn(process.execPath, [path.join(root, 'kernels', 'cli', 'litmus.js'), ...argv], {
    env: { ...process.env, LITMUS_CACHE: folder, JUPYTER_RUNTIME_DIR: folder, XDG_DATA_HOME: folder },
    stdio: ['ignore', stdout, 'pipe'],
  });
  children.push(child);
  const written = { err: '' };
  child.stderr!.on('data', (text: Buffer) => (written.err += String(text)));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    err: written.err,
  }));
  return { child, ended };
}

describe('a process of the program', () => {
  it('ends as it would have where its reader goes away', async () => {
    const { child, ended } = start(['--help']);
    child.stdout!.destroy();
    expect(await ended).toEqual({ code: 0, signal: null, err: '' });
    const failing = start(['list', 'nothing', '--json']);
    failing.child.stdout!.destroy();
    expect(await failing.ended).toMatchObject({ code: 2 });
  });

  it.skipIf(!existsSync('/dev/full'))('says where its output cannot be written', async () => {
    const { code, err } = await start(['--help'], openSync('/dev/full', 'w')).ended;
    expect(err).toMatch(/^litmus: standard output cannot be written: ENOSPC.*\n$/);
    expect(code).toBe(3);
  });

  it.skipIf(!existsSync('/proc/self'))('refuses a folder below one that takes no entries', async () => {
    const { child, ended } = start(['kernel', 'install', '--prefix', '/proc/litmus']);
    // One that spins has to be ended by force.
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const { code, err } = await ended;
    clearTimeout(timer);
    expect(err).toContain('cannot write /proc/litmus: no such file or directory (ENOENT)');
    expect(code).toBe(2);
  });

  it.skipIf(process.platform === 'win32')('puts things in order when its terminal is closed', async () => {
    const { child, ended } = start(['kernel', 'start', '--foreground', '--folder', folder]);
    await once(child.stdout!, 'data');
    expect(await readdir(folder)).toContain('litmus-default.json');
    child.kill('SIGHUP');
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(await readdir(folder)).not.toContain('litmus-default.json');
    expect(await readdir(folder)).not.toContain('litmus-default.kernel');
  });
});
