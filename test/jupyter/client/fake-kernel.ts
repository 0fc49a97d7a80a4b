import { type ConnectionInfo, freshConnection } from '../../../kernels/jupyter/protocol/connection.js';
import type { Channel, Message } from '../../../kernels/jupyter/protocol/message.js';
import { bindSockets } from '../../../kernels/jupyter/protocol/sockets.js';
import { kernelInfo } from '../../../kernels/jupyter/session/kernel-info.js';
import { type Publisher, publisher } from '../../../kernels/jupyter/session/publish.js';

export interface FakeKernel extends Publisher {
  readonly connection: ConnectionInfo;
  /** What it was sent, but for questions about itself. */
  readonly received: readonly { readonly channel: Channel; readonly message: Message }[];
  /** Resolves to the next message that it is sent of this type. */
  next(type: string): Promise<Message>;
  close(): Promise<void>;
}

/** The wire of a kernel that tells who it is and leaves the rest to a test. */
export async function fakeKernel(wanted = freshConnection()): Promise<FakeKernel> {
  const received: { channel: Channel; message: Message }[] = [];
  const waiting = new Map<string, (message: Message) => void>();
  const sockets = await bindSockets(wanted, {
    receive(channel, message) {
      const { msg_type: type } = message.header;
      if (type === 'kernel_info_request') {
        publish.status('busy', message);
        publish.reply(channel, message, kernelInfo);
        publish.status('idle', message);
        return;
      }
      received.push({ channel, message });
      waiting.get(type)?.(message);
      waiting.delete(type);
    },
    ignored: () => undefined,
  });
  const publish = publisher('fake', sockets.send);
  return {
    ...publish,
    connection: sockets.connection,
    received,
    next: (type) => new Promise((resolve) => waiting.set(type, resolve)),
    close: sockets.close,
  };
}
