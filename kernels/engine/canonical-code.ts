import ts from 'typescript';

/** A module of JavaScript whose names are resolved, as the language scopes them. */
export interface Names {
  readonly source: ts.SourceFile;
  /** What a name stands for, as the compiler knows it; nothing for names of members and of what is everywhere. */
  symbolOf(name: ts.Identifier): ts.Symbol | undefined;
  /** The declaration on the top level of the module that a name stands for. */
  declarationOf(name: ts.Identifier): ts.Node | undefined;
}

const file = 'module.js';

/** Resolves the names of a module that stands alone: what it imports is known by name only. */
export function namesOf(text: string): Names {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file ? source : undefined),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  const options = { allowJs: true, noLib: true, noResolve: true, types: [] };
  const checker = ts.createProgram([file], options, host).getTypeChecker();
  const symbolOf = (name: ts.Identifier) => {
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    return isMember(name) ? undefined : checker.getSymbolAtLocation(name);
  };
  return {
    source,
    symbolOf,
    declarationOf(name) {
      const declaration = symbolOf(name)?.declarations?.[0];
      return declaration && onTopLevel(declaration);
    },
  };
}

/** A name of a member, which is not looked up in a scope. */
function isMember(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isBindingElement(parent)) return parent.propertyName === name;
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isAccessor(parent) ||
      ts.isPropertyDeclaration(parent)) &&
    parent.name === name
  );
}

/** The whole declaration, where it stands on the top level: of a pattern, all of it; of an import, nothing. */
function onTopLevel(declaration: ts.Node): ts.Node | undefined {
  let node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    node = node.parent;
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const declares =
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return declares && ts.isSourceFile(statement.parent) ? node : undefined;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of nodes without the words of their templates, and with every name replaced by its number: in the order in
 * which names are met, those of the top level through all nodes, others within theirs. Names that are imported are
 * told by what they are in the module that they come from.
 */
export function canonicalText(nodes: readonly ts.Node[], { symbolOf, declarationOf }: Names): string {
  const everywhere = new Map<ts.Symbol, number>();
  return nodes
    .map((root) => {
      const here = new Map<ts.Symbol, number>();
      const edits: Edit[] = [];
      const visit = (node: ts.Node) => {
        if (isWords(node)) edits.push({ from: node.getStart(), to: node.getEnd(), text: '' });
        if (ts.isIdentifier(node)) {
          const symbol = symbolOf(node);
          const told = symbol && (importedAs(symbol) ?? numbered(node, symbol));
          if (told) edits.push({ from: node.getStart(), to: node.getEnd(), text: spelledOut(node, told) });
        }
        ts.forEachChild(node, visit);
      };
      const numbered = (name: ts.Identifier, symbol: ts.Symbol) => {
        const [known, sign] = declarationOf(name) ? [everywhere, '$'] : [here, '_'];
        const number = known.get(symbol) ?? known.size;
        known.set(symbol, number);
        return `${sign}${number}`;
      };
      visit(root);
      return edited(root, edits);
    })
    .join('\n');
}

/** The words of a template, and not what stands in its braces. */
function isWords(node: ts.Node): boolean {
  return (
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isNoSubstitutionTemplateLiteral(node)
  );
}

/** What a name is called in the module that it is imported from; nothing where it is not. */
function importedAs(symbol: ts.Symbol): string | undefined {
  const declaration = symbol.declarations?.[0];
  if (!declaration || !ts.isImportSpecifier(declaration)) return undefined;
  const { name, propertyName, parent } = declaration;
  return `${(propertyName ?? name).text}@${parent.parent.parent.moduleSpecifier.getText()}`;
}

/** Where one name is that of a member and of its value, both are told. */
function spelledOut(name: ts.Identifier, told: string): string {
  const { parent } = name;
  const isBoth =
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isBindingElement(parent) &&
      parent.name === name &&
      parent.propertyName === undefined &&
      parent.dotDotDotToken === undefined &&
      ts.isObjectBindingPattern(parent.parent));
  return isBoth ? `${name.text}:${told}` : told;
}

function edited(node: ts.Node, edits: readonly Edit[]): string {
  const text = node.getText();
  const start = node.getStart();
  let kept = '';
  let at = 0;
  for (const { from, to, text: inserted } of edits) {
    kept += text.slice(at, from - start) + inserted;
    at = to - start;
  }
  return kept + text.slice(at);
}
