import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { connectClient } from '../../kernels/jupyter/client/kernel-client.js';
import { processEnds } from '../../kernels/jupyter/daemon/process.js';
import type { RunningKernel } from '../../kernels/jupyter/daemon/registry.js';
import { readConnection } from '../../kernels/jupyter/protocol/connection.js';
import { kernelspec } from '../../kernels/jupyter/spec/kernelspec.js';
import { ownJupyter } from '../jupyter/own-jupyter.js';
import { litmus } from './litmus.js';

const jupyter = ownJupyter();

const kernel = (...argv: string[]) => litmus('kernel', ...argv);
const kernels = (data: string) => readdir(path.join(data, 'kernels'));

it.each([[], ['install'], ['uninstall'], ['start'], ['list'], ['stop'], ['connect']])(
  'explains kernel %s',
  async (...command) => {
    const { code, out } = await kernel(...command, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: npx litmus kernel /);
    expect(out.length).toBeGreaterThan(150);
  },
);

it.each([
  [['instal'], 'Did you mean install?'],
  [['install', '--user', '--sys-prefix'], "'--user' cannot be used with option '--sys-prefix'"],
  [['install', '--user', '--prefix', '/opt'], "'--user' cannot be used with option '--prefix <path>'"],
  [
    ['install', '--sys-prefix', '--prefix', '/opt'],
    "'--sys-prefix' cannot be used with option '--prefix <path>'",
  ],
  [['install', '--name', '../x'], '"../x" is no name of a kernel'],
  [['start', '--folder', '/nowhere'], 'there is no folder /nowhere'],
  [['start', '--foreground', '--folder', '/nowhere'], 'there is no folder /nowhere'],
  [['start', '--name', 'a.b'], '"a.b" is no name of a running kernel'],
  [['stop'], 'no kernel runs; start one with: npx litmus kernel start'],
  [['stop', 'gpu', '--all'], 'leave the name out'],
  [['connect'], 'no kernel runs; start one with: npx litmus kernel start'],
  [['connect', '--show-key'], '--show-key goes with --json'],
])('says what is wrong with kernel %j and exits with 2', async (argv, message) => {
  const { code, err, out } = await kernel(...argv);
  expect(err).toContain(message);
  expect(out).toBe('');
  expect(code).toBe(2);
});

// Each installation proves the kernel by starting it.
describe('litmus kernel install', { timeout: 180_000 }, () => {
  it("goes to the user's folder, says where it went and what to do next, and goes there again", async () => {
    const first = await kernel('install');
    expect(first.code).toBe(0);
    expect(first.out).toContain(path.join(jupyter.data, 'kernels', 'litmus'));
    expect(first.out).toContain('jupyter console --kernel litmus');
    expect(first.out).toContain('jupyter lab');
    expect(await kernel('install', '--user')).toEqual(first);
    vi.stubEnv('JUPYTER_DATA_DIR', '');
    await kernel('install');
    const data = process.platform === 'linux' ? path.join(jupyter.folder, 'share', 'jupyter') : undefined;
    if (data) expect(await kernels(data)).toEqual(['litmus']);
  });

  it('goes to the environment of Python, where there is one', async () => {
    vi.stubEnv('VIRTUAL_ENV', '');
    vi.stubEnv('CONDA_PREFIX', '');
    const none = await kernel('install', '--sys-prefix');
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('neither VIRTUAL_ENV nor CONDA_PREFIX is set');
    vi.stubEnv('CONDA_PREFIX', path.join(jupyter.folder, 'conda'));
    expect((await kernel('install', '--sys-prefix')).code).toBe(0);
    expect(await kernels(path.join(jupyter.folder, 'conda', 'share', 'jupyter'))).toEqual(['litmus']);
  });

  it('goes below a prefix, under another name, and says so as JSON', async () => {
    const prefix = path.join(jupyter.folder, 'prefix');
    const { code, out } = await kernel('install', '--prefix', prefix, '--name', 'next', '--json');
    expect(code).toBe(0);
    const folder = path.join(prefix, 'share', 'jupyter', 'kernels', 'next');
    expect(JSON.parse(out)).toEqual({ name: 'next', folder, spec: kernelspec('next') });
    expect(JSON.parse(await readFile(path.join(folder, 'kernel.json'), 'utf8'))).toEqual(kernelspec('next'));
  });

  it('is undone by uninstall with the same options, as often as one likes', async () => {
    const place = ['--prefix', path.join(jupyter.folder, 'prefix')];
    await kernel('install');
    await kernel('install', ...place);
    expect((await kernel('uninstall', ...place)).out).toContain('is removed');
    expect(await kernels(path.join(jupyter.folder, 'prefix', 'share', 'jupyter'))).toEqual([]);
    expect(await kernels(jupyter.data)).toEqual(['litmus']);
    const again = await kernel('uninstall', ...place, '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ name: 'litmus', removed: false });
  });
});

it('starts, lists, connects, computes and stops', async () => {
  expect((await kernel('list')).out).toBe(
    'no kernel runs by itself; start one with: npx litmus kernel start\n',
  );
  const folder = path.join(jupyter.folder, 'study');
  await mkdir(folder);
  const started = await kernel('start', '--folder', folder);
  expect(started.code).toBe(0);
  const file = path.join(jupyter.runtime, 'litmus-default.json');
  expect(started.out).toContain(`connection file: ${file}`);
  expect(started.out).toContain('jupyter console --existing litmus-default.json');

  const { out } = await kernel('list', '--json');
  const [listed, ...others] = JSON.parse(out) as (RunningKernel & { state: string })[];
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ name: 'default', state: 'idle', folder, connectionFile: file });
  expect((await kernel('list')).out).toMatch(new RegExp(`^default +idle +${listed.pid} +.* ${folder}$`, 'm'));

  const again = await kernel('start');
  expect(again.code).toBe(0);
  expect(again.out).toContain(`runs already: process ${listed.pid} in ${folder}`);
  expect(again.err).toContain('choose another name with --name');

  expect((await kernel('connect')).out).toContain(`connection file: ${file}`);
  const connection = await readConnection(file);
  const { key, ...withoutKey } = connection;
  const json = await kernel('connect', '--json');
  expect(json.out).not.toContain(key);
  expect(JSON.parse(json.out)).toEqual({ connection_file: file, ...withoutKey });
  const withKey = await kernel('connect', 'default', '--json', '--show-key');
  expect(JSON.parse(withKey.out)).toEqual({ connection_file: file, ...connection });
  const unknown = await kernel('connect', 'defualt');
  expect(unknown).toMatchObject({ code: 2, out: '' });
  expect(unknown.err).toContain('there is no running kernel "defualt"; did you mean "default"?');

  const client = connectClient(connection);
  const results: unknown[] = [];
  const reply = await client.execute('1+1', {
    onOutput: ({ header, content }) => header.msg_type === 'execute_result' && results.push(content.data),
  });
  client.close();
  expect(reply.content.status).toBe('ok');
  expect(results).toEqual([{ 'text/plain': '2' }]);

  expect(await kernel('stop')).toEqual({ code: 0, out: 'the kernel "default" is stopped\n', err: '' });
  expect(await readdir(jupyter.runtime)).toEqual([]);
});

it('stops all kernels, and tells of one that had ended by itself', async () => {
  await kernel('start', '--name', 'one', '--folder', jupyter.folder);
  await kernel('start', '--name', 'two', '--folder', jupyter.folder);
  await kernel('start', '--name', 'three', '--folder', jupyter.folder);
  const { running } = await pids();
  process.kill(running.two, 'SIGKILL');
  await processEnds(running.two, 5000);
  const { out, err } = await kernel('list');
  expect(out).toContain('one ');
  expect(out).not.toContain('two');
  expect(err).toContain('the kernel "two" had ended by itself');
  const stopped = await kernel('stop', '--all');
  expect(stopped.code).toBe(0);
  expect(stopped.out).toBe('the kernel "one" is stopped\nthe kernel "three" is stopped\n');
  expect(await kernel('stop', '--all')).toEqual({ code: 0, out: 'no kernel runs\n', err: '' });
});

async function pids(): Promise<{ running: Record<string, number> }> {
  const all = JSON.parse((await kernel('list', '--json')).out) as RunningKernel[];
  return { running: Object.fromEntries(all.map(({ name, pid }) => [name, pid])) };
}
