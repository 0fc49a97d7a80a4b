import type { Schema } from '../../src/lib/experiment/column.js';

/** What is read of a representation Z while a network is trained. */
export const representationColumns: Schema = {
  dse: { type: 'float64', description: 'diffusion spectral entropy of Z', unit: 'bits' },
  dsmi_y: {
    type: 'float64',
    description: 'diffusion spectral information of Z and labels',
    unit: 'bits',
  },
  dsmi_x: {
    type: 'float64',
    description: 'diffusion spectral information of Z and clusters of the inputs',
    unit: 'bits',
  },
  norm: { type: 'float64', description: 'mean length of Z' },
  dse_unit: {
    type: 'float64',
    description: 'entropy of Z scaled to mean distance 1, kernel of width 1',
    unit: 'bits',
  },
  dsmi_y_unit: {
    type: 'float64',
    description: 'information of labels and Z scaled to mean distance 1, kernel of width 1',
    unit: 'bits',
  },
};
