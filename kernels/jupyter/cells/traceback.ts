import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { CellSources } from './evaluate.js';
import type { ErrorReport } from './events.js';

export interface TracebackOptions {
  readonly find: CellSources['find'];
  /** Paths are shown as seen from here. */
  readonly folder: string;
  /** Code below these paths belongs to the kernel and is left out. */
  readonly hidden: readonly string[];
}

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** Lines of a cell that are shown before and after the one that failed. */
const around = 2;

/** Errors that are told of, where one was caused by others. */
const most = 8;

/**
 * What a client is told of something thrown: its name, its message, and where, in the lines that were typed.
 * Never throws, whatever was thrown.
 */
export function report(thrown: unknown, options: TracebackOptions): ErrorReport {
  const { name, message } = nameAndMessage(thrown);
  try {
    return { ename: name, evalue: message, traceback: withCauses(thrown, options) };
  } catch {
    // A getter or a proxy of what was thrown threw in its turn.
    return { ename: name, evalue: message, traceback: [headline(thrown)] };
  }
}

/** The error, and then those behind it: its causes, and what it gathers. */
function withCauses(thrown: unknown, options: TracebackOptions): string[] {
  const result: string[] = [];
  const told = new Set<unknown>();
  const behind = [thrown];
  while (behind.length > 0) {
    const error = behind.shift();
    if (told.has(error)) continue;
    if (told.size === most) return [...result, '', dim('and more errors behind these')];
    if (told.size > 0) result.push('', dim('caused by'));
    told.add(error);
    result.push(...lines(error, options));
    const { cause, errors } = asError(error);
    if (cause !== undefined) behind.unshift(cause);
    if (Array.isArray(errors)) behind.unshift(...errors.slice(0, most));
  }
  return result;
}

function lines(thrown: unknown, options: TracebackOptions): string[] {
  const result = [headline(thrown)];
  const frames = framesOf(thrown).flatMap((frame) => describe(frame, options) ?? []);
  const first = frames.find(({ excerpt }) => excerpt);
  for (const frame of frames) {
    result.push(dim(`    at ${frame.text}`));
    if (frame === first) result.push(...frame.excerpt!);
  }
  return result;
}

function headline(thrown: unknown): string {
  const { name, message } = nameAndMessage(thrown);
  return `${red(bold(name))}: ${message}`;
}

/** Something thrown, of which anything may be missing. */
function asError(thrown: unknown): Partial<AggregateError> {
  return typeof thrown === 'object' && thrown !== null ? thrown : {};
}

function nameAndMessage(thrown: unknown): { name: string; message: string } {
  try {
    if (thrown instanceof Error || isErrorLike(thrown))
      return { name: String(thrown.name || 'Error'), message: String(thrown.message) };
    return { name: 'Uncaught', message: typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 2 }) };
  } catch {
    return { name: 'Uncaught', message: 'something that cannot be described' };
  }
}

/** Errors of another realm, such as a DOM's. */
function isErrorLike(value: unknown): value is Error {
  const { name, message } = asError(value);
  return typeof name === 'string' && typeof message === 'string';
}

interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function framesOf(thrown: unknown): Frame[] {
  const { stack } = asError(thrown);
  if (typeof stack !== 'string') return [];
  return Array.from(
    stack.matchAll(
      /^ {4}at (?:async )?(?:(.*?) \()?((?:file:|node:|cell |\/|[A-Za-z]:\\)[^()\n]*?):(\d+):(\d+)\)?$/gm,
    ),
    ([, name = '', file, line, column]) => ({ name, file, line: Number(line), column: Number(column) }),
  );
}

/** A text in which stacks may stand, as Node prints errors: with places in cells as they were typed, and no kernel. */
export function withCellLines(text: string, options: TracebackOptions): string {
  if (!text.includes('\n    at ')) return text;
  return text.replace(
    /\n( +)at (?:async )?(?:(.*?) \()?((?:file:|node:|cell |\/|[A-Za-z]:\\)[^()\n]*?):(\d+):(\d+)\)?( \{)?(?=\n|$)/g,
    (_, indent: string, name: string | undefined, file: string, line: string, column: string, brace = '') => {
      const frame = { name: name ?? '', file, line: Number(line), column: Number(column) };
      const described = describe(frame, options);
      return `${described ? `\n${indent}at ${described.text}` : ''}${brace}`;
    },
  );
}

function describe({ name, file, line, column }: Frame, options: TracebackOptions) {
  const named = (where: string) => (name && name !== 'eval' ? `${name} (${where})` : where);
  if (file.startsWith('cell ')) {
    const found = options.find(file, line);
    if (!found) return { text: named(file) };
    return { text: named(`${file}, line ${found.line}`), excerpt: excerpt(found.source, found.line) };
  }
  if (file.startsWith('node:')) return undefined;
  const absolute = file.startsWith('file:') ? fileURLToPath(file.replace(/\?.*$/, '')) : file;
  if (options.hidden.some((folder) => absolute.startsWith(folder))) return undefined;
  return { text: named(`${path.relative(options.folder, absolute)}:${line}:${column}`) };
}

/** The line that failed and those around it, numbered. */
function excerpt(source: readonly string[], line: number): string[] {
  const from = Math.max(1, line - around);
  const to = Math.min(source.length, line + around);
  const width = String(to).length;
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const number = from + i;
    const text = `${String(number).padStart(width)} │ ${source[number - 1]}`;
    return number === line ? `${red('  →')} ${text}` : `    ${dim(text)}`;
  });
}
