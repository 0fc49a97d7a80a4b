import { expect, it } from 'vitest';
import { makeAhead } from '../../kernels/workbook/make-ahead.js';
import type { Outcome } from '../../kernels/workbook/page-files/maker.js';

/** A maker that remembers what it was asked for. */
function maker(outcome: (name: string) => Outcome = () => ({ sha: '', problems: [] })) {
  const asked: string[] = [];
  const place = (name: string) => {
    asked.push(name);
    return Promise.resolve(outcome(name));
  };
  return { own: { place, stop: () => undefined }, asked };
}

const files = ['a', 'b', 'c'];

it('makes each file once, whoever asks for it', async () => {
  const { own, asked } = maker();
  const { ahead, place } = makeAhead(own);
  await Promise.all([ahead(files), place('c'), place('d')]);
  expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

it('tells what fails to who asks for it, and goes on to the next', async () => {
  const { own, asked } = maker((name) => (name === 'b' ? 'ended' : { sha: name, problems: [] }));
  const { ahead, place } = makeAhead(own);
  await ahead(files);
  expect(asked).toEqual(files);
  await expect(place('b')).rejects.toThrow('ended before it had made b');
  expect(await place('c')).toMatchObject({ sha: 'c' });
});
