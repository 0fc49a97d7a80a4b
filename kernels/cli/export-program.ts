import { type Command, Option } from 'commander';
import { examples } from './examples.js';
import type { Call } from './kernel-program.js';

/** Adds `litmus export`: a paper for other programs. */
export function addExportCommand(litmus: Command, call: Call): void {
  litmus
    .command('export')
    .argument('<paper>', 'slug of a paper on the shelf')
    .addOption(
      new Option(
        '--as <form>',
        'bibtex or csl (the reference), csv or json (the claims), or ro-crate (all of it)',
      )
        .choices(['bibtex', 'csl', 'csv', 'json', 'ro-crate'])
        .makeOptionMandatory(),
    )
    .option('--output <folder>', 'for ro-crate: a new folder; <paper>-crate where omitted')
    .description("write a paper's reference, its claims, or all that is recorded of it, for other programs")
    .addHelpText(
      'after',
      '\nReference and claims go to standard output. A crate (RO-Crate 1.2, Process Run Crate) is a folder with the\n' +
        'recorded tables, the claims, and a description of the runs that made them, for an archive.\n' +
        examples(
          'export cs-ib --as bibtex >> references.bib',
          'export cs-ib --as ro-crate --output cs-ib-crate',
        ),
    )
    .action(call(async () => (await import('./commands/export.js')).exportPaper));
}
