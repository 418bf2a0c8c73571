/**
 * The guides of a catalogue set by Typst's package: node compile.mjs <package folder> <JSON tree>
 * <fonts> <out>. One compiler for all, as a server would keep it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [packages, tree, fonts, out] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(packages, 'package.json'))(
  '@myriaddreamin/typst-ts-node-compiler',
);
const template = readFileSync(new URL('guide.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({
  workspace: packages,
  fontArgs: [{ fontPaths: [fonts] }],
});
for (const name of readdirSync(tree, { recursive: true })) {
  if (!name.endsWith('guide.json')) continue;
  const inputs = { guide: readFileSync(join(tree, name), 'utf8') };
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs },
    { pdfStandard: 'a-2a', creationTimestamp: 0 },
  );
  const path = join(out, name.replace(/json$/, 'pdf'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pdf);
  compiler.evictCache(1);
}
