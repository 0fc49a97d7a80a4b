import ts from 'typescript';
import { builtinNames } from './builtins.js';
import type { EditedCell } from './cell-modules.js';
import type { Folders } from './folders.js';
import { specifierAt } from './import-specifier.js';
import { completeSpecifier } from './specifier-completion.js';
import { type Range, wordAt } from './word.js';

/** What the code may go on with. Offsets are in UTF-16 code units. */
export interface Completion {
  /** What may stand between `start` and `end`, best first. */
  readonly matches: readonly string[];
  readonly start: number;
  readonly end: number;
  /** For the metadata `_jupyter_types_experimental`: one a match. */
  readonly types: readonly CompletionType[];
}

export interface CompletionType extends Range {
  readonly text: string;
  /** `function`, `class`, `instance` (of anything), `property`, `module`, `path`, `keyword`, … */
  readonly type: string;
  /** Parameters and result, where it can be called. */
  readonly signature?: string;
}

/** More than this nobody looks through. */
const mostMatches = 300;

/**
 * Types of this many are worked out: those that a front end shows at once. Those of a notebook's names may depend on
 * all of its cells, so that they wait until the list is that short.
 */
const mostTypes = 30;

const preferences: ts.GetCompletionsAtPositionOptions = {
  // Members of what may be undefined come as `?.member`.
  includeCompletionsWithInsertText: true,
  includeAutomaticOptionalChainCompletions: true,
  includeSymbol: true,
};

/** Completes the edited cell at an offset of its text. */
export function complete(
  service: ts.LanguageService,
  cell: EditedCell,
  at: number,
  folders: Folders,
): Completion {
  if (at < cell.begin) return completion([], { start: at, end: at });
  const specifier = specifierAt(cell, at);
  if (specifier) return inSpecifier(cell.text, specifier, at, folders);
  if (inNumber(cell, at)) return completion([], { start: at, end: at });
  const position = cell.start + at;
  const found = service.getSpanOfEnclosingComment(cell.file, position, false)
    ? undefined
    : service.getCompletionsAtPosition(cell.file, position, preferences);
  if (!found) return completion([], { start: at, end: at });
  const span = found.optionalReplacementSpan;
  const range = span
    ? { start: span.start - cell.start, end: span.start + span.length - cell.start }
    : wordAt(cell.text, at);
  const typed = cell.text.slice(range.start, at);
  const entries = found.entries
    .filter((entry) => insertable(entry) && begins(entry.name, typed) && (typed || entry.kind !== keyword))
    .map((entry) => ({ entry, rank: rank(entry, typed) }))
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.entry.name, b.entry.name))
    .slice(0, mostMatches);
  const checker = service.getProgram()!.getTypeChecker();
  const typesWanted = found.isMemberCompletion || entries.length <= mostTypes ? mostTypes : 0;
  return completion(
    entries.map(({ entry }, at) => ({
      text: entry.name,
      ...(at < typesWanted ? typeOf(entry, checker) : { type: kindOf(entry, checker).name }),
    })),
    range,
  );
}

/** Whether an offset is in or right behind a number, with which no name goes on. */
function inNumber({ source, offset }: EditedCell, at: number): boolean {
  const position = at + offset;
  const visit = (node: ts.Node): boolean => {
    const [start, end] = [node.getStart(source), node.getEnd()];
    if (position <= start || position > end) return false;
    if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return true;
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(source);
}

function inSpecifier(text: string, { start, end }: Range, at: number, folders: Folders): Completion {
  const typed = text.slice(start, at);
  const { from, matches } = completeSpecifier(typed, folders);
  // Of a path the segment around the cursor is replaced; a package's name has no segments.
  const slash = matches.some(({ type }) => type === 'path') ? text.slice(at, end).indexOf('/') : -1;
  const stop = slash < 0 ? end : at + slash;
  const segment = typed.slice(from);
  const fitting = matches
    .filter((match) => begins(match.text, segment))
    .map((match) => ({ ...match, text: slash < 0 ? match.text : match.text.replace(/\/$/, '') }));
  return completion(fitting.slice(0, mostMatches), { start: start + from, end: stop });
}

function completion(found: readonly Omit<CompletionType, keyof Range>[], { start, end }: Range): Completion {
  return {
    matches: found.map(({ text }) => text),
    start,
    end,
    types: found.map((match) => ({ ...match, start, end })),
  };
}

const keyword = ts.ScriptElementKind.keyword;

/** Whether the entry's name is what would be typed: no bracket access, no await that is put before. */
function insertable({ name, insertText }: ts.CompletionEntry): boolean {
  return insertText === undefined || insertText === name || insertText === `?.${name}`;
}

function begins(name: string, typed: string): boolean {
  const start = name.toLowerCase();
  const wanted = typed.toLowerCase();
  return start.startsWith(wanted) || (/^["']/.test(start) && start.startsWith(wanted, 1));
}

/**
 * TypeScript's own order, refined: among globals the kernel's come first and the DOM's last; what has the case
 * of what was typed comes before what has not.
 */
function rank({ name, sortText, symbol }: ts.CompletionEntry, typed: string): string {
  const declared = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  const origin = builtinNames.has(name) ? 0 : /\/lib\.dom[.\w]*\.d\.ts$/.test(declared) ? 2 : 1;
  return `${sortText === '15' ? `15${origin}` : sortText} ${name.startsWith(typed) ? 0 : 1}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function typeOf(
  entry: ts.CompletionEntry,
  checker: ts.TypeChecker,
): Pick<CompletionType, 'type' | 'signature'> {
  const { name: type, symbol } = kindOf(entry, checker);
  // A type alone has no value whose type could be asked for.
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Value)) return { type };
  const valueType = checker.getTypeOfSymbol(symbol);
  const [signature, ...others] = valueType.getCallSignatures();
  const constructs = type === 'instance' && valueType.getConstructSignatures().length > 0;
  if (constructs || !signature) return { type: constructs ? 'class' : type };
  return {
    type: type === 'instance' || type === 'property' ? 'function' : type,
    signature: checker.signatureToString(signature) + (others.length > 0 ? ` (+${others.length} more)` : ''),
  };
}

/** What an entry is, and its symbol: that of what was imported, where it is an import. */
function kindOf({ kind, symbol }: ts.CompletionEntry, checker: ts.TypeChecker) {
  if (!symbol) return { name: kind as string };
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return { name: kinds.find(([flags]) => target.flags & flags)?.[1] ?? kind, symbol: target };
}

/** What front ends call the kinds of symbols, the telling kind of a merged symbol first. */
const kinds: readonly (readonly [ts.SymbolFlags, string])[] = [
  [ts.SymbolFlags.Function | ts.SymbolFlags.Method, 'function'],
  [ts.SymbolFlags.Class, 'class'],
  [ts.SymbolFlags.Enum, 'enum'],
  [ts.SymbolFlags.Variable, 'instance'],
  [ts.SymbolFlags.Property | ts.SymbolFlags.Accessor | ts.SymbolFlags.EnumMember, 'property'],
  [ts.SymbolFlags.Module, 'module'],
  [ts.SymbolFlags.Interface, 'interface'],
  [ts.SymbolFlags.Type, 'type'],
];
