import type { Item } from '../src/model/schema.gen.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Edit = (item: Item, random: Random) => void;

const among = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];
const dropOne = <T>(list: T[] | undefined, random: Random): void => {
  if (list !== undefined && list.length > 1) list.splice(Math.floor(random() * list.length), 1);
};
const shuffled = <T>(list: T[], random: Random): void => {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
};
const toggled = <T>(list: T[], value: T): void => {
  const at = list.indexOf(value);
  if (at === -1) list.push(value);
  else if (list.length > 1) list.splice(at, 1);
};

/** Edits of every kind that adds to what people have to do, or takes from it, or does neither. */
export const EDITS: readonly Edit[] = [
  (item, random) => {
    item.limits = { ...item.limits, committed: `${1 + Math.floor(random() * 30)}个工作日` };
  },
  (item, random) => {
    item.limits = { ...item.limits, statutory: `${1 + Math.floor(random() * 60)}个工作日` };
  },
  ({ limits }) => {
    if (limits !== undefined) delete limits.acceptance;
  },
  (item, random) => {
    const name = among(['承诺书', '场所平面图', '验资报告', '无违规记录证明'], random) ?? '';
    if (item.materials?.some((each) => each.name === name)) return;
    item.materials = [{ name, form: '原件', copies: 1 }, ...(item.materials ?? [])];
  },
  ({ materials }, random) => dropOne(materials, random),
  ({ materials = [] }, random) => {
    const paper = among(materials, random);
    if (paper !== undefined) paper.copies = Math.floor(random() * 4) + 1;
  },
  ({ materials = [] }, random) => {
    const paper = among(materials, random);
    if (paper === undefined) return;
    if (paper.waiver === undefined) paper.waiver = { how: '数据共享' };
    else delete paper.waiver;
  },
  ({ materials = [] }, random) => {
    const paper = among(materials, random);
    if (paper === undefined) return;
    if (paper.deferral === undefined) paper.deferral = { within: '5个工作日' };
    else delete paper.deferral;
  },
  ({ materials = [] }, random) => {
    const paper = among(materials, random);
    if (paper?.necessity === undefined) return;
    const word = among(['必要', '非必要', '容缺后补'] as const, random);
    if (word !== undefined) paper.necessity = word;
  },
  ({ materials = [] }, random) => {
    const paper = among(materials, random);
    if (paper === undefined) return;
    if (paper.seal === undefined) paper.seal = '加盖公章';
    else delete paper.seal;
  },
  (item, random) => {
    const age = 16 + Math.floor(random() * 5);
    const text = `年满${age}周岁。`;
    const others = (item.conditions ?? []).filter((each) => !each.text.startsWith('年满'));
    item.conditions = [...others, { text }];
  },
  ({ conditions }, random) => dropOne(conditions, random),
  (item, random) => {
    const name = among(['现场踏勘', '集体会审', '复核'], random) ?? '';
    if (item.steps?.some((each) => each.name === name)) return;
    item.steps = [...(item.steps ?? []), { name }];
  },
  ({ steps }, random) => dropOne(steps, random),
  (item, random) => {
    if (item.visits !== undefined) item.visits = Math.floor(random() * 3);
  },
  (item) => {
    item.case = item.case === '即办件' ? '承诺件' : '即办件';
  },
  (item, random) => {
    item.fees =
      random() < 0.5
        ? '不收费'
        : [{ name: '工本费', standard: `${5 + Math.floor(random() * 9)}元/本` }];
  },
  ({ audience = [] }, random) =>
    toggled(
      audience,
      among(['自然人', '企业法人', '事业法人', '其他组织'] as const, random) ?? '自然人',
    ),
  (item, random) => {
    item.modes = [...(item.modes ?? ['预约服务'])];
    toggled(item.modes, among(['容缺受理', '帮办代办', '告知承诺'] as const, random) ?? '容缺受理');
  },
  ({ channels }, random) => {
    if (channels?.handling === undefined) return;
    toggled(channels.handling, among(['网上办理', '快递申请'] as const, random) ?? '网上办理');
  },
  ({ channels }) => {
    if (channels === undefined) return;
    if (channels.online === undefined) channels.online = 'https://example.gov.cn/apply';
    else delete channels.online;
  },
  ({ channels }) => {
    if (channels !== undefined) channels.express = channels.express !== true;
  },
  ({ result }, random) => {
    if (result?.validity !== undefined)
      result.validity = among(['3年', '5年', '长期有效'], random) ?? '5年';
  },
  (item) => {
    item.intermediary = item.intermediary === undefined ? [{ name: '编制论证报告' }] : [];
    if (item.intermediary.length === 0) delete item.intermediary;
  },
  ({ materials = [], steps = [], conditions = [] }, random) => {
    shuffled(materials, random);
    shuffled(steps, random);
    shuffled(conditions, random);
  },
  (item, random) => {
    item.summary = `${item.summary ?? ''}${among(['请提前预约。', '详见附件。'], random)}`;
  },
  (item) => {
    item.reviewed = '2026-10-30';
  },
];
