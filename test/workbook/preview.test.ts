import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exists } from '../../kernels/engine/exists.js';
import { workbook } from '../../kernels/workbook/workbook.js';
import {
  endlessTarget,
  malformedTargets,
  rawRequest,
  refusedOrLost,
  sendBytes,
} from './malformed-requests.js';
import { asOtherUser } from './other-user.js';
import { type RunningPreview, startPreview } from './running-preview.js';

const execute = promisify(execFile);
const portOf = ({ address }: RunningPreview) => Number(new URL(address).port);
const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

describe('the preview', () => {
  let preview: RunningPreview;

  beforeAll(async () => {
    preview = await startPreview(['--port=0']);
  });
  afterAll(() => preview?.end());

  it('lets another user read, and neither see a secret nor reach a kernel', async () => {
    const { pages, doors } = await asOtherUser(preview.address);
    expect(pages).toContain('Cauchy-Schwarz');
    expect(pages).not.toMatch(/token=|ticket=|wss?:\/\//);
    expect(doors).toEqual({ '/_litmus/kernel': 403 });
  });

  it('answers on after malformed requests', async () => {
    const port = portOf(preview);
    const host = `127.0.0.1:${port}`;
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    for (const target of malformedTargets) {
      expect(await sendBytes(port, rawRequest(target, host)), target).toMatch(/^HTTP\/1\.1 [1-5]\d\d /);
      expect(await sendBytes(port, rawRequest(target, host, upgrade)), target).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    for (const headers of [{}, upgrade])
      expect(await sendBytes(port, rawRequest(endlessTarget, host, headers))).toMatch(refusedOrLost);
    for (const bytes of [
      '\0\r\n\r\n',
      'GET\r\n\r\n',
      `POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ])
      expect(await sendBytes(port, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    const page = await fetch(preview.address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Papers of information theory, put to the test');
  });

  it.each(['SIGHUP', 'SIGKILL'] as const)(
    'goes on while another one starts and works beside it, of which nothing serves on after %s',
    async (signal) => {
      const table = new URL('_file/data/gain-control/tuning.parquet', preview.address);
      const before = await (await fetch(table)).arrayBuffer();
      // What Framework takes for current, though it was made by other code.
      const kept = path.join(workbook, '.observablehq', 'cache', 'data', 'gain-control', 'tuning.parquet');
      await writeFile(kept, 'of older code');
      const other = await startPreview(['--port=0']);
      let servers: number[] = [];
      try {
        // One that was about to be sent would be missed.
        expect(await exists(kept)).toBe(true);
        expect(portOf(other)).not.toBe(portOf(preview));
        for (const { origin } of [new URL(preview.address), new URL(other.address)]) {
          const again = await fetch(new URL(table.pathname, origin));
          expect(again.status).toBe(200);
          expect(await again.arrayBuffer()).toEqual(before);
          expect(await answers(origin)).toBe(true);
        }
        servers = await serversOf(other);
        expect(servers).toHaveLength(2);
      } finally {
        await other.end(signal);
      }
      await vi.waitFor(() => expect(servers.filter(runs)).toEqual([]), 20_000);
      expect(await answers(other.address)).toBe(false);
      expect((await fetch(table)).status).toBe(200);
    },
  );

  it('says that a port is taken, and what to do', async () => {
    const failure = await startPreview([`--port=${portOf(preview)}`]).catch((error: Error) => error);
    expect((failure as Error).message).toMatch(
      /ended with 2:[^]*port \d+ is taken by another program: name another/,
    );
    expect((failure as Error).message).not.toMatch(/\n +at /);
  });
});

/** The processes that serve for a preview. */
async function serversOf({ process: { pid } }: RunningPreview): Promise<number[]> {
  const { stdout } = await execute('pgrep', ['-P', String(pid), '-f', 'framework-entry|maker-process']);
  return stdout.trim().split('\n').map(Number);
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
