import { blobImages } from '../../lib/information/known/blob-images.js';
import { rectangleImages, rectangles } from '../../lib/information/known/rectangle-images.js';
import type { SyntheticRow } from './tables.js';

/** Images that are drawn from a few independent normals each. */
export interface ImageFamily {
  /** How many normals make an image. */
  readonly dimension: number;
  /** `[n, dimension]` to `[n, size, size]`, rows from above. */
  draw(normals: Float64Array, size: number): Float64Array;
}

/** The families on which the estimators are tested: drawing is injective, so that images have the normals' information. */
export const imageFamilies: Readonly<Record<SyntheticRow['dataset'], ImageFamily>> = {
  blobs: { dimension: 2, draw: blobImages },
  rectangles: {
    dimension: 4,
    draw: (normals, size) => rectangleImages(rectangles(normals, size), size),
  },
};
