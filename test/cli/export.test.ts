import { describe, expect, it } from 'vitest';
import { litmus } from './litmus.js';

describe('litmus export', () => {
  it('writes the reference for BibTeX and as CSL-JSON', async () => {
    expect((await litmus('export', 'cs-ib', '--as', 'bibtex')).out).toMatch(/^@inproceedings\{cs-ib,/);
    expect(JSON.parse((await litmus('export', 'cs-ib', '--as', 'csl')).out)).toMatchObject([{ id: 'cs-ib' }]);
  });

  it.each([
    [['cs-ib'], "required option '--as <form>' not specified"],
    [['cs-ib', '--as', 'word'], 'Allowed choices are bibtex, csl, csv, json, ro-crate'],
    [['cs-bi', '--as', 'csl'], 'there is no paper "cs-bi"; did you mean "cs-ib"?'],
    [['estimators', '--as', 'csl'], 'estimators is a study of ours and not on the shelf'],
    [
      ['cs-ib', '--as', 'csl', '--output', 'x'],
      '--output is for ro-crate; csl is written to standard output',
    ],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await litmus('export', ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
