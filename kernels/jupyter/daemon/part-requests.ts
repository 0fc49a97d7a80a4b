import type { PartTask } from '../../engine/part.js';
import type { Handler } from '../session/kernel.js';
import type { PartServer } from './part-server.js';

/** The request that runs a part; its reply holds the rows. */
export const partRequest = 'litmus_part_request';
/** Published as a part goes on, with the `fraction` of it that is done. */
export const partProgress = 'litmus_part_progress';
/** Ends the part whose request's `msg_id` it names. */
export const cancelRequest = 'litmus_cancel_request';

/** What a kernel answers beyond Jupyter's own requests, so that experiments run on its backend. */
export function partRequests(server: PartServer): Readonly<Record<string, Handler>> {
  const running = new Map<string, AbortController>();
  return {
    async [partRequest](content, { header }, publish) {
      const abort = new AbortController();
      running.set(header.msg_id, abort);
      const { params, part, backend } = content.object('task') as unknown as PartTask;
      const task = {
        file: content.text('file'),
        code: content.text('code'),
        seed: content.whole('seed'),
        ...{ params, part, backend },
      };
      try {
        const result = await server.run(task, abort.signal, (fraction) =>
          publish(partProgress, { fraction }),
        );
        return { status: 'ok', result };
      } finally {
        running.delete(header.msg_id);
      }
    },
    [cancelRequest](content) {
      const found = running.get(content.text('msg_id'));
      found?.abort();
      return { status: 'ok', found: found !== undefined };
    },
  };
}
