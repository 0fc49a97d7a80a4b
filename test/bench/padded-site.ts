import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../../kernels/engine/exists.js';
import { root } from '../../kernels/engine/root.js';
import { shelf } from '../../src/lib/shelf/shelf.js';

const execute = promisify(execFile);

/** A checkout whose shelf is full, to build and to serve. */
export interface PaddedSite {
  readonly folder: string;
  /** How many papers have a page. */
  readonly papers: number;
  /** Forgets all that builds and previews have kept, but for results that were computed. */
  makeCold(options?: { readonly keepSite?: boolean }): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A checkout of a revision in which every paper of the shelf has a page: those that are still waiting get the
 * experiments, the claims, the recorded results and the page of one that has moved in, in turns.
 */
export async function paddedSite(revision: string): Promise<PaddedSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-padded-'));
  const archive = path.join(folder, 'archive.tar');
  await execute('git', ['archive', '--output', archive, revision], { cwd: root });
  await execute('tar', ['--extract', '--file', archive, '--directory', folder]);
  await rm(archive);
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  const at = (...names: string[]) => path.join(folder, ...names);
  const pageOf = (slug: string) => at('src', 'papers', `${slug}.md`);
  const loaders = await readdir(at('data-loaders'));
  const movedIn: string[] = [];
  const waiting: string[] = [];
  for (const { slug } of shelf)
    (loaders.includes(slug) && (await exists(pageOf(slug))) ? movedIn : waiting).push(slug);
  for (const [index, slug] of waiting.entries()) {
    const donor = movedIn[index % movedIn.length];
    await cp(at('data-loaders', donor), at('data-loaders', slug), { recursive: true });
    const inItsPlace = (text: string) =>
      text.replaceAll(`'${donor}'`, `'${slug}'`).replaceAll(`data/${donor}/`, `data/${slug}/`);
    for (const [from, to] of [
      [at('data-loaders', donor, 'paper.ts'), at('data-loaders', slug, 'paper.ts')],
      [pageOf(donor), pageOf(slug)],
    ])
      await writeFile(to, inItsPlace(await readFile(from, 'utf8')));
  }
  // As whoever moves a paper in writes it anew; revisions before there was one do without.
  const firstLook = at('kernels', 'setup', 'first-look.ts');
  if (await exists(firstLook))
    await execute(process.execPath, ['--import', 'tsx', firstLook], { cwd: folder });
  return {
    folder,
    papers: shelf.length,
    async makeCold({ keepSite = false } = {}) {
      for (const name of ['src/.observablehq', ...(keepSite ? [] : ['dist'])])
        await rm(at(name), { recursive: true, force: true });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
