import { setTimeout as sleep } from 'node:timers/promises';
import { contentsOf } from '../page-contents.js';
import { type Maker, type Outcome, startMaker } from './maker.js';

/** The files that a preview's pages ask for, kept as the code says while that changes. */
export interface ServedFiles {
  /**
   * Resolves when what Framework answers a request with lies in its place: the file of a loader, or what a page's text
   * takes from tables. A reader does not wait for the latter longer than a moment: the page is filled when it is there.
   *
   * @param pathname `/_file/data/…`, `/papers/cs-ib`
   */
  beforehand(pathname: string): Promise<void>;
  /** Looks what is other by now, since what files are made from has changed. */
  renew(): void;
  stop(): void;
}

export interface ServedFilesOptions {
  /** Told which of the files that were asked for are other now, or would have to be computed: pages ask for them anew. */
  changed(names: readonly string[]): void;
  /** Made before anybody asks: what the first page that is opened will want. */
  readonly atOnce?: readonly string[];
  /** Milliseconds for which a page waits for what it is filled with. */
  readonly patience?: number;
  start?(): Maker;
}

/** Starts one process that makes files, and another in its place when what files are made from has changed. */
export function serveFiles(options: ServedFilesOptions): ServedFiles {
  const { changed, atOnce = [], patience = 5000, start = startMaker } = options;
  let maker = start();
  /** What was last given to a page, by name. */
  const given = new Map<string, string>();
  for (const name of atOnce) void maker.place(name, false);

  /** Asks whoever makes files now, and whoever has taken its place by then. */
  async function place(name: string): Promise<Outcome> {
    for (;;) {
      const asked = maker;
      const outcome = await asked.place(name, true);
      if (outcome !== 'ended' || asked === maker) return outcome;
    }
  }

  /** Puts a file in place, and remembers it as given. */
  async function give(name: string): Promise<void> {
    let outcome = await place(name);
    if (outcome === 'ended') {
      // It ended by itself, and has said why. Another one is tried once.
      maker = start();
      outcome = await place(name);
    }
    if (outcome && outcome !== 'ended') given.set(name, outcome.sha);
  }

  /** Puts what a page is filled with in place; where that takes its time, the page hears of it when it is there. */
  async function giveOrTell(name: string): Promise<void> {
    const giving = give(name).then(() => true);
    const inTime = await Promise.race([giving, sleep(patience, false, { ref: false })]);
    if (!inTime) void giving.then(() => changed([name]));
  }

  return {
    async beforehand(pathname) {
      const file = fileIn(pathname);
      if (file !== undefined) return give(file);
      await Promise.all((await contentsOf(pathname)).map(giveOrTell));
    },
    renew() {
      maker.stop();
      const own = (maker = start());
      const known = [...given];
      const looked = known.map(async ([name, sha]) => {
        // Nobody asks for what is in the text but who makes the page: it is made before the page hears of it.
        const outcome = await own.place(name, /\/(?:prose|parts)\.json$/.test(name));
        return outcome === 'ended' || outcome?.sha === sha ? [] : [[name, outcome?.sha ?? ''] as const];
      });
      void Promise.all(looked).then((found) => {
        const others = found.flat();
        // What has changed once more is looked at by the next one.
        if (own !== maker || others.length === 0) return;
        for (const [name, sha] of others) given.set(name, sha);
        changed(others.map(([name]) => name));
      });
    },
    stop: () => maker.stop(),
  };
}

/** The file of ours that a request asks for, if it does. */
function fileIn(pathname: string): string | undefined {
  const [, name] = /^\/(?:_file\/(?=data\/)|(?=api\/))(.*)/.exec(decodeURI(pathname)) ?? [];
  return name === undefined || name.split('/').includes('..') ? undefined : name;
}
