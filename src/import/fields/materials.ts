import type { Material } from '../../model/schema.gen.ts';
import type { MaterialEntry } from '../../phrase/material-entry.ts';
import { parseMaterials } from '../../phrase/materials.ts';
import { isNone, type Reading } from '../reading.ts';
import { situationOf } from '../situations.ts';
import type { FieldReader } from './reader.ts';

/** 申请材料: one entry each, with copies and form; what is said of all of them is the note. */
export const materialsReader: FieldReader = {
  paths: ['materials'],
  read(reading): void {
    const text = reading.text('materials');
    if (text === undefined) return;
    if (isNone(text)) {
      reading.doubt('materials', text, '写着“无”，看不出是不要材料还是没有填写');
      return;
    }
    const situations = reading.draft.situations?.map(({ name }) => name);
    const { entries, notes, none, filled, doubts } = parseMaterials(text, situations);
    const materials = entries.map((entry) => materialOf(entry, reading));
    for (const doubt of doubts) reading.doubt('materials', doubt.text, doubt.why);
    for (let at = 0; at < filled; at++) reading.conclude('default-copies', 'materials');
    if (none) reading.conclude('no-material', 'materials');
    if (none || materials.length > 0) reading.draft.materials = materials;
    else if (doubts.length === 0) reading.doubt('materials', text, '没有列出材料');
    const note = [reading.draft.materials_note, ...notes];
    const said = note.filter((one) => one !== undefined && one !== '');
    if (said.length > 0) reading.draft.materials_note = said.join('\n\n');
  },
};

/** The entry with the id of its situation, which is made where the item has none of that name. */
export function materialOf({ situation, ...entry }: MaterialEntry, reading: Reading): Material {
  return situation === undefined
    ? entry
    : { ...entry, situations: [situationOf(reading, situation).id] };
}
