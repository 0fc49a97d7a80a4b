import path from 'node:path';
import { expect, it } from 'vitest';
import {
  environmentDataFolder,
  prefixDataFolder,
  runtimeFolder,
  userDataFolder,
} from '../../kernels/jupyter/folders.js';

const home = path.join('/home', 'ada');

it.each([
  ['linux', {}, '/home/ada/.local/share/jupyter'],
  ['linux', { XDG_DATA_HOME: '/xdg' }, '/xdg/jupyter'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/ada/.local/share/jupyter'],
  ['darwin', { XDG_DATA_HOME: '/xdg' }, '/home/ada/Library/Jupyter'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/jupyter'],
  ['win32', {}, '/home/ada/.jupyter/data'],
  ['darwin', { JUPYTER_DATA_DIR: '/own' }, '/own'],
] as const)('keeps data on %s with %j in %s', (platform, env, folder) => {
  expect(userDataFolder({ platform, env, home })).toBe(folder);
  expect(runtimeFolder({ platform, env, home })).toBe(path.join(folder, 'runtime'));
  const elsewhere = { ...env, JUPYTER_RUNTIME_DIR: '/run/ada' };
  expect(runtimeFolder({ platform, env: elsewhere, home })).toBe('/run/ada');
});

it('finds the environment of Python that is in use', () => {
  const [VIRTUAL_ENV, CONDA_PREFIX] = ['/venv', '/conda'];
  expect(environmentDataFolder({ env: { VIRTUAL_ENV, CONDA_PREFIX } })).toBe('/venv/share/jupyter');
  expect(environmentDataFolder({ env: { CONDA_PREFIX } })).toBe('/conda/share/jupyter');
  expect(() => environmentDataFolder({ env: {} })).toThrow('neither VIRTUAL_ENV nor CONDA_PREFIX is set');
  expect(prefixDataFolder('/opt/x')).toBe('/opt/x/share/jupyter');
});
