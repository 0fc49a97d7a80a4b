/** What the lines before a cell's TypeScript ask of the kernel. */
export type Magic =
  | { readonly type: 'cascade'; readonly on: boolean }
  | { readonly type: 'forget'; readonly names: readonly string[] }
  | { readonly type: 'help' };

export interface ReadCell {
  readonly magics: readonly Magic[];
  /** The cell with its magic lines blank, so that line numbers stand. */
  readonly source: string;
  /** What is wrong with a magic line. */
  readonly problem?: string;
}

export const magicHelp =
  '%cascade on|off   whether cells run again when something they use changes (on)\n' +
  '%forget a, b      lets go of variables, so that another cell may define them\n' +
  '%help             what cells can use without an import';

/** Reads the magic lines at the head of a cell. */
export function readMagics(code: string): ReadCell {
  const lines = code.split('\n');
  const magics: Magic[] = [];
  for (let i = 0; i < lines.length && /^\s*(%|$)/.test(lines[i]); i++) {
    const text = lines[i].trim();
    if (text === '') continue;
    const magic = parse(text);
    if (!magic)
      return { magics, source: '', problem: `there is no magic "${text}"; there are:\n${magicHelp}` };
    magics.push(magic);
    lines[i] = '';
  }
  return { magics, source: magics.length > 0 ? lines.join('\n') : code };
}

function parse(text: string): Magic | undefined {
  const [, name, rest] = /^%(\w+)\s*(.*)$/.exec(text) ?? [];
  if (name === 'cascade' && (rest === 'on' || rest === 'off')) return { type: name, on: rest === 'on' };
  if (name === 'forget' && rest !== '') return { type: name, names: rest.split(/[\s,]+/).filter(Boolean) };
  if (name === 'help' && rest === '') return { type: name };
  return undefined;
}
