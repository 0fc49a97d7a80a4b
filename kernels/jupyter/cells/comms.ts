import { randomUUID } from 'node:crypto';
import { jsonCopy } from '../display/display-protocol.js';
import { isJson, type Json } from '../protocol/message.js';
import type { CellsEvent, CommMessage } from './events.js';

/** What goes with the data of a message, as a widget's pictures and arrays do. */
export interface Beside {
  readonly metadata?: Json;
  /** Bytes that are sent as they are. */
  readonly buffers?: readonly (ArrayBuffer | ArrayBufferView)[];
}

/** What came with the data of a message. */
export interface Received {
  readonly metadata: Json;
  readonly buffers: readonly Uint8Array[];
}

/** A channel between a cell and a client, beside the messages that the protocol knows. */
export interface Comm {
  readonly id: string;
  send(data: unknown, beside?: Beside): void;
  close(data?: unknown, beside?: Beside): void;
  /** Called with what the client sends. */
  onMessage?(data: unknown, received: Received): void;
  onClose?(data: unknown, received: Received): void;
}

/** What cells use as `comms`. What they send must be JSON; what is not throws a `TypeError`. */
export interface Comms {
  /** Opens a channel to the client. */
  open(target: string, data?: unknown, beside?: Beside): Comm;
  /** Answers channels that a client opens under this name. */
  register(target: string, opened: (comm: Comm, data: unknown, received: Received) => void): void;
}

type CommEvent = Extract<CellsEvent, { readonly type: 'comm' }>;

export interface CommHub extends Comms {
  receive(kind: CommEvent['message'], message: CommMessage, target?: string): void;
}

/** Clients refuse a widget that does not say by which version of their protocol it speaks. */
const widgets = { target: 'jupyter.widget', metadata: { version: '2.1.0' } };

export function commHub(send: (event: Omit<CommEvent, 'type' | 'execution'>) => void): CommHub {
  const emit = (
    event: Pick<CommEvent, 'message' | 'id' | 'target' | 'data'>,
    { metadata, buffers }: Beside = {},
  ) =>
    send({
      ...event,
      data: jsonCopy(event.data, 'data of a comm'),
      ...(metadata && { metadata: metadataOf(metadata) }),
      ...(buffers && { buffers: Array.from(buffers, bytesOf) }),
    });
  const targets = new Map<string, Parameters<Comms['register']>[1]>();
  const open = new Map<string, Comm>();

  function create(id: string): Comm {
    const comm: Comm = {
      id,
      send: (data, beside) => emit({ message: 'comm_msg', id, data }, beside),
      close(data = {}, beside) {
        if (!open.has(id)) return;
        emit({ message: 'comm_close', id, data }, beside);
        open.delete(id);
      },
    };
    open.set(id, comm);
    return comm;
  }

  return {
    open(target, data = {}, beside = {}) {
      const id = randomUUID();
      const metadata =
        target === widgets.target ? { ...widgets.metadata, ...beside.metadata } : beside.metadata;
      emit({ message: 'comm_open', id, target: String(target), data }, { ...beside, metadata });
      return create(id);
    },
    register: (target, opened) => void targets.set(target, opened),
    receive(kind, { id, data, metadata = {}, buffers = [] }, target) {
      const comm = open.get(id);
      const received = { metadata, buffers };
      if (kind === 'comm_open') {
        const opened = targets.get(target ?? '');
        // A channel that nobody answers is closed, as the specification asks.
        if (opened) opened(create(id), data, received);
        else emit({ message: 'comm_close', id, data: {} });
      } else if (kind === 'comm_msg') comm?.onMessage?.(data, received);
      else if (open.delete(id)) comm?.onClose?.(data, received);
    },
  };
}

function metadataOf(value: unknown): Json {
  const copy = jsonCopy(value, 'metadata of a comm');
  if (!isJson(copy)) throw new TypeError('metadata of a comm: an object is needed');
  return copy;
}

/** A copy, since a cell may go on to write into what it has sent. */
function bytesOf(buffer: unknown): Uint8Array {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer.slice(0));
  if (ArrayBuffer.isView(buffer))
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice();
  throw new TypeError('buffers of a comm: each must be an ArrayBuffer, a typed array or a DataView');
}
