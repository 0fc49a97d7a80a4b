import { describe, expect, it } from 'vitest';
import { repositoryAddress, siteAddress } from '../../../kernels/workbook/site/addresses.js';

describe('addresses', () => {
  it('ends the site’s with a slash, and has none where nothing is set', () => {
    expect(siteAddress('https://example.org/litmus')).toBe('https://example.org/litmus/');
    expect(siteAddress('https://example.org')).toBe('https://example.org/');
    expect(siteAddress('')).toBeUndefined();
  });

  it.each(['example.org', 'ftp://example.org', 'javascript:alert(1)'])('refuses %s', (text) => {
    expect(() => siteAddress(text)).toThrow(`LITMUS_SITE is "${text}", which is no address of the web`);
  });

  it.each([
    ['git+https://example.org/some/litmus.git', 'https://example.org/some/litmus'],
    ['some/litmus', 'https://github.com/some/litmus'],
    ['github:some/litmus', 'https://github.com/some/litmus'],
  ])('reads a repository as npm does: %s', (stated, address) => {
    expect(repositoryAddress(stated, undefined)).toBe(address);
  });

  it('takes the repository from the setting where the package names none', () => {
    expect(repositoryAddress(undefined, 'https://example.org/litmus')).toBe('https://example.org/litmus');
    expect(repositoryAddress(undefined, undefined)).toBeUndefined();
  });
});
