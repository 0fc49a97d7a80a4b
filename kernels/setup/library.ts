import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { root } from '../engine/root.js';
import { libraryPage, libraryPageText } from './library-page.js';

/** The table of contents of `src/lib`, which `npm run docs` writes. */
export const libraryDocument = path.join(root, 'docs', 'library.md');

const introduction = `# The library

What \`src/lib\` exports, by subject and file, with the first sentence of what the code says about it.
Written by \`npm run docs\`; a test compares it with the code.
`;

/** The text of that document, from the code as it is. */
export async function libraryText(): Promise<string> {
  const library = path.join(root, 'src', 'lib');
  const names = await readdir(library, { recursive: true });
  // Sources in AssemblyScript are compiled, and nothing imports them.
  const files = names.filter((name) => /\.ts$/.test(name) && !/(^|[\\/])assembly[\\/]/.test(name)).sort();
  const parts = [introduction];
  let subject = '';
  for (const name of files.map((file) => file.replaceAll('\\', '/'))) {
    const entries = exportsOf(await readFile(path.join(library, name), 'utf8'));
    if (entries.length === 0) continue;
    const folder = path.posix.dirname(name);
    if (folder !== subject) parts.push(`## ${folder}`);
    subject = folder;
    const lines = entries.map(({ name, sentence }) => `- \`${name}\`${sentence && `: ${sentence}`}`);
    parts.push(`[${path.posix.basename(name)}](../src/lib/${name})\n\n${lines.join('\n')}`);
  }
  const settings = await resolveConfig(libraryDocument);
  return format(parts.join('\n\n'), { ...settings, parser: 'markdown' });
}

interface Export {
  readonly name: string;
  /** The first sentence of its documentation, or nothing. */
  readonly sentence: string;
}

/** What a module declares and exports, in the order of its text. */
export function exportsOf(code: string): Export[] {
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ESNext, true);
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1)?.comment;
    const sentence = firstSentence(ts.getTextOfJSDocComment(comment) ?? '');
    // Of overloads, and of a type and a value of one name, the first that is described stands for all.
    for (const name of namesOf(statement)) found.set(name, found.get(name) || sentence);
  }
  return Array.from(found, ([name, sentence]) => ({ name, sentence }));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.text] : [];
}

/** Up to a full stop that a capital letter follows; the one behind an initial or an abbreviation is none. */
function firstSentence(comment: string): string {
  const text = comment
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
  for (const { index } of text.matchAll(/[.!?](?= ["“(]?[\p{Lu}`])/gu)) {
    const before = text.slice(0, index);
    const open = before.split('(').length > before.split(')').length;
    if (!open && !/(^|[\s.])(\p{Lu}|e\.g|i\.e|al|cf|Phys|Rev|vol|eq|Fig)$/u.test(before))
      return text.slice(0, index + 1);
  }
  return text;
}

// Run as a program, it writes both.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(libraryDocument, await libraryText());
  await writeFile(libraryPage, await libraryPageText());
}
