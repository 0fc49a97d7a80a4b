import type { CellsRequest } from '../cells/events.js';
import type { Message } from '../protocol/message.js';

/** The channels that clients and cells have opened to each other. */
export interface CommRequests {
  receive(message: Message): void;
  /** Answers a `comm_info_request`; all channels for an empty target. */
  info(target: string): object;
}

export function createComms(post: (request: CellsRequest) => void): CommRequests {
  const open = new Map<string, string>();
  return {
    receive({ header, content }) {
      const { comm_id: id, target_name: target, data = {} } = content;
      if (typeof id !== 'string') return;
      if (header.msg_type === 'comm_open') {
        open.set(id, String(target ?? ''));
        post({ type: 'comm_open', id, target: String(target ?? ''), data });
      } else {
        if (header.msg_type === 'comm_close') open.delete(id);
        post({ type: header.msg_type as 'comm_msg' | 'comm_close', id, data });
      }
    },
    info(target) {
      const wanted = [...open].filter(([, of]) => target === '' || of === target);
      const comms = Object.fromEntries(wanted.map(([id, of]) => [id, { target_name: of }]));
      return { status: 'ok', comms };
    },
  };
}
