import { vi } from 'vitest';
import { testProducts } from './matrix-products.js';

// As an engine multiplies that has no fused multiply-add.
vi.mock('../../../src/lib/compute/fused-multiply-add.js', () => ({ fusedMultiplyAdd: () => false }));

testProducts();
