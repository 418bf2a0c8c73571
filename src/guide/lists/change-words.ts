import type { SharedCatalog } from '../../model/catalog.ts';
import type { FieldChange } from '../../model/change.ts';
import { windowWords } from '../access.ts';
import type { Fact } from '../guide.ts';
import { dateWords, durationWords, plainFact } from '../words.ts';
import type { SiteChange } from './site-data.ts';

const NOUNS = { item: '事项', hall: '大厅', bundle: '一件事' } as const;

/** A change in sentences, one a line: what happened, each field, from when it holds. */
export function changeLines(change: SiteChange, catalog: SharedCatalog): string[] {
  const { kind, event, fields, effective, version } = change;
  const number = version === undefined ? '' : `第${version}版`;
  if (event === '施行') return [`${number}办事指南开始施行`];
  const noun = NOUNS[kind];
  const head = { 新增: [`新增${noun}`], 取消: [`${noun}取消`], 变更: [] }[event];
  const from = effective === undefined ? [] : [`自${dateWords(effective)}起施行`];
  return [...head, ...fields.map((field) => fieldLine(field, catalog)), ...from];
}

const SHOWN = 3;

/** What changed of late, a line a day; takes what changed newest first. */
export function changeFacts(changes: readonly SiteChange[], catalog: SharedCatalog): Fact[] {
  return changes.slice(0, SHOWN).flatMap((change) => {
    const words = changeLines(change, catalog).join('；');
    return plainFact(`${dateWords(change.date)}更新`, words);
  });
}

/** 承诺办结时限：由20个工作日改为10个工作日（减负）. */
export function fieldLine(change: FieldChange, catalog: SharedCatalog): string {
  const [before, after] = shown(change, catalog);
  const label = change.of === '' ? change.label : `${change.of}的${change.label}`;
  const note = change.burden === '中性' ? '' : `（${change.burden}）`;
  if (change.entry === true) {
    return before === '' ? `增加${label}“${after}”${note}` : `减少${label}“${before}”${note}`;
  }
  if (before === '') return `${label}：写明“${after}”${note}`;
  if (after === '') return `${label}：删去“${before}”${note}`;
  return `${label}：由“${before}”改为“${after}”${note}`;
}

/** Both texts as a reader knows them: names for ids, long ones only around what differs. */
function shown({ pointer, before, after }: FieldChange, catalog: SharedCatalog): [string, string] {
  const named = (text: string): string => durationWords(nameOf(pointer, text, catalog));
  const [old, now] = [named(before), named(after)].map(inQuotes);
  return around(old ?? '', now ?? '');
}

/** Quoted in turn, quotation marks become single ones. */
function inQuotes(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('“', '‘').replaceAll('”', '’');
}

function nameOf(pointer: string, text: string, { departments, halls }: SharedCatalog): string {
  if (pointer === '/department') return departments.get(text)?.value.name ?? text;
  if (!/^\/channels\/windows\/\d+$/.test(pointer)) return text;
  const [id = '', windowId] = text.split(' ');
  const hall = halls.get(id)?.value;
  const window = hall?.windows.find((each) => each.id === windowId);
  return hall === undefined || window === undefined ? text : windowWords(hall.name, window);
}

const LONG = 60;
const LEAD = 10;

/** Cuts what both begin with, and what is over after a few lines. */
function around(before: string, after: string): [string, string] {
  if (before.length <= LONG && after.length <= LONG) return [before, after];
  const [old, now] = [[...before], [...after]];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  const start = before === '' || after === '' ? 0 : Math.max(0, same - LEAD);
  return [cut(old, start), cut(now, start)];
}

function cut(text: readonly string[], start: number): string {
  const part = text.slice(start, start + LONG).join('');
  return `${start > 0 ? '……' : ''}${part}${text.length > start + LONG ? '……' : ''}`;
}
