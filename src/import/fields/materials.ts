import type { Material } from '../../model/schema.gen.ts';
import { namesCount } from '../../text/copies.ts';
import { type ListNode, parseList } from '../../text/list-tree.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { nodeToMarkdown, toMarkdown } from '../markdown.ts';
import { isNone, type Reading } from '../reading.ts';
import { areAlternatives, findSituation, situationOf } from '../situations.ts';
import { materialsOf } from './material-list.ts';
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
    const { notes, copies: stated, list } = takeNotes(text);
    const materials = readList(list, reading, notes);
    const copies = notes.map(copiesOfLead).find((one) => one !== undefined) ?? stated;
    if (copies !== undefined) fillCopies(materials, copies, reading);
    if (materials.length > 0) reading.draft.materials = materials;
    else reading.doubt('materials', text, '没有列出材料');
    const note = [reading.draft.materials_note, ...notes];
    const said = note.filter((one) => one !== undefined && one !== '');
    if (said.length > 0) reading.draft.materials_note = said.join('\n\n');
  },
};

const N = '(\\d{1,2}|[一二三四五六七八九十两])';
const DEFAULT = new RegExp(
  `^\\(?如?未(?:标记|标注|标明|注明|写明|说明)(?:数量|份数)[^。;]{0,6}?(?:为|均为|提供)${N}份\\)?[。;]?$`,
);
const FOR_ALL = new RegExp(
  `^\\(?(?:以上|上述)(?:所有|全部)?(?:申请)?(?:材料|资料|文件)[,]?(?:均|各)?(?:为)?(?:一式)?${N}份\\)?[。;]?$`,
);

const LEAD = new RegExp(`(?:材料|资料|文件)\\((?:均|各)?一式${N}份`);

/** `应当提交以下材料（一式2份）：` counts for all of them. */
function copiesOfLead(line: string): number | undefined {
  const match = LEAD.exec(toHalfWidth(line).replace(/\s+/g, ''));
  return match === null ? undefined : parseWholeNumber(match[1] ?? '');
}

/** Takes out lines that set a number of copies for all; they are kept as the note, too. */
function takeNotes(text: string): { notes: string[]; copies: number | undefined; list: string } {
  const notes: string[] = [];
  let copies: number | undefined;
  const list: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const clean = toHalfWidth(line).replace(/\s+/g, '');
    const match = FOR_ALL.exec(clean) ?? DEFAULT.exec(clean);
    if (match === null) {
      list.push(line);
      continue;
    }
    notes.push(toMarkdown(line));
    if (copies === undefined || FOR_ALL.test(clean)) copies = parseWholeNumber(match[1] ?? '');
  }
  return { notes, copies, list: list.join('\n') };
}

function readList(text: string, reading: Reading, notes: string[]): Material[] {
  const { lead, nodes: all, tail } = parseList(text);
  if (all.length === 0) return materialsOf(unnumbered(lead), {}, reading);
  notes.push(...lead.map(toMarkdown));
  const nodes = all.filter((node) => !isRule(node));
  notes.push(...all.filter(isRule).map(nodeToMarkdown));
  const groups = nodes.every((node) => node.children.length > 0);
  const found =
    groups && apart(nodes, reading)
      ? nodes.flatMap((node) => {
          const situations = [situationOf(reading, node.text).id];
          return materialsOf(node.children, { situations }, reading);
        })
      : withoutSingleHeading(nodes, reading, notes);
  notes.push(...tail.map(toMarkdown));
  return found;
}

/**
 * `提交指纹信息的具体规定如下：` sets rules for the materials and is none itself;
 * `第二项第（二）项中的申请材料包括：` explains an entry that is listed already.
 */
function isRule({ text, children }: ListNode): boolean {
  if (children.length === 0) return false;
  return EXPLAINS.test(text) || (/(?:规定|要求)(?:如下)?[：:]$/.test(text) && !/材料/.test(text));
}

const EXPLAINS = /^(?:上述|前述|以上)?第[（(]?[\d一二三四五六七八九十]+[）)]?[项条款].*包括[：:]$/;

/** Situations come from headings only where the time limits have not already named others. */
function apart(nodes: readonly ListNode[], reading: Reading): boolean {
  const headings = nodes.map((node) => node.text);
  if (reading.draft.situations === undefined) return areAlternatives(headings);
  return headings.every((heading) => findSituation(reading, heading) !== undefined);
}

/** A single line above the whole list, `申请人应当提交下列材料：`, speaks of all of them. */
function withoutSingleHeading(
  nodes: readonly ListNode[],
  reading: Reading,
  notes: string[],
): Material[] {
  const [only] = nodes;
  if (nodes.length !== 1 || only === undefined || only.marker !== '') {
    return materialsOf(nodes, {}, reading);
  }
  notes.push(toMarkdown(only.text));
  return materialsOf(only.children, {}, reading);
}

/** Without numbers every line is an entry; a single line is cut at semicolons. */
function unnumbered(lines: readonly string[]): ListNode[] {
  const [only, ...more] = lines;
  const parts = only !== undefined && more.length === 0 ? only.split(/[；;]/) : lines;
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => ({ marker: '', text: part.trim(), children: [] }));
}

/** The stated default holds where an entry names no number itself. */
function fillCopies(materials: readonly Material[], copies: number, reading: Reading): void {
  for (const material of materials) {
    if (material.copies !== undefined || named(material)) continue;
    material.copies = copies;
    reading.conclude('default-copies', 'materials');
  }
}

/** Sheets, sets and volumes are numbers, too, though none of copies. */
function named({ name, note = '' }: Material): boolean {
  return namesCount(name + note) || /[\d一二三四五六七八九十两]\s*[张套本册幅]/.test(name);
}
