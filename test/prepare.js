// Before the tests: installs what they need beyond npm where that is a machine's job (continuous integration,
// with apt-get and pip), and elsewhere names what is missing and which tests are therefore skipped. Continuous
// integration fails where a browser is missing all the same: it would pass without having looked at a page.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

const python = '.venv/bin/python';
const inIntegration = process.env.CI !== undefined && !['', 'false'].includes(process.env.CI);
/** Where "litmus datasets fetch" puts them. */
const fetched = path.join(process.env.LITMUS_CACHE || envPaths('litmus', { suffix: '' }).cache, 'datasets');
/** What lets papermill write parameters in TypeScript; papermill itself comes with it. */
const papermill = 'kernels/jupyter/papermill';
const nativePackage = 'node_modules/@tensorflow/tfjs-node-gpu/lib';

const needs = [
  {
    what: 'Chromium',
    there: () =>
      process.env.CHROMIUM
        ? existsSync(process.env.CHROMIUM)
        : ['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync),
    debian: ['chromium'],
    required: true,
    skipped: 'the browser tests and the WebGPU tests on SwiftShader',
    otherwise: 'install it, or set CHROMIUM to its executable',
  },
  {
    what: "Jupyter's clients and its tests of kernels",
    there: () =>
      ['jupyter_kernel_test', 'jupyter_console', 'nbconvert', 'notebook', 'pexpect'].every((name) =>
        existsSync(`/usr/lib/python3/dist-packages/${name}`),
      ),
    debian: [
      'python3-jupyter-kernel-test',
      'jupyter-console',
      'jupyter-nbconvert',
      'jupyter-notebook',
      'python3-pexpect',
    ],
    skipped: 'the tests of the kernel with them',
    otherwise:
      'on Debian: apt-get install python3-jupyter-kernel-test jupyter-console jupyter-nbconvert jupyter-notebook',
  },
  {
    what: 'JupyterLab 4 and papermill (in .venv)',
    there: () => ['jupyter-lab', 'papermill'].every((name) => existsSync(`.venv/bin/${name}`)),
    install: () => pip('jupyterlab==4.*', `./${papermill}`),
    skipped: 'the tests of the kernel in them',
    otherwise: `run "python3 -m venv .venv && .venv/bin/pip install jupyterlab ./${papermill}"`,
  },
  {
    what: 'The validator of RO-Crates (in .venv)',
    there: () => existsSync('.venv/bin/rocrate-validator'),
    install: () => pip('roc-validator==0.13.*'),
    skipped: 'the test of exported crates with it',
    otherwise: 'run "python3 -m venv .venv && .venv/bin/pip install roc-validator"',
  },
  {
    what: 'Native TensorFlow',
    there: () =>
      existsSync(nativePackage) && readdirSync(nativePackage).some((name) => name.startsWith('napi')),
    install: buildTensorflow,
    skipped: 'the tests of the backend "tensorflow"',
    otherwise: 'see docs/gpu.md ("litmus setup tensorflow")',
  },
  {
    what: 'The data sets (LITMUS_DATASETS)',
    there: () => Boolean(process.env.LITMUS_DATASETS),
    skipped: 'the tests that read the real data sets',
    otherwise: `run "npx litmus datasets fetch all", then "LITMUS_DATASETS=${fetched} npm test"`,
  },
];

function run(file, args, env = {}) {
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
}

/** Installs into the tests' own environment of Python. */
function pip(...requirements) {
  if (!existsSync(python)) run('python3', ['-m', 'venv', '.venv']);
  run(python, ['-m', 'pip', 'install', '--quiet', ...requirements]);
}

/** TensorFlow's library comes with its Python package; the addon is built against it. */
function buildTensorflow() {
  pip('tensorflow-cpu==2.21.0');
  run(process.execPath, ['kernels/cli/litmus.js', 'setup', 'tensorflow', '--python', python]);
}

function installDebian(packages) {
  const admin = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const aptGet = (...args) => {
    const [file, ...rest] = [...admin, 'apt-get', ...args];
    run(file, rest, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  aptGet('update', '-qq');
  aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** What cannot be installed is named below, like all that is missing. */
function attempt(what, install) {
  process.stdout.write(`installing ${what}\n`);
  try {
    install();
  } catch (error) {
    process.stdout.write(`${what}: could not be installed: ${error.message}\n`);
  }
}

const missing = needs.filter(({ there }) => !there());
if (inIntegration && process.platform === 'linux') {
  const packages = missing.flatMap(({ debian = [] }) => debian);
  if (packages.length > 0 && existsSync('/usr/bin/apt-get'))
    attempt(packages.join(', '), () => installDebian(packages));
  for (const { what, install } of missing) if (install) attempt(what, install);
}
for (const { what, there, skipped, otherwise, required } of missing) {
  if (there()) continue;
  const consequence = required && inIntegration ? 'the tests fail here' : `${skipped} are skipped`;
  process.stdout.write(`${what}: not here, so ${consequence}; ${otherwise}\n`);
  if (required && inIntegration) process.exitCode = 1;
}
