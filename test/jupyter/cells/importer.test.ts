import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importer } from '../../../kernels/jupyter/cells/importer.js';

let base: string;
/** Two folders with packages and files of their own: the notebook's and the checkout. */
const folder = () => path.join(base, 'notebook');
const root = () => path.join(base, 'checkout');

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(base, file)), { recursive: true });
  await writeFile(path.join(base, file), text);
}

async function writePackage(below: string, name: string, files: Readonly<Record<string, string>>) {
  const at = `${below}/node_modules/${name}`;
  await write(
    `${at}/package.json`,
    JSON.stringify({ name, type: 'module', exports: { '.': './index.js', './*': './*.js' } }),
  );
  for (const [file, text] of Object.entries(files)) await write(`${at}/${file}`, text);
}

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'litmus-importer-'));
  await write('notebook/file.mjs', 'export const where = "beside"; export const second = 2;');
  await write('notebook/broken.mjs', 'throw new Error("broken inside")');
  await write('notebook/nothing.mjs', 'throw null');
  await write('notebook/needs.mjs', 'import "absent-dependency";');
  await write('notebook/common.cjs', 'module.exports = Object.assign(() => 1, { member: 2 })');
  await write('notebook/data.json', '{"a": 1}');
  await write('checkout/src/lib/x.mjs', 'export const where = "litmus";');
  await writePackage('notebook', 'own', { 'index.js': 'export const where = "notebook"' });
  await writePackage('notebook', 'broken', { 'index.js': 'throw null' });
  await writePackage('notebook', 'lacking', { 'index.js': 'import "absent-dependency"' });
  await writePackage('checkout', 'own', { 'index.js': 'export const where = "checkout"' });
  await writePackage('checkout', 'theirs', {
    'index.js': 'export const where = "checkout"',
    'sub.js': 'export const where = "sub"',
  });
  await writePackage('checkout', '@scope/pkg', {
    'index.js': 'export default 1',
    'sub.js': 'export const where = "scoped sub"',
  });
});
afterAll(() => rm(base, { recursive: true }));

const load = (specifier: string, names?: string[]) =>
  importer({ folder: folder(), root: root(), prepare: (module) => Promise.resolve(module) })(
    specifier,
    names,
  );

describe('what a cell imports', () => {
  it('by name may be a member that Node does not see of a CommonJS module', async () => {
    expect(await load('./common.cjs', ['member'])).toMatchObject({ member: 2 });
    await expect(load('./common.cjs', ['membre'])).rejects.toThrow(/has no export "membre"/);
  });

  it.each([
    ['./file.mjs', 'beside'],
    ['../checkout/src/lib/x.mjs', 'litmus'],
    ['litmus:src/lib/x.mjs', 'litmus'],
    ['own', 'notebook'],
    ['npm:own', 'notebook'],
    ['npm:own@1.2', 'notebook'],
    ['theirs', 'checkout'],
    ['theirs/sub', 'sub'],
    ['npm:theirs@^1.0.0/sub', 'sub'],
    ['@scope/pkg/sub', 'scoped sub'],
    ['npm:@scope/pkg@2/sub', 'scoped sub'],
  ])('as %s is found', async (specifier, where) => {
    expect(await load(specifier)).toMatchObject({ where });
  });

  it('may be a module of Node, JSON, or an absolute path', async () => {
    expect(await load('node:path')).toMatchObject({ join: path.join });
    expect(await load('fs')).toHaveProperty('readFileSync');
    expect(await load('./data.json')).toMatchObject({ default: { a: 1 } });
    expect(await load(path.join(folder(), 'file.mjs'))).toMatchObject({ where: 'beside' });
  });

  it.each<[string, RegExp]>([
    ['absent', /^there is no package "absent"; install it: npm install absent$/],
    ['@scope/absent/deep', /install it: npm install @scope\/absent$/],
    ['npm:absent@3/x', /install it: npm install absent$/],
    ['https://example.org/x.js', /needs the network; install the package and import it by its name/],
    ['./absent.mjs', /Cannot find module .*absent\.mjs/],
    ['./broken.mjs', /^broken inside$/],
    ['./needs.mjs', /absent-dependency/],
    ['lacking', /Cannot find package 'absent-dependency'/],
    ['theirs/absent', /theirs/],
  ])('as %s fails in words', async (specifier, why) => {
    await expect(load(specifier)).rejects.toThrow(why);
  });

  it.each(['./nothing.mjs', 'broken'])('as %s fails with what the module threw', async (specifier) => {
    await expect(load(specifier)).rejects.toBe(null);
  });

  it('has what is named, or says what else there is', async () => {
    expect(await load('./file.mjs', ['where', 'second'])).toMatchObject({ where: 'beside', second: 2 });
    await expect(load('./file.mjs', ['wher'])).rejects.toThrow(
      /^"\.\/file\.mjs" has no export "wher"; did you mean "where"\?.*import type/,
    );
  });
});

it('every module is prepared before a cell sees it', async () => {
  const prepared = importer({
    folder: folder(),
    root: root(),
    prepare: (module) => Promise.resolve({ ...module, extra: 1 }),
  });
  expect(await prepared('./file.mjs', ['extra'])).toMatchObject({ where: 'beside', extra: 1 });
});
