import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../../kernels/engine/failure.js';
import { root } from '../../kernels/engine/root.js';

/** What a peer's function returns; it times itself. */
export interface Answer {
  readonly seconds: number;
  readonly value: unknown;
}

/** A Python process that stays, with its libraries loaded and warm. */
export interface Peer {
  /** Calls `module.function` of `peers/` with named arguments. */
  call(name: string, values: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Lets it end when it has answered. */
  close(): void;
  /** Ends it at once: a call that is not answered yet fails. */
  kill(): void;
}

/** @throws {Failure} where the environment of the peers is missing. */
export function startPeer(): Peer {
  const python = path.join(root, '.venv/bin/python');
  if (!existsSync(python)) throw new Failure('the peers need their Python packages: npm run bench:setup', 3);
  return peerBy(python, path.join(root, 'test/bench/peers'));
}

/** A peer by a Python interpreter that has its packages. @param folder that of `peer.py` */
export function peerBy(python: string, folder: string): Peer {
  // One thread, as a Litmus worker has one.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const child = spawn(python, [path.join(folder, 'peer.py')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(name, values) {
      child.stdin.write(`${JSON.stringify({ name, values })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} of the peer failed; its message is above`);
      return JSON.parse(value) as Answer;
    },
    close: () => child.stdin.end(),
    kill: () => void child.kill(),
  };
}

/** A folder through which arrays reach the peers, as their bare bytes; gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes an array and returns where. */
export async function hand(
  folder: string,
  name: string,
  values: Float64Array | Float32Array,
): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return file;
}
