import { testProducts } from './matrix-products.js';

// As this engine multiplies: fused where it can.
testProducts();
