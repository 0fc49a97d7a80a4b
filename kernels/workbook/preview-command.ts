import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { Failure } from '../engine/failure.js';
import { root } from '../engine/root.js';
import { runningKernel } from '../jupyter/daemon/kernel-state.js';
import { defaultName } from '../jupyter/daemon/registry.js';
import { type LiveKernel, liveKernel } from '../jupyter/live/live-kernel.js';
import { mistakeText } from './cells.js';
import { placeFirstLook } from './first-look.js';
import { startFramework } from './framework-process.js';
import { openFront } from './front.js';
import { openBrowser } from './open-browser.js';
import { serveFiles } from './page-files/served-files.js';
import { watchSources } from './watch-sources.js';
import { prepare, workbook } from './workbook.js';

interface PreviewOptions {
  readonly port?: number;
  readonly open: boolean;
}

const log = (message: string) => void process.stderr.write(`litmus: ${message}\n`);
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Serves the workbook until it is stopped; resolves to the exit code. */
async function preview({ port, open }: PreviewOptions, child: ChildProcess): Promise<number> {
  const starting = startFramework(
    child,
    prepare().then((mistakes) => {
      for (const mistake of mistakes) log(mistakeText(mistake));
    }),
  );
  const cache = path.join(workbook, '.observablehq', 'cache');
  const files = serveFiles({
    cache,
    ofRepository: placeFirstLook(cache),
    changed: (names) => void starting.then((framework) => framework.changed(names)),
  });
  let removeLink: (() => Promise<void>) | undefined;
  const front = await openFront({
    port,
    socketPath: starting.then(({ socketPath }) => socketPath),
    beforehand: files.beforehand,
    kernel: kernelAddress(),
    log,
    onEntered(address) {
      say(`A browser was let in. For another one, once: ${address}`);
      void removeLink?.();
    },
  });
  const framework = await starting;
  const unwatch = await watchSources(root, { changed: files.renew, say: log });
  const stopped = new Promise<number>((resolve) => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const)
      process.on(signal, () => resolve(code));
  });
  try {
    say(`The workbook:         ${front.address}`);
    say(`With a live kernel:   ${front.ticket()}`);
    say(
      'The second address lets one browser run code here, once: keep it to yourself. Ctrl-C ends the preview.',
    );
    if (open) removeLink = await openBrowser(front.ticket());
    const ended = framework.ended.then(() => {
      log('the preview has ended, since Framework has; start it again: npm start');
      return 3;
    });
    return await Promise.race([stopped, ended]);
  } finally {
    front.close();
    await removeLink?.();
    unwatch();
    files.stop();
    framework.stop();
    await framework.ended;
  }
}

/** The kernel that holds the backend, where one runs, else one of the preview's own, started when it is asked for. */
function kernelAddress(): () => Promise<string> {
  let own: Promise<LiveKernel> | undefined;
  return async () => {
    const daemon = await runningKernel(defaultName);
    const usable = daemon?.state === 'idle' || daemon?.state === 'busy';
    if (usable && daemon.webSocket) return daemon.webSocket;
    own ??= liveKernel({ folder: process.cwd(), log });
    return (await own).address;
  };
}

function portNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new InvalidArgumentError('a number from 1 to 65535 is wanted, or 0 for any free port.');
  return value;
}

/** Runs the command line, and ends the process. @param child the process of Framework's preview, which was started before */
export async function runPreview(child: ChildProcess): Promise<void> {
  try {
    await commandOf(child).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
    log(error instanceof Failure ? error.message : ((error as Error).stack ?? String(error)));
    process.exit(error instanceof Failure ? error.exitCode : 3);
  }
}

const commandOf = (child: ChildProcess) =>
  new Command('npm start --')
    .description('Serves the workbook to browsers of this machine, and redraws pages as you edit.')
    .option('--port <n>', 'port to listen on; the first free one from 3000 on where omitted', portNumber)
    .option('--no-open', 'open no browser')
    .exitOverride()
    .action(async ({ port, open }: PreviewOptions) => {
      const unattended = process.env.CI !== undefined || !process.stdout.isTTY;
      // Kernels have threads that would keep the process.
      process.exit(await preview({ port, open: open && !unattended }, child));
    });
