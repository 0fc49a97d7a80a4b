export { kernelSums } from './gram';
export { closerInPairs, nearestInPairs } from './pairs';
export { closerInTree, nearestInTree } from './tree';
