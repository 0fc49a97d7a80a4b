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
