import { createKernel, type Kernel, type KernelOptions } from '../session/kernel.js';
import { openDoor } from './websocket-server.js';

/** A kernel for pages alone, started when the first of them asks for it. */
export interface LiveKernel {
  /** See {@link openDoor}. */
  readonly address: string;
  close(): Promise<void>;
}

export async function liveKernel({
  folder,
  log,
}: Pick<KernelOptions, 'folder' | 'log'>): Promise<LiveKernel> {
  let kernel: Kernel | undefined;
  const start = () =>
    createKernel({
      folder,
      log,
      send: (channel, message) => void door.send(channel, message),
      room: () => door.room(),
      // A page may end the kernel; the next one that asks gets a new one.
      shutdown: () => void stop(),
    });
  const stop = async () => {
    const stopping = kernel;
    kernel = undefined;
    await stopping?.close();
  };
  const door = await openDoor({
    receive: (channel, message) => (kernel ??= start()).receive(channel, message),
    log,
  });
  return {
    address: door.address,
    async close() {
      await stop();
      await door.close();
    },
  };
}
