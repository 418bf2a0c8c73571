import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Guide } from '../../src/guide/guide.ts';
import { serveFolder, startBrowser } from '../browser.ts';
import { bytesOf, type Press } from '../paper-files.ts';
import { emptyFolder, ROOT, run } from '../program.ts';
import { typstSource } from './typst-source.ts';

const TYPST = '@myriaddreamin/typst-ts-node-compiler';
const VERSION = '0.7.0';

/** The part of Typst's package that is used here. */
interface TypstModule {
  readonly NodeCompiler: {
    create(options: object): {
      compile(source: object): { readonly result: unknown; hasError(): boolean };
      pdf(result: unknown, options: object): Uint8Array;
      evictCache(age: number): void;
    };
  };
}

/** Sets guides by `mingbai`. */
export async function setByUs(press: Press): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const index of press.guides.keys()) {
    for (const file of await press.print('pdf', index)) files.push(bytesOf(file));
  }
  return files;
}

/** Puts Typst's package into a folder of its own and gives back what sets a guide with it. */
export function installTypst(folder: string): (guide: Guide) => Uint8Array {
  if (!existsSync(join(folder, 'node_modules', TYPST))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const argv = ['install', '--no-audit', '--no-fund', '--silent', `${TYPST}@${VERSION}`];
    spawnSync('npm', argv, { cwd: folder });
  }
  const { NodeCompiler }: TypstModule = createRequire(join(folder, 'package.json'))(TYPST);
  const fontArgs = [{ fontPaths: [join(ROOT, 'fonts')] }];
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs });
  return (guide) => {
    const compiled = compiler.compile({ mainFileContent: typstSource(guide) });
    if (compiled.hasError()) throw new Error(`Typst does not take the source of ${guide.id}.`);
    const bytes = compiler.pdf(compiled.result, { pdfTags: true });
    compiler.evictCache(0);
    return bytes;
  };
}

/** Prints the pages of items from our own website by Chromium. */
export async function setByChromium(press: Press): Promise<Uint8Array[]> {
  const site = join(emptyFolder(), 'site');
  await run(['build', 'catalog', '--only', 'html', '--out', site], ROOT);
  const { url, server } = await serveFolder(site);
  const browser = await startBrowser();
  const page = await browser.newPage();
  const files: Uint8Array[] = [];
  for (const { department, id } of press.guides) {
    await page.goto(`${url}/items/${department.id}/${id}/`, { waitUntil: 'networkidle' });
    files.push(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true }));
  }
  await browser.close();
  server.close();
  return files;
}
