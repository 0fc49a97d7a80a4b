import type { MissingPart } from '../../src/lib/experiment/missing.js';
import type { PlacedPaper } from './papers.js';
import type { ServeOptions } from './serve.js';

/** A file that every paper has, made from its tables, and of which the shelf has one that gathers them all. */
export interface PartedFile<P> {
  /** What a paper gives to it, as plain JSON; `null` where it gives nothing. */
  part(paper: PlacedPaper, options: ServeOptions): Promise<P | null>;
  /** The file of these parts. @param missing of which papers a part could not be made, which the file says */
  whole(parts: readonly P[], missing: readonly MissingPart[]): Promise<Uint8Array> | Uint8Array;
}
