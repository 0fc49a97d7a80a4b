export { maxPoolGrad, patches } from './convolution';
export { gather } from './gather';
export { transpose } from './transpose';
