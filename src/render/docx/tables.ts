import type { Cell, Fact, TableBlock } from '../../guide/guide.ts';
import { type Flow, type Kit, plainText, RULE, SIZE, TEXT_WIDTH, TINT, twips } from './kit.ts';

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const BORDERS = SIDES.map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`,
).join('');
const MARGINS = [
  ['top', twips(2.8)],
  ['left', twips(5)],
  ['bottom', twips(2.8)],
  ['right', twips(5)],
]
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('');

/** A table whose head is repeated on each page; rows are not split over pages. */
export function tableOf(kit: Kit, { columns, rows }: TableBlock): Flow {
  const weight = columns.reduce((sum, column) => sum + column.weight, 0);
  const widths = columns.map((column) => Math.round((TEXT_WIDTH * column.weight) / weight));
  const head = columns.map((column): Cell => [plainText(column.title)]);
  const centred = columns.map(({ align }) => align === 'center');
  return table(kit, [head, ...rows], widths, centred, 1);
}

/** Labels and their values in two columns. */
export function factsTable(kit: Kit, facts: readonly Fact[]): Flow {
  const label = Math.round(TEXT_WIDTH * 0.24);
  const rows = facts.map(({ label: name, value }): readonly Cell[] => [[plainText(name)], [value]]);
  return table(kit, rows, [label, TEXT_WIDTH - label], [], 0);
}

function table(
  kit: Kit,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  centred: readonly boolean[],
  heads: number,
): Flow {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const body = rows.map((cells, line) => {
    const isHead = line < heads;
    const drawn = cells.map((cell, at) =>
      cellOf(kit, cell, widths[at] ?? 0, {
        shaded: isHead || (heads === 0 && at === 0),
        centred: isHead || centred[at] === true,
      }),
    );
    const head = isHead ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${drawn.join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>`,
    `<w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${MARGINS}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    ...body,
    '</w:tbl>',
  ].join('');
}

function cellOf(
  kit: Kit,
  cell: Cell,
  width: number,
  { shaded, centred }: { readonly shaded: boolean; readonly centred: boolean },
): string {
  const setting = { size: SIZE.cell, sans: shaded };
  const texts = cell.length === 0 ? [[]] : cell;
  const standing = { after: 0, line: 300, centred };
  const fill = shaded ? `<w:shd w:val="clear" w:color="auto" w:fill="${TINT}"/>` : '';
  const body = texts.map((text) => kit.paragraph(text, setting, standing)).join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill}</w:tcPr>${body}</w:tc>`;
}
