import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { readingOnly } from './bundle-options.js';
import { canonicalText, type Names, namesOf } from './canonical-code.js';
import { Failure } from './failure.js';
import { root } from './root.js';

/**
 * What measures each claim of a paper, as text: its `measure` and `gates` with every function and constant of the
 * project that they reach. The words of a template are left out, and so is how `src/lib/text` writes numbers and lists, so
 * that a number may be told better without touching a criterion; and names are numbered, which the compiler gives anew
 * where two modules use the same. What a claim says of the values that can come out is no part of it, nor is what refuses
 * an input.
 */
export async function measuringCode(
  folder: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    stdin: { contents: `export { claims } from './claims.js';`, resolveDir: folder, loader: 'ts' },
    ...readingOnly,
    plugins: [withoutWording],
    minifyWhitespace: true,
    legalComments: 'none',
  }).catch((cause: unknown) => {
    throw new Failure(`the claims in ${folder} cannot be read: ${String(cause)}`, 3, { cause });
  });
  const names = namesOf(criteriaIn(result.outputFiles[0].text));
  return new Map(ids.map((id) => [id, canonicalText(reached(rootsOf(names.source, id), names), names)]));
}

/** Leaves calls of what puts numbers and lists into words, and not its code. */
const withoutWording: Plugin = {
  name: 'without-wording',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/text\/[\w-]+\.js$/ }, ({ path: name, resolveDir }) => {
      const module = path.relative(root, path.resolve(resolveDir, name));
      return module.startsWith(wording) ? { path: module, external: true } : undefined;
    }),
};

const wording = path.join('src', 'lib', 'text') + path.sep;

/** Members of a claim that stand beside its criterion: none of them changes what is asked, or how it is measured. */
const asides = ['attainable', 'infeasible'];

const isAside = (node: ts.Node) =>
  ts.isObjectLiteralElementLike(node) && node.name !== undefined && asides.includes(node.name.getText());

/** What refuses an input, `if (…) throw …`, decides no verdict: it only keeps one from being given. */
const isRefusal = (node: ts.Node) =>
  ts.isIfStatement(node) &&
  ts.isThrowStatement(node.thenStatement) &&
  !node.elseStatement &&
  ts.isBlock(node.parent);

/** A module without refusals and these members, and without the commas that part the latter from the others. */
function criteriaIn(text: string): string {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  let [kept, at] = ['', 0];
  const cut = (from: number, to: number) => {
    kept += text.slice(at, from);
    at = to;
  };
  const visit = (node: ts.Node): void => {
    if (isRefusal(node)) return cut(node.getStart(), node.getEnd());
    if (!isAside(node)) return ts.forEachChild(node, visit);
    const { properties } = node.parent as ts.ObjectLiteralExpression;
    const index = properties.findIndex((member) => member === node);
    if (properties.slice(0, index).every(isAside))
      cut(node.getStart(), properties.at(index + 1)?.getStart() ?? node.getEnd());
    else cut(properties[index - 1].getEnd(), node.getEnd());
  };
  visit(source);
  return kept + text.slice(at);
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

/** These nodes and all declarations that they reach, each once, in the order in which they are met. */
function reached(roots: readonly ts.Node[], { declarationOf }: Names): readonly ts.Node[] {
  const nodes = new Set(roots);
  for (const node of nodes) {
    const visit = (inner: ts.Node) => {
      const declaration = ts.isIdentifier(inner) ? declarationOf(inner) : undefined;
      if (declaration) nodes.add(declaration);
      ts.forEachChild(inner, visit);
    };
    visit(node);
  }
  return [...nodes];
}
