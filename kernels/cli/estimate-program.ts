import { type Command, InvalidArgumentError, Option } from 'commander';
import { surrogateKinds } from '../../src/lib/statistics/surrogates.js';
import { examples } from './examples.js';
import type { Call } from './kernel-program.js';
import { positiveNumberUpTo, wholeNumberUpTo } from './number-arguments.js';

const whole = wholeNumberUpTo(1e6);

/** Adds `litmus estimate`: the estimators, for a table of one's own. */
export function addEstimateCommand(litmus: Command, call: Call): void {
  litmus
    .command('estimate')
    .argument('<file>', 'a table in CSV, TSV, Parquet or Arrow; "-" for standard input')
    .description('estimate how much columns of a table tell about each other, and how far to believe it')
    .option('--x <columns>', 'one side: a column, or several as one, separated by commas')
    .option('--y <columns>', 'the other side')
    .option('--given <columns>', 'what is known already: the information beyond it')
    .option(
      '--lag <steps>',
      'transfer entropy from x to y over so many steps: rows are a series',
      positiveNumberUpTo(1e6),
    )
    .option(
      '--estimator <names>',
      'which to show; one alone is believed: infonce and mine, which are trained and slow, for who asks',
      names,
    )
    .option('--permutations <n>', 'surrogates of the permutation test; 0 for none', whole, 200)
    .addOption(
      new Option(
        '--surrogates <kind>',
        'how data without dependence are made; by what the rows look like where omitted',
      ).choices([...surrogateKinds]),
    )
    .option('--all-pairs', 'every two columns, those of --x or all, with p values adjusted for their number')
    .option('--seed <n>', 'of surrogates and intervals', whole, 1)
    .option(
      '--jobs <n>',
      'worker threads for surrogates, one for each core at most; all cores, where it is worth it, where omitted',
      positiveNumberUpTo(1e6),
    )
    .option('--json', 'print JSON for a script')
    .addHelpText(
      'after',
      '\nColumns are looked at first: numbers, rounded numbers and labels have estimators of their own. Several stand side\n' +
        'by side, with what each did on samples of known information; one is recommended, with an interval of 95 % and a\n' +
        'p value. An estimator that would be wrong says so instead. Rows with a missing value are left out, and told.\n' +
        'Given columns, surrogates swap values among rows that are near in them. With --lag, the past of y that counts is\n' +
        'as long as predicts y best, up to 5 steps. A seed gives the same p value whatever the number of threads.\n' +
        examples(
          'estimate data.csv --x dose --y response',
          'estimate data.parquet --x a,b --y c --given age --permutations 1000',
          'estimate series.csv --x rain --y river --lag 3',
          'estimate data.csv --all-pairs --json',
        ),
    )
    .action(call(async () => (await import('./commands/estimate.js')).estimate));
}

function names(text: string): string[] {
  const found = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (found.length === 0) throw new InvalidArgumentError('names are wanted, separated by commas.');
  return found;
}
