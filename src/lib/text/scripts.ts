/** A stretch of text that is set on the line, below it or above it. */
export interface Piece {
  readonly text: string;
  readonly as: 'text' | 'sub' | 'sup';
}

/** What follows a capital that stands alone, and a short power. */
const script = /(?<=\b[A-Z])_(?<sub>\p{L}+)|(?<=[\p{L}\d|)])\^(?<sup>[-−]?[\p{L}\d]+)/gu;

/** Plain text, taken apart where it has subscripts and powers: `D_CS` and `10^-3` are D with CS below, 10 with −3 above. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const add = (piece: Piece) => piece.text && found.push(piece);
  for (const { 0: whole, index, groups = {} } of text.matchAll(script)) {
    add({ text: text.slice(at, index), as: 'text' });
    add(
      groups.sub === undefined
        ? { text: groups.sup.replace('-', '−'), as: 'sup' }
        : { text: groups.sub, as: 'sub' },
    );
    at = index + whole.length;
  }
  add({ text: text.slice(at), as: 'text' });
  return found;
}
