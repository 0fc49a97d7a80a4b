/** A stretch of a text, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The identifier around an offset, private names with their `#`; empty where there is none. */
export function wordAt(text: string, at: number): Range {
  const before = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const rest = text.slice(at);
  const after = (before ? /^[\p{ID_Continue}$\u200c\u200d]*/u : /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u).exec(
    rest,
  );
  return { start: at - before.length, end: at + (after?.[0].length ?? 0) };
}
