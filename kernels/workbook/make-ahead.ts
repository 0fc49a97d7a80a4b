import { setTimeout as sleep } from 'node:timers/promises';
import type { BuildOrder } from './build-order.js';
import type { Maker } from './page-files/maker.js';
import type { PlacedFile } from './page-files/page-files.js';

/** Puts a file in its place in Framework's cache, once a build. @throws {Error} where nobody is there to make it */
export type Place = (name: string) => Promise<PlacedFile | undefined>;

/** What makes files while Framework makes pages. */
export interface Makers {
  readonly place: Place;
  /** Has files made before anybody asks for them. What fails is told to whoever does. */
  ahead(files: BuildOrder['files']): Promise<void>;
  stop(): void;
}

export interface MakersOptions {
  /** The first process, which is there already. */
  readonly first: Maker;
  /** Starts another one. */
  start(): Maker;
  /** Milliseconds after which another one helps: where all that is wanted was made before, one is done by then. */
  readonly patience?: number;
}

/** Makes files by one process, and by a second one beside it where they take long, as on a machine that has made none. */
export function makersOf({ first, start, patience = 10_000 }: MakersOptions): Makers {
  let second: Maker | undefined;
  const made = new Map<string, Promise<PlacedFile | undefined>>();
  const stopped = new AbortController();

  function place(name: string, by = first): Promise<PlacedFile | undefined> {
    const known = made.get(name) ?? ask(name, by);
    made.set(name, known);
    return known;
  }
  async function ask(name: string, by: Maker) {
    const outcome = await by.place(name, true);
    if (outcome === 'ended') throw new Error(`the process that makes files ended before it had made ${name}`);
    return outcome;
  }
  async function allOf(names: Iterable<string>, by: Maker): Promise<void> {
    for (const name of names) await place(name, by).catch(() => undefined);
  }

  return {
    place: (name) => place(name),
    async ahead({ ofPapers, ofAll }) {
      // Each takes what comes next.
      const names = ofPapers.values();
      const one = allOf(names, first);
      const isLong = await Promise.race([
        one.then(() => false),
        sleep(patience, true, { ref: false, signal: stopped.signal }).catch(() => false),
      ]);
      await Promise.all([one, isLong ? allOf(names, (second = start())) : undefined]);
      second?.stop();
      await allOf(ofAll, first);
    },
    stop() {
      stopped.abort();
      first.stop();
      second?.stop();
    },
  };
}
