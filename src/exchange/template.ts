import type { Item } from '../model/schema.gen.ts';
import { ABOUT_LINES } from './about.ts';
import { namesFor } from './cells.ts';
import { sheetsOf } from './layout.ts';
import { SAMPLE_MARK } from './mark.ts';
import { nameSets, rowsOf } from './rows.ts';
import { type Table, textsOf } from './tables.ts';
import { writeWorkbook } from './workbook.ts';

const LINES: readonly string[] = [
  '第一行是表头，第二行是示例。照着示例从第三行开始填；示例行原样留着不会导入，也可以删去。',
  '填好后运行：mingbai import 这个文件 --to catalog',
  ...ABOUT_LINES.slice(1),
];

const DEPARTMENT = { id: 'example', name: '示例县水利局' };

/** What the filled row shows: each kind of value once. */
const SAMPLE: Item = {
  id: 'example-item',
  name: '取水许可（示例）',
  type: '行政许可',
  department: DEPARTMENT.id,
  body: '法定机关',
  codes: { basic: '000119000000' },
  level: '县级',
  power: '法定本级行使',
  audience: ['自然人', '企业法人'],
  case: '承诺件',
  basis: [
    {
      law: '中华人民共和国水法',
      rank: '法律',
      article: '第四十八条第一款',
      quote:
        '直接从江河、湖泊或者地下取用水资源的单位和个人，应当按照国家取水许可制度和水资源有偿使用制度的规定，' +
        '向水行政主管部门或者流域管理机构申请领取取水许可证，并缴纳水资源费，取得取水权。',
    },
  ],
  conditions: [{ text: '取水口在本县境内。' }],
  situations: [
    { id: 'new', name: '新办', when: '第一次在这个取水口取水。' },
    { id: 'renewal', name: '延续', when: '有效期届满后继续取水。' },
  ],
  materials: [
    {
      name: '取水许可申请书',
      kind: '申请表',
      form: '原件',
      medium: '纸质/电子',
      copies: 2,
      source: '申请人自备',
      necessity: '必要',
    },
    {
      name: '取水许可证',
      kind: '证照',
      form: '原件',
      medium: '纸质',
      copies: 1,
      source: '政府部门核发',
      issuer: '水行政主管部门',
      necessity: '必要',
      situations: ['renewal'],
    },
  ],
  limits: { statutory: '45个工作日', committed: '20个工作日', acceptance: '1个工作日' },
  steps: [
    { name: '受理', role: '窗口受理岗', limit: '1个工作日' },
    { name: '决定', role: '分管负责人', limit: '2个工作日' },
  ],
  fees: [{ name: '工本费', standard: '10元/本' }],
  result: { name: '取水许可证', kind: '证照', validity: '5年' },
  visits: 0,
  channels: {
    place: '示例县示例路1号政务服务中心3号窗口',
    hours: '工作日 9:00—12:00，13:00—17:00',
  },
  contact: { consult: '0399-5550101', complain: '12345' },
  effective: '2026-01-01',
};

/** An empty workbook: heads, lists of values, and one item filled in to show how. */
export function templateWorkbook(today: string): Promise<Uint8Array> {
  const departments = namesFor([[DEPARTMENT.id, DEPARTMENT.name]]);
  const names = nameSets(SAMPLE, departments);
  const tables: Table[] = sheetsOf('item')
    .filter(({ list }) => list?.[0] !== 'imported' && list?.[0] !== 'allow')
    .map((layout) => ({
      layout,
      rows: rowsOf({ id: SAMPLE.id, value: SAMPLE }, layout, names).map((row) =>
        textsOf({ ...row, mark: SAMPLE_MARK + row.mark }, layout),
      ),
    }));
  return writeWorkbook(tables, { title: '事项清单', lines: LINES, records: [], today });
}
