import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIfThere } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { contentsOf } from '../page-contents.js';
import { type Maker, type Outcome, startMaker } from './maker.js';

/** The files that a preview's pages ask for, kept as the code says while that changes. */
export interface ServedFiles {
  /**
   * Resolves when what Framework answers a request with lies in its place: the file of a loader, or what a page's text
   * takes from tables. A reader does not wait for the latter longer than a moment: the page is filled when it is there.
   * What an earlier preview has left is shown for that moment, in which is looked whether it is still right.
   *
   * @param pathname `/_file/data/…`, `/papers/cs-ib`
   */
  beforehand(pathname: string): Promise<void>;
  /** Looks what is other by now, since what files are made from has changed. */
  renew(): void;
  stop(): void;
}

export interface ServedFilesOptions {
  /** Framework's cache, in which the files lie. */
  readonly cache: string;
  /** Told which of the files that were asked for are other now, or would have to be computed: pages ask for them anew. */
  changed(names: readonly string[]): void;
  /** Files that lie in their place since the repository has them: they are shown until what is right is known. */
  readonly ofRepository?: Promise<ReadonlySet<string>>;
  /** Milliseconds for which a page waits for what it is filled with. */
  readonly patience?: number;
  /** Milliseconds after which is looked whether what an earlier preview has left is right: the page itself comes first. */
  readonly pause?: number;
  start?(): Maker;
}

/** Starts one process that makes files, and another in its place when what files are made from has changed. */
export function serveFiles(options: ServedFilesOptions): ServedFiles {
  const { cache, changed, patience = 5000, pause = 1000, start = startMaker } = options;
  const { ofRepository = Promise.resolve(new Set<string>()) } = options;
  let running: Maker | undefined;
  const maker = () => (running ??= start());
  /** What was last given to a page, by name. */
  const given = new Map<string, string>();

  /** Asks whoever makes files now, and whoever has taken its place by then. */
  async function place(name: string): Promise<Outcome> {
    for (;;) {
      const asked = maker();
      const outcome = await asked.place(name, true);
      if (outcome !== 'ended' || asked === running) return outcome;
    }
  }

  /** Puts a file in place, and remembers it as given. */
  async function give(name: string): Promise<void> {
    let outcome = await place(name);
    if (outcome === 'ended') {
      // It ended by itself, and has said why. Another one is tried once.
      running = start();
      outcome = await place(name);
    }
    if (outcome && outcome !== 'ended') given.set(name, outcome.sha);
  }

  /** What an earlier preview has left, and is being looked at whether it is still right. */
  const looking = new Set<string>();

  const inTime = (giving: Promise<void>) =>
    Promise.race([giving.then(() => true), sleep(patience, false, { ref: false })]);

  /** Puts what a page is filled with in place; where that takes its time, the page hears of it when it is there. */
  async function giveOrTell(name: string): Promise<void> {
    if (looking.has(name)) return;
    const left = given.has(name) ? undefined : await readIfThere(path.join(cache, name));
    if (left) return void look(name, sha256(left));
    const giving = give(name);
    if (!(await inTime(giving))) void giving.then(() => changed([name]));
  }

  /** Has a page told where what it shows is not right, and where that cannot be said in time. */
  async function look(name: string, sha: string): Promise<void> {
    looking.add(name);
    await sleep(pause, undefined, { ref: false });
    const giving = give(name);
    const isKnown = (await ofRepository).has(name) ? await giving.then(() => true) : await inTime(giving);
    if (!isKnown) {
      await rm(path.join(cache, name), { force: true });
      changed([name]);
      await giving;
    }
    looking.delete(name);
    if (!isKnown || given.get(name) !== sha) changed([name]);
  }

  return {
    async beforehand(pathname) {
      await ofRepository;
      const file = fileIn(pathname);
      // A table is what somebody computes with: it is right before it is shown.
      if (file !== undefined) return file.endsWith('.parquet') ? give(file) : giveOrTell(file);
      await Promise.all((await contentsOf(pathname)).map(giveOrTell));
    },
    renew() {
      running?.stop();
      const own = (running = start());
      const known = [...given];
      const looked = known.map(async ([name, sha]) => {
        // Nobody asks for what is in the text but who makes the page: it is made before the page hears of it.
        const outcome = await own.place(name, /\/(?:prose|parts)\.json$/.test(name));
        return outcome === 'ended' || outcome?.sha === sha ? [] : [[name, outcome?.sha ?? ''] as const];
      });
      void Promise.all(looked).then((found) => {
        const others = found.flat();
        // What has changed once more is looked at by the next one.
        if (own !== running || others.length === 0) return;
        for (const [name, sha] of others) given.set(name, sha);
        changed(others.map(([name]) => name));
      });
    },
    stop: () => running?.stop(),
  };
}

/** The file of ours that a request asks for, if it does. */
function fileIn(pathname: string): string | undefined {
  const [, name] = /^\/(?:_file\/(?=data\/)|(?=api\/))(.*)/.exec(decodeURI(pathname)) ?? [];
  return name === undefined || name.split('/').includes('..') ? undefined : name;
}
