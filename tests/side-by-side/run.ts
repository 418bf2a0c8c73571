/**
 * Sets ten items of the sample catalogue by mingbai, Typst and Chromium, and puts the figures and
 * pictures into tests/golden/side-by-side. Typst's package goes to a folder of its own.
 *
 *     npm run side-by-side
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePress } from '../paper-files.ts';
import { emptyFolder, ROOT } from '../program.ts';
import { type Area, beside, drawPage, pngOf } from './picture.ts';
import { areaOf, type Figures, figuresOf, NOTHING, sumOf } from './read-back.ts';
import { installTypst, setByChromium, setByUs } from './setters.ts';

const ITEMS = 10;
const FOLDER = join(ROOT, 'tests/golden/side-by-side');
const PAGE: Area = { page: 0, top: 0, height: 842 };

/** What is looked at closely: headings on paper and on the page, the item, and how much below. */
const CLOSE = [
  { name: 'table', item: 'food-operation', paper: '申请材料', page: '带什么材料', height: 300 },
  { name: 'law', item: 'water-abstraction', paper: '依据条文', page: '法律依据', height: 230 },
  { name: 'steps', item: 'food-operation', paper: '办理流程', page: '办理步骤', height: 260 },
] as const;

const whole = samplePress();
const guides = whole.guides.slice(-ITEMS);
const press = {
  ...whole,
  guides,
  print: (output: Parameters<typeof whole.print>[0], item: number) =>
    whole.print(output, item + whole.guides.length - ITEMS),
};
const typst = installTypst(join(emptyFolder(), 'typst'));
const sets = {
  mingbai: await setByUs(press),
  Typst: guides.map(typst),
  Chromium: await setByChromium(press),
};

mkdirSync(FOLDER, { recursive: true });
guides.forEach(({ id }, index) => {
  const pictures = Object.values(sets).map((files) => drawPage(files[index]!, PAGE, 0.85));
  writeFileSync(join(FOLDER, `${id}.png`), pngOf(beside(pictures)));
});
for (const { name, item, paper, page, height } of CLOSE) {
  const index = guides.findIndex(({ id }) => id === item);
  const pictures = Object.entries(sets).flatMap(([setter, files]) => {
    const area = areaOf(files[index]!, setter === 'Chromium' ? page : paper, height);
    return area === undefined ? [] : [drawPage(files[index]!, area, 1.3)];
  });
  writeFileSync(join(FOLDER, `close-${name}.png`), pngOf(beside(pictures)));
}
writeFigures(Object.entries(sets).map(([name, files]) => [name, sum(files)]));

function sum(files: readonly Uint8Array[]): Figures {
  return files.map(figuresOf).reduce(sumOf, { ...NOTHING });
}

/** Replaces the table between the marks of the README. */
function writeFigures(columns: readonly (readonly [string, Figures])[]): void {
  const path = join(FOLDER, 'README.md');
  const rows: readonly (readonly [string, (figures: Figures) => string | number])[] = [
    ['pages', ({ pages }) => pages],
    ['MB', ({ bytes }) => (bytes / 1e6).toFixed(2)],
    ['blank at the foot of a page that is not the last, pt', (each) => perPage(each)],
    ['lines read back', ({ lines }) => lines],
    ['of these, with a forbidden mark at the start or end', ({ forbidden }) => forbidden],
    ['lines of running text (24 gaps between ideographs and more)', ({ full }) => full],
    ['of these, with ideographs more than 1/32 em apart', ({ loose, full }) => share(loose, full)],
    ['of these, with ideographs more than 1/16 em apart', ({ torn, full }) => share(torn, full)],
  ];
  const table = [
    `| ten guides | ${columns.map(([name]) => name).join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows.map(
      ([name, read]) => `| ${name} | ${columns.map(([, each]) => read(each)).join(' | ')} |`,
    ),
  ].join('\n');
  const text = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- figures -->', '<!-- end of figures -->'];
  const [before = ''] = text.split(start);
  const after = text.split(end)[1] ?? '';
  writeFileSync(path, `${before}${start}\n\n${table}\n\n${end}${after}`);
}

function perPage({ blank, pages }: Figures): number {
  return Math.round(blank / (pages - ITEMS));
}

function share(part: number, all: number): string {
  return `${part} (${((part / all) * 100).toFixed(1)} %)`;
}
