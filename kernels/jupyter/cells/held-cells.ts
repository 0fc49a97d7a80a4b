import type { Cell } from './cell.js';

/** Cells that are due to be computed again and are held back, since more of what they use may be about to change. */
export interface HeldCells {
  /** From here on these wait. */
  hold(cells: Iterable<Cell>): void;
  /** These may be computed; all where omitted. Returns those that were held. */
  release(cells?: Iterable<Cell>): Cell[];
  /** Holds these no more, and they are not computed either: they are gone. All where omitted. */
  forget(cells?: Iterable<Cell>): void;
  /** What a cell has to wait for; nothing where it may be computed at once. */
  wait(cell: Cell): Promise<void> | undefined;
  readonly cells: Iterable<Cell>;
  readonly size: number;
}

export function heldCells(): HeldCells {
  const held = new Map<Cell, { readonly freed: Promise<void>; free(): void }>();
  return {
    hold(cells) {
      for (const cell of cells) {
        if (held.has(cell)) continue;
        let free!: () => void;
        const freed = new Promise<void>((resolve) => (free = resolve));
        held.set(cell, { freed, free });
      }
    },
    release(cells = [...held.keys()]) {
      const found = [...cells].filter((cell) => held.has(cell));
      for (const cell of found) {
        held.get(cell)!.free();
        held.delete(cell);
      }
      return found;
    },
    forget(cells = [...held.keys()]) {
      for (const cell of cells) held.delete(cell);
    },
    wait: (cell) => held.get(cell)?.freed,
    get cells() {
      return held.keys();
    },
    get size() {
      return held.size;
    },
  };
}
