import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../kernels/jupyter/cells/cell.js';
import { circleThrough, dependentsOf, ownerOf, sharesName } from '../../../kernels/jupyter/cells/graph.js';

/** A cell as the graph sees it: `a, b <- x y`. */
function cell(text: string): Cell {
  const [names, inputs] = text.split('<-').map((part) => part.split(/[\s,]+/).filter(Boolean));
  return { key: text, names: new Set(names), uses: inputs } as unknown as Cell;
}

const cells = ['a <-', 'b <- a', 'c, d <- b', 'e <- d Math', 'f <-', '<- f a'].map(cell);
const [a, b, c, e, f, g] = cells;

describe('the graph of cells', () => {
  it('knows who defines a name', () => {
    expect(ownerOf('d', cells)).toBe(c);
    expect(ownerOf('Math', cells)).toBe(undefined);
    expect(sharesName(c.names, new Set(['x', 'd']))).toBe(true);
    expect(sharesName(c.names, b.names)).toBe(false);
  });

  it('finds all that depends on a cell, however far', () => {
    expect(dependentsOf(a, cells)).toEqual(new Set([b, c, e, g]));
    expect(dependentsOf(f, cells)).toEqual(new Set([g]));
    expect(dependentsOf(g, cells)).toEqual(new Set());
  });

  it('finds a circle as names of which each needs the next', () => {
    expect(circleThrough(cell('a <- e'), [b, c, e, f, g])).toEqual(['a', 'e', 'd', 'b', 'a']);
    expect(circleThrough(cell('f <- e'), [a, b, c, e, g])).toBe(undefined);
    expect(circleThrough(cell('x <- x'), [])).toBe(undefined);
  });

  it('has a circle just where a walk along the inputs comes back', () => {
    const names = [...'pqrstu'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)));
    fc.assert(
      fc.property(edges, (pairs) => {
        const inputsOf = (name: string) => pairs.filter(([from]) => from === name).map(([, to]) => to);
        const all = names.map((name) => cell(`${name} <- ${inputsOf(name).join(' ')}`));
        // By brute force: what is reached in any number of steps through other cells.
        const reached = new Set(inputsOf('p').filter((name) => name !== 'p'));
        for (let i = 0; i < names.length; i++)
          for (const name of [...reached]) if (name !== 'p') inputsOf(name).forEach((to) => reached.add(to));
        const [first, ...others] = all;
        const circle = circleThrough(first, others);
        expect(circle !== undefined).toBe(reached.has('p'));
        for (let i = 0; circle && i + 1 < circle.length; i++)
          expect(inputsOf(circle[i])).toContain(circle[i + 1]);
      }),
    );
  });
});
