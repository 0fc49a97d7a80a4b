import { BadRequest, type Fields } from './content.js';

/** A cell that was executed: session, its number there, source, and the text of its result. */
export type Entry = readonly [session: number, line: number, source: string, output: string | null];

/** Where entries of earlier sessions are kept. */
export interface HistoryStore {
  load(): Promise<readonly Entry[]>;
  append(entry: Entry): Promise<void>;
}

export interface History {
  add(line: number, source: string): void;
  /** Remembers what the cell came to. */
  result(line: number, output: string): void;
  /** Answers a `history_request`. */
  find(request: Fields): Promise<unknown[]>;
}

/** @param store of earlier sessions; nothing outlives this one where omitted */
export function history(store?: HistoryStore): History {
  const here: Entry[] = [];
  let earlier: Promise<readonly Entry[]> | undefined;
  const load = () => (earlier ??= store ? store.load() : Promise.resolve([]));
  const session = load().then((entries) => 1 + entries.reduce((last, [of]) => Math.max(last, of), 0));
  /** Entries of this session, numbered by it. */
  const own = async () => {
    const number = await session;
    return here.map(([, line, source, output]): Entry => [number, line, source, output]);
  };

  async function search(request: Fields): Promise<readonly Entry[]> {
    const entries = [...(await load()), ...(await own())];
    const kind = request.text('hist_access_type', 'tail');
    if (kind === 'tail') return last(entries, request.whole('n', 10));
    if (kind === 'range') {
      // Zero is this session, a negative number one before it.
      const wanted = request.whole('session', 0);
      const number = wanted > 0 ? wanted : (await session) + wanted;
      const start = request.whole('start', 0);
      const stop = request.whole('stop', Number.MAX_SAFE_INTEGER);
      return entries.filter(([of, line]) => of === number && line >= start && line < stop);
    }
    if (kind !== 'search') throw new BadRequest(`"hist_access_type" must be tail, range or search`);
    const matches = glob(request.text('pattern', '*'));
    let found = entries.filter(([, , source]) => matches.test(source));
    if (request.flag('unique', false)) found = [...new Map(found.map((entry) => [entry[2], entry])).values()];
    return last(found, request.whole('n', found.length));
  }

  return {
    add(line, source) {
      here.push([0, line, source, null]);
      void session.then((number) => store?.append([number, line, source, null]));
    },
    result(line, output) {
      const index = here.findLastIndex(([, of]) => of === line);
      if (index >= 0) here[index] = [0, line, here[index][2], output];
    },
    async find(request) {
      const output = request.flag('output', false);
      return (await search(request)).map(([of, line, source, result]) => [
        of,
        line,
        output ? [source, result] : source,
      ]);
    },
  };
}

function last<T>(values: readonly T[], n: number): readonly T[] {
  return n > 0 ? values.slice(-n) : [];
}

/** A pattern of a shell, `*`, `?` and `[…]`, against a whole text. */
function glob(pattern: string): RegExp {
  const source = pattern.replace(/\[!?[^\]]*\]|[\s\S]/g, (part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 1) return `[${part.slice(1, -1).replace(/^!/, '^').replace(/\\/g, '\\\\')}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    throw new BadRequest(`"pattern" ${JSON.stringify(pattern)} is no glob`);
  }
}
