import { cacheContents, cleanCache } from '../../engine/cache-contents.js';
import { litmusCommand } from '../../engine/litmus-command.js';
import type { CommandContext } from '../context.js';

/** `litmus cache`: how much lies in the cache of results, and removing what today's code would not be served. */
export async function cache(
  { terminal }: CommandContext,
  { clean, json }: { clean?: boolean; json?: boolean },
): Promise<number> {
  const contents = await cacheContents();
  if (clean) await cleanCache(contents);
  const { folder, current, others } = contents;
  if (json) {
    const { results, bytes } = others;
    terminal.out(
      `${JSON.stringify({ folder, current, others: { results, bytes }, removed: clean ?? false }, null, 2)}\n`,
    );
    return 0;
  }
  terminal.out(`${folder}\n`);
  terminal.out(`  of today's code: ${told(current)}\n`);
  terminal.out(`  of older code or other seeds: ${told(others)}${clean ? ', removed' : ''}\n`);
  if (!clean && others.results > 0) terminal.out(`${litmusCommand('cache --clean')} removes the latter\n`);
  return 0;
}

function told({ results, bytes }: { readonly results: number; readonly bytes: number }): string {
  return `${results} ${results === 1 ? 'result' : 'results'}, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
