import type { Block, Fact } from './guide.ts';
import { itemLabel } from './labels.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';
import { cell, fact, factsBlock, listWords, paragraph, plainFact, yesNo } from './words.ts';

/** 基本信息: what the item is, who runs it and whom it is for. */
export function basicBlocks({ item, department, catalog }: Subject): Block[] {
  const { codes = {}, reach } = item;
  const joint = (item.joint ?? []).map((id) => catalog.departments.get(id)?.value.name ?? id);
  const facts: Fact[] = [
    ...plainFact(itemLabel('name'), item.name),
    ...plainFact(itemLabel('type'), item.type),
    ...plainFact(itemLabel('state'), item.state === '在用' ? undefined : item.state),
    ...plainFact(itemLabel('codes.basic'), codes.basic),
    ...plainFact(itemLabel('codes.implementation'), codes.implementation),
    ...plainFact(itemLabel('codes.handling'), codes.handling),
    ...plainFact(itemLabel('codes.local_basic'), codes.local_basic),
    ...plainFact(itemLabel('codes.local'), codes.local),
    ...plainFact(itemLabel('department'), department?.name ?? item.department),
    ...plainFact(itemLabel('division'), item.division),
    ...plainFact(itemLabel('decider'), item.decider),
    ...plainFact(itemLabel('entrusted_by'), item.entrusted_by),
    ...plainFact(itemLabel('body'), item.body),
    ...plainFact(itemLabel('joint'), listWords(joint)),
    ...plainFact(itemLabel('level'), item.level),
    ...plainFact(itemLabel('power'), item.power),
    ...plainFact(itemLabel('audience'), listWords(item.audience ?? [])),
    ...plainFact(
      itemLabel('themes'),
      listWords([...(item.themes?.person ?? []), ...(item.themes?.enterprise ?? [])]),
    ),
    ...plainFact(itemLabel('case'), item.case),
    ...plainFact(itemLabel('review'), item.review),
    ...plainFact(itemLabel('examination'), item.examination),
    ...plainFact(itemLabel('quota'), item.quota),
    ...plainFact(itemLabel('reach.scope'), reach?.scope),
    ...plainFact(itemLabel('reach.mode'), reach?.mode),
    ...plainFact(itemLabel('reach.areas'), listWords(reach?.areas ?? [])),
    ...plainFact(itemLabel('modes'), listWords(item.modes ?? [])),
    ...plainFact(itemLabel('hall_entry.entered'), entered(item.hall_entry)),
  ];
  return factsBlock(facts);
}

function entered(entry: Subject['item']['hall_entry']): string | undefined {
  if (entry === undefined) return undefined;
  return entry.reason === undefined
    ? yesNo(entry.entered)
    : `${yesNo(entry.entered)}，${entry.reason}`;
}

/** 适用范围 and what the power covers. */
export function scopeBlocks({ item }: Subject): Block[] {
  return [
    ...proseBlocks(item.scope ?? ''),
    ...factsBlock([
      ...fact(itemLabel('exercise'), item.exercise),
      ...fact(itemLabel('division_of_powers'), item.division_of_powers),
    ]),
  ];
}

/** 受理条件, each its own entry, and what is not allowed. */
export function conditionBlocks(subject: Subject): Block[] {
  const { item } = subject;
  const blocks: Block[] = [];
  const conditions = (item.conditions ?? []).map(({ text, situations, basis }) => {
    const names = subject.situationNames(situations);
    const more: Block[] = [];
    if (names.length > 0)
      more.push(paragraph(`${itemLabel('conditions.situations')}：${listWords(names)}`));
    if (basis !== undefined)
      more.push(paragraph(`${itemLabel('conditions.basis', 'short')}：${subject.cite(basis)}`));
    return [...proseBlocks(text), ...more];
  });
  if (conditions.length > 0) blocks.push({ kind: 'list', ordered: true, items: conditions });
  if ((item.prohibitions ?? []).length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: itemLabel('prohibitions') });
    blocks.push({ kind: 'list', ordered: true, items: (item.prohibitions ?? []).map(proseBlocks) });
  }
  return blocks;
}

/** 办理情形: which cases there are and what they mean. */
export function situationBlocks({ item }: Subject): Block[] {
  const situations = item.situations ?? [];
  if (situations.length === 0) return [];
  if (situations.every((each) => each.when === undefined)) {
    return [paragraph(`本事项分为：${listWords(situations.map((each) => each.name))}。`)];
  }
  return [
    {
      kind: 'table',
      columns: [
        { title: itemLabel('situations.name', 'short'), weight: 2 },
        { title: itemLabel('situations.when', 'short'), weight: 6 },
      ],
      rows: situations.map((each) => [cell(each.name), cell(each.when ?? each.name)]),
    },
  ];
}
