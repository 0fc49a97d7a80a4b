export { gaussianTile, mirrorTile } from './gaussian-tile';
export { kernelRowSums, kernelSums } from './gram';
export { closerInPairs, nearestInPairs } from './pairs';
export { closerInTree, nearestInTree } from './tree';
