import ts from 'typescript';
import { disguised } from './global-names.js';

/**
 * An import declaration as a statement that a function can hold:
 * `import d, { a as b } from "m"` → `const {default: d, a: b} = await __import("m", ["default", "a"]);`.
 * What is imported as a type is left out.
 */
export function importStatement(node: ts.ImportDeclaration): string {
  const { importClause: clause, moduleSpecifier } = node;
  const source = JSON.stringify((moduleSpecifier as ts.StringLiteral).text);
  if (!clause) return `await __import(${source});`;
  if (clause.isTypeOnly) return '';
  const bindings = clause.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter((e) => !e.isTypeOnly) : [];
  const names: (readonly [exported: string, local: string])[] = [
    ...(clause.name ? [['default', disguised(clause.name.text)] as const] : []),
    ...named.map(
      (element) => [(element.propertyName ?? element.name).text, disguised(element.name.text)] as const,
    ),
  ];
  const statements: string[] = [];
  if (bindings && ts.isNamespaceImport(bindings))
    statements.push(`const ${disguised(bindings.name.text)} = await __import(${source});`);
  if (names.length > 0) {
    const pattern = names.map(([exported, local]) => `${JSON.stringify(exported)}: ${local}`).join(', ');
    const wanted = JSON.stringify(names.map(([exported]) => exported));
    statements.push(`const {${pattern}} = await __import(${source}, ${wanted});`);
  }
  return statements.join(' ');
}
