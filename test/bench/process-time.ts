import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { group } from 'd3-array';

/** What a command took, with all processes that it started. */
export interface Usage {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, user and system. */
  readonly cpu: number;
}

/** A command as it runs. */
export interface Running {
  readonly child: ChildProcess;
  printed(): string;
  /** What it has taken so far. */
  usage(): Promise<Usage>;
  /** Ends it, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at the processes: what one of them does after the last look does not count. */
const pause = 100;

/** Clock ticks a second in which Linux tells processor time. */
const ticks = 100;

/** Starts a program of Node's in a checkout, and watches the processor time of all its processes. Linux alone. */
export function start(folder: string, args: readonly string[]): Running {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit');
  const spent = new Map<number, number>();
  const look = () => lookAt(child.pid!, spent);
  const timer = setInterval(() => void look(), pause);
  // Nothing that was started outlives the benchmark, however that ends.
  const kill = () => void child.kill();
  process.once('exit', kill);
  void ended.then(() => {
    clearInterval(timer);
    process.off('exit', kill);
  });
  return {
    child,
    printed: () => text,
    async usage() {
      await look();
      return {
        wall: (performance.now() - began) / 1000,
        cpu: Array.from(spent.values()).reduce((sum, one) => sum + one, 0) / ticks,
      };
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
    },
  };
}

/** Runs a program of Node's to its end. @throws {Error} with what it printed, where it fails */
export async function run(folder: string, args: readonly string[]): Promise<Usage> {
  const running = start(folder, args);
  const [code] = (await once(running.child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${running.printed().slice(-4000)}`);
  return running.usage();
}

/** Notes the ticks of a process and of those that descend from it. */
async function lookAt(parent: number, spent: Map<number, number>): Promise<void> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(numbers.map(statOf));
  const children = group(
    found.filter((one) => one !== undefined),
    ({ parent }) => parent,
  );
  const family = new Set([parent]);
  for (const pid of family) for (const child of children.get(pid) ?? []) family.add(child.pid);
  for (const one of found)
    if (one && family.has(one.pid)) spent.set(one.pid, Math.max(one.spent, spent.get(one.pid) ?? 0));
}

/** Of a process: its parent, and the ticks it has spent itself; nothing where it has ended. */
async function statOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // What stands in parentheses is the name of the program, which may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1]), spent: Number(fields[11]) + Number(fields[12]) };
}
