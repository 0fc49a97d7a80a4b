import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { packageFolder } from '../../engine/package-folder.js';
import { root } from '../../engine/root.js';
import * as constructors from '../display/constructors.js';
import { installLazyDom } from '../display/lazy-dom.js';
import { withDocument } from '../display/plot-document.js';
import { toBundle } from '../display/to-bundle.js';
import type { CompiledCell } from '../language/compiled-cell.js';
import { commHub } from './comms.js';
import { cellSources } from './evaluate.js';
import type { CellsEvent, CellsRequest, Evaluated, Output, RunRequest } from './events.js';
import { input as inputValues, Mutable, now, observe, queue } from './generators.js';
import { importer } from './importer.js';
import { keepIntrinsics, ReplacedIntrinsics } from './intrinsics.js';
import { watchLoading } from './loading.js';
import { createNotebook } from './notebook.js';
import { type Pace, sent, weight } from './pace.js';
import { currentRun, trackTimers } from './run.js';
import { redirect, streams } from './streams.js';
import { closeTensorScopes } from './tensors.js';
import { report, withCellLines } from './traceback.js';
import { valueFile } from './value-file.js';

/** What the main thread starts this one with. */
export interface ThreadOptions {
  /** The notebook's folder. */
  readonly folder: string;
  readonly pace: Pace;
  /** How many requests to run cells are waiting in the main thread. */
  readonly backlog: Int32Array<SharedArrayBuffer>;
}

/**
 * The thread that runs cells. It answers messages by callbacks, not by promises: ending a cell that does not
 * wait also drops every promise's continuation that was due in this thread.
 */
export function startThread(): void {
  const { folder, pace, backlog } = workerData as ThreadOptions;
  const port = parentPort!;
  const send = (event: CellsEvent, moved: ArrayBuffer[] = []) => {
    port.postMessage(event, moved);
    sent(pace, weight(event));
  };
  let execution = '';
  const output = (of: string, what: Output) =>
    send({ type: 'output', execution: of, output: readable(what) });
  const printed = streams(output, () => performance.now());
  const emit = (of: string, what: Output) => {
    printed.flush();
    output(of, what);
  };
  /** What stopped the execution that runs, or ran last. */
  let interruption: Interrupted | undefined;
  const executionHere = () => currentRun()?.execution ?? execution;
  const sources = cellSources();
  const hidden = [path.join(root, 'kernels'), path.join(root, 'node_modules'), packageFolder('tsx')!];
  const traceback = { find: sources.find, folder, hidden };
  const describe = (error: unknown) => report(error, traceback);
  /** With stacks of errors that are printed or shown as values as a traceback has them. */
  const readable = (what: Output): Output => {
    if (what.type === 'stream') return { ...what, text: withCellLines(what.text, traceback) };
    if (what.type === 'clear' || typeof what.bundle.data['text/plain'] !== 'string') return what;
    const text = withCellLines(what.bundle.data['text/plain'], traceback);
    const data = { ...what.bundle.data, 'text/plain': text };
    return { ...what, bundle: { ...what.bundle, data } };
  };

  for (const name of ['stdout', 'stderr'] as const)
    redirect(process[name], (text) => {
      const run = currentRun();
      if (!run?.silent && !run?.cancelled) printed.write(name, text, run ?? { execution });
    });

  const waiting = new Map<number, { resolve(value: string): void; reject(error: Error): void }>();
  let asked = 0;
  const input = (prompt = '', { password = false }: { readonly password?: boolean } = {}) =>
    new Promise<string>((resolve, reject) => {
      printed.flush();
      waiting.set((asked += 1), { resolve, reject });
      send({ type: 'input', execution: executionHere(), id: asked, prompt: String(prompt), password });
    });

  const loading = watchLoading((loads) => send({ type: 'loading', loads }));
  const load = importer({ folder, root, prepare: prepareModule });
  const comms = commHub((event) => send({ type: 'comm', execution: executionHere() || undefined, ...event }));
  const { open, register } = comms;
  const notebook = createNotebook({
    evaluate: sources.evaluate,
    load: (...wanted) => loading.during(() => load(...wanted)),
    meta: Object.freeze({ url: pathToFileURL(path.join(folder, 'notebook.ts')).href, dirname: folder }),
    builtins: {
      ...constructors,
      Generators: { observe, queue, input: inputValues, now },
      Mutable,
      get now() {
        return Date.now();
      },
      clearOutput(wait: unknown = false) {
        const run = currentRun();
        if (run?.clear) run.clear(Boolean(wait));
        else emit(executionHere(), { type: 'clear', wait: Boolean(wait) });
      },
      input,
      comms: { open, register },
      useBackend: (name?: string) => loading.during(() => useBackend(name)),
    },
    changing: { now },
    emit,
    flush: printed.flush,
    whole: () => whole(),
    queued: () => Atomics.load(backlog, 0) > 0,
    failed(error, label) {
      const { ename, evalue, traceback } = describe(error);
      const text = `cell ${label}: ${ename}: ${evalue}`;
      const data = {
        'application/vnd.jupyter.stderr': traceback.join('\n'),
        'text/plain': traceback.join('\n'),
      };
      return { text: `${text}\n`, bundle: { data, metadata: {} } };
    },
  });

  function run(request: RunRequest): void {
    execution = request.execution;
    interruption = undefined;
    notebook.execute(request.cell, request, (failure) => {
      const error = failure && describe(failure.error);
      // After an error the client's expressions are not looked at, as the specification says.
      const wanted = error ? [] : Object.entries(request.expressions);
      evaluateEach(wanted, (expressions) => {
        printed.flush();
        send({ type: 'done', execution: request.execution, error, expressions });
      });
    });
  }

  /** One after the other: each may wait. Once stopped, those that are left are not looked at. */
  function evaluateEach(
    wanted: readonly (readonly [string, CompiledCell | string])[],
    done: (values: Record<string, Evaluated>) => void,
  ): void {
    const [next, ...rest] = wanted;
    if (!next) return done({});
    const [name, compiled] = next;
    const more = (value: Evaluated) => evaluateEach(rest, (values) => done({ [name]: value, ...values }));
    if (typeof compiled === 'string')
      return more({ status: 'error', ename: 'SyntaxError', evalue: compiled, traceback: [compiled] });
    notebook.evaluate(compiled, (outcome) => {
      if (outcome.state === 'fulfilled') return more({ status: 'ok', ...toBundle(outcome.value) });
      const error = outcome.state === 'rejected' ? outcome.error : undefined;
      const failed: Evaluated = { status: 'error', ...describe(error) };
      if (!interruption || error !== interruption) return more(failed);
      done(Object.fromEntries(wanted.map(([name]) => [name, failed])));
    });
  }

  const { reallyExit } = process as NodeJS.Process & { reallyExit(code: number): never };
  const restore = keepIntrinsics(() => reallyExit.call(process, 1));
  /** Where a cell broke what the language brings, nothing here may be relied upon until it is whole again. */
  const whole = () => {
    const replaced = restore();
    if (replaced.length > 0) complain(new ReplacedIntrinsics(replaced));
  };

  function receive(request: CellsRequest): void {
    whole();
    switch (request.type) {
      case 'run':
        return run(request);
      case 'interrupt': {
        waiting.clear();
        loading.clear();
        closeTensorScopes();
        interruption = new Interrupted('stopped on request; variables are as they were');
        notebook.interrupt(interruption);
        printed.flush();
        return send({ type: 'interrupted', number: request.number });
      }
      case 'nudge':
        return undefined;
      case 'rest':
        return notebook.rest();
      case 'drop':
        return notebook.drop(request.cellIds);
      case 'file':
        return void valueFile(request.cellIds, request.extension, notebook, describe).then((file) =>
          send(
            { type: 'file', number: request.number, file },
            file && 'bytes' in file ? [file.bytes.buffer] : [],
          ),
        );
      case 'cascade':
        return notebook.cascade(request.on);
      case 'forget':
        return void notebook.forget(request.names);
      case 'input':
      case 'no input': {
        const question = waiting.get(request.id);
        waiting.delete(request.id);
        if (request.type === 'input') question?.resolve(request.value);
        else question?.reject(new Error(request.why));
        return undefined;
      }
      case 'comm_open':
        return comms.receive(request.type, request, request.target);
      case 'comm_msg':
      case 'comm_close':
        return comms.receive(request.type, request);
    }
  }

  // What goes wrong outside of a cell's own run is printed where the cell's output is.
  const complain = (error: unknown) => {
    restore();
    const lines = describe(error).traceback.join('\n');
    printed.write('stderr', `${lines}\n`, currentRun() ?? { execution });
  };
  // A listener could be removed by a cell, and this cannot by accident.
  process.setUncaughtExceptionCaptureCallback(complain);
  process.on('unhandledRejection', complain);
  for (const name of ['exit', 'reallyExit'] as const)
    Object.assign(process, {
      [name]: (code?: number | string | null) => {
        throw new Error(
          `process.${name}(${code ?? ''}) would end the kernel and all variables with it; restart the kernel from the client`,
        );
      },
    });
  installLazyDom();
  trackTimers();
  port.on('message', receive);
  send({ type: 'ready' });
}

/**
 * Prepares a backend of TensorFlow.js for this thread: the best one there is, or the one named. Whatever a cell
 * then computes with tensors, itself or through a library, runs on it.
 */
async function useBackend(name?: string): Promise<object> {
  const { prepareBackend } = await import('../../engine/backend.js');
  const { name: chosen, device, why } = await prepareBackend(name);
  return { name: chosen, device, why };
}

/** Modules that need something before a cell can use them. */
async function prepareModule(module: Record<string, unknown>): Promise<Record<string, unknown>> {
  if ('AsyncLocalStorage' in module || 'createHook' in module) warnOfHooks();
  const isTensorFlow = typeof module.getBackend === 'function' && typeof module.tensor === 'function';
  if (isTensorFlow && !(module.getBackend as () => unknown)()) await useBackend();
  return withDocument(module, () => document);
}

/** Once asynchronous hooks are in use, what ends a loop from outside ends older versions of Node with it. */
function warnOfHooks(): void {
  const { node } = process.versions;
  if (Number.parseInt(node) >= 24) return;
  process.stderr.write(
    `On Node ${node}, stopping a loop that does not wait ends the kernel, and all variables with it, once ` +
      'AsyncLocalStorage or a hook is in use. On Node 24 it does not.\n',
  );
}

/** What a stopped cell fails with. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
