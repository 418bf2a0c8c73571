/** What a small file has to become, without ids, and words that the report has to have. */
export interface ImportCase {
  readonly departments: readonly string[];
  readonly items: readonly {
    readonly name: string;
    readonly department: string;
    /** What is left to people: the field and the words of the source. */
    readonly open?: readonly string[];
    readonly [field: string]: unknown;
  }[];
  readonly report?: readonly string[];
}

const paper = (name: string, more: object = {}): object => ({ name, ...more });
const papers = (...names: string[]): object[] => names.map((name) => ({ name }));
const limits = (statutory: string | undefined, committed: string): object => ({
  ...(committed === '即时' ? { case: '即办件' } : {}),
  ...(committed.endsWith('个工作日') ? { case: '承诺件' } : {}),
  limits: { ...(statutory === undefined ? {} : { statutory }), committed },
});
const permit = (name: string, department: string, more: object = {}) => ({
  ...{ name, department, type: '行政许可', ...more },
});
const service = (name: string, department: string, more: object = {}) => ({
  ...{ name, department, type: '公共服务', ...more },
});
const registration = {
  departments: ['县自然资源局'],
  items: [
    {
      ...{ name: '不动产登记', department: '县自然资源局', type: '行政确认' },
      fees: [
        {
          ...{ name: '登记费', standard: '每件80元' },
          basis: { law: '不动产登记收费通知', document: '发改价格规〔2016〕2559号' },
        },
      ],
    },
  ],
};
const UNTYPED = '事项类型：';

/** By path: every file that can be read. */
export const IMPORT_CASES: Readonly<Record<string, ImportCase>> = {
  '01-section-and-footer-rows/input.xlsx': {
    departments: ['县水利局', '县林草局'],
    items: [
      permit('取水许可', '县水利局', { materials: papers('取水申请书'), notes: '不含论证' }),
      permit('河道采砂许可', '县水利局', { materials: papers('采砂申请书') }),
      permit('林木采伐许可', '县林草局', { materials: papers('采伐申请书') }),
    ],
    report: ['第4行', '第7行', '第9行', '第10行', '第11行', '审核人：乙'],
  },
  '02-merged-department-cells/input.xlsx': {
    departments: ['县公安局', '县民政局'],
    items: [
      service('户口迁移', '县公安局', limits(undefined, '5个工作日')),
      service('身份证换领', '县公安局', limits(undefined, '20个工作日')),
      service('居住证申领', '县公安局', limits(undefined, '15个工作日')),
      { ...service('低保申请', '县民政局', limits(undefined, '30个工作日')), type: '行政给付' },
      permit('社会团体登记', '县民政局', limits(undefined, '30个工作日')),
    ],
  },
  '03-two-row-head/input.xlsx': {
    departments: ['县水利局', '县林业局'],
    items: [
      permit('河道采砂许可', '县水利局', {
        ...{ materials: papers('采砂申请书'), ...limits('20个工作日', '10个工作日') },
      }),
      permit('木材运输证核发', '县林业局', {
        ...{ materials: papers('来源证明'), ...limits('3个工作日', '即时') },
      }),
    ],
  },
  '04-one-row-per-material/input.xlsx': {
    departments: ['县水利局'],
    items: [
      permit('取水许可', '县水利局', {
        materials: [
          paper('取水申请书', { form: '原件', copies: 2, source: '申请人自备', necessity: '必要' }),
          paper('水资源论证报告', {
            ...{ form: '原件', copies: 1, source: '中介机构出具', necessity: '必要' },
          }),
          paper('营业执照', {
            ...{ form: '复印件', copies: 1, source: '政府部门核发', necessity: '非必要' },
          }),
        ],
      }),
      permit('河道采砂许可', '县水利局', {
        materials: [
          paper('采砂申请书', { form: '原件', copies: 1, source: '申请人自备', necessity: '必要' }),
        ],
      }),
    ],
  },
  '05-both-limits-in-one-cell/input.csv': {
    departments: ['县民政局', '县水利局', '县人社局', '县公安局', '县林草局'],
    items: [
      {
        ...service('低保申请', '县民政局', limits('30个工作日', '20个工作日')),
        type: '行政给付',
      },
      permit('河道采砂许可', '县水利局', limits('20个工作日', '5个工作日')),
      {
        ...service('劳动能力复查', '县人社局', limits('60个工作日', '40个工作日')),
        type: '行政确认',
      },
      permit('养犬登记', '县公安局', limits('20日', '5日')),
      permit('林木采伐许可', '县林草局', limits(undefined, '5个工作日')),
    ],
  },
  '06-unit-in-the-head/input.csv': {
    departments: ['县水利局'],
    items: [
      permit('河道采砂许可', '县水利局', limits('20个工作日', '5个工作日')),
      permit('取水许可', '县水利局', limits('45个工作日', '10个工作日')),
      permit('水土保持方案审批', '县水利局', {
        ...{ limits: { statutory: '10个工作日' }, open: ['承诺办结时限：0'] },
      }),
    ],
    report: ['单位取自表头'],
  },
  '07-common-heads/input.csv': {
    departments: ['县人社局'],
    items: [
      service('社保卡申领', '县人社局', {
        ...{ audience: ['自然人'], fees: '不收费', conditions: ['本地参保'] },
        basis: [{ law: '社会保险法', article: '第五十八条' }],
        materials: papers('申领登记表', '身份证'),
        ...limits(undefined, '5个工作日'),
        channels: { handling: ['窗口办理', '网上办理'] },
        contact: { complain: '0577-5550101' },
      }),
    ],
  },
  '08-json-envelope-and-objects/input.json': {
    departments: ['县水利局'],
    items: [
      permit('取水许可', '县水利局', {
        basis: [{ law: '水法', article: '第七条' }],
        materials: [
          paper('取水申请书', { copies: 2, necessity: '必要' }),
          paper('营业执照', { form: '复印件', copies: 1 }),
        ],
      }),
    ],
    report: ['data.list'],
  },
  '08-json-envelope-and-objects/input-by-code.json': {
    departments: ['省水利厅'],
    items: ['取水许可', '河道采砂许可'].map((name, at) => ({
      ...{ name, department: '省水利厅', open: [UNTYPED] },
      codes: { local: `230000-01-0-000${at + 1}` },
    })),
  },
  '09-html-in-cells/input.csv': {
    departments: ['县公安局'],
    items: [
      permit('养犬登记', '县公安局', {
        ...{ conditions: ['年满十八周岁'], materials: papers('登记申请表', '犬只免疫证明') },
      }),
      service('居住证申领', '县公安局', {
        conditions: ['在本地居住满半年“以上”'],
        materials: papers('居民身份证', '近期照片', '居住证明'),
      }),
    ],
    report: ['标记已去掉'],
  },
  '10-inline-numbering/input.csv': {
    departments: ['县局'],
    items: [
      service('甲登记', '县局', { materials: papers('申请表', '身份证', '户口簿') }),
      service('乙登记', '县局', { materials: papers('身份证', '户口簿', '申请表') }),
      service('丙登记', '县局', { materials: papers('申请书', '身份证', '户口簿') }),
      service('丁登记', '县局', { materials: papers('申请表', '身份证') }),
      service('戊登记', '县局', {
        materials: [
          ...['申请表', '身份证'].map((name) => paper(name, { note: '共性材料' })),
          paper('购房合同', { note: '个性材料' }),
        ],
      }),
    ],
  },
  '11-no-material-words/input.csv': {
    departments: ['县局'],
    items: [
      ...['甲查询', '乙查询', '丙查询'].map((name) => service(name, '县局', { materials: [] })),
      service('丁查询', '县局', { open: ['申请材料：详见附件'] }),
      service('戊查询', '县局', {
        materials: [paper('营业执照', { form: '复印件', copies: 1 })],
        materials_note: '（以上复印件加盖公章）',
      }),
    ],
  },
  '12-fee-standard-and-basis-columns/input-other-order.csv': registration,
  '12-fee-standard-and-basis-columns/input.csv': {
    departments: ['县自然资源局', '县公安局'],
    items: [...registration.items, permit('养犬登记', '县公安局', { fees: '不收费' })],
  },
  '13-several-laws-in-a-row/input.csv': {
    departments: ['县住建局', '县水利局', '县资规局'],
    items: [
      permit('施工许可', '县住建局', {
        basis: [
          ...[{ law: '建筑法' }, { law: '建设工程质量管理条例' }],
          { law: '建筑工程施工许可管理办法' },
        ],
      }),
      permit('采砂许可', '县水利局', { basis: [{ law: '水法', article: '第三十九条' }] }),
      permit('规划许可', '县资规局', { basis: [{ law: '城乡规划法', article: '第四十条' }] }),
    ],
  },
  '14-steps-cut-inside-brackets/input.csv': {
    departments: ['县公安局', '县城管局', '县水利局'],
    items: [
      service('身份证换领', '县公安局', {
        steps: papers('采集指纹', '缴纳工本费（首次免费，换领20元）', '领取凭证'),
      }),
      service('路灯报修', '县城管局', {
        steps: [
          { name: '受理', action: '热线受理' },
          { name: '办结', action: '修复' },
        ],
      }),
      permit('采砂许可', '县水利局', { steps: papers('受理', '审查', '决定', '送达') }),
    ],
  },
  '15-formats-not-read/table.md': {
    departments: ['（未填写实施主体）'],
    items: [
      {
        ...{ name: '取水许可', department: '（未填写实施主体）', materials: papers('申请书') },
        open: ['实施主体：', UNTYPED],
      },
    ],
  },
  '16-old-xls/input.xls': {
    departments: ['县水利局'],
    items: [permit('取水许可', '县水利局')],
  },
  '17-import-warns-of-itself/input.csv': {
    departments: ['（未填写实施主体）'],
    items: [
      {
        ...{ name: '取水许可', department: '（未填写实施主体）', materials: papers('取水申请书') },
        open: ['实施主体：', UNTYPED],
      },
    ],
  },
  '18-wording-emergency/input.csv': {
    departments: ['县城管局'],
    items: [
      service('路灯报修', '县城管局', {
        notes: '紧急情况请立即拨打110或119。因停电无法立即修复的，告知预计修复时间。',
      }),
    ],
  },
};

/** By path: every file that is none, and how its one sentence begins. */
export const REFUSED_CASES: Readonly<Record<string, RegExp>> = {
  '15-formats-not-read/encrypted.xlsx': /^这个文件加了密码.*去掉密码/,
  '15-formats-not-read/notes.txt': /^这是文本.*第一行/,
  '15-formats-not-read/page.html': /^这是网页.*没有/,
  '15-formats-not-read/svc.xml': /^这是 XML.*导出/,
  '15-formats-not-read/word.docx': /^这个 Word 文档打不开.*另存/,
};
