import type { Paper, Saved, Saving } from '../../chain/papers.ts';
import type { BundleStep } from '../../model/schema.gen.ts';
import type { Block, ChecklistBlock, Inline } from '../guide.ts';
import { bundleLabel, itemLabel } from '../labels.ts';
import type { CardMaterial } from '../lists/card.ts';
import { link, listWords, paragraph } from '../words.ts';
import { type BundleSubject, memberName } from './bundle-chain.ts';
import { whenWords } from './member-blocks.ts';

/** 一套材料: the merged tick list, and what need not be submitted. */
export function bringBlocks(subject: BundleSubject): Block[] {
  const { needed, saved, unknown } = subject.chain.papers;
  const blocks: Block[] = [];
  if (needed.length > 0) {
    blocks.push({ kind: 'checklist', entries: needed.map((paper) => entry(paper, subject)) });
  }
  blocks.push(...savedBlocks(saved, needed));
  const silent = subject.chain.members.filter(({ id }) => unknown.includes(id));
  if (silent.length > 0) {
    const names = listWords(silent.map(memberName));
    blocks.push(paragraph(`这些事项没有写明申请材料，办之前先问清楚：${names}。`));
  }
  return blocks;
}

const WHY: Readonly<Record<Saving, string>> = {
  result: '前面办出来的，不用再交',
  shared: '由受理单位从共享数据里取，不用交',
  waived: '办理单位自己取得，不用交',
  regional: '所在区域已经做过，不用交',
};

/** What need not be handed in, each once, by how it is got. */
function savedBlocks(saved: readonly Saved[], needed: readonly Paper[]): Block[] {
  const asked = new Set(needed.map(({ name }) => name));
  const groups = new Map<Saving, Set<string>>();
  for (const { name, by } of saved) {
    if (asked.has(name)) continue;
    const group = groups.get(by) ?? new Set();
    groups.set(by, group.add(name));
  }
  const said = new Set<string>();
  // The keys of the table of reasons.
  return (Object.keys(WHY) as Saving[]).flatMap((by) => {
    const names = [...(groups.get(by) ?? [])].filter((name) => !said.has(name));
    for (const name of names) said.add(name);
    return names.length === 0 ? [] : [paragraph(`${WHY[by]}：${listWords(names)}。`)];
  });
}

function entry(paper: Paper, subject: BundleSubject): ChecklistBlock['entries'][number] {
  const shown = shownOf(paper, subject);
  const form = paper.isForm ? '' : (shown?.form ?? '');
  const details = detailWords(paper, shown, subject);
  const files = paper.isForm ? formLinks(subject) : (shown?.files ?? []);
  const strip = files.flatMap((file, at): Inline[] => (at === 0 ? [file] : [{ text: '　' }, file]));
  return {
    title: [{ text: form === '' ? paper.name : `${paper.name}（${form}）` }],
    details: [[{ text: details }], ...(strip.length === 0 ? [] : [strip])],
  };
}

/** Who needs it, for which situations and answers, and when. */
function detailWords(
  { uses, material }: Paper,
  shown: CardMaterial | undefined,
  subject: BundleSubject,
): string {
  const situations = uses.some(({ situation }) => situation !== undefined)
    ? []
    : (shown?.situations ?? []);
  const asked = uses.every((member) => conditionOf(member.at, subject) !== '')
    ? [...new Set(uses.map((member) => conditionOf(member.at, subject)))]
    : [];
  return [
    `用于${listWords([...new Set(uses.map(memberName))])}`,
    situations.length === 0 ? '' : `${itemLabel('materials.situations')}：${listWords(situations)}`,
    material.when === undefined ? '' : `${itemLabel('materials.when', 'short')}：${material.when}`,
    asked.length === 0 ? '' : `${asked.join('，或者')}时才交`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

/** When a member takes part, where that is not decided by the answers already. */
function conditionOf(at: number, { bundle, chain }: BundleSubject): string {
  const step: BundleStep | undefined = bundle.items[at];
  return Object.keys(chain.answers).length > 0 ? '' : whenWords({ bundle }, step?.when);
}

/** How the item's own guide shows a material. */
function shownOf({ material, uses }: Paper, { members }: BundleSubject): CardMaterial | undefined {
  const card = members.find(({ id }) => id === uses[0]?.id);
  return card?.share?.materials[material.at];
}

/** The one form of the bundle, blank and filled in. */
export function formLinks({ bundle }: Pick<BundleSubject, 'bundle'>): Inline[] {
  return [
    ...(bundle.form === undefined ? [] : [link('空白申请表', bundle.form)]),
    ...(bundle.sample === undefined ? [] : [link(bundleLabel('sample'), bundle.sample)]),
  ];
}
