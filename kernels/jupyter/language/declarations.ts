import ts from 'typescript';
import type { ParsedCell } from './parse-cell.js';

/** A name that a cell declares at its top level, and so for all others. */
export interface Declaration {
  readonly name: string;
  /** Whether its value changes on the way to others: they see what a promise or generator gives. */
  readonly variable: boolean;
  /** Whether the cell itself says `export`. */
  readonly exported: boolean;
  /** Its documentation comment, or nothing. */
  readonly comment: string;
  /** The statement that declares it. */
  readonly statement: string;
}

/** What a cell declares for others, in the order of the text; one declaration a name. */
export function declarations({ source }: ParsedCell): Declaration[] {
  const found = new Map<string, Declaration>();
  for (const statement of source.statements) {
    const exported = hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    const variable = ts.isVariableStatement(statement);
    for (const { text: name } of namesOf(statement)) {
      // A type and a variable of one name travel together, so as what they are.
      if (name === '' || found.get(name)?.variable === false) continue;
      const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1)?.getText(source) ?? '';
      found.set(name, { name, variable, exported, comment, statement: statement.getText(source) });
    }
  }
  return [...found.values()];
}

export function hasModifier(node: ts.Node, wanted: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === wanted) ?? false;
}

function namesOf(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (ts.isImportDeclaration(statement)) return importedNames(statement.importClause);
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement)
  )
    return statement.name && ts.isIdentifier(statement.name) ? [statement.name] : [];
  return [];
}

function boundNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

function importedNames(clause: ts.ImportClause | undefined): ts.Identifier[] {
  if (!clause) return [];
  const { name, namedBindings: bindings } = clause;
  const more = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? [bindings.name]
      : bindings.elements.map((element) => element.name);
  return name ? [name, ...more] : more;
}

/** Every identifier of a cell: a superset of the names that it takes from others. */
export function identifiers({ source }: ParsedCell): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
