import type { Block, Fact } from './guide.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';
import { cell, fact, factsBlock, listWords, paragraph, plainFact, yesNo } from './words.ts';

/** 基本信息: what the item is, who runs it and whom it is for. */
export function basicBlocks({ item, department, catalog }: Subject): Block[] {
  const { codes = {}, reach } = item;
  const joint = (item.joint ?? []).map((id) => catalog.departments.get(id)?.value.name ?? id);
  const facts: Fact[] = [
    ...plainFact('事项名称', item.name),
    ...plainFact('事项类型', item.type),
    ...plainFact('事项状态', item.state === '在用' ? undefined : item.state),
    ...plainFact('基本编码', codes.basic),
    ...plainFact('实施编码', codes.implementation),
    ...plainFact('业务办理项编码', codes.handling),
    ...plainFact('地方基本编码', codes.local_basic),
    ...plainFact('地方实施编码', codes.local),
    ...plainFact('实施主体', department?.name ?? item.department),
    ...plainFact('承办机构', item.division),
    ...plainFact('决定机构', item.decider),
    ...plainFact('委托部门', item.entrusted_by),
    ...plainFact('实施主体性质', item.body),
    ...plainFact('联办机构', listWords(joint)),
    ...plainFact('行使层级', item.level),
    ...plainFact('权力来源', item.power),
    ...plainFact('服务对象', listWords(item.audience ?? [])),
    ...plainFact(
      '主题分类',
      listWords([...(item.themes?.person ?? []), ...(item.themes?.enterprise ?? [])]),
    ),
    ...plainFact('办件类型', item.case),
    ...plainFact('审查类型', item.review),
    ...plainFact('审查方式', item.examination),
    ...plainFact('数量限制', item.quota),
    ...plainFact('通办范围', reach?.scope),
    ...plainFact('通办方式', reach?.mode),
    ...plainFact('通办地区', listWords(reach?.areas ?? [])),
    ...plainFact('服务方式', listWords(item.modes ?? [])),
    ...plainFact('是否进驻大厅', entered(item.hall_entry)),
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
      ...fact('行使内容', item.exercise),
      ...fact('权限划分', item.division_of_powers),
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
    if (names.length > 0) more.push(paragraph(`适用情形：${listWords(names)}`));
    if (basis !== undefined) more.push(paragraph(`依据：${subject.cite(basis)}`));
    return [...proseBlocks(text), ...more];
  });
  if (conditions.length > 0) blocks.push({ kind: 'list', ordered: true, items: conditions });
  if ((item.prohibitions ?? []).length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: '禁止性要求' });
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
        { title: '情形', weight: 2 },
        { title: '适用于', weight: 6 },
      ],
      rows: situations.map((each) => [cell(each.name), cell(each.when ?? each.name)]),
    },
  ];
}
