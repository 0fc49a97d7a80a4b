import path from 'node:path';
import { expect, it } from 'vitest';
import { litmusCommand } from '../../kernels/engine/litmus-command.js';
import { root as checkout } from '../../kernels/engine/root.js';

const root = path.resolve(checkout);

it.each([root, path.join(root, 'src'), path.join(root, '..data')])('is what npx finds in %s', (folder) => {
  expect(litmusCommand('list --json', folder)).toBe('npx litmus list --json');
  expect(litmusCommand('', folder)).toBe('npx litmus');
});

it.each([path.dirname(root), '/', `${root}-2`])('names the program by its path in %s', (folder) => {
  const script = path.join(root, 'kernels', 'cli', 'litmus.js');
  expect(litmusCommand('list', folder)).toMatch(/^node .* list$/);
  expect(litmusCommand('list', folder)).toContain(script);
});
