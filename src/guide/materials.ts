import type { Material } from '../model/schema.gen.ts';
import type { Block, Cell, Inline } from './guide.ts';
import { proseBlocks, proseCell } from './prose.ts';
import type { Subject } from './subject.ts';
import { cell, durationWords, link, listWords } from './words.ts';

/** 申请材料: one row a material, with everything that is asked of it. */
export function materialBlocks(subject: Subject): Block[] {
  const { materials, materials_note } = subject.item;
  if (materials === undefined) return [];
  const note = proseBlocks(materials_note ?? '');
  if (materials.length === 0) {
    return [{ kind: 'paragraph', text: [{ text: '无需提交材料' }] }, ...note];
  }
  const columns = [
    { title: '序号', weight: 0.9, align: 'center' as const },
    { title: '材料名称', weight: 4 },
    { title: '类型和份数', weight: 2 },
    { title: '来源渠道', weight: 2 },
    { title: '必要性', weight: 1.6 },
    { title: '要求和说明', weight: 6 },
  ];
  const rows = materials.map((material, index) => [
    cell(index + 1),
    [[{ text: material.name, strong: true as const }], ...fileLines(material)],
    [formWords(material), material.medium, material.size].flatMap((each) => cell(each)),
    [material.source, material.issuer].flatMap((each) => cell(each)),
    necessityCell(material),
    requirementCell(material, subject),
  ]);
  return [{ kind: 'table', columns, rows }, ...note];
}

/** 原件2份, 原件1份和复印件1份; empty when neither is known. */
export function formWords({ form, copies, photocopies }: Material): string {
  const count = copies === undefined ? '' : `${copies}份`;
  if (photocopies === undefined) return (form ?? '') + count;
  const original = form === '复印件' ? '' : `原件${count}`;
  return [original, `复印件${photocopies}份`].filter((part) => part !== '').join('和');
}

/** Links to the blank form and the filled sample. */
export function fileLinks({ blank, sample }: Material): Inline[] {
  const links: Inline[] = [];
  if (blank !== undefined) links.push(link('空白表格', blank));
  if (sample !== undefined) links.push(link('示例样表', sample));
  return links;
}

function fileLines(material: Material): Inline[][] {
  return fileLinks(material).map((each) => [each]);
}

function necessityCell({ necessity, when }: Material): Cell {
  return [...cell(necessity), ...cell(when)];
}

/** How a material need not be handed in; undefined when it must be. */
export function waiverWords({ waiver }: Material): string | undefined {
  if (waiver === undefined) return undefined;
  const note = waiver.note === undefined ? '' : `，${waiver.note}`;
  const fallback = waiver.fallback === undefined ? '' : `；无法免提交时${waiver.fallback}`;
  return `免提交：${waiver.how}${note}${fallback}`;
}

/** What to do about a material that may follow later; undefined for the rest. */
export function deferralWords({ deferral }: Material): string | undefined {
  if (deferral === undefined) return undefined;
  const how = deferral.how === undefined ? '' : `，${deferral.how}`;
  const overdue = deferral.overdue === undefined ? '' : `，逾期未补正的，${deferral.overdue}`;
  return `可容缺后补：${durationWords(deferral.within)}内补正${how}${overdue}`;
}

function requirementCell(material: Material, subject: Subject): Cell {
  const situations = subject.situationNames(material.situations);
  const mistakes = material.mistakes ?? [];
  return [
    ...cell(situations.length === 0 ? undefined : `适用情形：${listWords(situations)}`),
    ...labelled('受理标准', material.criteria),
    ...labelled('填报须知', material.filling),
    ...labelled('签章要求', material.seal),
    ...cell(mistakes.length === 0 ? undefined : `常见错误：${mistakes.join('；')}`),
    ...cell(waiverWords(material)),
    ...cell(deferralWords(material)),
    ...labelled('未免提交理由', material.unwaived),
    ...cell(material.basis === undefined ? undefined : `依据：${subject.cite(material.basis)}`),
    ...labelled('备注', material.note),
  ];
}

function labelled(label: string, text: string | undefined): Cell {
  if (text === undefined || text === '') return [];
  const [first = [], ...rest] = proseCell(text);
  return [[{ text: `${label}：` }, ...first], ...rest];
}
