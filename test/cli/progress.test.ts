import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../kernels/cli/progress.js';

describe('progress where no terminal is watching', () => {
  it('writes at most a line every ten seconds a run, with the time left', () => {
    const lines: string[] = [];
    let now = 0;
    const terminal = { out: () => undefined, err: (text: string) => void lines.push(text) };
    const board = progressBoard(terminal, () => now);
    for (now = 0; now <= 40_000; now += 1_000) board.report(now / 100_000, 'cs-ib/sweep');
    board.stop();
    expect(lines).toEqual([
      'cs-ib/sweep: 10 %, about 90 s left\n',
      'cs-ib/sweep: 20 %, about 80 s left\n',
      'cs-ib/sweep: 30 %, about 70 s left\n',
      'cs-ib/sweep: 40 %, about 60 s left\n',
    ]);
  });
});

describe('progress of what has hardly begun', () => {
  it('promises no time', () => {
    const lines: string[] = [];
    let now = 0;
    const terminal = { out: () => undefined, err: (text: string) => void lines.push(text) };
    const board = progressBoard(terminal, () => now);
    now = 30_000;
    board.report(1e-6, 'mnist');
    expect(lines).toEqual(['mnist: 0 %\n']);
  });
});

describe('progress bars', () => {
  it('give the cursor back when the process ends amid them', () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const drawn = () => String((stream.read() as Buffer | null) ?? '');
    const before = process.listeners('exit');
    const progress = stream as unknown as NodeJS.WriteStream;
    const board = progressBoard({ out: () => undefined, err: () => undefined, progress }, () => 0);
    board.report(0.5, 'cs-ib/sweep');
    expect(drawn()).toContain('\u001b[?25l');
    const [restore, ...others] = process.listeners('exit').filter((listener) => !before.includes(listener));
    expect(others).toEqual([]);
    restore(130);
    expect(drawn()).toContain('\u001b[?25h');
    board.stop();
    expect(process.listeners('exit')).toEqual(before);
  });
});
