import type { Material } from '../../model/schema.gen.ts';
import { namesCount, readMaterialName } from '../../text/copies.ts';
import { insideBrackets } from '../../text/list-markers.ts';
import type { ListNode } from '../../text/list-tree.ts';
import { entryText, listToMarkdown, toMarkdown } from '../markdown.ts';
import type { Reading } from '../reading.ts';
import { findSituation, namesCase } from '../situations.ts';
import { MATERIAL } from '../words.ts';

/** What holds for all materials under a heading. */
export interface Scope {
  readonly situations?: string[];
  readonly when?: string;
  readonly note?: string;
}

/** Materials from list entries; an entry that introduces others gives way to them. */
export function materialsOf(
  nodes: readonly ListNode[],
  scope: Scope,
  reading: Reading,
): Material[] {
  const parted = nodes.map(partHeading);
  const scopes = scopesOf(parted, scope, reading);
  return parted.flatMap((node) => {
    const own = scopes.get(node);
    if (own === undefined) return [material(node, scope, reading)];
    const note = [scope.note, own.note].filter((one) => one !== undefined).join('\n\n');
    const inner = { ...scope, ...own, ...(note === '' ? {} : { note }) };
    return materialsOf(node.children, inner, reading);
  });
}

const HEADING = /(?:申报|申请|所需|提交)的?(?:材料|资料|文件)$/;

/** `延期开业申报材料` with the one material on the next line is a heading, too. */
function partHeading(node: ListNode): ListNode {
  const [first = '', ...more] = node.text.trim().split('\n');
  if (node.children.length > 0 || more.length === 0 || !HEADING.test(first.trim())) return node;
  const below = more.map((text) => ({ marker: '', text: text.trim(), children: [] }));
  return { ...node, text: first.trim(), children: below };
}

/** What the headings among these entries say; if one names a case, those of its kind do, too. */
function scopesOf(
  nodes: readonly ListNode[],
  outer: Scope,
  reading: Reading,
): Map<ListNode, Scope> {
  const headings = nodes.filter((node) => node.children.length > 0 && introducesMaterials(node));
  const scopes = new Map(headings.map((node) => [node, headingScope(node.text, reading)]));
  const ofKind = headings.filter((node) => HEADING.test(node.text.trim()));
  const ofCases =
    HEADING.test(outer.when ?? '') || ofKind.some((node) => scopes.get(node)?.note === undefined);
  if (!ofCases) return scopes;
  for (const node of ofKind) {
    const { note, ...rest } = scopes.get(node) ?? {};
    if (note !== undefined) scopes.set(node, { ...rest, when: note });
  }
  return scopes;
}

/** `…应提交下列材料：`, `首次申请：`; not `申请书（应当载明下列内容）：`, which lists its parts. */
function introducesMaterials({ text, children }: ListNode): boolean {
  const clean = text.trim();
  const [first = '', ...more] = clean.split('\n');
  if (LISTED.test(clean)) return true;
  if (/(?:内容|载明|包括|所列)[^，,]*[：:]?$/.test(clean)) return false;
  if (more.length > 0 && MATERIAL.test(first)) return false;
  if (HEADING.test(clean)) return true;
  if (/[：:]$/.test(clean)) {
    return ASKS.test(clean) || /(?:材料|资料|文件)[：:]$/.test(clean) || namesCase(clean);
  }
  return !MATERIAL.test(clean) && children.some((child) => MATERIAL.test(child.text));
}

/** `第二项中与申请事由相关的申请材料包括：` speaks of the entries below it. */
const LISTED = /(?:申请|申报|所需|提交)的?(?:材料|资料)包括[：:]?$/;
const ASKS = /提交|提供|报送|准备|附|下列|以下|如下|所需|需要?/;

/** A situation the item has, else when the materials are needed, else a note. */
function headingScope(heading: string, reading: Reading): Scope {
  const situation = findSituation(reading, heading);
  if (situation !== undefined) return { situations: [situation.id] };
  const clean = heading.trim().replace(/[：:]$/, '');
  if (LISTED.test(clean)) return { note: clean };
  const when =
    /的[，,]|情形|情况|时[，,]?|的$|^(?:如|若|属于|申请|设立|变更|办理)/.test(clean) ||
    namesCase(clean);
  return when ? { when: clean } : { note: clean };
}

function material(node: ListNode, scope: Scope, reading: Reading): Material {
  const { head, rest } = splitOffNote(node.text);
  const { name, unclear, form, copies, photocopies } = readMaterialName(head);
  const parts = node.children.length === 0 ? '' : listToMarkdown(node.children);
  const note = [scope.note ?? '', toMarkdown(entryText(rest)), parts].filter((one) => one !== '');
  if (unclear || namesCount(rest + parts)) {
    reading.doubt('materials', node.text, '份数写在材料名称或说明中间，没有自动填写');
  }
  return {
    name: name
      .replace(/[：:]$/, '')
      .replace(/^《([^《》]+)》$/, '$1')
      .trim(),
    ...(form === undefined ? {} : { form }),
    ...(copies === undefined ? {} : { copies }),
    ...(photocopies === undefined ? {} : { photocopies }),
    ...(scope.when === undefined ? {} : { when: scope.when }),
    ...(scope.situations === undefined ? {} : { situations: scope.situations }),
    ...(note.length === 0 ? {} : { note: note.join('\n\n') }),
  };
}

const DETAIL = /^[，,；;。]\s*(?:其?内容(?:应当?)?包[括含]|应当?(?:载明|注明|包[括含])|包括[：:])/;

/** What follows the first sentence, or 内容包括, or the first line, describes the material. */
function splitOffNote(text: string): { head: string; rest: string } {
  const inside = insideBrackets(text);
  for (let at = 1; at < text.length - 1; at++) {
    if (inside[at] === true && text[at] !== '\n') continue;
    if (/[。\n]/.test(text[at] ?? '')) {
      const head = text.slice(0, text[at] === '\n' ? at : at + 1);
      return { head, rest: text.slice(at + 1).trim() };
    }
    if (DETAIL.test(text.slice(at)))
      return { head: text.slice(0, at), rest: text.slice(at + 1).trim() };
  }
  return { head: text, rest: '' };
}
