import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip, gzipSync } from 'node:zlib';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the site into a folder, as `npm run build` does. @throws with the build's output. */
export async function buildSite(folder: string): Promise<void> {
  const script = path.join('kernels', 'workbook', 'build.ts');
  const args = ['--import', 'tsx', script, '--output', folder];
  await promisify(execFile)(process.execPath, args, { cwd: home }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`the site could not be built:\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
    },
  );
}

export interface Site {
  /** Address of the site's root, with a slash at the end. */
  readonly address: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

interface SiteOptions {
  /** The path below which it lies, as a project's site on GitHub Pages does. */
  readonly below?: string;
  /** Where it was built. */
  readonly folder: string;
  /** Instead of a port. */
  readonly socketPath?: string;
  /** Compresses texts, as web servers do. */
  readonly compressed?: boolean;
}

/** Serves a built site on loopback. */
export async function serveSite({
  below = '/litmus/',
  folder,
  socketPath,
  compressed = false,
}: SiteOptions): Promise<Site> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const file = pathname.startsWith(below)
      ? await find(folder, decodeURI(pathname.slice(below.length)))
      : undefined;
    if (!file) return void response.writeHead(404).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    const content = createReadStream(file);
    if (!compressed || !/^text|svg|wasm/.test(type)) return void content.pipe(response);
    response.setHeader('Content-Encoding', 'gzip');
    content.pipe(createGzip()).pipe(response);
  });
  if (socketPath === undefined) server.listen(0, '127.0.0.1');
  else server.listen(socketPath);
  await once(server, 'listening');
  const bound = server.address();
  const host = typeof bound === 'object' ? `127.0.0.1:${bound!.port}` : 'localhost';
  return {
    address: `http://${host}${below}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A file of the site, or a page without its `.html`. */
async function find(folder: string, name: string): Promise<string | undefined> {
  for (const candidate of name === '' || name.endsWith('/')
    ? [`${name}index.html`]
    : [name, `${name}.html`]) {
    const file = path.join(folder, candidate);
    if (file.startsWith(folder) && (await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

/** Bytes of a file of the site, as it is and as a web server compresses it. */
export async function weigh(folder: string, name: string): Promise<{ raw: number; compressed: number }> {
  const content = await readFile(path.join(folder, name));
  return { raw: content.length, compressed: gzipSync(content).length };
}
