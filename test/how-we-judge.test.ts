import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { origins, sourceGrades } from '../src/lib/claims/claim.js';
import { verdicts } from '../src/lib/claims/verdict.js';
import { scaleLevels } from '../src/lib/experiment/scale.js';

it('the page on how we judge explains every word that a row of the claims may show, and no other', async () => {
  const page = await readFile('src/how-we-judge.md', 'utf8');
  const explained = [...page.matchAll(/^\| \*\*([^*]+)\*\* +\|/gm)].map(([, word]) => word);
  expect(explained).toEqual([...verdicts, ...origins, ...sourceGrades, ...scaleLevels]);
});
