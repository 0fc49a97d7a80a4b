import ts from 'typescript';
import type { CellModules, EditedCell } from './cell-modules.js';
import { isDeclaration } from './disk.js';
import { enclosingCall } from './enclosing-call.js';

/** What is known of a name in the code. */
export interface Inspection {
  readonly text: string;
  readonly markdown: string;
}

/**
 * Describes what is at an offset of the edited cell, or else the function in whose parentheses it is.
 *
 * @param detail 1 adds the source of the definition, where it is in a cell or in the project
 */
export function inspect(
  service: ts.LanguageService,
  modules: CellModules,
  cell: EditedCell,
  at: number,
  detail: 0 | 1,
): Inspection | undefined {
  const info = describe(service, cell, at) ?? describe(service, cell, enclosingCall(cell, at));
  if (!info) return undefined;
  const signature = signatureOf(info, cell);
  const documentation = prose(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => ({ name, text: text ?? [] }));
  const source = detail === 1 ? sourceOf(service, modules, cell.file, info.textSpan.start) : undefined;
  return {
    text: paragraphs([
      signature,
      documentation,
      tags.map(({ name, text }) => `@${name} ${prose(text)}`.trimEnd()).join('\n'),
      source,
    ]),
    markdown: paragraphs([
      fenced(signature),
      documentation,
      tags.map(({ name, text }) => markdownTag(name, text)).join('\n'),
      source && fenced(source),
    ]),
  };
}

function describe(
  service: ts.LanguageService,
  cell: EditedCell,
  at: number | undefined,
): ts.QuickInfo | undefined {
  if (at === undefined) return undefined;
  const info = service.getQuickInfoAtPosition(cell.file, cell.start + at);
  // TypeScript says of a name that it does not know that it may be anything.
  const unknown =
    info?.kind === ts.ScriptElementKind.unknown && ts.displayPartsToString(info.displayParts) === 'any';
  return unknown ? undefined : info;
}

/**
 * TypeScript's signature of a name. That it was imported is left out: in a notebook most names are. Of a module
 * that was imported whole the statement says more than TypeScript does.
 */
function signatureOf({ displayParts }: ts.QuickInfo, cell: EditedCell): string {
  const text = ts.displayPartsToString(displayParts);
  const imported = /^(?:import|export) (\S+)$/.exec(text);
  if (imported) return cell.statementOf(imported[1]) ?? text;
  const signature = text.replace(/^\(alias\) /, '').replace(/\n(?:import|export) [^\n]*$/, '');
  return /^[\w$]+[(<]/.test(signature) ? `function ${signature}` : signature;
}

function sourceOf(
  service: ts.LanguageService,
  modules: CellModules,
  file: string,
  position: number,
): string | undefined {
  const sources = (service.getDefinitionAtPosition(file, position) ?? []).map((definition) => {
    const { start, length } = definition.contextSpan ?? definition.textSpan;
    const inCell = modules.definition(definition.fileName, definition.name, start, start + length);
    if (inCell !== undefined || isDeclaration(definition.fileName)) return inCell;
    return service
      .getProgram()
      ?.getSourceFile(definition.fileName)
      ?.text.slice(start, start + length);
  });
  return [...new Set(sources)].filter((source) => source !== undefined).join('\n\n') || undefined;
}

const paragraphs = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n\n');

/** A fence that is longer than any in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${code}\n${fence}`;
}

function markdownTag(name: string, text: readonly ts.SymbolDisplayPart[]): string {
  const [subject, ...rest] = text;
  if (name === 'example') return `- *@example*\n\n${fenced(prose(text).trim())}\n`;
  const named = subject?.kind === 'parameterName' || subject?.kind === 'typeParameterName';
  const words = named ? `\`${subject.text}\` ${prose(rest).trim()}` : prose(text);
  return `- *@${name}* ${words}`.trimEnd();
}

/** Documentation as it reads, links by their names. */
function prose(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return (parts ?? [])
    .filter(({ kind }) => kind !== 'link')
    .map(({ text }) => text)
    .join('');
}
