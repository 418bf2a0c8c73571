import { dayWords } from '../../chain/day-words.ts';
import { APPLICANT } from '../../chain/fees.ts';
import { fiveOnes } from '../../chain/five-ones.ts';
import type { Counted } from '../../chain/visits.ts';
import type { Block } from '../guide.ts';
import { bundleLabel } from '../labels.ts';
import { cell, durationWords, listWords, paragraph } from '../words.ts';
import type { BundleSubject } from './bundle-chain.ts';

type Row = readonly [label: string, typed: string, alone: string, together: string];

/** 合并前后: what was published of the time before, each alone, and together as computed. */
export function compareBlocks(subject: BundleSubject): Block[] {
  const { bundle, chain } = subject;
  if (chain.members.length === 0) return typedBlocks(subject);
  const { before = {}, now = {} } = bundle;
  const { papers, visits, windows, steps } = chain;
  const { serial, critical } = chain.schedule;
  const unknown = '没有写明时限';
  const together = bundle.committed ?? now.limit;
  const rows: Row[] = [
    [
      bundleLabel('before.materials', 'plain'),
      count(before.materials, '份'),
      countWords({ ...papers, n: papers.before }, '份'),
      countWords({ ...papers, n: papers.after }, '份'),
    ],
    [bundleLabel('before.visits'), count(before.visits, '次'), ...pair(visits, '次')],
    ['窗口数', '', `${windows.before}个`, `${windows.after}个`],
    [bundleLabel('before.steps', 'plain'), count(before.steps, '个'), ...pair(steps, '个')],
    [
      bundleLabel('before.limit'),
      durationWords(before.limit ?? ''),
      serial === undefined ? unknown : dayWords(serial),
      together === undefined ? (critical ? dayWords(critical) : unknown) : durationWords(together),
    ],
    ['费用', '', feeWords(subject), feeWords(subject)],
  ];
  return [tableOf(rows)];
}

/** What is written of before and after where there are no members to compute from. */
function typedBlocks({
  bundle: { before = {}, now = {}, committed = '' },
}: BundleSubject): Block[] {
  const rows: Row[] = [
    [
      bundleLabel('before.materials', 'plain'),
      count(before.materials, '份'),
      '',
      count(now.materials, '份'),
    ],
    [bundleLabel('before.visits'), count(before.visits, '次'), '', count(now.visits, '次')],
    [bundleLabel('before.steps', 'plain'), count(before.steps, '个'), '', count(now.steps, '个')],
    [
      bundleLabel('before.limit'),
      durationWords(before.limit ?? ''),
      durationWords(committed),
      now.limit ?? '',
    ],
  ];
  return rows.every(([, ...cells]) => cells.every((each) => each === '')) ? [] : [tableOf(rows)];
}

function tableOf(rows: readonly Row[]): Block {
  const typed = rows.some(([, before]) => before !== '');
  const titles = ['比较', ...(typed ? [bundleLabel('before')] : []), '现在分开办', '合成一件办'];
  const cells = rows.map(([label, before, ...rest]) => [
    label,
    ...(typed ? [before] : []),
    ...rest,
  ]);
  return {
    kind: 'table',
    columns: titles.map((title) => ({ title, weight: 1 })),
    rows: cells.map((row) => row.map((text) => cell(text === '' ? '—' : text))),
  };
}

function count(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${value}${unit}`;
}

/** A number that is too low where something is not known says so. */
function countWords(
  { n, unknown }: { readonly n: number; readonly unknown: readonly string[] },
  unit: string,
): string {
  return unknown.length === 0 ? `${n}${unit}` : `至少${n}${unit}`;
}

function pair({ before, after, unknown }: Counted, unit: string): [string, string] {
  return [countWords({ n: before, unknown }, unit), countWords({ n: after, unknown }, unit)];
}

function feeWords({ chain: { fees } }: BundleSubject): string {
  const open = fees.open.length === 0 ? '' : `，另按标准收${listWords([...new Set(fees.open)])}`;
  if (fees.unknown.length > 0) return `至少${fees.yuan}元${open}`;
  if (fees.yuan === 0 && open === '') return '不收费';
  return fees.yuan === 0 ? open.replace('，另', '') : `${fees.yuan}元${open}`;
}

/** 收费: every charge, its standard and who pays; and what nobody has to pay for. */
export function chargeBlocks({ bundle, chain: { fees, members } }: BundleSubject): Block[] {
  const nameOf = (id: string): string =>
    members.find((member) => member.id === id)?.item.name ?? id;
  const rows = [
    ...fees.charges.map(({ member, name, standard, payer }) => [
      cell(name),
      cell(nameOf(member)),
      cell(standard),
      cell(payer),
    ]),
    ...(bundle.free ?? []).map(({ name, payer }) => [
      cell(name),
      cell(''),
      cell(`${APPLICANT}不付`),
      cell(payer),
    ]),
  ];
  if (rows.length === 0) return [];
  const columns = [
    { title: '项目', weight: 3 },
    { title: '事项', weight: 4 },
    { title: '标准', weight: 3 },
    { title: bundleLabel('free.payer'), weight: 2 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** 五个“一”: each proven or refuted. */
export function fiveBlocks({ chain }: BundleSubject): Block[] {
  if (chain.members.length === 0) return [];
  const rows = fiveOnes(chain).map(({ name, holds, why }) => [
    cell(name.zh),
    cell(holds ? '做到了' : '还没有做到'),
    cell(why.zh),
  ]);
  const columns = [
    { title: '要求', weight: 2 },
    { title: '结论', weight: 2 },
    { title: '根据', weight: 6 },
  ];
  return [{ kind: 'table', columns, rows }];
}

/** 区域评估成果: what the place already has. */
export function regionalBlocks({ bundle, chain }: BundleSubject): Block[] {
  const rows = (bundle.regional ?? []).map(({ material, note }) => [cell(material), cell(note)]);
  if (rows.length === 0) return [];
  const columns = [
    { title: bundleLabel('regional.material'), weight: 3 },
    { title: bundleLabel('regional.note'), weight: 5 },
  ];
  const count = chain.replaced.length;
  const saved = count === 0 ? [] : [paragraph(`因此不用办的事项有${count}项。`)];
  return [{ kind: 'table', columns, rows }, ...saved];
}
