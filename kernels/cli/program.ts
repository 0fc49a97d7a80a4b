import { createRequire } from 'node:module';
import { Command, CommanderError, Option } from 'commander';
import { subjects } from '../../src/lib/shelf/shelf-paper.js';
import { Failure, messageOf } from '../engine/failure.js';
import { litmusCommand } from '../engine/litmus-command.js';
import type { CommandContext } from './context.js';
import { addEstimateCommand } from './estimate-program.js';
import { examples } from './examples.js';
import { addExportCommand } from './export-program.js';
import { addKernelCommands, type Call, type Load } from './kernel-program.js';
import { positiveNumberUpTo, wholeNumberUpTo } from './number-arguments.js';
import type { Terminal } from './terminal.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Numbers of seeds, threads and years go to here. */
const largest = 2 ** 31 - 1;
const wholeNumber = wholeNumberUpTo(largest);
const positiveNumber = positiveNumberUpTo(largest);

const exitCodes = `
Exit codes:
  0    done
  1    a verdict changed, or a verification failed
  2    the command line or an input is wrong
  3    a run, a download, a backend or a kernel failed
  130  interrupted; what was finished is kept`;

/** Parses the command line and carries it out; resolves to the exit code. */
export async function program(
  argv: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const context: CommandContext = { terminal, signal };
  let code = 0;
  /** Commands are imported when they are called, so that serving a stored table loads none of the others. */
  const call: Call =
    <A extends unknown[]>(load: Load<A>) =>
    async (...args) => {
      code = await (await load())(context, ...(args as A));
    };

  const litmus = new Command(litmusCommand())
    .description(
      "Runs the experiments behind a shelf of papers, judges the papers' claims, and serves the tables.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError(`(see ${litmusCommand('--help')})`)
    .addHelpText('after', exitCodes)
    .addHelpText(
      'after',
      examples('list', 'run cs-ib --profile quick', 'check', 'estimate data.csv --x dose --y response'),
    )
    // Also where what is asked for is stored, so that nobody takes it for a result of that backend.
    .hook('preAction', async (_, command) => {
      const { backend } = command.opts<{ readonly backend?: string }>();
      if (backend !== undefined) await (await import('./runner.js')).needsBackend(backend);
    });

  litmus
    .command('list')
    .argument('[paper]', 'slug of a paper; all papers that have moved in where omitted')
    .description('list papers, their experiments and tables, and what is recorded')
    .option('--cost', 'count the lines and files of each paper instead')
    .option('--json', 'print JSON for a script')
    .action(call(async () => (await import('./commands/list.js')).list));

  litmus
    .command('run')
    .argument('<target>', 'a paper, or one of its tables: cs-ib, cs-ib/plane')
    .description('run experiments, or show where their stored results are')
    .addOption(profileOption())
    .option('--seed <n>', "seed instead of the experiment's own", wholeNumber)
    .option('--backend <name>', 'tensorflow, webgpu, wasm or cpu; the best one there is where omitted')
    .option(
      '--jobs <n>',
      'worker threads, one for each core at most; all cores, or 1 on an accelerator, where omitted',
      positiveNumber,
    )
    .option('--fresh', 'compute again what is stored')
    .option('--record', "put the tables and verdicts into the paper's recorded/ folder, to be committed")
    .option('--json', 'print JSON for a script')
    .addHelpText(
      'after',
      '\nAn interrupted run keeps its finished parts; the same command goes on from them.\n' +
        examples(
          'run cs-ib --profile quick',
          'run cs-ib/plane --seed 7 --jobs 1',
          'run cs-ib --profile full --record',
        ),
    )
    .action(call(async () => (await import('./commands/run.js')).run));

  litmus
    .command('record')
    .argument('[papers...]', 'slugs; all papers where omitted')
    .description('bring what is recorded up to date with the code, by computing quick runs alone')
    .option('--backend <name>', 'backend for what is computed; the recorded one where omitted')
    .option('--jobs <n>', 'worker threads, one for each core at most', positiveNumber)
    .option('--json', 'print JSON for a script')
    .addHelpText(
      'after',
      '\nQuick runs whose code changed are computed and recorded. Where such a run gives the recorded rows to the last\n' +
        'bit, the full run is carried over to the new code, and says so in its provenance and under its figure;\n' +
        'else it is named, to be run again. Verdicts are filed, and how often claims hold by chance is counted anew where\n' +
        'criteria or tables are others.\n' +
        'Refused where criteria are not locked, and where the working tree differs from the last commit.',
    )
    .action(call(async () => (await import('./commands/record.js')).recordAll));

  litmus
    .command('lock')
    .argument('[papers...]', 'slugs; all papers where omitted')
    .description('fix the criteria by which claims are judged, before the runs that they judge')
    .option('--why <reason>', 'why locked criteria were changed, for the amendments on the page')
    .addHelpText(
      'after',
      "\nWrites criteria.lock.json beside a paper's claims: for each claim a hash of its statement, its criterion, the\n" +
        'code that measures it, and the parameters of its experiments. Commit it: recording refuses criteria without a\n' +
        'lock, and check fails where a criterion is not the locked one. A change is an amendment, with the verdict\n' +
        'before and after, which the page shows.\n' +
        examples('lock cs-ib', 'lock cs-ib --why "the paper\'s table has three seeds, we asked for five"'),
    )
    .action(call(async () => (await import('./commands/lock.js')).lock));

  litmus
    .command('cache')
    .description("tell how much lies in this user's cache of results")
    .option('--clean', "remove results of older code and of seeds other than an experiment's own")
    .option('--json', 'print JSON for a script')
    .action(call(async () => (await import('./commands/cache.js')).cache));

  litmus
    .command('check')
    .argument('[papers...]', 'slugs; all papers where omitted')
    .description('judge the claims and compare the verdicts with the recorded ones')
    .option('--fresh', 'compute all quick tables again, not only those whose code changed')
    .option('--claims', 'tell what was measured for each claim, and what was asked of it')
    .option('--backend <name>', 'backend for what is computed')
    .option('--jobs <n>', 'worker threads, one for each core at most', positiveNumber)
    .option('--json', 'print JSON for a script')
    .addHelpText(
      'after',
      '\nExits with 1 where a verdict differs from the recorded one, whichever way, and with 3 where an experiment failed\nand its claims could only be judged on the result of older code.',
    )
    .action(call(async () => (await import('./commands/check.js')).check));

  litmus
    .command('new')
    .argument('[slug]', 'names the folders, the page and the tables: channel-coding')
    .description('scaffold a paper: an experiment that runs, its claim, its page and its test')
    .option('--list', 'list the slugs and titles of the papers on the shelf, which need no description')
    .option('--title <text>', "the paper's title; known for a paper that is on the shelf")
    .option('--author <names...>', 'its authors, each in quotation marks')
    .option('--year <n>', 'year of publication', positiveNumber)
    .option('--sentence <text>', 'what it is about, in one plain sentence of 10 to 25 words')
    .option('--venue <name>', 'conference or journal', 'preprint')
    .option('--arxiv <id>', 'identifier at arXiv: 2404.17951')
    .addOption(
      new Option('--subject <name>', 'where it stands on the shelf')
        .choices([...subjects])
        .default('measuring information'),
    )
    .addHelpText(
      'after',
      '\nNothing that is there is overwritten.\n' +
        examples(
          'new --list',
          'new mist',
          'new miller-bias --title "Note on the bias of information estimates" \\\n' +
            '    --author "George Miller" --year 1955 --venue "Information Theory in Psychology" \\\n' +
            '    --sentence "Says how much too small the entropy of counted frequencies is, and how to correct it."',
        ),
    )
    .action(call(async () => (await import('./commands/new.js')).newPaper));

  litmus
    .command('doctor')
    .description('say which backends, devices and data sets are there, what is missing, and what to do')
    .option('--json', 'print JSON for a script')
    .action(call(async () => (await import('./commands/doctor.js')).doctor));

  const datasets = litmus.command('datasets').description('list, fetch and verify the data sets');
  datasets
    .command('list')
    .description('list the data sets: licence, source, and whether they are here')
    .option('--json', 'print JSON for a script')
    .action(call(async () => (await import('./commands/datasets.js')).listAll));
  datasets
    .command('fetch')
    .argument('<names...>', 'names of data sets or of collections (mnist, mnist-test), or "all"')
    .description('download from the canonical source, check, and keep in the per-user cache')
    .action(call(async () => (await import('./commands/datasets.js')).fetchAll));
  datasets
    .command('verify')
    .argument('[names...]', 'names of data sets; all where omitted')
    .description('compare the files that are here with the registered checksums')
    .option('--json', 'print JSON for a script')
    .action(call(async () => (await import('./commands/datasets.js')).verifyAll));

  litmus
    .command('setup')
    .description('build what npm cannot install')
    .command('tensorflow')
    .description('build the native backend against the TensorFlow of a Python environment')
    .option('--python <path>', 'Python of that environment', 'python3')
    .action(call(async () => (await import('./commands/setup.js')).setup));

  addEstimateCommand(litmus, call);

  addKernelCommands(litmus, call);

  addExportCommand(litmus, call);

  litmus
    .command('emit')
    .argument('<route>', "the loader's own path, as Framework passes it")
    .option('--paper <slug>', 'slug of the paper, or "shelf" for what is about all', 'shelf')
    .option(
      '--table <name>',
      'a table, "claims", or a table with a profile: plane.quick; the file that the loader is named after where omitted',
    )
    .description(
      'write a table as Parquet, or what else a page is made of (text, parts, search, picture), or a file for programs, ' +
        'to standard output: what the data loaders call',
    )
    .action(call(async () => (await import('./commands/emit.js')).emit));

  litmus
    .command('notebook')
    .argument('<file>', 'a notebook in TypeScript: flights.csv.ipynb')
    .option('--output <file>', 'write there instead; its extension says what the output is to be')
    .option(
      '--cell <which>',
      'the cell whose value it is, by its number in the notebook or by a tag; the one tagged "output", else the ' +
        'last with a value, where omitted',
    )
    .description(
      "run a notebook from top to bottom and write a cell's value to standard output, as the file that the " +
        "notebook's name says: what makes a notebook a data loader",
    )
    .addHelpText(
      'after',
      '\nA value becomes Parquet, CSV, TSV, JSON, SVG, HTML or text, or any file of which it is the bytes. What ' +
        'cells print goes\nto standard error.\n' +
        examples(
          'notebook src/data/flights.csv.ipynb',
          'notebook study.ipynb --cell 7 --output flights.parquet',
        ),
    )
    .action(call(async () => (await import('./commands/notebook.js')).notebook));

  try {
    await litmus.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, context, argv.includes('--json'));
  }
}

/** Tells of an error on standard error, and to a script on standard output as well. */
function report(error: unknown, { terminal, signal }: CommandContext, json: boolean): number {
  const { text, message, exitCode } = described(error, signal);
  terminal.err(text);
  if (json && exitCode !== 0) terminal.out(`${JSON.stringify({ error: message, exitCode }, null, 2)}\n`);
  return exitCode;
}

function described(
  error: unknown,
  signal: AbortSignal,
): { readonly text: string; readonly message: string; readonly exitCode: number } {
  if (error instanceof CommanderError) {
    // It has been printed already.
    return { text: '', message: error.message, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  if (signal.aborted) {
    const message = 'interrupted; finished parts are kept, and the same command goes on from them';
    return { text: `\n${message}\n`, message, exitCode: 130 };
  }
  const message = messageOf(error);
  if (error instanceof Failure) return { text: `litmus: ${message}\n`, message, exitCode: error.exitCode };
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  return { text: `litmus: ${stack}\n`, message, exitCode: 3 };
}

function profileOption(): Option {
  return new Option('--profile <name>', 'scale of the run').choices(['quick', 'full']).default('quick');
}
