import type { BuildOrder } from './build-order.js';
import type { Maker } from './page-files/maker.js';
import type { PlacedFile } from './page-files/page-files.js';

/** Puts a file in its place in Framework's cache, once a build. @throws {Error} where nobody is there to make it */
export type Place = (name: string) => Promise<PlacedFile | undefined>;

/** What makes files while Framework makes pages. */
export interface AheadMaker {
  readonly place: Place;
  /** Has files made before anybody asks for them. What fails is told to whoever does. */
  ahead(files: BuildOrder['files']): Promise<void>;
}

/** Has files made by a process, each once. */
export function makeAhead(maker: Maker): AheadMaker {
  const made = new Map<string, Promise<PlacedFile | undefined>>();
  const place: Place = (name) => {
    const known = made.get(name) ?? ask(name);
    made.set(name, known);
    return known;
  };
  async function ask(name: string) {
    const outcome = await maker.place(name, true);
    if (outcome === 'ended') throw new Error(`the process that makes files ended before it had made ${name}`);
    return outcome;
  }
  return {
    place,
    async ahead(files) {
      for (const name of files) await place(name).catch(() => undefined);
    },
  };
}
