import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { processTerminal } from '../../kernels/cli/terminal.js';

/** Streams of a process, those of a terminal where asked for. */
const streams = (TERM: string, isTTY: boolean) => {
  const stream = () => Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  return { stdout: stream(), stderr: stream(), env: { TERM } };
};

describe('the terminal of a process', () => {
  it('draws where a person watches, and on no terminal that knows no escape codes', () => {
    const none = () => undefined;
    expect(processTerminal(none, streams('xterm', true)).progress).toBeDefined();
    expect(processTerminal(none, streams('dumb', true)).progress).toBeUndefined();
    expect(processTerminal(none, streams('xterm', false)).progress).toBeUndefined();
  });

  it('tells a reader who went away from a disk that is full', () => {
    const told: Error[] = [];
    const { stdout, stderr, env } = streams('xterm', true);
    processTerminal((error) => told.push(error), { stdout, stderr, env });
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    stdout.emit('error', gone);
    stderr.emit('error', full);
    expect(told).toEqual([]);
    stdout.emit('error', full);
    expect(told).toEqual([full]);
  });
});
