import { contentsOf } from './page-contents.js';

/** What of a site's paths is made in which order. */
export interface BuildOrder {
  /** All paths: first pages that need none of our files, then those that are filled by one paper, then all else. */
  readonly paths: readonly string[];
  /** The files that these paths need, below the root of the workbook, in the order in which they are asked for. */
  readonly files: readonly string[];
}

/**
 * Puts the paths of a site into an order in which files can be made, by another process, ahead of the pages which need
 * them: those about all papers need the files of every one.
 *
 * @param given paths as Framework gives them: `/papers/cs-ib`, `/api/claims.json`
 * @param isOurs whether a path is that of a file which our loaders make
 */
export async function buildOrder(
  given: readonly string[],
  isOurs: (path: string) => boolean,
): Promise<BuildOrder> {
  const paths = await Promise.all(
    given.map(async (path) => {
      const files = isOurs(path) ? [path.slice(1)] : await contentsOf(path);
      const papers = files.length > 0 && path.startsWith('/papers/');
      return { path, files, rank: files.length === 0 ? 0 : papers ? 1 : 2 };
    }),
  );
  const ordered = [0, 1, 2].flatMap((rank) => paths.filter((one) => one.rank === rank));
  return {
    paths: ordered.map(({ path }) => path),
    files: [...new Set(ordered.flatMap(({ files }) => files))],
  };
}
