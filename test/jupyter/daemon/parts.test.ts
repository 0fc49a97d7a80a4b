import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../../kernels/engine/papers.js';
import type { PartRunner } from '../../../kernels/engine/pool.js';
import { runExperiment } from '../../../kernels/engine/run.js';
import { connectClient } from '../../../kernels/jupyter/client/kernel-client.js';
import { stateOf } from '../../../kernels/jupyter/daemon/kernel-state.js';
import { remoteRunner } from '../../../kernels/jupyter/daemon/part-client.js';
import { partServer } from '../../../kernels/jupyter/daemon/part-server.js';
import { turns } from '../../../kernels/jupyter/daemon/turns.js';
import {
  type ConnectionInfo,
  freshConnection,
  writeConnection,
} from '../../../kernels/jupyter/protocol/connection.js';
import { runKernel } from '../../../kernels/jupyter/run-kernel.js';
import { decodeRows } from '../../../src/lib/experiment/rows.js';
import { toyWorkspace } from '../../engine/workspace.js';

const stop = new AbortController();
let connection: ConnectionInfo;
let ended: Promise<void>;

beforeAll(async () => {
  connection = await new Promise<ConnectionInfo>((resolve) => {
    ended = runKernel({
      connection: freshConnection(),
      folder: process.cwd(),
      signal: stop.signal,
      started: (where) => resolve(where.connection),
      log: () => undefined,
    });
  });
});
afterAll(async () => {
  stop.abort();
  await ended;
});

/** Threads outlive a test, so they must not write the log of its parts. */
async function workspace() {
  const found = await toyWorkspace();
  vi.stubEnv('TOY_LOG', '');
  return found;
}

async function withRunner<T>(use: (runner: PartRunner) => Promise<T>): Promise<T> {
  const runner = remoteRunner(connectClient(connection));
  try {
    return await use(runner);
  } finally {
    await runner.close();
  }
}

async function rowsOf(bytes: Uint8Array): Promise<unknown> {
  return (await decodeRows(bytes.slice().buffer)).rows;
}

describe('parts on a kernel', () => {
  it('come to the same rows as in this process, and tell how far they are', async () => {
    const { paper, cache } = await workspace();
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    const onProgress = vi.fn();
    const there = await withRunner((runner) =>
      runExperiment(job, { cache, runner, onProgress, fresh: true }),
    );
    const here = await runExperiment(job, { cache, fresh: true });
    expect(await rowsOf(there.tables.squares)).toEqual(await rowsOf(here.tables.squares));
    expect(onProgress.mock.calls.some(([fraction]) => fraction > 0 && fraction < 1)).toBe(true);
  });

  it('run the code as it stands, also after it was edited', async () => {
    const { paper } = await workspace();
    const { file } = experimentOf(paper, 'squares');
    const server = partServer(Object.assign(turns(), { exclusive: false }));
    const powerOfThree = async (code: string) => {
      const task = {
        file,
        code,
        params: { upTo: 4, exponent: 2 },
        part: { id: 'n-3', of: { n: 3 } },
        seed: 1,
      };
      const { rows } = await server.run(task, new AbortController().signal, () => undefined);
      return rows.squares[0].power;
    };
    expect(await powerOfThree('before')).toBe(9);
    await writeFile(
      path.join(paper.folder, 'power.ts'),
      'export const power = (n: number, exponent: number) => n ** exponent + 100;',
    );
    expect(await powerOfThree('before')).toBe(9);
    expect(await powerOfThree('after')).toBe(109);
    await server.close();
  });

  it('stop when the command that asked is interrupted', async () => {
    const { paper, cache } = await workspace();
    const stopping = new AbortController();
    const squares = experimentOf(paper, 'squares');
    // So many parts that the first to be heard of is far from the last.
    const definition = { ...squares.definition, profiles: { quick: { upTo: 2000, exponent: 2 } } };
    const job = { experiment: { ...squares, definition }, profile: 'quick' } as const;
    const running = withRunner((runner) =>
      runExperiment(job, {
        cache,
        runner,
        signal: stopping.signal,
        onProgress: () => stopping.abort(new Error('enough')),
      }),
    );
    await expect(running).rejects.toThrow('enough');
    // The kernel goes on.
    const client = connectClient(connection);
    expect((await client.execute('1')).content.status).toBe('ok');
    client.close();
  });

  it('make the kernel busy while they run, for whoever asks', async () => {
    const { paper, folder } = await workspace();
    vi.stubEnv('TOY_HANG', 'n-0');
    const connectionFile = path.join(folder, 'connection.json');
    await writeConnection(connectionFile, freshConnection());
    const end = new AbortController();
    const served = await new Promise<{ readonly connection: ConnectionInfo; readonly ended: Promise<void> }>(
      (resolve) => {
        const ended = runKernel({
          connection: freshConnection(),
          connectionFile,
          folder,
          signal: end.signal,
          started: ({ connection }) => resolve({ connection, ended }),
          log: () => undefined,
        });
      },
    );
    const about = { name: 'parts', pid: process.pid, host: os.hostname(), folder, since: '', connectionFile };
    expect(await stateOf(about)).toBe('idle');
    const runner = remoteRunner(connectClient(served.connection));
    const stopping = new AbortController();
    const { file } = experimentOf(paper, 'squares');
    const task = { file, params: { upTo: 4, exponent: 2 }, part: { id: 'n-0', of: { n: 0 } }, seed: 1 };
    let begun: () => void;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const running = runner.run(task, { signal: stopping.signal, onProgress: () => begun() });
    running.catch(() => undefined);
    await under;
    expect(await stateOf(about)).toBe('busy');
    stopping.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await expect.poll(() => stateOf(about), { timeout: 20_000 }).toBe('idle');
    await runner.close();
    end.abort();
    await served.ended;
  });

  it('say what went wrong', async () => {
    const { paper } = await workspace();
    const { file } = experimentOf(paper, 'squares');
    const task = { file, params: { upTo: 4, exponent: 2 }, part: { id: 'n-none', of: { n: null } }, seed: 1 };
    const failing = withRunner((runner) =>
      runner.run(task, { signal: new AbortController().signal, onProgress: () => undefined }),
    );
    await expect(failing).rejects.toThrow(/on the kernel: .*squares/);
  });
});
