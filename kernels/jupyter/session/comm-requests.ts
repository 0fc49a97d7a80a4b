import type { CellsEvent, CellsRequest } from '../cells/events.js';
import type { Message } from '../protocol/message.js';

/** The channels that clients and cells have opened to each other. */
export interface CommRequests {
  receive(message: Message): void;
  /** Takes note of channels that cells open and close. */
  notice(event: CellsEvent): void;
  /** The thread that had them is gone. */
  clear(): void;
  /** Answers a `comm_info_request`; all channels for an empty target. */
  info(target: string): object;
}

export function createComms(post: (request: CellsRequest) => void): CommRequests {
  const open = new Map<string, string>();
  return {
    receive({ header, content, metadata, buffers }) {
      const { comm_id: id, target_name: name, data = {} } = content;
      if (typeof id !== 'string') return;
      if (header.msg_type === 'comm_open') {
        const target = typeof name === 'string' ? name : '';
        open.set(id, target);
        post({ type: 'comm_open', id, target, data, metadata, buffers });
      } else {
        if (header.msg_type === 'comm_close') open.delete(id);
        post({ type: header.msg_type as 'comm_msg' | 'comm_close', id, data, metadata, buffers });
      }
    },
    notice(event) {
      if (event.type !== 'comm') return;
      if (event.message === 'comm_open') open.set(event.id, event.target ?? '');
      if (event.message === 'comm_close') open.delete(event.id);
    },
    clear: () => open.clear(),
    info(target) {
      const wanted = [...open].filter(([, of]) => target === '' || of === target);
      const comms = Object.fromEntries(wanted.map(([id, of]) => [id, { target_name: of }]));
      return { status: 'ok', comms };
    },
  };
}
