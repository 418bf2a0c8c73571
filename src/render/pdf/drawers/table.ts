import type { Block, Column, Fact, TableBlock } from '../../../guide/guide.ts';
import { columnWidths } from '../column-widths.ts';
import { SANS } from '../fonts.ts';
import { cellText, type RowCell, rowStrips, tableFrame } from '../grid.ts';
import type { Owner } from '../pen.ts';
import type { Place } from '../place.ts';
import { framed, keptAtEnds, keptWhole, keptWithNext, type Strip } from '../strip.ts';
import type { Tag } from '../structure.ts';
import { textStrips } from '../text-strips.ts';
import { words } from '../words.ts';

/** A table, or where the theme wants it and there are many columns, one small table a row. */
export function drawTable(block: TableBlock, place: Place): Strip[] {
  return place.kit.theme.linear && block.columns.length > 2
    ? drawRows(block, place)
    : drawGridTable(block, place);
}

/** Each row as titles and contents one below the other, for large print. */
function drawRows(block: TableBlock, place: Place): Strip[] {
  const caption: Block[] =
    block.caption === undefined ? [] : [{ kind: 'heading', level: 4, text: block.caption }];
  const rows = block.rows.map((cells): Block => {
    const facts = cells.flatMap((cell, index): Fact[] => {
      const value = cell.flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line]));
      const label = block.columns[index]?.title ?? '';
      return value.length === 0 ? [] : [{ label, value }];
    });
    return { kind: 'facts', facts };
  });
  return place.kit.layBlocks([...caption, ...rows], place);
}

/** A table whose head is repeated, marked as continued, on every page it runs over. */
function drawGridTable(block: TableBlock, place: Place): Strip[] {
  const table = place.tag.add('Table');
  const widths = columnWidths(block, place);
  const caption = captionStrips(block, place, table);
  const row = table.add('TR');
  const owners = block.columns.map(() => row.add('TH', { scope: 'Column' }));
  const head = headStrips(block.columns, widths, place, owners);
  const repeated = headStrips(
    block.columns,
    widths,
    place,
    block.columns.map(() => 'artifact'),
  );
  const frame = tableFrame(place);
  const again = [...continuedStrips(block, place), ...framed(repeated, frame)];
  const rows = block.rows.flatMap((cells) => {
    const tag = table.add('TR');
    const rowCells = cells.map((cell, index): RowCell => {
      const width = widths[index] ?? 0;
      const align = block.columns[index]?.align ?? 'justify';
      const text = cellText(cell, width, place, { align });
      return { width, owner: tag.add('TD'), tinted: false, text };
    });
    return rowStrips(rowCells, place, true);
  });
  const body = framed(
    [...keptWithNext(head), ...keptAtEnds(rows, place.kit.theme.wholeTable)],
    frame,
  );
  const repeating = body.map((strip, index) =>
    index < head.length ? strip : { ...strip, head: again },
  );
  return [...caption, ...repeating];
}

function headStrips(
  columns: readonly Column[],
  widths: readonly number[],
  place: Place,
  owners: readonly Owner[],
): Strip[] {
  const cells = columns.map((column, index): RowCell => {
    const width = widths[index] ?? 0;
    const text = cellText([[{ text: column.title }]], width, place, {
      face: SANS,
      align: 'center',
    });
    return { width, owner: owners[index] ?? 'artifact', tinted: true, text };
  });
  return rowStrips(cells, place, false);
}

function captionStrips(block: TableBlock, place: Place, table: Tag): Strip[] {
  if (block.caption === undefined) return [];
  const tag = table.add('Caption');
  const style = { size: place.kit.theme.cell, leading: 1.7, face: SANS, align: 'center' } as const;
  return keptWithNext(keptWhole(textStrips(place, [{ text: block.caption }], style, tag)));
}

function continuedStrips(block: TableBlock, place: Place): Strip[] {
  const { continued, colon } = words;
  const text = block.caption === undefined ? continued : `${continued}${colon}${block.caption}`;
  const style = { size: place.kit.theme.small, leading: 1.6, align: 'right' } as const;
  return textStrips(place, [{ text }], style, 'artifact');
}
