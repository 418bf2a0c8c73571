/** What a row of a table is besides a record. */
export type RowKind =
  | 'blank'
  | 'head'
  | 'section'
  | 'total'
  | 'signature'
  | 'note'
  | 'nameless'
  | 'record';

/** What the report says of rows that are no records. */
export const KIND_WORDS: Readonly<Partial<Record<RowKind, string>>> = {
  head: '重复的表头',
  section: '分节的标题',
  total: '合计',
  signature: '填表、审核的落款',
  note: '说明',
  nameless: '没有事项名称',
};

const TOTAL =
  /^(?:合计|总计|小计|共计|累计|总数|汇总)(?:[:：（(].*)?$|^(?:总计|合计|小计|共计|共)\s*[\d一二三四五六七八九十百]+\s*[项个条件大主子]/;
const COUNT = /^[共计]*\s*\d+\s*[项个条件]?$/;
const SIGNATURE =
  /^(?:填表|填报|制表|审核|审批|审定|复核|校对|经办|负责|联系|责任|录入|报送|签发|单位负责|分管领导|主要领导)(?:人员?|单位|部门|日期|时间|领导|签字|电话)?(?:[（(][^）)]*[）)])?\s*[:：]|^(?:日期|时间|单位|电话|单位[（(]盖章[）)]|盖章|公章|年\s*月\s*日)\s*[:：]?/;
const DATE = /^\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*(?:\d{1,2}\s*日?)?$|^\s*年\s*月\s*日$/;
const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|注意|提示)\s*\d?\s*[:：]|^(?:注|说明)\s*\d?\s*[、.．]|^[*＊※★▲△]+\s*[^\s*＊※★▲△]|^以上(?:事项|内容|清单)/;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百]+(?:部分|类|章|节)?[、.．：:\s]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十\d]+(?:部分|类|章|节))/;
const COUNTED = /[（(]\s*共?\s*\d+\s*[项个条件大]?.*[）)]\s*$/;
const TYPES =
  /^(?:行政)?(?:许可|处罚|强制|征收|给付|检查|确认|奖励|裁决)(?:类|事项)*$|^其他行政权力(?:类|事项)*$|^公共服务(?:类|事项)*$/;
const BODY =
  /(?:局|委|委员会|办公室|办|厅|政府|中心|大队|支队|分局|公司|街道|镇|乡)(?:[（(].*[）)])?$/;

/** A row as far as its kind depends on it. */
export interface RowSketch {
  /** Texts of its cells from left to right, those covered by others left out. */
  readonly texts: readonly string[];
  /** The text under the head of the item's name. */
  readonly name: string;
  /** Whether its only text is merged over several columns. */
  readonly isWide: boolean;
  /** Columns of the table that have a head. */
  readonly width: number;
  /** Fields filled that only an item has: code, department, type, limits, materials, basis. */
  readonly strong: number;
}

/** Tells records from what else stands in a table; a record has a name and is no total. */
export function kindOf({ texts, name, isWide, width, strong }: RowSketch): RowKind {
  const [first = ''] = texts;
  if (texts.length === 0) return 'blank';
  const few = texts.length <= Math.max(3, width / 3);
  const others = texts.filter((text) => !SIGNATURE.test(text) && !DATE.test(text));
  if (SIGNATURE.test(first) && (others.length === 0 || (few && others.length <= 1))) {
    return 'signature';
  }
  const isTotal = [first, name].some((text) => TOTAL.test(text));
  if (isTotal && (name === '' || TOTAL.test(name) || COUNT.test(name) || few)) return 'total';
  if (texts.length === 1) return kindOfSingle(first, name, isWide, width);
  if (NOTE.test(first) && texts.length <= 2 && (name === '' || name === first)) return 'note';
  if (name !== '') return 'record';
  return strong >= 2 ? 'record' : 'nameless';
}

function kindOfSingle(text: string, name: string, isWide: boolean, width: number): RowKind {
  if (NOTE.test(text)) return 'note';
  if (width <= 1) return 'record';
  const looks = NUMBERED.test(text) || COUNTED.test(text) || TYPES.test(text) || BODY.test(text);
  if (isWide) return looks || text.length <= 30 ? 'section' : 'note';
  if (looks) return 'section';
  if (name === '') return text.length > 30 ? 'note' : 'nameless';
  return 'record';
}

/** `一、行政许可（共3项）` names 行政许可. */
export function sectionName(text: string): string {
  return text.replace(NUMBERED, '').replace(COUNTED, '').trim();
}
