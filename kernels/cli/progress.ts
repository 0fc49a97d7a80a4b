import { MultiBar, type SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

/** Shows how far runs are: bars with the time left where a person watches, a line now and then elsewhere. */
export interface ProgressBoard {
  /** @param fraction how much of the named run is done, from 0 to 1. */
  report(fraction: number, name: string): void;
  stop(): void;
}

/** Bars count in whole steps: their estimate of the time left wants something to count. */
const steps = 1000;

/** Milliseconds between two lines about the same run, where there are no bars. */
const pause = 10_000;

/** @param now milliseconds of a clock that never runs back. */
export function progressBoard(terminal: Terminal, now: () => number): ProgressBoard {
  return terminal.progress ? bars(terminal.progress) : lines(terminal, now);
}

function bars(stream: NodeJS.WriteStream): ProgressBoard {
  const board = new MultiBar({
    stream,
    format: '{name} {bar} {percentage} %  {duration_formatted} elapsed, {eta_formatted} left',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    etaBuffer: 50,
    autopadding: true,
  });
  const byName = new Map<string, SingleBar>();
  const stop = () => board.stop();
  return {
    report(fraction, name) {
      // However the process ends, the terminal gets its cursor back.
      if (byName.size === 0) process.once('exit', stop);
      const bar = byName.get(name) ?? board.create(steps, 0, { name: name.padEnd(28) });
      byName.set(name, bar);
      bar.update(Math.round(fraction * steps));
    },
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}

function lines(terminal: Terminal, now: () => number): ProgressBoard {
  const start = now();
  const last = new Map<string, number>();
  return {
    report(fraction, name) {
      if (now() - (last.get(name) ?? start) < pause || fraction <= 0 || fraction >= 1) return;
      last.set(name, now());
      const left = ((now() - start) * (1 - fraction)) / fraction / 1000;
      // What has hardly begun tells nothing about the time that it will take.
      const estimate = fraction < 0.01 ? '' : `, about ${Math.ceil(left)} s left`;
      terminal.err(`${name}: ${Math.round(fraction * 100)} %${estimate}\n`);
    },
    stop: () => undefined,
  };
}
