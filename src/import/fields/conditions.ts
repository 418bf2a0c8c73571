import type { Condition } from '../../model/schema.gen.ts';
import { areAlternatives } from '../../phrase/situation-names.ts';
import { leftOver, NUMBERING } from '../../phrase/write-back.ts';
import { entryText, nodeToMarkdown, toMarkdown } from '../../text/list-markdown.ts';
import { type ListNode, parseList } from '../../text/list-tree.ts';
import { isNone, type Reading } from '../reading.ts';
import { findSituation, situationOf } from '../situations.ts';
import type { FieldReader } from './reader.ts';

/** 受理条件: one entry for each number at the outermost level, inner lists as Markdown lists. */
export const conditionsReader: FieldReader = {
  paths: ['conditions'],
  read(reading): void {
    const text = reading.text('conditions');
    if (text === undefined) return;
    if (isNone(text)) {
      reading.doubt('conditions', text, '写着“无”，看不出是没有条件还是没有填写');
      return;
    }
    const conditions = readConditions(text, reading);
    if (conditions.length > 0) reading.draft.conditions = conditions;
  },
};

/** A short entry is written as text alone, as the schema allows. */
type Entries = NonNullable<Reading['draft']['conditions']>;

function readConditions(text: string, reading: Reading): Entries {
  const { lead, nodes, tail } = parseList(text);
  const left = leftOver(text, [...lead, ...nodes.flatMap(textsOf), ...tail], NUMBERING);
  if (left !== '') {
    reading.doubt('conditions', text, '写回去与原文不一致');
    return [];
  }
  if (nodes.length === 0) return lead.map((line) => entry(toMarkdown(entryText(line))));
  const sentences = lead.filter((line) => !leadsIn(line));
  for (const line of lead.filter(leadsIn)) keepLead(reading, line);
  return [
    ...sentences.map((line) => entry(toMarkdown(entryText(line)))),
    ...outermost(nodes, reading),
    ...tail.map((line) => entry(toMarkdown(entryText(line)))),
  ];
}

function textsOf(node: ListNode): string[] {
  return [node.text, ...node.children.flatMap(textsOf)];
}

function outermost(nodes: readonly ListNode[], reading: Reading): Entries {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && only.marker === '' && leadsIn(only.text)) {
    keepLead(reading, only.text);
    return outermost(only.children, reading);
  }
  const alternatives =
    nodes.every((node) => node.children.length > 0) && nameSituations(nodes, reading);
  if (!alternatives) return nodes.map((node) => entry(nodeToMarkdown(node)));
  return nodes.flatMap((node) => {
    const situation = situationOf(reading, node.text);
    return node.children.map((child) => entry(nodeToMarkdown(child), [situation.id]));
  });
}

/** Headings name the situations the item has; else, if it has none, plain alternatives do. */
function nameSituations(nodes: readonly ListNode[], reading: Reading): boolean {
  const headings = nodes.map((node) => node.text);
  if (reading.draft.situations === undefined) return areAlternatives(headings);
  return headings.every((heading) => findSituation(reading, heading) !== undefined);
}

const LEAD = new RegExp(
  '^(?!.*(?:之一|任一|任何一|选择))(?:[^，,；;]*[，,])?[^，,；;]*?(?:应当?|须|必须|需要?)?(?:同时)?' +
    '(?:具备|符合|满足)?(?:的)?(?:下列|以下|如下)?(?:的)?(?:基本)?条件(?:如下)?[：:]$',
);

/** `申请人应当具备下列条件：` says nothing of its own; below 之一 the entries must stay together. */
function leadsIn(line: string): boolean {
  const clean = line.trim();
  return LEAD.test(clean) && !/(?:符合|具备|满足)[^，,]*[，,].*(?:符合|具备|满足)/.test(clean);
}

function keepLead(reading: Reading, line: string): void {
  reading.doubt('conditions', line, '引出条目的话，不是条件；条目已逐条填写');
}

function entry(text: string, situations?: string[]): Condition {
  // The schema resolves a plain string to { text }; writing it that way is the author's choice.
  return situations === undefined ? { text } : { text, situations };
}
