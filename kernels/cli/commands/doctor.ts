import { inspectBackends } from '../../engine/backend.js';
import { cacheFolder } from '../../engine/cache.js';
import { listDatasets } from '../../engine/datasets/store.js';
import { processor } from '../../engine/machine.js';
import type { CommandContext } from '../context.js';
import { textTable } from '../text-table.js';

/** `litmus doctor`: what is there, what is missing, what to do. */
export async function doctor({ terminal }: CommandContext, { json }: { json?: boolean }): Promise<number> {
  const [backends, datasets] = [await inspectBackends(), await listDatasets()];
  const machine = { node: process.versions.node, processor: processor(), cache: cacheFolder() };
  if (json) {
    const here = datasets.map(({ dataset, state, file, problem }) => ({
      name: dataset.name,
      state,
      file,
      problem: problem?.message,
    }));
    terminal.out(`${JSON.stringify({ machine, backends, datasets: here }, null, 2)}\n`);
    return 0;
  }
  terminal.out(`Node ${machine.node} on ${machine.processor}\nresults and downloads in ${machine.cache}\n\n`);
  terminal.out(
    textTable(
      ['backend', 'package', 'here', ''],
      backends.map(({ name, package: from, state, device, reason }) => [
        name,
        from,
        state,
        reason ?? device ?? '',
      ]),
    ),
  );
  terminal.out('\n');
  terminal.out(
    textTable(
      ['data set', 'here', ''],
      datasets.map(({ dataset, state, file, problem }) => [
        dataset.name,
        state,
        file ?? problem?.message ?? '',
      ]),
    ),
  );
  return 0;
}
