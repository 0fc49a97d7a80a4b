import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeSpecifier } from '../../../kernels/jupyter/language/specifier-completion.js';

let base: string;
let folders: { folder: string; root: string };

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'litmus-specifiers-'));
  const files = {
    'root/package.json': '{"dependencies": {"zeta": "1", "@scope/direct": "1"}}',
    'root/node_modules/zeta/package.json':
      '{"exports": {".": "./x.js", "./a/b.js": "./b.js", "./c/*": "./c"}}',
    'root/node_modules/alpha/package.json': '{}',
    'root/node_modules/alpha/lib/file.js': '',
    'root/node_modules/@scope/direct/package.json': '{"exports": "./x.js"}',
    'root/node_modules/@types/node/package.json': '{}',
    'root/node_modules/.bin/tool': '',
    'book/notes/n.ipynb': '',
    'book/notes/own.ts': '',
    'book/notes/data.json': '',
    'book/notes/.hidden.ts': '',
    'book/notes/lib/typed.d.ts': '',
    'book/notes/lib/typed.js': '',
    'book/notes/lib/component.tsx': '',
    'book/notes/lib/module.mts': '',
    'book/notes/lib/read.me': '',
    'book/node_modules/alpha/package.json': '{}',
    'book/node_modules/local/package.json': 'not JSON',
    'elsewhere/linked/package.json': '{}',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(base, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(base, file), text);
  }
  symlinkSync(path.join(base, 'elsewhere/linked'), path.join(base, 'book/node_modules/linked'));
  folders = { folder: path.join(base, 'book/notes'), root: path.join(base, 'root') };
});

afterAll(() => rmSync(base, { recursive: true }));

const matches = (typed: string) => {
  const { from, matches } = completeSpecifier(typed, folders);
  return { from, texts: matches.map(({ text }) => text) };
};

describe('completeSpecifier', () => {
  it('offers folders, then what can be imported, files by their own names', () => {
    expect(matches('./')).toEqual({ from: 2, texts: ['lib/', 'data.json', 'own.ts'] });
    expect(matches('./lib/ty')).toEqual({ from: 6, texts: ['component.tsx', 'module.mts', 'typed.js'] });
  });

  it('goes up', () => {
    expect(matches('../notes/').texts).toContain('own.ts');
    expect(matches('..').texts).toEqual(['./', '../']);
  });

  it('offers nothing in a folder that is not there', () => {
    expect(matches('./nowhere/x').texts).toEqual([]);
  });

  it('offers packages: dependencies of the project first, the folder before the checkout', () => {
    expect(matches('npm:')).toEqual({
      from: 4,
      texts: ['@scope/direct', 'zeta', 'alpha', 'linked', 'local'],
    });
  });

  it("offers Node's modules and the other forms after packages", () => {
    const { texts } = matches('');
    expect(texts.slice(0, 5)).toEqual(matches('npm:').texts);
    expect(texts).toEqual(expect.arrayContaining(['node:fs', 'node:fs/promises', 'npm:', './', '../']));
  });

  it('offers what a package exports', () => {
    expect(matches('zeta/')).toEqual({ from: 5, texts: ['a/b.js'] });
    expect(matches('npm:zeta/a/')).toEqual({ from: 11, texts: ['b.js'] });
    expect(matches('@scope/direct/').texts).toEqual([]);
  });

  it('offers the files of a package that does not say what it exports', () => {
    const { matches } = completeSpecifier('alpha/lib/', { folder: folders.root, root: folders.root });
    expect(matches).toEqual([{ text: 'file.js', type: 'path' }]);
  });
});
