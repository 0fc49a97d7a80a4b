import type { KernelConnection } from './kernel-connection.js';
import type { LivePiece, LiveSource } from './live-run.js';

/**
 * Runs live pieces on a kernel, which reads their modules from the repository itself and shows each snapshot as
 * JSON. A connection that got lost is made anew at the next run.
 *
 * @throws {Error} where there is no connection to begin with
 */
export async function kernelSource(connect: () => Promise<KernelConnection>): Promise<LiveSource> {
  let client = await connect();
  return {
    name: `on the live kernel (${client.device})`,
    async *run<Settings, Snapshot>(
      piece: LivePiece<Settings, Snapshot>,
      settings: Settings,
      signal: AbortSignal,
    ) {
      if (client.closed) client = await connect();
      for await (const output of client.execute(kernelCode(piece, settings), { signal })) {
        if (output.type === 'error') throw new Error(`the kernel reports ${output.name}: ${output.message}`);
        if (output.type !== 'stream' && 'application/json' in output.data)
          yield output.data['application/json'] as Snapshot;
      }
    },
  };
}

/**
 * What the kernel runs: `litmus:` is the root of its repository, and `json` has a value shown as
 * `application/json`. In a block, so that it defines nothing that could meet another cell's names.
 */
export function kernelCode<Settings>(
  { module, generator }: LivePiece<Settings, unknown>,
  settings: Settings,
): string {
  return [
    '{',
    '  await useBackend();',
    `  const { ${generator} } = await import(${JSON.stringify(`litmus:${module}`)});`,
    `  for await (const snapshot of ${generator}(${JSON.stringify(settings)})) display(json(snapshot));`,
    '}',
  ].join('\n');
}
