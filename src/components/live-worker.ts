// A thread that runs one generator of a module, for a page: see `runInThread`.
import { messageOf } from './error-message.js';
import type { ThreadReply, ThreadRequest } from './live-messages.js';

type Generate = (settings: unknown, wasm?: string) => AsyncIterable<unknown> | Iterable<unknown>;

const reply = (message: ThreadReply) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ThreadRequest>) => void answer(data));

async function answer({ address, generator, settings, wasm }: ThreadRequest): Promise<void> {
  try {
    const { [generator]: generate } = (await import(address)) as Record<string, Generate>;
    for await (const snapshot of generate(settings, wasm)) reply({ type: 'snapshot', snapshot });
    reply({ type: 'end' });
  } catch (error) {
    reply({ type: 'failed', message: messageOf(error) });
  }
}
