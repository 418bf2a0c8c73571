import type { Material } from '../../model/schema.gen.ts';
import type { Bring, BringGroup, Tick } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { fileLinks, formWords, type Requirement, requirements, waiverWords } from '../materials.ts';
import { proseBlocks } from '../prose.ts';
import type { Subject } from '../subject.ts';
import { durationWords } from '../words.ts';

/** The tick lists: one when the materials are the same for all, else one a situation. */
export function bringOf(subject: Subject): Bring | undefined {
  const { materials, materials_note, situations = [] } = subject.item;
  if (materials === undefined) return undefined;
  const ticks = materials.map((material, index) => ({
    material,
    tick: tickOf(material, index, subject),
  }));
  const depends = materials.some((each) => (each.situations ?? []).length > 0);
  const groups =
    depends && situations.length > 0
      ? situations.map(({ id, name, when, committed }) =>
          groupOf(
            { id: `situation-${id}`, name, lead: leadWords(when, committed) },
            ticks.filter(({ material }) => isFor(material, id)),
          ),
        )
      : [groupOf({ id: 'bring-all', name: '', lead: '' }, ticks)];
  return { groups, note: proseBlocks(materials_note ?? '') };
}

function isFor({ situations = [] }: Material, id: string): boolean {
  return situations.length === 0 || situations.includes(id);
}

function leadWords(when: string | undefined, committed: string | undefined): string {
  const limit = committed === undefined ? '' : `${durationWords(committed)}内办结。`;
  return [
    when === undefined ? '' : `${itemLabel('situations.when', 'short')}：${when}`,
    limit,
  ].join('');
}

type Line = { readonly material: Material; readonly tick: Tick };

function groupOf(
  head: { readonly id: string; readonly name: string; readonly lead: string },
  lines: readonly Line[],
): BringGroup {
  const ticks = lines.filter(({ material }) => material.waiver === undefined);
  const waived = lines.filter(({ material }) => material.waiver !== undefined);
  return {
    ...head,
    count: countWords(ticks.length, waived.length),
    ticks: ticks.map(({ tick }) => tick),
    waived: waived.map(({ tick }) => tick),
  };
}

/** Of an item that asks for nothing but what is looked up or shared. */
export function allWaivedWords(waived: number): string {
  return `${waived}项材料${waived === 1 ? '' : '全部'}免提交`;
}

function countWords(needed: number, waived: number): string {
  if (needed === 0) return waived === 0 ? '不用交材料。' : `${allWaivedWords(waived)}，不用带。`;
  const free = waived === 0 ? '' : `；另有${waived}项免提交，不用带`;
  return `要带${needed}项，带齐一项勾一项${free}。`;
}

/** Said in the line itself already. */
const SAID: ReadonlySet<Requirement['field']> = new Set(['when', 'waiver']);

function tickOf(material: Material, index: number, subject: Subject): Tick {
  const waiver = waiverWords(material);
  const details = waiver === undefined ? ownDetails(material) : [waiver];
  const asked = requirements(material, subject).filter(({ field }) => !SAID.has(field));
  const remark = shortRemark(asked);
  return {
    key: material.id ?? String(index + 1),
    name: material.name,
    details: remark === '' ? details : [...details, remark],
    files: fileLinks(material),
    asked: remark === '' ? asked.map(({ fact }) => fact) : [],
  };
}

/** A short remark that is all there is to say stands in the open; empty when there is more. */
function shortRemark([first, ...more]: readonly Requirement[]): string {
  if (first?.field !== 'note' || more.length > 0) return '';
  const { value } = first.fact;
  const text = value.map((run) => run.text).join('');
  return text.length <= 60 && value.every(({ href }) => href === undefined) ? text : '';
}

/** Sources that tell where to get a material. */
const SOURCES: readonly Material['source'][] = ['申请人自备', '政府部门核发', '中介机构出具'];

function ownDetails(material: Material): string[] {
  const { medium, size, source, issuer, when, deferral, necessity } = material;
  const paper = medium === '电子' ? '' : (size ?? '');
  const form = [formWords(material), medium, paper].filter((part) => part !== '' && part);
  const from =
    issuer === undefined ? (SOURCES.find((each) => each === source) ?? '') : `由${issuer}出具`;
  const details = [
    form.join('，'),
    from,
    when === undefined ? (necessity === '非必要' ? '非必要材料' : '') : `只在这种情况要：${when}`,
    deferral === undefined ? '' : `暂时没有可以先办，${durationWords(deferral.within)}内补交`,
  ];
  return details.filter((part) => part !== '');
}
