export { maxPoolGrad, patches } from './convolution';
export { gather } from './gather';
export { product, productScratch } from './product';
