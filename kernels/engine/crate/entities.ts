/** A node of a crate's graph. */
export interface Entity extends Readonly<Record<string, unknown>> {
  readonly '@id': string;
  readonly '@type': string | readonly string[];
}

/** A file of a crate. */
export interface CrateFile {
  /** Below the crate's folder. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  /** Media type. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** A node that stands elsewhere in the graph. */
export const reference = (id: string) => ({ '@id': id });

/** Several values as a list, a single one alone, as crates have it. */
export function oneOrMany<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0] : values;
}

/** The node of a file. */
export function fileEntity({ file, name, description, format, bytes }: CrateFile): Entity {
  return {
    '@id': file,
    '@type': 'File',
    name,
    description,
    encodingFormat: format,
    contentSize: String(bytes.length),
  };
}
