import { labelsOf } from '../../src/lib/information/labels.js';
import {
  informationByEntropies,
  labelInformationByEntropies,
} from '../../src/lib/information/mutual-information-by-entropies.js';
import { principalCodes, principalComponents } from '../../src/lib/statistics/principal-components.js';
import { attempt, weighted } from '../../src/papers/lossy-compression-ib/estimates.js';
import type { PlaneRow } from '../../src/papers/lossy-compression-ib/tables.js';
import { codeSize, type InputCodes } from './input-codes.js';

/** Estimates of one layer, by one compression of the image, as columns of the table `plane`. */
export type LayerMeasurement = Pick<
  PlaneRow,
  'compression' | 'x_unexplained' | 'i_xl' | 'se_xl' | 'i_ly' | 'se_ly'
>;

/** How exactly the directions are found: far below what the estimates scatter by. */
const tolerance = 1e-5;

/**
 * What a layer knows of the image and of its label: of the layer its four leading principal components, fitted anew,
 * of the image its codes; entropies by weighted nearest neighbours.
 *
 * @param output `[n, d]`, row-major
 */
export function measureLayer(
  output: Float32Array,
  labels: Uint8Array,
  inputs: readonly InputCodes[],
): LayerMeasurement[] {
  const dimension = output.length / labels.length;
  const points = Float64Array.from(output);
  const components = principalComponents(points, dimension, Math.min(codeSize, dimension), tolerance);
  const codes = principalCodes(points, components);
  const size = codes.length / labels.length;
  const ofLabel = attempt(() => labelInformationByEntropies(codes, size, labelsOf(labels), weighted));
  return inputs.map(({ compression, codes: x, unexplained }) => {
    const pair = { x, dimensionX: codeSize, y: codes, dimensionY: size };
    const ofImage = attempt(() => informationByEntropies(pair, weighted));
    return {
      compression,
      x_unexplained: unexplained,
      i_xl: ofImage.value,
      se_xl: ofImage.error,
      i_ly: ofLabel.value,
      se_ly: ofLabel.error,
    };
  });
}
