import { execFileSync } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { installKernelspec, uninstallKernelspec } from '../../../kernels/jupyter/spec/install.js';
import { type Kernelspec, kernelspec } from '../../../kernels/jupyter/spec/kernelspec.js';
import { ownJupyter } from '../own-jupyter.js';
import { python } from '../python.js';

const jupyter = ownJupyter();
const files = ['kernel.json', 'logo-32x32.png', 'logo-64x64.png', 'logo-svg.svg'];

async function readSpec(folder: string): Promise<Kernelspec> {
  return JSON.parse(await readFile(path.join(folder, 'kernel.json'), 'utf8')) as Kernelspec;
}

it('writes what Jupyter wants of a kernel, with absolute paths that exist', async () => {
  const folder = await installKernelspec(jupyter.data, 'litmus');
  expect(folder).toBe(path.join(jupyter.data, 'kernels', 'litmus'));
  expect((await readdir(folder)).sort()).toEqual(files);
  const { argv, ...spec } = await readSpec(folder);
  expect(spec).toEqual({
    display_name: 'TypeScript (Litmus)',
    language: 'typescript',
    interrupt_mode: 'message',
    metadata: { debugger: false },
  });
  const [node, launch, file] = argv;
  expect(node).toBe(process.execPath);
  expect(path.isAbsolute(launch)).toBe(true);
  await access(launch);
  expect(file).toBe('{connection_file}');
});

it.each([32, 64])('has a logo of %i × %i pixels', async (size) => {
  const folder = await installKernelspec(jupyter.data, 'litmus');
  const bytes = await readFile(path.join(folder, `logo-${size}x${size}.png`));
  // PNG specification, 5.2 and 11.2.2: the signature, then a header that begins with width and height.
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
});

it('replaces what it installed before, also from another checkout', async () => {
  const folder = await installKernelspec(jupyter.data, 'litmus');
  const old = {
    ...kernelspec(),
    argv: ['/old/node', '/old/litmus/kernels/jupyter/launch.js', '{connection_file}'],
  };
  await writeFile(path.join(folder, 'kernel.json'), JSON.stringify(old));
  await writeFile(path.join(folder, 'logo-32x32.png'), 'spoilt');
  expect(await installKernelspec(jupyter.data, 'litmus')).toBe(folder);
  expect((await readdir(folder)).sort()).toEqual(files);
  expect(await readSpec(folder)).toEqual(kernelspec());
  expect((await readFile(path.join(folder, 'logo-32x32.png'))).length).toBeGreaterThan(100);
});

it('goes on where an installation was cut off', async () => {
  await mkdir(path.join(jupyter.data, 'kernels', 'litmus'), { recursive: true });
  const folder = await installKernelspec(jupyter.data, 'litmus');
  expect(await readSpec(folder)).toEqual(kernelspec());
});

it('shows which is which where there are two', async () => {
  const folder = await installKernelspec(jupyter.data, 'litmus-next');
  expect((await readSpec(folder)).display_name).toBe('TypeScript (Litmus: litmus-next)');
});

it('removes what it installed, and says where there was nothing', async () => {
  const folder = await installKernelspec(jupyter.data, 'litmus');
  expect(await uninstallKernelspec(jupyter.data, 'litmus')).toBe(folder);
  expect(await readdir(path.dirname(folder))).toEqual([]);
  expect(await uninstallKernelspec(jupyter.data, 'litmus')).toBeUndefined();
});

describe('a kernel of something else', () => {
  const others = [
    JSON.stringify({
      argv: ['python', '-m', 'ipykernel_launcher', '-f', '{connection_file}'],
      language: 'python',
    }),
    JSON.stringify({ argv: ['deno', 'jupyter', '--kernel'], display_name: 'Deno', language: 'typescript' }),
    'no JSON',
  ];
  it.each(others)('is neither replaced nor removed: %s', async (text) => {
    const folder = path.join(jupyter.data, 'kernels', 'litmus');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'kernel.json'), text);
    await expect(installKernelspec(jupyter.data, 'litmus')).rejects.toThrow(
      'choose another name with --name',
    );
    await expect(uninstallKernelspec(jupyter.data, 'litmus')).rejects.toThrow('left alone');
    expect(await readFile(path.join(folder, 'kernel.json'), 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual(['kernel.json']);
  });
});

it.each(['../litmus', 'a/b', '', '.hidden', 'two words'])('takes no name like "%s"', async (name) => {
  await expect(installKernelspec(jupyter.data, name)).rejects.toThrow('is no name of a kernel');
  await expect(uninstallKernelspec(jupyter.data, name)).rejects.toThrow('is no name of a kernel');
});

describe.skipIf(!python)('Jupyter', () => {
  it('finds the kernel', async () => {
    const folder = await installKernelspec(jupyter.data, 'litmus');
    const args = ['-m', 'jupyter_client.kernelspecapp', 'list', '--json'];
    const { kernelspecs } = JSON.parse(execFileSync(python!, args, { encoding: 'utf8', stdio: 'pipe' })) as {
      kernelspecs: Record<string, unknown>;
    };
    expect(kernelspecs.litmus).toEqual({
      resource_dir: folder,
      spec: { ...kernelspec(), env: {} },
    });
  });

  it('starts it, runs a cell, and ends it', async () => {
    await installKernelspec(jupyter.data, 'litmus');
    const script = [
      'from jupyter_client.manager import start_new_kernel',
      "manager, client = start_new_kernel(kernel_name='litmus', startup_timeout=50)",
      "reply = client.execute_interactive('1 + 1', timeout=50, output_hook=lambda m: print(m['content'].get('data')))",
      "print(reply['content']['status'])",
      'client.stop_channels()',
      'manager.shutdown_kernel()',
    ].join('\n');
    const printed = execFileSync(python!, ['-c', script], {
      encoding: 'utf8',
      cwd: jupyter.folder,
      stdio: 'pipe',
    });
    expect(printed).toContain("{'text/plain': '2'}");
    expect(printed.trim().endsWith('ok')).toBe(true);
  });
});
