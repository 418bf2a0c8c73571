import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from './program.ts';

/** Where the browser that comes from npm is unpacked, once. */
const CACHE = join(ROOT, 'node_modules/.cache/mingbai-chromium');

/** The project's faces and no others, so that pages look the same on every machine. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(CACHE, 'fonts')}</dir><cachedir>${join(CACHE, 'cache')}</cachedir></fontconfig>
`;

/** Starts the Chromium of an npm package with its own libraries and the project's fonts. */
export async function startBrowser(): Promise<Browser> {
  mkdirSync(join(CACHE, 'fonts'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'fonts')).filter((each) => each.endsWith('.ttf'))) {
    const copy = join(CACHE, 'fonts', name);
    if (!existsSync(copy)) copyFileSync(join(ROOT, 'fonts', name), copy);
  }
  // The package unpacks its own only where no folder of fonts is yet.
  writeFileSync(join(CACHE, 'fonts/fonts.conf'), FONTS_CONF);
  const before = { ...process.env };
  process.env.TMPDIR = CACHE;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  process.env.FONTCONFIG_PATH = join(CACHE, 'fonts');
  const { default: packed } = await import('@sparticuz/chromium');
  packed.setGraphicsMode = false;
  const executablePath = await packed.executablePath();
  const dropped = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
  const args = packed.args.filter((arg) => !dropped.has(arg));
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const browser = await chromium.launch({ executablePath, args, env, headless: true });
  process.env.TMPDIR = before.TMPDIR ?? '';
  if (before.TMPDIR === undefined) delete process.env.TMPDIR;
  return browser;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** Serves the files of a folder on a free port of this machine. */
export async function serveFolder(folder: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const full = join(folder, normalize(path).replace(/\/$/, '/index.html'));
    const found = existsSync(full) && statSync(full).isFile();
    const file = found ? full : join(folder, '404.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'content-type': type });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server };
}
