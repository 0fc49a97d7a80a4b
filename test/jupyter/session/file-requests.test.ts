import { afterEach, expect, it } from 'vitest';
import { createMessage, type Message } from '../../../kernels/jupyter/protocol/message.js';
import { createFileRequests } from '../../../kernels/jupyter/session/file-requests.js';
import { createKernel, type Kernel } from '../../../kernels/jupyter/session/kernel.js';

it('gives each request its own answer, and ends those that get none', async () => {
  const posted: number[] = [];
  const files = createFileRequests((request) => {
    if (request.type === 'file') posted.push(request.number);
  });
  const [first, second, third] = [files.ask(['a'], 'csv'), files.ask(['b'], 'csv'), files.ask(['c'], 'csv')];
  const file = { cellId: 'b', bytes: Uint8Array.of(1) };
  files.receive({ type: 'file', number: posted[1], file });
  files.receive({ type: 'file', number: posted[0], file: undefined });
  expect(await second).toBe(file);
  expect(await first).toBeUndefined();
  files.lost('gone');
  await expect(third).rejects.toThrow('gone');
});

let kernel: Kernel;
afterEach(() => kernel?.close());

it('gives the value from before an interrupted run', async () => {
  const replies = new Map<string, (message: Message) => void>();
  kernel = createKernel({
    folder: import.meta.dirname,
    send(_, message) {
      if (message.header.msg_type === 'execute_reply') replies.get(message.parent.msg_id ?? '')?.(message);
    },
    log: () => undefined,
    shutdown: () => undefined,
  });
  const run = (cellId: string, code: string) => {
    const request = createMessage('execute_request', { code }, { session: 's', metadata: { cellId } });
    const reply = new Promise<Message>((resolve) => replies.set(request.header.msg_id, resolve));
    kernel.receive('shell', request);
    return reply;
  };
  const value = async (cellId: string) => {
    const file = await kernel.file([cellId], 'txt');
    return file && 'bytes' in file ? Buffer.from(file.bytes).toString() : file;
  };
  await run('base', 'const base = "old";\nbase');
  await run('shown', 'base + "er"');
  expect(await value('shown')).toBe('older');

  // What depends on it has a new value already when the run is stopped.
  await run('slow', 'base === "new" ? new Promise(() => undefined) : "quick"');
  const stopped = run('base', 'const base = "new";\nbase');
  while ((await value('shown')) !== 'newer') await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await value('base')).toBe('new');
  await kernel.interrupt();
  expect((await stopped).content.status).toBe('error');
  expect(await value('shown')).toBe('newer');
  expect(await value('base')).toBe('new');

  // A run that had not ended itself leaves no trace.
  const endless = run('base', 'const base = await new Promise(() => undefined);\nbase');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await kernel.interrupt();
  expect((await endless).content.status).toBe('error');
  expect(await value('base')).toBe('new');
  expect(await value('shown')).toBe('newer');
});
