import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { capitalised } from '../../src/lib/text/sentence.js';
import { root } from '../engine/root.js';

/** The site's page on what notebooks estimate with, which `npm run docs` writes. */
export const libraryPage = path.join(root, 'src', 'library.md');

/** The module whose exports it describes, in its order, in the groups that stand above them as comments. */
const offered = 'src/lib/estimation/index.ts';

/** A cell of a notebook, and what it shows: a test runs it. */
const example = `import { estimate, random } from 'litmus:${offered}';

const { normal } = random(1);
const doses = Array.from({ length: 200 }, normal);
const rows = doses.map((dose) => ({ dose, response: dose ** 2 + normal() }));
estimate(rows, { x: 'dose', y: 'response' }).sentence`;

const shown = `Knowing dose tells you 0.252 nats, or 0.364 bits, about response (95 %: 0.131 to 0.374 nats); that is hardly chance: none of 200 shuffles of the rows gave as much (p = 0.0050).`;

const introduction = `---
title: Library
---

# Library

<p class="lead">Functions for TypeScript that say how much the columns of a table tell about each other, and how far to believe it: those behind <a href="./estimate">Your data</a> and <code>litmus estimate</code>.</p>

A cell of a [notebook](./notebooks), here on a response that follows the square of a dose, to which a correlation is blind:

\`\`\`typescript
${example}
\`\`\`

> ${shown}

\`estimate\` takes the rows of a table and answers as the command does. The functions behind it take typed arrays. Every information and entropy is in nats; \`bits\` makes bits of them. What cannot be estimated is refused by a \`RangeError\` that says what was found, and what to use instead.

**To have it:** clone Litmus and type \`npm ci\`. On its kernel the import above works as it stands. Elsewhere import \`./src/lib/estimation/index.ts\`, and run your file with \`npx tsx\`.
`;

/** The text of that page, from the code as it is: an example, an index by purpose and question, and an entry for each function. */
export async function libraryPageText(): Promise<string> {
  const index: string[] = [];
  const entries: string[] = [];
  for (const { group, question, file, names } of await sections()) {
    if (group !== undefined) {
      entries.push(`## ${group.heading}`);
      index.push(`\n**[${group.heading}](#${slugOf(group.heading)}):** ${group.purpose}\n`);
    }
    const links = names.map((name) => `[\`${name}\`](#${anchorOf(name)})`);
    index.push(`- ${question} ${links.join(', ')}`);
    const declarations = declarationsOf(await readFile(path.join(root, file), 'utf8'));
    for (const name of names) entries.push(entry(name, declarations, file));
  }
  const text = [introduction, '## Which function for which question', index.join('\n'), ...entries];
  return format(text.join('\n\n'), {
    ...(await resolveConfig(libraryPage)),
    parser: 'markdown',
    // Declarations stand as they do in the code, and a cell shows its last expression where no semicolon ends it.
    embeddedLanguageFormatting: 'off',
  });
}

/** As Framework calls the heading of an entry in an address: `allPairs` is `#all-pairs`. */
const anchorOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** As Framework calls any other heading: `How far to believe an estimate` is `#how-far-to-believe-an-estimate`. */
const slugOf = (heading: string) => heading.toLowerCase().replace(/\W+/g, '-');

/** Functions for one purpose. */
interface Group {
  readonly heading: string;
  /** In a sentence. */
  readonly purpose: string;
}

/** What comes from one module. */
interface Section {
  /** Where one begins here. */
  readonly group?: Group;
  /** What its functions answer. */
  readonly question: string;
  readonly file: string;
  readonly names: readonly string[];
}

async function sections(): Promise<Section[]> {
  const code = await readFile(path.join(root, offered), 'utf8');
  const source = ts.createSourceFile(offered, code, ts.ScriptTarget.ESNext, true);
  return source.statements.filter(ts.isExportDeclaration).map((statement) => {
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts');
    const comments = ts
      .getLeadingCommentRanges(code, statement.pos)!
      .map(({ pos, end }) => code.slice(pos, end));
    const last = (kind: RegExp) => comments.findLast((text) => kind.test(text));
    const [, heading, purpose] = /^\/\/ ([^:]+): (.+)$/.exec(last(/^\/\//) ?? '') ?? [];
    const group = heading === undefined ? undefined : { heading, purpose: capitalised(purpose) };
    const question = last(/^\/\*\*/)!.replace(/^\/\*\*\s*|\s*\*\/$/g, '');
    const names = (statement.exportClause as ts.NamedExports).elements.map(({ name }) => name.text);
    return { group, question, file: path.posix.join(path.posix.dirname(offered), specifier), names };
  });
}

/** The exported declarations of a module, by name: of overloads the first. */
function declarationsOf(code: string): Map<string, ts.Statement> {
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ESNext, true);
  const found = new Map<string, ts.Statement>();
  for (const statement of source.statements) {
    const declared: readonly { readonly name?: ts.Node }[] = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement as ts.DeclarationStatement];
    const names = declared.map(({ name }) => name?.getText());
    for (const name of names) if (name !== undefined && !found.has(name)) found.set(name, statement);
  }
  return found;
}

/** A function or value: its name, what it takes and returns, and all that is said about it. */
function entry(name: string, declarations: Map<string, ts.Statement>, file: string): string {
  const statement = declarations.get(name);
  if (!statement) throw new Error(`${file} declares no ${name}`);
  const types = typesNamed(statement, declarations);
  // What stands with one function need not stand with the next.
  for (const type of types) declarations.delete(type.name.text);
  const { meaning, items } = said(statement);
  return [
    `### ${name}`,
    meaning,
    `<details>\n<summary>How <code>${name}</code> is called</summary>`,
    `\`\`\`typescript\n${[statement, ...types].map(signature).join('\n\n')}\n\`\`\``,
    items,
    `In \`${file}\`.`,
    '</details>',
  ].join('\n\n');
}

/** The interfaces of the same module that a signature names, the options of a function above all. */
function typesNamed(
  statement: ts.Statement,
  declarations: ReadonlyMap<string, ts.Statement>,
): ts.InterfaceDeclaration[] {
  const words = new Set(signature(statement).match(/\w+/g));
  return [...declarations].flatMap(([name, declared]) =>
    words.has(name) && ts.isInterfaceDeclaration(declared) && declared !== statement ? [declared] : [],
  );
}

/** A declaration without what it does. */
function signature(statement: ts.Statement): string {
  if (ts.isFunctionDeclaration(statement)) {
    const text = statement.getText();
    const end = statement.body ? statement.body.getStart() - statement.getStart() : text.length;
    return `${text.slice(0, end).trim()};`;
  }
  if (ts.isVariableStatement(statement)) {
    const [{ name, type }] = statement.declarationList.declarations;
    return `export const ${name.getText()}${type ? `: ${type.getText()}` : ''};`;
  }
  return statement.getText();
}

/** The documentation of a declaration: what it means, and its parameters and errors as a list. */
function said(statement: ts.Statement): { readonly meaning: string; readonly items: string } {
  const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1);
  const items = (comment?.tags ?? []).map((tag) => {
    const text = plain(ts.getTextOfJSDocComment(tag.comment) ?? '');
    if (!ts.isJSDocParameterTag(tag))
      return `- ${tag.tagName.text === 'throws' ? 'Throws' : 'Returns'} ${text}`;
    // `@param x and @param y points`: what is said is said of both.
    return text === 'and' ? `- \`${tag.name.getText()}\` and` : `- \`${tag.name.getText()}\`: ${text}`;
  });
  return {
    meaning: plain(ts.getTextOfJSDocComment(comment?.comment) ?? ''),
    items: items.join('\n').replaceAll(' and\n- ', ' and '),
  };
}

const plain = (text: string) => text.replace(/\{@link (\w+)\}/g, '`$1`').replace(/^\{(\w+)\}/, '`$1`');
