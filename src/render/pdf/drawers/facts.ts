import type { Fact, FactsBlock, Inline } from '../../../guide/guide.ts';
import { SANS } from '../fonts.ts';
import { cellText, type RowCell, rowStrips, tableFrame } from '../grid.ts';
import type { Place } from '../place.ts';
import { stringWidth } from '../set-text.ts';
import { framed, keptAtEnds, type Strip } from '../strip.ts';
import type { Tag } from '../structure.ts';

/** A label and its value a row; two short ones share a row where both fit on one line. */
export function drawFacts(block: FactsBlock, place: Place): Strip[] {
  const { kit, width } = place;
  const { cell, cellPadX } = kit.theme;
  const widths = block.facts.map((fact) => stringWidth(kit.fonts, fact.label, cell, SANS));
  const label = Math.min(Math.max(...widths, cell * 4) + cellPadX * 2 + 2, width * 0.3);
  const half = width / 2 - label;
  const fits = (fact: Fact) => {
    const text = fact.value.map((inline) => inline.text).join('');
    return stringWidth(kit.fonts, text, cell, SANS) <= half - cellPadX * 2;
  };
  const table = place.tag.add('Table');
  const rows = pairUp(block.facts, fits);
  const paired = rows.some((row) => row.length === 2);
  const strips = rows.flatMap((row, index) => {
    const tag = table.add('TR');
    const shared = row.length === 2;
    const value = shared ? half : width - label;
    const cells = row.flatMap((fact) => {
      const owner = {
        head: tag.add('TH', { scope: 'Row' }),
        value: valueTag(tag, paired && !shared),
      };
      return factCells(fact, label, value, place, owner);
    });
    return rowStrips(cells, place, index > 0);
  });
  return framed(keptAtEnds(strips, kit.theme.wholeTable), tableFrame(place));
}

/** Neighbours that both fit on half a row, in order. */
function pairUp(facts: readonly Fact[], fits: (fact: Fact) => boolean): Fact[][] {
  const rows: Fact[][] = [];
  for (let index = 0; index < facts.length; index += 1) {
    const fact = facts[index] as Fact;
    const next = facts[index + 1];
    if (next && fits(fact) && fits(next)) {
      rows.push([fact, next]);
      index += 1;
    } else rows.push([fact]);
  }
  return rows;
}

function valueTag(row: Tag, wide: boolean): Tag {
  return row.add('TD', wide ? { span: 3 } : {});
}

function factCells(
  fact: Fact,
  label: number,
  value: number,
  place: Place,
  owner: { readonly head: Tag; readonly value: Tag },
): RowCell[] {
  const name: Inline[] = [{ text: fact.label }];
  return [
    {
      width: label,
      owner: owner.head,
      tinted: true,
      text: cellText([name], label, place, { face: SANS, align: 'left' }),
    },
    {
      width: value,
      owner: owner.value,
      tinted: false,
      text: cellText([fact.value], value, place, {}),
    },
  ];
}
