import type { PartResult } from '../../engine/cache.js';
import { Failure } from '../../engine/failure.js';
import { codeFingerprint } from '../../engine/key.js';
import type { PartRunner } from '../../engine/pool.js';
import type { KernelClient } from '../client/kernel-client.js';
import { cancelRequest, partProgress, partRequest } from './part-requests.js';

/** Runs parts on a kernel that holds the backend; progress and an abort travel along. */
export function remoteRunner(client: KernelClient): PartRunner {
  return {
    async run({ file, seed, params, part, backend }, { signal, onProgress }) {
      signal.throwIfAborted();
      const content = { file, seed, code: await codeFingerprint(file), task: { params, part, backend } };
      let id: string | undefined;
      const cancel = () => {
        if (id !== undefined)
          void client.request('control', cancelRequest, { msg_id: id }).catch(() => undefined);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const reply = await client.request('shell', partRequest, content, {
          onOutput({ header, parent, content: output }) {
            // What the request is called is known from what it causes.
            if (id === undefined && 'msg_id' in parent) {
              id = parent.msg_id;
              if (signal.aborted) cancel();
            }
            if (header.msg_type === partProgress) onProgress(Number(output.fraction));
          },
        });
        signal.throwIfAborted();
        if (reply.content.status !== 'ok')
          throw new Failure(`on the kernel: ${String(reply.content.evalue)}`);
        return reply.content.result as PartResult;
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    close() {
      client.close();
      return Promise.resolve();
    },
  };
}
