import os from 'node:os';
import path from 'node:path';
import { Failure } from '../engine/failure.js';

/** What decides where Jupyter keeps its files. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
}

const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: os.homedir() });

/** The user's folder of Jupyter's data, as `jupyter --data-dir` says it. */
export function userDataFolder({ env, platform, home }: Surroundings = here()): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === 'darwin') return path.join(home, 'Library', 'Jupyter');
  if (platform === 'win32')
    return env.APPDATA ? path.join(env.APPDATA, 'jupyter') : path.join(home, '.jupyter', 'data');
  return path.join(env.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'jupyter');
}

/** The folder of connection files, as `jupyter --runtime-dir` says it. */
export function runtimeFolder(surroundings: Surroundings = here()): string {
  return surroundings.env.JUPYTER_RUNTIME_DIR || path.join(userDataFolder(surroundings), 'runtime');
}

/** The folder of Jupyter's data in an installation or environment of Python. */
export function prefixDataFolder(prefix: string): string {
  return path.join(path.resolve(prefix), 'share', 'jupyter');
}

/** @throws {Failure} where no environment of Python is active. */
export function environmentDataFolder({ env }: Pick<Surroundings, 'env'> = here()): string {
  // A virtual environment inside of a Conda one is the one that is in use.
  const prefix = env.VIRTUAL_ENV || env.CONDA_PREFIX;
  if (prefix) return prefixDataFolder(prefix);
  throw new Failure(
    '--sys-prefix wants an active environment of Python, and neither VIRTUAL_ENV nor CONDA_PREFIX is set; ' +
      'activate one, or name its folder with --prefix',
    2,
  );
}
