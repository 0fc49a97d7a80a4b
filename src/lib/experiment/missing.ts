const mark = 'litmus.missing';

/**
 * What stands in the place of a file that could not be made, whatever its name says: a page that asks for the file is
 * built and served all the same, and can tell its reader what is missing, and why.
 */
export function missingFile(reason: string): string {
  return JSON.stringify({ [mark]: reason });
}

/** Why a file could not be made; `undefined` where it is the file itself. */
export function missingReason(bytes: Uint8Array): string | undefined {
  const head = new TextEncoder().encode(`{"${mark}":`);
  if (head.some((byte, index) => bytes[index] !== byte)) return undefined;
  return (JSON.parse(new TextDecoder().decode(bytes)) as { [mark]: string })[mark];
}

/** A paper of which a file that gathers all papers holds nothing, since that part of it could not be made. */
export interface MissingPart {
  readonly paper: string;
  readonly reason: string;
}

/** Under which key of its metadata a Parquet file says which parts it lacks. */
export const missingPartsKey = 'litmus.missing';

/** The parts that a Parquet file says it lacks. */
export function missingParts(
  metadata: readonly { readonly key: string; readonly value?: string }[] = [],
): readonly MissingPart[] {
  const text = metadata.find(({ key }) => key === missingPartsKey)?.value;
  return text === undefined ? [] : (JSON.parse(text) as MissingPart[]);
}
