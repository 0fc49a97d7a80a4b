import { expect, it, vi } from 'vitest';
import { freshConnection } from '../../../kernels/jupyter/protocol/connection.js';
import { createMessage } from '../../../kernels/jupyter/protocol/message.js';
import { bindSockets } from '../../../kernels/jupyter/protocol/sockets.js';

it('says nothing of an answer that comes when the sockets are closed', async () => {
  const ignored = vi.fn();
  const sockets = await bindSockets(freshConnection(), { receive: () => undefined, ignored });
  await sockets.close();
  const reply = createMessage('interrupt_reply', { status: 'ok' }, { session: 's' });
  for (const channel of ['shell', 'control', 'stdin', 'iopub'] as const) sockets.send(channel, reply);
  await new Promise((resolve) => setImmediate(resolve));
  expect(ignored).not.toHaveBeenCalled();
});
