import { readFile, rm, stat, writeFile } from 'node:fs/promises';

/** What must still hold for a partial download to be continued. */
interface Origin {
  readonly url: string;
  /** The server's name for these very bytes: a strong entity tag, or else the date of their last change. */
  readonly validator: string;
}

/** A download that was cut off: how much there is, and what to send as `If-Range`. */
export interface Resumable {
  readonly size: number;
  readonly validator: string;
}

const originFile = (part: string) => `${part}.json`;

/** The partial download of `url` in the file `part`, where there is one that can be continued. */
export async function resumable(part: string, url: string): Promise<Resumable | undefined> {
  try {
    const origin = JSON.parse(await readFile(originFile(part), 'utf8')) as Origin;
    const { size } = await stat(part);
    return origin.url === url && size > 0 ? { size, validator: origin.validator } : undefined;
  } catch {
    return undefined; // Neither file, one of them, or half of one: begin again.
  }
}

/** Begins a new partial download; it can be continued only where the response names its version. */
export async function beginPart(part: string, url: string, headers: Headers): Promise<void> {
  await discardPart(part);
  const tag = headers.get('etag');
  // A weak tag promises the same meaning, not the same bytes.
  const validator = tag && !tag.startsWith('W/') ? tag : headers.get('last-modified');
  if (validator) await writeFile(originFile(part), JSON.stringify({ url, validator } satisfies Origin));
  await writeFile(part, '');
}

export async function discardPart(part: string): Promise<void> {
  await Promise.all([part, originFile(part)].map((file) => rm(file, { force: true })));
}
