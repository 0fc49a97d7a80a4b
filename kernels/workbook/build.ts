import { rmSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { Failure } from '../engine/failure.js';
import { root } from '../engine/root.js';
import { mistakeText } from './cells.js';
import { startMaker } from './page-files/maker.js';
import type { Problem } from './site-build.js';
import { unfinishedFolder } from './unfinished-folder.js';
import { prepare } from './workbook.js';

interface BuildOptions {
  readonly output: string;
  readonly strict: boolean;
}

const err = (text: string) => void process.stderr.write(text);

/** Builds the site and tells what is wrong with it; resolves to the exit code. */
async function build({ output, strict }: BuildOptions): Promise<number> {
  const folder = path.resolve(output);
  // Both load what they need side by side.
  const maker = startMaker();
  const loading = import('./site-build.js');
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, () => {
      maker.stop();
      rmSync(unfinishedFolder(folder), { recursive: true, force: true });
      process.exit(code);
    });
  const mistakes = (await prepare()).map(mistakeText);
  let problems: readonly Problem[];
  try {
    const { buildSite } = await loading;
    problems = await buildSite(folder, maker);
  } catch (error) {
    maker.stop();
    if (error instanceof Failure) throw error;
    const reasons = [...mistakes, (error as Error).message].map((reason) => `\n  ${reason}`);
    throw new Failure(`the site was not built, and ${output} is as it was:${reasons.join('')}`, 3);
  }
  const all = [...mistakes, ...problems.map(({ where, what }) => `${where}: ${what}`)];
  if (all.length === 0) return 0;
  err(`\nThe site is built, but ${all.length === 1 ? 'this is' : 'these are'} not as it should be:\n`);
  for (const one of all) err(`  ${one}\n`);
  return strict ? 1 : 0;
}

const command = new Command('npm run build --')
  .description('Builds the workbook as a static site, and lists at the end what is missing or stale in it.')
  .option('--output <folder>', 'where to', 'dist')
  .option('--strict', 'exit with 1 where anything is missing or stale', false)
  .exitOverride()
  .action(async (options: BuildOptions) => {
    // Framework finds its configuration there, and asks this before it would report to its makers.
    process.chdir(root);
    process.env.OBSERVABLE_TELEMETRY_DISABLE = 'true';
    process.exit(await build(options));
  });

try {
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  err(`litmus: ${error instanceof Failure ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(error instanceof Failure ? error.exitCode : 3);
}
