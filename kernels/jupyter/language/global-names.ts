import ts from 'typescript';

/** Names of a page, of which the transpiler knows, and this engine need not. */
const ofPages = [
  ...['window', 'document', 'navigator', 'observable', 'devicePixelRatio', 'AudioContext', 'CustomEvent'],
  ...['File', 'FileList', 'FileReader', 'Image', 'ImageData', 'Path2D', 'WebSocket', 'Worker', 'crypto'],
  ...['requestAnimationFrame', 'cancelAnimationFrame'],
];

/** Words rather than names: what they stand for cannot be declared anew. */
const words = new Set(['undefined', 'NaN', 'Infinity', 'eval', 'arguments']);

const names: ReadonlySet<string> = new Set(
  [...Object.getOwnPropertyNames(globalThis), ...ofPages].filter((name) => !words.has(name)),
);

/**
 * What the name of a global ends in for the transpiler, which else takes it for one that nobody may declare. It is
 * added to all of them and wherever they stand, and taken away from what the transpiler makes of the cell; nothing
 * that anybody types ends in it.
 */
export const disguise = 'ꘌꘌ';

/** A name as it stands in a cell for the transpiler. */
export function disguised(name: string): string {
  return names.has(name) ? name + disguise : name;
}

/** A text with the names of globals as they were typed. */
export function undisguised(text: string): string {
  return text.replaceAll(disguise, '');
}

export function isDisguised(name: string): boolean {
  return name.endsWith(disguise);
}

/** Where in a file names of globals are mentioned. */
export function globalsIn(file: ts.SourceFile): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && names.has(node.text)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
