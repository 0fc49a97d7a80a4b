/** A word as a shell reads it back. */
export const shellWord = (value: string | number): string =>
  /^[\w./-]+$/.test(String(value)) ? String(value) : `'${String(value).replaceAll("'", "'\\''")}'`;
