/**
 * Makes the fonts in fonts/ from the static TrueType files of two npm packages; see
 * fonts/README.md. Needs `subset-font`, which is no dependency of the project:
 *
 *     npm install --no-save subset-font
 *     node --import tsx src/tools/prepare-fonts.ts <serif 400 .ttf> <sans 700 .ttf>
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

interface SubsetOptions {
  readonly targetFormat: 'truetype';
  readonly noHinting: boolean;
  readonly noLayoutClosure: boolean;
  readonly keepFeatures: readonly string[];
  readonly dropTables: readonly string[];
}

type Subset = (font: Uint8Array, text: string, options: SubsetOptions) => Promise<Uint8Array>;

const folder = new URL('../../fonts/', import.meta.url);
const outputs = ['mingbai-serif.ttf', 'mingbai-sans-bold.ttf'];

/** Tables for shaping, vertical text and hinting: paper needs none of them. */
const dropTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vmtx', 'vhea', 'gasp', 'prep'];

async function prepare(paths: readonly string[]): Promise<void> {
  const name = 'subset-font';
  const module: { default: Subset } = await import(name);
  const listed = readFileSync(new URL('characters.txt', folder), 'utf8').replaceAll('\n', '');
  const text = `${listed} \u00a0\u2002\u2003\u3000`;
  for (const [index, output] of outputs.entries()) {
    const path = paths[index];
    if (path === undefined) throw new Error('Two font files are wanted: serif, then sans.');
    const font = await module.default(readFileSync(path), text, {
      targetFormat: 'truetype',
      noHinting: true,
      noLayoutClosure: true,
      keepFeatures: [],
      dropTables,
    });
    writeFileSync(new URL(output, folder), font);
    const digest = createHash('sha256').update(font).digest('hex');
    console.log(`${output} ${font.length} ${digest}`);
  }
}

await prepare(process.argv.slice(2));
