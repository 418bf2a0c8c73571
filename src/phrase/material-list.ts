import type { ListNode } from '../text/list-tree.ts';
import { type MaterialEntry, type MaterialScope, readMaterial } from './material-entry.ts';
import { namesCase, sameSituation } from './situation-names.ts';
import { MATERIAL } from './words.ts';

/** What reading a list gathers on the way. */
export interface MaterialContext {
  /** Names of situations that the item has already; undefined where it has none. */
  readonly situations: readonly string[] | undefined;
  /** Entries that are left to people, word for word, and why. */
  readonly doubts: { readonly text: string; readonly why: string }[];
}

/** Materials from list entries; an entry that introduces others gives way to them. */
export function materialsOf(
  nodes: readonly ListNode[],
  scope: MaterialScope,
  context: MaterialContext,
): MaterialEntry[] {
  const parted = nodes.map(partHeading);
  const scopes = scopesOf(parted, scope, context);
  return parted.flatMap((node) => {
    const own = scopes.get(node);
    if (own === undefined) return entryOf(node, scope, context);
    const note = [scope.note, own.note].filter((one) => one !== undefined).join('\n\n');
    const inner = { ...scope, ...own, ...(note === '' ? {} : { note }) };
    return materialsOf(node.children, inner, context);
  });
}

/** Words that only point elsewhere. */
export const ELSEWHERE =
  /^(?:具体|其他材料|其余|申请材料)?(?:详见|见|请见|参见|参照|请参见|详情见|按照?)[^，；。]{0,16}(?:附件|附表|附录|清单|指南|网站?|目录|通知|官网|系统|规定|后)[^，；。]{0,8}$/;

function entryOf(
  node: ListNode,
  scope: MaterialScope,
  { doubts }: MaterialContext,
): MaterialEntry[] {
  if (ELSEWHERE.test(node.text.trim().replace(/[。；;]$/, ''))) {
    doubts.push({ text: node.text, why: '没有写明是什么材料' });
    return [];
  }
  if (/[\s；;。]\d{1,2}[.、．](?!\d{2})\S/.test(node.text.split('\n')[0] ?? '')) {
    doubts.push({ text: node.text, why: '编号不连续，不能分出每一份材料' });
    return [];
  }
  const { entry, doubt } = readMaterial(node, scope);
  if (doubt !== undefined) doubts.push({ text: node.text, why: doubt });
  return [entry];
}

const HEADING = /(?:申报|申请|所需|提交)的?(?:材料|资料|文件)$/;
/** Headings of parts of a list, which no office asks for by that name. */
const PART =
  /^(?:共性|个性|通用|公共|共用|基本|基础|必备|必要|必须|必需|可选|专项|特殊|容缺|核心|主要|差异化?)(?:申请|申报|提交)?(?:材料|资料|要件)?(?:清单)?[：:]?$/;

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
  outer: MaterialScope,
  context: MaterialContext,
): Map<ListNode, MaterialScope> {
  const headings = nodes.filter((node) => node.children.length > 0 && introducesMaterials(node));
  const scopes = new Map(headings.map((node) => [node, headingScope(node.text, context)]));
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
  if (LISTED.test(clean) || PART.test(clean)) return true;
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
function headingScope(heading: string, { situations = [] }: MaterialContext): MaterialScope {
  const situation = situations.find((name) => sameSituation(name, heading));
  if (situation !== undefined) return { situation };
  const clean = heading.trim().replace(/[：:]$/, '');
  if (LISTED.test(clean)) return { note: clean };
  const when =
    /的[，,]|情形|情况|时[，,]?|的$|^(?:如|若|属于|申请|设立|变更|办理)/.test(clean) ||
    namesCase(clean);
  return when ? { when: clean } : { note: clean };
}
