import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Output } from '../../../kernels/jupyter/cells/events.js';
import { redirect, streams } from '../../../kernels/jupyter/cells/streams.js';

function collect() {
  let time = 1000;
  const sent: string[] = [];
  const printed = streams(
    (execution, output: Output) => {
      if (output.type === 'stream') sent.push(`${execution} ${output.name} ${output.text}`);
    },
    () => time,
  );
  return { printed, sent, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('what runs print', () => {
  it('is sent at once after a pause, and gathered else', () => {
    const { printed, sent, pass } = collect();
    printed.write('stdout', 'a', { execution: 'e' });
    printed.write('stdout', 'b', { execution: 'e' });
    printed.write('stdout', 'c', { execution: 'e' });
    expect(sent).toEqual(['e stdout a']);
    pass(100);
    printed.write('stdout', 'd', { execution: 'e' });
    expect(sent).toEqual(['e stdout a', 'e stdout bcd']);
  });

  it('is sent after a while where nothing follows', () => {
    vi.useFakeTimers();
    const { printed, sent } = collect();
    printed.write('stdout', 'a', { execution: 'e' });
    printed.write('stdout', 'b', { execution: 'e' });
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    expect(sent).toEqual(['e stdout a', 'e stdout b']);
  });

  it('keeps its order over streams and executions, and nothing is sent twice', () => {
    const { printed, sent } = collect();
    printed.write('stdout', 'a', { execution: 'e' });
    printed.write('stdout', 'b', { execution: 'e' });
    printed.write('stderr', 'c', { execution: 'e' });
    printed.write('stderr', 'd', { execution: 'f' });
    printed.flush();
    printed.flush();
    expect(sent).toEqual(['e stdout a', 'e stdout b', 'e stderr c', 'f stderr d']);
  });
});

it('a redirected stream writes text and bytes, whole characters at a time, and calls back', async () => {
  const stream = new Writable() as unknown as NodeJS.WriteStream;
  let text = '';
  redirect(stream, (part) => (text += part));
  const euro = Buffer.from('€');
  stream.write('a');
  stream.write(euro.subarray(0, 1));
  expect(text).toBe('a');
  stream.write(euro.subarray(1));
  await new Promise<void>((resolve) => stream.write('b', () => resolve()));
  await new Promise<void>((resolve) => stream.write('c', 'utf8', () => resolve()));
  expect(text).toBe('a€bc');
});
