import { type Channel, createMessage, type Json, type Message } from '../protocol/message.js';

/** Sends a message to the clients. */
export type Send = (channel: Channel, message: Message) => void;

/** What a kernel says, all of it in its own session. */
export interface Publisher {
  /** To all clients, as part of what a request caused. */
  publish(
    type: string,
    content: Json,
    parent: Message | undefined,
    beside?: { readonly metadata?: Json; readonly buffers?: Message['buffers'] },
  ): void;
  status(state: 'busy' | 'idle' | 'starting', parent: Message | undefined): void;
  /** To the client that asked. */
  reply(channel: Channel, request: Message, content: Json): void;
  /** Asks the client whose request this is for input. */
  ask(request: Message, content: Json): void;
}

export function publisher(session: string, send: Send): Publisher {
  const publish: Publisher['publish'] = (type, content, parent, beside) =>
    send('iopub', createMessage(type, content, { session, parent: parent?.header, ...beside }));
  return {
    publish,
    status: (state, parent) => publish('status', { execution_state: state }, parent),
    reply(channel, request, content) {
      const { header, identities } = request;
      const type = header.msg_type.replace(/_request$/, '_reply');
      send(channel, createMessage(type, content, { session, parent: header, identities }));
    },
    ask({ header, identities }, content) {
      send('stdin', createMessage('input_request', content, { session, parent: header, identities }));
    },
  };
}
