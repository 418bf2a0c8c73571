import type { Random } from './bench/random.ts';

/** A material of an item as the sheet tells it. */
export interface MadeMaterial {
  readonly name: string;
  readonly form: string;
  readonly copies: number;
}

/** What an item of a made sheet is; the importer has to find exactly this. */
export interface MadeItem {
  readonly name: string;
  readonly type: string;
  readonly department: string;
  readonly code: string;
  readonly statutory: number;
  readonly committed: number;
  readonly materials: readonly MadeMaterial[];
  readonly situations: readonly string[];
  readonly steps: readonly string[];
}

type Value = string | number | null;

/** A sheet made for a test; merged cells are counted from 0. */
export interface MadeSheet {
  readonly name: string;
  readonly rows: Value[][];
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

/** A workbook with what has to be read from it. */
export interface MadeBook {
  readonly layout: string;
  readonly fileName: string;
  readonly sheets: MadeSheet[];
  readonly items: readonly MadeItem[];
}

const NAMES = [
  '取水',
  '采砂',
  '养犬',
  '占道',
  '林木采伐',
  '户外广告',
  '民宿',
  '爆破',
  '殡葬',
  '停车',
];
const KINDS = ['许可', '备案', '登记', '核准', '年审'];
const BODIES = ['水利局', '公安局', '城市管理局', '林业和草原局', '卫生健康委员会', '民政局'];
const TYPES = ['行政许可', '行政确认', '行政给付', '其他行政权力', '公共服务'];
const PAPERS = [
  '申请书',
  '身份证',
  '营业执照',
  '平面图',
  '授权委托书',
  '检测报告',
  '产权证明',
  '章程',
];
const STEPS = ['受理', '审查', '决定', '送达'];

const HEADS: Readonly<Record<string, readonly string[]>> = {
  name: [
    '事项名称',
    '服务事项名称',
    '基本信息/事项名称',
    '事项名称（全称）',
    '項目名稱',
    '*事项名称',
  ],
  type: ['事项类型', '职权类别', '事項類型', '类别', '事项类型（必填）'],
  department: ['实施主体', '办理部门', '责任单位', '實施主體', '牵头部门', '实施机关名称'],
  code: ['事项编码', '职权编码', '实施编码（地方）', '编号'],
  statutory: ['法定时限', '法定办结时限', '法定期限', '法定辦結時限', '法定时限：'],
  committed: ['承诺时限', '承诺办结时限', '承诺期限', '承 诺 时 限'],
  materials: ['申请材料', '所需要件', '申报所需材料', '材料清单', '申請材料'],
  material: ['材料名称', '申请材料名称', '要件名称'],
  form: ['材料类型', '原件/复印件', '材料形式'],
  copies: ['份数', '材料份数', '份数（份）'],
};

/** Items of a made county: names are never alike, so that nothing has to be guessed. */
export function makeItems(random: Random, count: number): MadeItem[] {
  const bodies = random
    .some(BODIES, 2)
    .map((body) => `${random.pick(['平川县', '临江区'])}${body}`);
  const names = NAMES.flatMap((name) => KINDS.map((kind) => name + kind));
  const sorted = bodies.sort();
  return random.some(names, count).map((name, at) => ({
    ...{ name, type: random.pick(TYPES), department: sorted[at * 2 < count ? 0 : 1]! },
    code: `PC${String(1000 + at * 7 + random.below(6))}`,
    ...{ statutory: 20 + random.below(40), committed: 1 + random.below(19) },
    materials: random.some(PAPERS, 1 + random.below(4)).map((paper) => ({
      ...{ name: paper, form: random.pick(['原件', '复印件']), copies: 1 + random.below(3) },
    })),
    situations: ['首次申请', '变更', '注销'].slice(0, 2 + random.below(2)),
    steps: STEPS.slice(0, 2 + random.below(3)),
  }));
}

/** Draws a head of each column once for a sheet. */
export function headsFor(random: Random): Record<string, string> {
  return Object.fromEntries(Object.entries(HEADS).map(([key, heads]) => [key, random.pick(heads)]));
}

const ROUND: Record<string, (list: readonly string[]) => string> = {
  lines: (list) => list.join('\n'),
  numbers: (list) => list.map((one, at) => `${at + 1}.${one}`).join('\n'),
  semicolons: (list) => list.join('；'),
  chinese: (list) => list.map((one, at) => `${'一二三四五六'[at]}、${one}`).join('\n'),
};

/** The materials of an item in one cell, in a style that is drawn once for a sheet. */
export function listStyle(random: Random): (item: MadeItem) => string {
  const write = ROUND[random.pick(Object.keys(ROUND))]!;
  return ({ materials }) => write(materials.map(({ name }) => name));
}

/** Rows with cells of equal neighbours below one another merged, and all but the first blank. */
export function mergedDown(
  rows: Value[][],
  columns: readonly number[],
  from: number,
): MadeSheet['merges'] {
  const merges: MadeSheet['merges'] = [];
  for (const column of columns) {
    let start = from;
    for (let row = from + 1; row <= rows.length; row += 1) {
      if (row < rows.length && rows[row]![column] === rows[start]![column]) continue;
      if (row - start > 1) {
        merges.push({ startRow: start, startCol: column, endRow: row - 1, endCol: column });
      }
      start = row;
    }
  }
  for (const { startRow, endRow, startCol } of merges) {
    for (let row = startRow + 1; row <= endRow; row += 1) rows[row]![startCol] = null;
  }
  return merges;
}
