import { expect, it } from 'vitest';
import { turns } from '../../../kernels/jupyter/daemon/turns.js';

it('lets one at a time in, in the order in which they asked', async () => {
  const accelerator = turns();
  const seen: string[] = [];
  const work = async (name: string, milliseconds: number) => {
    const end = await accelerator.take();
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    seen.push(`${name} ends`);
    end();
  };
  await Promise.all([work('a', 20), work('b', 0), work('c', 5)]);
  expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
