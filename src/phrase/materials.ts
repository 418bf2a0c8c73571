import { say } from '../model/words.ts';
import { namesCount, readMaterialName } from '../text/copies.ts';
import { nodeToMarkdown, toMarkdown } from '../text/list-markdown.ts';
import { insideBrackets, markerAt } from '../text/list-markers.ts';
import { type ListNode, parseList } from '../text/list-tree.ts';
import { parseWholeNumber, toHalfWidth } from '../text/numeral.ts';
import type { MaterialEntry } from './material-entry.ts';
import { ELSEWHERE, type MaterialContext, materialsOf } from './material-list.ts';
import { type Phrase, refused } from './phrase.ts';
import { areAlternatives, sameSituation } from './situation-names.ts';
import { MATERIAL } from './words.ts';
import { leftOver, NUMBERING } from './write-back.ts';

/** A list of materials taken apart; what is in `doubts` is left to people. */
export interface MaterialsReading {
  readonly entries: readonly MaterialEntry[];
  /** What is said of all of them, as Markdown paragraphs. */
  readonly notes: readonly string[];
  /** Said in so many words that nothing has to be handed in. */
  readonly none: boolean;
  /** How many entries took the number of copies that is stated for all. */
  readonly filled: number;
  readonly doubts: MaterialContext['doubts'];
}

const NONE =
  /^(?:本事项|该事项|全程网办，?)?(?:(?:无需|无须|不需要?|不用|免于?|免予|免去)(?:申请人)?(?:提交|提供|递交|上传|携带|报送)?(?:任何|其他|纸质)?(?:申请|申报|证明)?(?:材料|资料)?|零材料|无材料|无申请材料|免材料|不收取?材料)$/;

/** Reads a list of materials, knowing the situations the item has already. */
export function parseMaterials(source: string, situations?: readonly string[]): MaterialsReading {
  const bare = source.trim().replace(/[。.；;\s]+$/, '');
  const nothing = { entries: [], notes: [], none: false, filled: 0, doubts: [] };
  if (NONE.test(bare) && bare.length > 1) return { ...nothing, none: true };
  if (ELSEWHERE.test(bare) || /^(?:无|没有|暂无|不涉及|[-—/\\]+|n\/a)$/i.test(bare)) {
    return { ...nothing, doubts: [{ text: source, why: '没有列出材料' }] };
  }
  const { notes, copies: stated, list } = takeNotes(source);
  const context = { situations, doubts: [] };
  const entries = readList(list, context, notes);
  const copies = notes.map(copiesOfLead).find((one) => one !== undefined) ?? stated;
  const filled = copies === undefined ? entries : entries.map((one) => withCopies(one, copies));
  const changed = filled.filter((one, at) => one !== entries[at]).length;
  return { ...nothing, entries: filled, notes, filled: changed, doubts: context.doubts };
}

/** The materials of one phrase, all or nothing. */
export function readMaterials(source: string): Phrase<readonly MaterialEntry[]> {
  const { entries, none, doubts, notes } = parseMaterials(source);
  const [doubt] = doubts;
  if (none) return { understood: true, value: [], left: '' };
  if (doubt !== undefined) return refused(doubt.text, say(doubt.why, 'not understood in full'));
  if (entries.length === 0) return refused(source, say('没有列出材料', 'no material listed'));
  const left = notes.join('；');
  if (left === '') return { understood: true, value: entries, left };
  return { understood: true, value: entries, left, why: say('作为说明保留', 'kept as a note') };
}

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

function readList(text: string, context: MaterialContext, notes: string[]): MaterialEntry[] {
  const { lead, nodes: all, tail } = parseList(text);
  if (all.length === 0) return unnumbered(lead, context, notes);
  const left = leftOver(text, [...lead, ...all.flatMap(textsOf), ...tail], NUMBERING);
  if (left !== '') {
    context.doubts.push({ text, why: '写回去与原文不一致' });
    return [];
  }
  if (restarts(all)) {
    context.doubts.push({ text, why: '编号从头开始，看不出是不是另一种情形的材料' });
    return [];
  }
  notes.push(...lead.map(toMarkdown));
  const kept = all.filter((node) => !isRule(node) && !isNote(node));
  notes.push(...all.filter(isRule).map(nodeToMarkdown));
  notes.push(...all.filter(isNote).map(({ text: words }) => toMarkdown(words)));
  const groups = kept.every((node) => node.children.length > 0);
  const found =
    groups && apart(kept, context)
      ? kept.flatMap((node) => materialsOf(node.children, { situation: node.text }, context))
      : withoutSingleHeading(kept, context, notes);
  notes.push(...tail.map(toMarkdown));
  return found;
}

/** Whether numbers begin again among entries of one level, behind words that introduce them. */
function restarts(nodes: readonly ListNode[]): boolean {
  return nodes.some(({ marker, children }, at) => {
    const before = nodes[at - 1]?.text ?? '';
    const again = at > 0 && markerAt(`${marker}甲`)?.ordinal === 1 && /[：:]\s*$/.test(before);
    return again || restarts(children);
  });
}

function textsOf(node: ListNode): string[] {
  return [node.text, ...node.children.flatMap(textsOf)];
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

/** `（以上复印件加盖公章）` speaks of the papers and is none. */
function isNote({ text, children }: ListNode): boolean {
  return (
    children.length === 0 &&
    /^[（(](?:以上|上述|注[：:]|说明[：:])[^（）()]*[）)][。；;]?$/.test(text.trim())
  );
}

/** Situations come from headings only where the time limits have not already named others. */
function apart(nodes: readonly ListNode[], { situations }: MaterialContext): boolean {
  const headings = nodes.map((node) => node.text);
  if (situations === undefined) return areAlternatives(headings);
  return headings.every((heading) => situations.some((name) => sameSituation(name, heading)));
}

/** A single line above the whole list, `申请人应当提交下列材料：`, speaks of all of them. */
function withoutSingleHeading(
  nodes: readonly ListNode[],
  context: MaterialContext,
  notes: string[],
): MaterialEntry[] {
  const [only] = nodes;
  if (nodes.length !== 1 || only === undefined || only.marker !== '') {
    return materialsOf(nodes, {}, context);
  }
  notes.push(toMarkdown(only.text));
  return materialsOf(only.children, {}, context);
}

/** Without numbers every line is an entry; a single line is cut at semicolons, dashes, commas. */
function unnumbered(
  lines: readonly string[],
  context: MaterialContext,
  notes: string[],
): MaterialEntry[] {
  const [only, ...more] = lines;
  const parts = only !== undefined && more.length === 0 ? cutLine(only) : [...lines];
  if (parts === undefined) {
    context.doubts.push({ text: lines.join('\n'), why: '不能分出每一份材料' });
    return [];
  }
  if (parts.some((part) => markerAt(part.trim()) !== undefined && !/^[-•·*]/.test(part.trim()))) {
    context.doubts.push({ text: lines.join('\n'), why: '编号不连续，不能分出每一份材料' });
    return [];
  }
  const nodes = parts
    .map((part) => ({
      marker: '',
      text: part.trim().replace(/^(?:——|--|[-•·*])\s*/, ''),
      children: [],
    }))
    .filter(({ text }) => text !== '');
  notes.push(...nodes.filter(isNote).map(({ text }) => toMarkdown(text)));
  return materialsOf(
    nodes.filter((node) => !isNote(node)),
    {},
    context,
  );
}

/** A paper by the last word of its name. */
const PAPER =
  /(?:簿|户口本|存折|发票|收据|回执|卡|照片|相片|彩照|副本|正本|凭证|病历|公证书|护照|单|票据)(?:[（(][^（）()]*[）)])?$/;

/** Undefined where it cannot be told whether commas part papers. */
function cutLine(line: string): string[] | undefined {
  const semicolons = splitOutside(line, /[；;]|——+/);
  if (semicolons.length > 1) return semicolons;
  const bare = line.trim().replace(/[。.]$/, '');
  if (splitOutside(bare, /[●•■◆▪○★☆/／]/).length > 1) return undefined;
  const whole = readMaterialName(bare);
  if (!whole.unclear && splitOutside(whole.name, /[、，,]/).length === 1) return [line];
  const parts = splitOutside(bare, /[、，,]/);
  if (parts.length === 1) return [line];
  const papers = parts.filter((part) => MATERIAL.test(part) || PAPER.test(part.trim()));
  if (papers.length === parts.length) return parts;
  const one = splitOutside(bare, /、/).length === 1 && papers.length <= 1;
  return one ? [line] : undefined;
}

function splitOutside(text: string, separator: RegExp): string[] {
  const inside = insideBrackets(text);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(separator, 'g'))) {
    if (inside[match.index] === true) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** The stated default holds where an entry names no number itself. */
function withCopies(entry: MaterialEntry, copies: number): MaterialEntry {
  const { name, note = '' } = entry;
  // Sheets, sets and volumes are numbers, too, though none of copies.
  const named = namesCount(name + note) || /[\d一二三四五六七八九十两]\s*[张套本册幅]/.test(name);
  return entry.copies !== undefined || named ? entry : { ...entry, copies };
}
