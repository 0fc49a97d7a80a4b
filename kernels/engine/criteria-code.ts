import { build } from 'esbuild';
import ts from 'typescript';
import { readingOnly } from './bundle-options.js';
import { Failure } from './failure.js';

/**
 * What measures each claim of a paper, as text: its `measure` and `gates` with every function and constant of the
 * project that they reach. The words of a template are left out, so that a number may be told better without touching a
 * criterion.
 */
export async function measuringCode(
  folder: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    stdin: { contents: `export { claims } from './claims.js';`, resolveDir: folder, loader: 'ts' },
    ...readingOnly,
    minifyWhitespace: true,
    legalComments: 'none',
  }).catch((cause: unknown) => {
    throw new Failure(`the claims in ${folder} cannot be read: ${String(cause)}`, 3, { cause });
  });
  const source = ts.createSourceFile('claims.js', result.outputFiles[0].text, ts.ScriptTarget.Latest, true);
  const declarations = declarationsOf(source);
  return new Map(ids.map((id) => [id, reached(rootsOf(source, id), declarations)]));
}

/** What a module declares on its top level, by name. */
function declarationsOf(source: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  const add = (name: ts.BindingName, node: ts.Node) => {
    if (ts.isIdentifier(name)) found.set(name.text, node);
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name, node);
  };
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations) add(declaration.name, declaration);
    else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
      found.set(statement.name.text, statement);
  return found;
}

/**
 * Where a claim's measuring begins: the members of its literal, or, where a function makes it, the call with its name.
 *
 * @throws {Failure} where its name stands nowhere: all other code would then count as its own
 */
function rootsOf(source: ts.SourceFile, id: string): readonly ts.Node[] {
  let literal: ts.ObjectLiteralExpression | undefined;
  let call: ts.CallExpression | undefined;
  const isName = (node: ts.Node) => ts.isStringLiteralLike(node) && node.text === id;
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'id' && isName(node.initializer))
      literal ??= node.parent;
    if (ts.isCallExpression(node) && node.arguments.some(isName)) call ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (literal) return literal.properties.filter(measures);
  if (call) return [call];
  throw new Failure(
    `what measures the claim "${id}" cannot be found: write its id out, in its claim or in the call that makes it`,
    2,
  );
}

function measures(member: ts.ObjectLiteralElementLike): boolean {
  return ts.isSpreadAssignment(member) || ['measure', 'gates'].includes(member.name.getText());
}

/** The text of these nodes and of all declarations that they reach, each once, in the order in which they are met. */
function reached(roots: readonly ts.Node[], declarations: ReadonlyMap<string, ts.Node>): string {
  const nodes = new Set(roots);
  for (const node of nodes) {
    const visit = (inner: ts.Node) => {
      const declaration = isReference(inner) ? declarations.get(inner.text) : undefined;
      if (declaration) nodes.add(declaration);
      ts.forEachChild(inner, visit);
    };
    visit(node);
  }
  return Array.from(nodes, withoutWords).join('\n');
}

/** A name that stands for a value, and not for a member of one. */
function isReference(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  return !(
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === node
  );
}

/** The text of a node without the words of its templates; what stands in their braces stays. */
function withoutWords(node: ts.Node): string {
  const text = node.getText();
  const cuts: [from: number, to: number][] = [];
  const visit = (inner: ts.Node) => {
    if (
      ts.isTemplateHead(inner) ||
      ts.isTemplateMiddleOrTemplateTail(inner) ||
      ts.isNoSubstitutionTemplateLiteral(inner)
    )
      cuts.push([inner.getStart() - node.getStart(), inner.getEnd() - node.getStart()]);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  let kept = '';
  let at = 0;
  for (const [from, to] of cuts) {
    kept += text.slice(at, from);
    at = to;
  }
  return kept + text.slice(at);
}
