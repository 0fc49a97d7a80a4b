import type { Rule, SourceCode } from 'eslint';
import type { Comment, Node } from 'estree';

/** A node with what ESLint adds to it. */
type Placed = Rule.Node;

/**
 * Allows `prettier-ignore` in one place: on a line of its own above a statement or a property whose value is a matrix,
 * laid out by hand over several lines. Anything else is formatted like the rest. The fix takes the comment away, or
 * moves one from behind a matrix to the line above it.
 */
export const matrixLayout: Rule.RuleModule = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: {
      matrix:
        'prettier-ignore stands above a matrix that is laid out by hand, and nowhere else: let Prettier format this',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return {
      'Program:exit'() {
        for (const comment of sourceCode.getAllComments()) {
          if (comment.value.trim() !== 'prettier-ignore') continue;
          const before = sourceCode.getTokenBefore(comment);
          const alone = before?.loc.end.line !== comment.loc!.start.line;
          const target = alone ? nodeAfter(comment, sourceCode) : nodeBefore(comment, sourceCode);
          const matrix = target !== undefined && isLaidOutMatrix(target);
          if (alone && matrix) continue;
          context.report({
            loc: comment.loc!,
            messageId: 'matrix',
            fix(fixer) {
              const removed = fixer.removeRange(withBlanks(comment, alone, sourceCode.text));
              return matrix ? [removed, fixer.insertTextBefore(target, '// prettier-ignore\n')] : removed;
            },
          });
        }
      },
    };
  },
};

/** The largest node that begins behind a comment. */
function nodeAfter(comment: Comment, code: SourceCode): Placed | undefined {
  const token = code.getTokenAfter(comment);
  if (!token) return undefined;
  return largest(code.getNodeByRangeIndex(token.range[0]), (node) => node.range![0] === token.range[0]);
}

/** The largest node that ends before a comment, a comma between them apart. */
function nodeBefore(comment: Comment, code: SourceCode): Placed | undefined {
  const token = code.getTokenBefore(comment, { filter: ({ value }) => value !== ',' });
  if (!token) return undefined;
  return largest(code.getNodeByRangeIndex(token.range[1] - 1), (node) => node.range![1] === token.range[1]);
}

function largest(start: Node | null, fits: (node: Placed) => boolean): Placed | undefined {
  let found: Placed | undefined;
  for (let node = start as Placed | null; node && node.type !== 'Program'; node = node.parent)
    if (fits(node)) found = node;
  return found;
}

/** Whether the value of a statement or property is a matrix over several lines, perhaps handed to a function. */
function isLaidOutMatrix(node: Node): boolean {
  switch (node.type as string) {
    case 'ExportNamedDeclaration':
    case 'VariableDeclaration':
    case 'VariableDeclarator':
    case 'Property':
    case 'ReturnStatement':
    case 'ExpressionStatement':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'NewExpression':
    case 'CallExpression':
    case 'MemberExpression':
      return valuesOf(node as unknown as Holder).some(isLaidOutMatrix);
    case 'ArrayExpression':
      return (
        isMatrix((node as Node & { type: 'ArrayExpression' }).elements) &&
        node.loc!.start.line < node.loc!.end.line
      );
    default:
      return false;
  }
}

/** Where the nodes above keep their values. */
interface Holder {
  readonly declaration?: Node | null;
  readonly declarations?: readonly Node[];
  readonly init?: Node | null;
  readonly value?: Node;
  readonly argument?: Node | null;
  readonly expression?: Node;
  readonly callee?: Node;
  readonly object?: Node;
  readonly arguments?: readonly Node[];
}

function valuesOf(node: Holder): Node[] {
  const { declaration, declarations = [], init, value, argument, expression, callee, object } = node;
  const single = [declaration, init, value, argument, expression, callee, object];
  return [...single, ...declarations, ...(node.arguments ?? [])].filter((child) => child != null);
}

/** Rows, or numbers that a layout makes rows of. */
function isMatrix(elements: readonly (Node | null)[]): boolean {
  const isRow = (node: Node | null) => node?.type === 'ArrayExpression';
  const isNumber = (node: Node | null): boolean =>
    node?.type === 'UnaryExpression'
      ? isNumber(node.argument)
      : node?.type === 'Literal' && typeof node.value === 'number';
  return elements.length > 1 && (elements.every(isRow) || elements.every(isNumber));
}

/** A comment with the blanks before it, and its line break where it has a line of its own. */
function withBlanks({ range }: Comment, alone: boolean, text: string): [number, number] {
  const [start, end] = range!;
  const blanks = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  return [start - blanks, alone && text[end] === '\n' ? end + 1 : end];
}
