import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../kernels/engine/root.js';

it('what is cited, what is installed and what the changelog tells have one version', async () => {
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const { version } = JSON.parse(await read('package.json')) as { version: string };
  expect(await read('CITATION.cff')).toContain(`\nversion: ${version}\n`);
  expect(await read('CHANGELOG.md')).toContain(`\n## ${version}\n`);
});
