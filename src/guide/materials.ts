import type { Material } from '../model/schema.gen.ts';
import type { Block, Column, Fact, Inline, TableBlock } from './guide.ts';
import { itemLabel } from './labels.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';
import {
  cell,
  durationWords,
  fact,
  factsBlock,
  link,
  listWords,
  NUMBERS,
  plainFact,
  sentences,
} from './words.ts';

/** 申请材料: a table of what to bring, then what is asked of each. */
export function materialBlocks(subject: Subject): Block[] {
  const { materials, materials_note } = subject.item;
  if (materials === undefined) return [];
  const note = proseBlocks(materials_note ?? '');
  if (materials.length === 0) {
    return [{ kind: 'paragraph', text: [{ text: '无需提交材料' }] }, ...note];
  }
  return [materialTable(materials, subject), ...note, ...requirementBlocks(materials, subject)];
}

type MaterialColumn = readonly [
  column: Column,
  cell: (material: Material, index: number, subject: Subject) => TableBlock['rows'][number][number],
];

const COLUMNS: readonly MaterialColumn[] = [
  [NUMBERS, (_, index) => cell(index + 1)],
  [
    { title: itemLabel('materials.name'), weight: 5 },
    (material) => [[{ text: material.name, strong: true }], ...fileLines(material)],
  ],
  [
    { title: '类型和份数', weight: 3 },
    (material) => [...cell(formWords(material)), ...mediumLine(material)],
  ],
  [
    { title: itemLabel('materials.source'), weight: 3 },
    ({ source, issuer }) => [source, issuer].flatMap((each) => cell(each)),
  ],
  [
    { title: itemLabel('materials.necessity', 'short'), weight: 2 },
    ({ necessity, waiver }) =>
      cell(waiver === undefined ? necessity : itemLabel('materials.waiver')),
  ],
  [
    { title: itemLabel('materials.situations'), weight: 3 },
    ({ situations }, _, subject) => subject.situationNames(situations).map(run),
  ],
];

function run(text: string): Inline[] {
  return [{ text }];
}

/** The table, without the columns that have nothing to say. */
function materialTable(materials: readonly Material[], subject: Subject): TableBlock {
  const filled = COLUMNS.map(([column, content]) => ({
    column,
    cells: materials.map((material, index) => content(material, index, subject)),
  })).filter(({ cells }) => cells.some((each) => each.length > 0));
  return {
    kind: 'table',
    columns: filled.map(({ column }) => column),
    rows: materials.map((_, index) => filled.map(({ cells }) => cells[index] ?? [])),
  };
}

/** 原件2份, 原件1份和复印件1份; empty when neither is known. */
export function formWords({ form, copies, photocopies }: Material): string {
  const count = copies === undefined || copies === 0 ? '' : `${copies}份`;
  if (photocopies === undefined) return (form ?? '') + count;
  const original = form === '复印件' || copies === 0 ? '' : `原件${count}`;
  return [original, `复印件${photocopies}份`].filter((part) => part !== '').join('和');
}

function mediumLine({ medium, size }: Material) {
  return cell([medium, size].filter((part) => part !== undefined).join('，'));
}

/** Links to the blank form and the filled sample. */
export function fileLinks({ blank, sample }: Material): Inline[] {
  const links: Inline[] = [];
  if (blank !== undefined) links.push(link(itemLabel('materials.blank'), blank));
  if (sample !== undefined) links.push(link(itemLabel('materials.sample'), sample));
  // What leads nowhere is told by the check; without an address it is no link.
  return links.filter(({ href }) => href !== undefined);
}

function fileLines(material: Material): Inline[][] {
  return fileLinks(material).map((each) => [each]);
}

/** How a material need not be handed in; undefined when it must be. */
export function waiverWords({ waiver }: Material): string | undefined {
  if (waiver === undefined) return undefined;
  return sentences([
    waiver.how,
    waiver.note,
    waiver.fallback && `${itemLabel('materials.waiver.fallback')}：${waiver.fallback}`,
  ]);
}

/** What to do about a material that may follow later; undefined for the rest. */
export function deferralWords({ deferral }: Material): string | undefined {
  if (deferral === undefined) return undefined;
  return sentences([
    `${durationWords(deferral.within)}内补正`,
    deferral.how,
    deferral.overdue && `逾期未补正：${deferral.overdue}`,
  ]);
}

function requirementBlocks(materials: readonly Material[], subject: Subject): Block[] {
  const blocks = materials.flatMap((material, index): Block[] => {
    const facts = requirements(material, subject).map((each) => each.fact);
    if (facts.length === 0) return [];
    return [
      { kind: 'heading', level: 4, text: `${index + 1}. ${material.name}` },
      ...factsBlock(facts),
    ];
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 3, text: '材料要求' }, ...blocks];
}

/** A field in which something is asked of a material, and what. */
export interface Requirement {
  readonly field: keyof Material;
  readonly fact: Fact;
}

/** What is asked of one material, besides its form and number. */
export function requirements(material: Material, subject: Subject): Requirement[] {
  const asked: readonly [field: keyof Material, facts: Fact[]][] = [
    ['when', plainFact(itemLabel('materials.when'), material.when)],
    ['criteria', fact(itemLabel('materials.criteria'), material.criteria)],
    ['filling', fact(itemLabel('materials.filling'), material.filling)],
    ['fields', plainFact(itemLabel('materials.fields'), fieldWords(material))],
    ['seal', plainFact(itemLabel('materials.seal'), material.seal)],
    ['mistakes', plainFact(itemLabel('materials.mistakes'), sentences(material.mistakes ?? []))],
    ['waiver', plainFact(itemLabel('materials.waiver.how'), waiverWords(material))],
    ['deferral', plainFact(itemLabel('materials.deferral'), deferralWords(material))],
    ['unwaived', plainFact(itemLabel('materials.unwaived'), material.unwaived)],
    [
      'basis',
      plainFact(itemLabel('materials.basis'), material.basis && subject.cite(material.basis)),
    ],
    ['note', fact(itemLabel('materials.note'), material.note)],
  ];
  return asked.flatMap(([field, facts]) => facts.map((each) => ({ field, fact: each })));
}

/** The fields of a form, and from which certificate each is filled. */
function fieldWords({ fields = [] }: Material): string {
  return listWords(fields.map(({ name, from }) => (from ? `${name}（从${from}带出）` : name)));
}

/** Materials that the applicant brings, and those that are obtained for him. */
export function splitByWaiver(materials: readonly Material[]): [Material[], Material[]] {
  const bring = materials.filter((material) => material.waiver === undefined);
  return [bring, materials.filter((material) => material.waiver !== undefined)];
}

/** 取水许可证（电子证照）、营业执照（数据共享). */
export function waivedWords(materials: readonly Material[]): string {
  return listWords(materials.map(({ name, waiver }) => `${name}（${waiver?.how}）`));
}
