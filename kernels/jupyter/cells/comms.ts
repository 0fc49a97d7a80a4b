import { randomUUID } from 'node:crypto';
import { jsonCopy } from '../display/display-protocol.js';
import type { CellsEvent } from './events.js';

/** A channel between a cell and a client, beside the messages that the protocol knows. */
export interface Comm {
  readonly id: string;
  send(data: unknown): void;
  close(data?: unknown): void;
  /** Called with what the client sends. */
  onMessage?(data: unknown): void;
  onClose?(data: unknown): void;
}

/** What cells use as `comms`. What they send must be JSON; what is not throws a `TypeError`. */
export interface Comms {
  /** Opens a channel to the client. */
  open(target: string, data?: unknown): Comm;
  /** Answers channels that a client opens under this name. */
  register(target: string, opened: (comm: Comm, data: unknown) => void): void;
}

type CommEvent = Extract<CellsEvent, { readonly type: 'comm' }>;

export interface CommHub extends Comms {
  receive(message: CommEvent['message'], id: string, data: unknown, target?: string): void;
}

export function commHub(send: (event: Omit<CommEvent, 'type' | 'execution'>) => void): CommHub {
  const emit: typeof send = ({ data, ...event }) =>
    send({ ...event, data: jsonCopy(data, 'data of a comm') });
  const targets = new Map<string, (comm: Comm, data: unknown) => void>();
  const open = new Map<string, Comm>();

  function create(id: string): Comm {
    const comm: Comm = {
      id,
      send: (data) => emit({ message: 'comm_msg', id, data }),
      close(data = {}) {
        if (!open.has(id)) return;
        emit({ message: 'comm_close', id, data });
        open.delete(id);
      },
    };
    open.set(id, comm);
    return comm;
  }

  return {
    open(target, data = {}) {
      const id = randomUUID();
      emit({ message: 'comm_open', id, target: String(target), data });
      return create(id);
    },
    register: (target, opened) => void targets.set(target, opened),
    receive(message, id, data, target) {
      const comm = open.get(id);
      if (message === 'comm_open') {
        const opened = targets.get(target ?? '');
        // A channel that nobody answers is closed, as the specification asks.
        if (opened) opened(create(id), data);
        else emit({ message: 'comm_close', id, data: {} });
      } else if (message === 'comm_msg') comm?.onMessage?.(data);
      else if (open.delete(id)) comm?.onClose?.(data);
    },
  };
}
