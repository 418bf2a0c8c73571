import type { Situation } from '../model/schema.gen.ts';
import { schemaAt } from '../model/schema-node.ts';
import { readMaterial } from '../phrase/material-entry.ts';
import { parseCitations } from '../text/citations.ts';
import { withoutMarkup } from '../text/markup.ts';
import { PART_NAME, type PartKind } from './columns.ts';
import { composeCells, termOf } from './compose.ts';
import { readFields } from './fields/index.ts';
import { convert } from './fields/plain.ts';
import type { Heads } from './heads.ts';
import { isNone, Reading } from './reading.ts';
import { situationOf } from './situations.ts';
import type { PartCell, PartRow, Row } from './table.ts';

/** Reads entries that have rows of their own into the draft; situations first, others name them. */
export function readParts(reading: Reading, row: Row, heads: Heads): void {
  const { parts } = row;
  if (parts === undefined) return;
  for (const entry of parts.get('situations') ?? []) readSituation(reading, entry, row, heads);
  for (const kind of ['materials', 'steps', 'fees', 'basis', 'faq'] as const) {
    const entries = parts.get(kind) ?? [];
    const read = entries.flatMap((entry) => readEntry(reading, kind, entry));
    if (read.length > 0) put(reading, kind, read);
  }
}

type Entry = Record<string, unknown>;

/** The draft's lists are of the schema's own shapes, of which each entry was made field by field. */
function put(reading: Reading, kind: PartKind, entries: readonly Entry[]): void {
  const draft = reading.draft as Record<string, unknown>;
  const before = draft[kind];
  draft[kind] = [...(Array.isArray(before) ? (before as Entry[]) : []), ...entries];
}

function readEntry(reading: Reading, kind: PartKind, { fields, number }: PartRow): Entry[] {
  const name = fields.get(PART_NAME[kind]);
  if (name === undefined) {
    for (const [field, { text }] of fields) {
      reading.doubt(`${kind}[].${bareField(field)}`, text, `第${number}行没有写是哪一项`);
    }
    return [];
  }
  if (isNone(name.text) && fields.size === 1) {
    reading.doubt(kind, name.text, '写着“无”，看不出是没有还是没有填写');
    return [];
  }
  const made = namedEntry(reading, kind, plainText(reading, kind, name));
  for (const [field, cell] of fields) {
    if (field !== PART_NAME[kind]) readField(reading, kind, field, cell, made);
  }
  return [made];
}

function bareField(field: string): string {
  return field.replace(/^\?.*/, 'name');
}

function plainText(reading: Reading, kind: PartKind, { text }: PartCell): string {
  const plain = withoutMarkup(text);
  if (plain.found.length > 0) reading.conclude('markup', kind, plain.found.join(' '));
  return plain.text.trim();
}

/** A material's name may tell of form and copies; a law's name of its article. */
function namedEntry(reading: Reading, kind: PartKind, text: string): Entry {
  if (kind === 'materials') {
    const bare = text.replace(/^(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)])\s*/, '');
    const { entry, doubt } = readMaterial({ marker: '', text: bare, children: [] });
    if (doubt !== undefined) reading.doubt('materials', bare, doubt);
    return { ...entry };
  }
  if (kind === 'basis') {
    const { citations, rest } = parseCitations(text);
    const [only] = citations;
    if (only !== undefined && citations.length === 1 && rest === '') return { ...only };
    return { law: text.replace(/^《([^《》]+)》$/, '$1') };
  }
  return { [PART_NAME[kind]]: text };
}

const FORM = /^(?:原件|复印件|原件[和或及、]*复印件|正本)$/;

function readField(
  reading: Reading,
  kind: PartKind,
  field: string,
  cell: PartCell,
  made: Entry,
): void {
  const text = plainText(reading, kind, cell);
  const name = String(made[PART_NAME[kind]] ?? '');
  const path = `${kind}[].${bareField(field)}`;
  const node = schemaAt('item', `/${kind}/0/${field}`);
  if (node === undefined) {
    if (!field.startsWith('?')) return;
    reading.doubt(path, text, `${name}：“${cell.head}”不知道填到哪一栏`);
    return;
  }
  if (isNone(text)) {
    reading.conclude('none-left-out', kind);
    return;
  }
  if (field === 'basis' || field === 'reduction_basis') {
    readBasis(reading, path, field, text, made);
    return;
  }
  if (field === 'situations') {
    made.situations = text.split(/[、，,；;\n]+/).map((one) => situationOf(reading, one.trim()).id);
    return;
  }
  const term = termOf(cell.head, text, reading.columns.codes) ?? text;
  const at = otherField(kind, field, term, made);
  if (at !== field) reading.conclude('form-or-medium', path);
  const own = at === field ? node : (schemaAt('item', `/${kind}/0/${at}`) ?? node);
  const { value, doubt } = convert(own, counted(at, term), `${kind}[].${at}`, reading);
  if (value !== undefined && (made[at] === undefined || made[at] === value)) made[at] = value;
  else if (value !== undefined) {
    reading.doubt(path, text, `${name}：名称里写的与“${cell.head}”一栏不同，只填写了前者`);
  }
  if (doubt !== undefined) reading.doubt(path, text, `${name}：${doubt}`);
}

/** 2份 is 2. */
function counted(field: string, text: string): string {
  return field === 'copies' || field === 'photocopies' ? text.replace(/\s*份$/, '') : text;
}

/** 材料形式 says 原件 in many tables, and 材料类型 纸质. */
function otherField(kind: PartKind, field: string, text: string, made: Entry): string {
  if (kind !== 'materials') return field;
  if (field === 'medium' && FORM.test(text) && made.form === undefined) return 'form';
  const isMedium = /^(?:纸质|电子)/.test(text);
  return field === 'form' && isMedium && made.medium === undefined ? 'medium' : field;
}

function readBasis(reading: Reading, path: string, field: string, text: string, made: Entry): void {
  const { citations, rest } = parseCitations(text);
  const [only] = citations;
  if (only !== undefined && citations.length === 1 && rest === '') made[field] = { ...only };
  else reading.doubt(path, text, '看不出是哪一部法律的哪一条');
}

/** A situation, with the materials and limits that its row says for it alone. */
function readSituation(reading: Reading, entry: PartRow, row: Row, heads: Heads): void {
  const name = entry.fields.get('name')?.text.trim() ?? '';
  if (name === '' || isNone(name)) return;
  const situation: Situation = situationOf(reading, name);
  const made = situation as unknown as Entry;
  for (const [field, cell] of entry.fields) {
    if (field !== 'name') readField(reading, 'situations', field, cell, made);
  }
  if (entry.own === undefined || entry.own.size === 0) return;
  const own: Row = { ...rowOf(row), number: entry.number, cells: entry.own };
  const { cells, notes } = composeCells(own, heads, reading.columns.codes);
  const inner = new Reading(cells, reading.columns);
  readFields(inner, cells.keys());
  for (const { kind, path, detail } of [...notes, ...inner.conclusions]) {
    if (kind !== 'case-committed' && kind !== 'case-instant') reading.conclude(kind, path, detail);
  }
  for (const { path, text, reason } of inner.unresolved) {
    reading.doubt(path, text, `${name}：${reason}`);
  }
  takeOwn(reading, inner, situation, name);
}

function rowOf({ columns }: Row): Pick<Row, 'columns'> {
  return columns === undefined ? {} : { columns };
}

function takeOwn(reading: Reading, inner: Reading, situation: Situation, name: string): void {
  const { statutory, committed } = inner.draft.limits ?? {};
  if (statutory !== undefined) situation.statutory ??= statutory;
  if (committed !== undefined) situation.committed ??= committed;
  const materials = (inner.draft.materials ?? []).map((material) => ({
    ...material,
    situations: [situation.id],
  }));
  reading.draft.materials = [...(reading.draft.materials ?? []), ...materials];
  if (materials.length === 0 && reading.draft.materials.length === 0)
    delete reading.draft.materials;
  const conditions = (inner.draft.conditions ?? []).map((condition) =>
    typeof condition === 'string'
      ? { text: condition, situations: [situation.id] }
      : { ...condition, situations: [situation.id] },
  );
  if (conditions.length > 0) {
    reading.draft.conditions = [...(reading.draft.conditions ?? []), ...conditions];
  }
  if (inner.draft.materials_note !== undefined) {
    reading.doubt('materials_note', inner.draft.materials_note, `${name}：只说明这一情形的材料`);
  }
}
