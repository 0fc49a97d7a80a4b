import { cellSources } from '../../../kernels/jupyter/cells/evaluate.js';
import type { Output } from '../../../kernels/jupyter/cells/events.js';
import type { ClientKind, Execution } from '../../../kernels/jupyter/cells/execution.js';
import { Mutable, now, observe, queue } from '../../../kernels/jupyter/cells/generators.js';
import { createNotebook, type Notebook } from '../../../kernels/jupyter/cells/notebook.js';
import { currentRun } from '../../../kernels/jupyter/cells/run.js';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';
import { compile } from '../../../kernels/jupyter/language/compile.js';

/** How a cell is run: without an identifier as in a console, with one as in a notebook. */
export interface RunOptions {
  readonly id?: string;
  readonly silent?: boolean;
  readonly execution?: string;
  readonly session?: string;
  readonly tags?: readonly string[];
  readonly client?: ClientKind;
}

/** A request to execute a cell of a notebook. */
export function requestOf(
  id: string | undefined,
  options: RunOptions & { readonly execution: string },
): Execution {
  const {
    execution,
    silent = false,
    session = 's',
    tags = [],
    client = id ? 'notebook' : 'console',
  } = options;
  return { execution, label: `[${execution}]`, cellId: id, client, session, tags, silent };
}

/** A notebook in this thread, whose outputs are collected as short texts. */
export interface TestNotebook {
  readonly notebook: Notebook;
  /**
   * What was shown since this was last read, in order: `= 3` a value, `+ 3` a display, `+a 3` a display that can be
   * updated, `a 4` its update. Displays are called a, b, … in the order in which they came first.
   */
  shown(): string[];
  /** Like `shown`, each with the execution that it was shown for. */
  shownFor(): (readonly [execution: string, shown: string])[];
  /** Starts a cell; resolves, once it and what depends on it have come to an end, with its error if it failed. */
  run(source: string, options?: RunOptions): Promise<unknown>;
  /** An expression's value, or its error. */
  evaluate(source: string): Promise<unknown>;
  /** How often cells called `count(name)`. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many requests wait behind the one that runs. */
  waiting: number;
}

export function testNotebook(builtins: Readonly<Record<string, unknown>> = {}): TestNotebook {
  const counts: Record<string, number> = {};
  const ids = new Map<string, string>();
  let collected: [string, string][] = [];
  let executions = 0;
  const sources = cellSources();

  const nameOf = (id: string) => {
    if (!ids.has(id)) ids.set(id, /^[0-9a-f-]{36}$/.test(id) ? String.fromCharCode(97 + ids.size) : id);
    return ids.get(id)!;
  };
  const describe = (output: Output): string => {
    if (output.type === 'stream') return `${output.name}: ${output.text.trimEnd()}`;
    if (output.type !== 'display' && output.type !== 'result') return output.type;
    const text = String(output.bundle.data['text/plain']);
    if (output.type === 'result') return `= ${text}`;
    if (output.displayId === undefined) return `+ ${text}`;
    return `${output.update ? '' : '+'}${nameOf(output.displayId)} ${text}`;
  };

  const notebook = createNotebook({
    evaluate: sources.evaluate,
    load: (specifier) => Promise.resolve({ default: specifier }),
    meta: { url: 'file:///notebook.ts' },
    builtins: {
      Mutable,
      print: (text: string, name: 'stdout' | 'stderr' = 'stdout') => currentRun()?.print?.(name, text),
      clearOutput: (wait = false) => currentRun()?.clear?.(wait),
      Generators: { observe, queue },
      now: 0,
      count: (name: string) => (counts[name] = (counts[name] ?? 0) + 1),
      sleep: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      ...builtins,
    },
    changing: { now },
    emit: (execution, output) => void collected.push([execution, describe(output)]),
    flush: () => undefined,
    whole: () => undefined,
    queued: () => test.waiting > 0,
    failed(error, label) {
      const text = `${label} ${error instanceof Error ? error.message : String(error)}`;
      return { bundle: toBundle({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': text }) }), text };
    },
  });

  const take = () => {
    const taken = collected;
    collected = [];
    return taken;
  };
  const test: TestNotebook = {
    notebook,
    counts,
    waiting: 0,
    shown: () => take().map(([, text]) => text),
    shownFor: take,
    run(source, { id, execution = `e${(executions += 1)}`, ...options } = {}) {
      const request = requestOf(id, { ...options, execution });
      return new Promise((resolve) =>
        notebook.execute(compile(source), request, (failure) => resolve(failure?.error)),
      );
    },
    evaluate: (source) =>
      new Promise((resolve) =>
        notebook.evaluate(compile(source), (outcome) =>
          resolve(outcome.state === 'fulfilled' ? outcome.value : (outcome as { error?: unknown }).error),
        ),
      ),
  };
  return test;
}

/** Lets what is due be done: promises, and the dataflow's turns. */
export async function quiet(milliseconds = 30): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
