// Before the tests: installs what they need beyond npm where that is a machine's job (continuous integration
// with apt-get), and elsewhere names what is missing and which tests are therefore skipped.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const needs = [
  {
    what: 'Chromium',
    there: () => Boolean(process.env.CHROMIUM) || existsSync('/usr/bin/chromium'),
    debian: ['chromium'],
    skipped: 'the browser tests and the WebGPU tests on SwiftShader',
    otherwise: 'install it, or set CHROMIUM to its executable',
  },
  {
    what: 'The data sets (LITMUS_DATASETS)',
    there: () => Boolean(process.env.LITMUS_DATASETS),
    debian: [],
    skipped: 'the tests that read the real data sets',
    otherwise: 'run "npx litmus datasets fetch all", or set LITMUS_DATASETS to a folder that has them',
  },
];

const canInstall = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const missing = needs.filter(({ there }) => !there());
const packages = missing.flatMap(({ debian }) => debian);
if (canInstall && packages.length > 0) {
  process.stdout.write(`installing ${packages.join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}
for (const { what, there, skipped, otherwise } of needs)
  if (!there()) process.stdout.write(`${what}: not here, so ${skipped} are skipped; ${otherwise}\n`);
