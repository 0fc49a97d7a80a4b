import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../kernels/engine/root.js';

export interface RunningPreview {
  /** `http://127.0.0.1:3000/` */
  readonly address: string;
  /** What lets one browser in. */
  readonly ticket: string;
  readonly process: ChildProcess;
  /** What it has printed so far, on both streams. */
  printed(): string;
  /** Ends it by a signal; resolves to its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the preview, as `npm start` does. @throws with what it printed, where it ends instead. */
export async function startPreview(
  args: readonly string[] = [],
  folder: string = root,
): Promise<RunningPreview> {
  const script = path.join(folder, 'kernels', 'workbook', 'preview.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let printed = '';
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        printed += part.toString();
        if (/^With a live kernel:/m.test(printed)) resolve();
      });
  });
  await Promise.race([
    ready,
    exit.then(([code]) => {
      throw new Error(`the preview ended with ${code}:\n${printed}`);
    }),
  ]);
  const found = (name: string) => new RegExp(`^${name}: *(\\S+)$`, 'm').exec(printed)![1];
  return {
    address: found('The workbook'),
    ticket: found('With a live kernel'),
    process: child,
    printed: () => printed,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return (await exit)[0];
    },
  };
}
