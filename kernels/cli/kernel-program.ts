import { type Command, Option } from 'commander';
import type { CommandContext } from './context.js';
import { examples } from './examples.js';

/** Imports the module of a command, when the command is called. */
export type Load<A extends unknown[]> = () => Promise<
  (context: CommandContext, ...args: A) => Promise<number>
>;

/** Makes a command's action of the module that holds it. */
export type Call = <A extends unknown[]>(load: Load<A>) => (...args: unknown[]) => Promise<void>;

/** Adds `litmus kernel`: what there is to do around the Jupyter kernel. */
export function addKernelCommands(litmus: Command, call: Call): void {
  const kernel = litmus
    .command('kernel')
    .description('TypeScript in Jupyter: install the kernel, or keep one running for many clients')
    .addHelpText(
      'after',
      '\nAn installed kernel is started by Jupyter, one for each notebook. A kernel started here goes on when its\n' +
        'clients leave: consoles, notebooks and scripts share its variables, and whatever accelerator it holds.\n' +
        examples(
          'kernel install && jupyter lab',
          'kernel start && jupyter console --existing litmus-default.json',
        ),
    );

  const place = (command: Command) =>
    command
      .addOption(
        new Option('--user', "in the user's own folder of Jupyter (the default)").conflicts([
          'sysPrefix',
          'prefix',
        ]),
      )
      .addOption(
        new Option('--sys-prefix', 'in the active virtual or Conda environment of Python').conflicts(
          'prefix',
        ),
      )
      .option('--prefix <path>', 'in share/jupyter below this folder')
      .option('--name <name>', 'what Jupyter calls the kernel', 'litmus')
      .option('--json', 'print JSON for a script');

  place(kernel.command('install'))
    .description('let Jupyter find the kernel: as "TypeScript (Litmus)" in its launcher and in consoles')
    .addHelpText(
      'after',
      '\nWhat is installed is a description of a few lines that names this checkout and this Node: install again\n' +
        'after either has moved. Installing again replaces what is there. A kernel is started first; where it does\n' +
        'not work, nothing is installed.\n' +
        examples(
          'kernel install',
          'kernel install --sys-prefix',
          'kernel install --prefix /opt/jupyter --name litmus-next',
        ),
    )
    .action(call(async () => (await import('./commands/kernel-install.js')).install));

  place(kernel.command('uninstall'))
    .description('remove what "kernel install" with the same options has installed, and nothing else')
    .action(call(async () => (await import('./commands/kernel-install.js')).uninstall));

  kernel
    .command('start')
    .description('start a kernel that goes on by itself, and wait until it answers')
    .option('--name <name>', 'name of the kernel, by which it is found again', 'default')
    .option('--folder <path>', 'folder that its cells work in; the current one where omitted', '.')
    .option(
      '--foreground',
      'run it in this process until it is stopped, for a service manager or a container',
    )
    .addHelpText(
      'after',
      '\nWhere a kernel of that name runs already, says so and starts none. The connection file lies in the folder\n' +
        'that "jupyter --runtime-dir" names, readable by its owner alone, and the log beside it.\n' +
        examples('kernel start', 'kernel start --name gpu --folder ~/study', 'kernel start --foreground') +
        '\n\nExits with 3 where the kernel does not start, and shows the end of its log.',
    )
    .action(call(async () => (await import('./commands/kernel-start.js')).start));

  kernel
    .command('list')
    .description('list the kernels that go on by themselves, each asked whether it is idle or busy')
    .option('--json', 'print JSON for a script')
    .addHelpText('after', '\nFiles of kernels that have ended without being stopped are removed.')
    .action(call(async () => (await import('./commands/kernel-list.js')).list));

  kernel
    .command('stop')
    .argument('[name]', 'name of the kernel; "default" where omitted')
    .description('stop a kernel: ask it, and end its process where it does not follow')
    .option('--all', 'stop every kernel of this machine')
    .action(call(async () => (await import('./commands/kernel-stop.js')).stop));

  kernel
    .command('connect')
    .argument('[name]', 'name of the kernel; "default" where omitted')
    .description('say how to attach to a running kernel: its connection file, and commands')
    .option('--json', 'print what the connection file holds, without the key')
    .option('--show-key', 'with --json: the key too; whoever has it can run code as you')
    .addHelpText('after', examples('kernel connect', 'kernel connect gpu --json --show-key > gpu.json'))
    .action(call(async () => (await import('./commands/kernel-connect.js')).connect));
}
