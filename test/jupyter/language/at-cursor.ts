/** Code and the offset in it that a `¦` marks. */
export function atCursor(marked: string): [code: string, cursor: number] {
  const cursor = marked.indexOf('¦');
  if (cursor < 0) throw new Error(`no ¦ in ${marked}`);
  return [marked.slice(0, cursor) + marked.slice(cursor + 1), cursor];
}
