import { expect, it } from 'vitest';
import { buildOrder } from '../../kernels/workbook/build-order.js';

it('puts what all papers fill last, and asks for each file before the page that needs it', async () => {
  const given = [
    '/index',
    '/papers/cs-ib',
    '/library',
    '/api/claims.json',
    '/fonts/katex.min.css',
    '/papers/gain-control',
  ];
  const { paths, files } = await buildOrder(given, (path) => path.startsWith('/api/'));
  expect(paths).toEqual([
    '/library',
    '/fonts/katex.min.css',
    '/papers/cs-ib',
    '/papers/gain-control',
    '/index',
    '/api/claims.json',
  ]);
  expect(files).toEqual([
    'data/cs-ib/parts.json',
    'data/cs-ib/prose.json',
    'data/gain-control/parts.json',
    'data/gain-control/prose.json',
    'data/shelf/parts.json',
    'api/claims.json',
  ]);
});
