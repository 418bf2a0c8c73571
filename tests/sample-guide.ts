import type { Block, Fact, Guide, Inline, Notice, Section } from '../src/guide/guide.ts';
import { plain } from '../src/guide/guide.ts';

const fact = (label: string, value: string): Fact => ({ label, value: plain(value) });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plain(text) });
const cells = (...texts: string[]) => texts.map((text) => (text === '' ? [] : [plain(text)]));

const article =
  '申请取水的单位或者个人（以下简称“申请人”），应当向具有审批权限的审批机关提出申请。申请利用多种水源，且各种水源的取水许可审批机关不同的，应当向其中最高一级审批机关提出申请。取水许可权限属于流域管理机构的，应当向取水口所在地的省、自治区、直辖市人民政府水行政主管部门提出申请；省、自治区、直辖市人民政府水行政主管部门应当自收到申请之日起20个工作日内提出意见，并连同全部申请材料转报流域管理机构；流域管理机构收到后，应当依照本条例第十三条的规定作出处理。';

const facts: Block = {
  kind: 'facts',
  facts: [
    fact('事项名称', '取水许可'),
    fact('事项类型', '行政许可'),
    fact('基本编码', '000119012000'),
    fact('行使层级', '县级'),
    fact('实施编码', '11999900MB1234567X400011901200001'),
    fact('服务对象', '自然人、企业法人、事业单位法人、社会组织法人、非法人企业、行政机关'),
    fact('办件类型', '承诺件'),
    fact('通办范围', '全县'),
    fact('法定办结时限', '45个工作日'),
    fact('承诺办结时限', '3个工作日'),
    fact('结果名称', '《中华人民共和国取水许可证》（电子证照与纸质证照具有同等法律效力）'),
    fact(
      '办理地点',
      '明白县政务服务中心一楼综合窗口3—8号（明白县明德路88号），周一至周五 上午9:00—12:00，下午13:30—17:00（法定节假日除外）',
    ),
    {
      label: '网上办理',
      value: [
        {
          text: 'https://zwfw.example.gov.cn/guide/water-abstraction?from=print',
          href: 'https://zwfw.example.gov.cn/guide/water-abstraction?from=print',
        },
      ],
    },
  ],
};

const materials: Block = {
  kind: 'table',
  caption: '申请材料目录',
  columns: [
    { title: '序号', weight: 5, align: 'center' },
    { title: '材料名称', weight: 26 },
    { title: '形式', weight: 10, align: 'center' },
    { title: '份数', weight: 7, align: 'center' },
    { title: '来源', weight: 12 },
    { title: '必要性', weight: 9, align: 'center' },
    { title: '填报须知', weight: 31 },
  ],
  rows: [
    cells(
      '1',
      '取水许可申请书',
      '原件',
      '2',
      '申请人自备',
      '必要',
      '用A4纸打印，由法定代表人签名并加盖公章；涂改处须由申请人签章确认。',
    ),
    cells(
      '2',
      '建设项目水资源论证报告书（表）',
      '原件',
      '1',
      '申请人自备',
      '必要',
      '报告书须附审查意见；日取水量≤50立方米的，可以只提交论证表，详见《取水许可管理办法》第八条。',
    ),
    cells(
      '3',
      '与第三者有利害关系时第三者的承诺书或者其他文件',
      '原件',
      '1',
      '其他',
      '非必要',
      '仅在取水涉及第三者合法权益时提交。',
    ),
    cells(
      '4',
      '营业执照（统一社会信用代码证）或者身份证明',
      '电子证照',
      '',
      '数据共享',
      '必要',
      '',
    ),
    cells(
      '5',
      '利用已经批准的入河排污口退水的，出具具有管辖权的县级以上地方人民政府水行政主管部门的同意文件',
      '复印件',
      '1',
      '政府部门核发',
      '非必要',
      '复印件须注明“与原件一致”并加盖公章，照片尺寸25mm×35mm，分辨率不低于300dpi。',
    ),
  ],
};

const long: Block = {
  kind: 'table',
  caption: '县级事项受理点一览',
  columns: [
    { title: '序号', weight: 6, align: 'center' },
    { title: '受理点', weight: 30 },
    { title: '地址', weight: 40 },
    { title: '电话', weight: 18, align: 'center' },
  ],
  rows: Array.from({ length: 100 }, (_, index) =>
    cells(
      String(index + 1),
      `第${index + 1}便民服务站${index % 7 === 0 ? '（代办点，含自助服务终端）' : ''}`,
      `明白县${'清源街道河畔社区'.slice(0, 4 + (index % 5))}${index + 1}号${index % 11 === 0 ? '，公交12路、T41路至河畔站下车向东步行200米即到' : ''}`,
      index % 9 === 0 ? '' : `0999-88${String(10000 + index * 37).slice(-5)}`,
    ),
  ),
};

const tall: Block = {
  kind: 'table',
  columns: [
    { title: '条款', weight: 15 },
    { title: '内容', weight: 85 },
  ],
  rows: [
    [
      [plain('第十条')],
      Array.from({ length: 14 }, (_, index) => plain(`（${index + 1}）${article}`)),
    ],
  ],
};

const steps: Block = {
  kind: 'steps',
  steps: [
    {
      name: '受理',
      facts: [fact('办理人', '综合窗口'), fact('时限', '0.5个工作日'), fact('结果', '受理通知书')],
      blocks: [
        paragraph(
          '材料齐全、符合法定形式的，当场受理；材料不齐全的，当场一次性告知需要补正的全部内容。',
        ),
      ],
    },
    {
      name: '审查',
      facts: [fact('办理人', '县水务局水资源管理股'), fact('时限', '1.5个工作日')],
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [
            [paragraph('书面审查：核对取水量、取水用途和水源类型；')],
            [paragraph('现场核查：由两名以上工作人员进行，并制作核查笔录。')],
          ],
        },
      ],
    },
    {
      name: '决定',
      facts: [
        fact('办理人', '县水务局分管负责人'),
        fact('时限', '0.5个工作日'),
        fact('结果', '准予行政许可决定书'),
      ],
      blocks: [],
    },
    {
      name: '颁证与送达',
      facts: [
        fact('时限', '0.5个工作日'),
        fact('送达方式', '窗口领取、邮寄送达或者网上下载电子证照'),
      ],
      blocks: [],
    },
  ],
  total: '各环节合计3个工作日',
};

const marked: readonly Inline[] = [
  { text: '申请人应当对其' },
  { text: '申请材料实质内容的真实性', strong: true },
  { text: '负责（见《中华人民共和国行政许可法》第三十一条）。取水口位于' },
  { text: '水源保护区', emphasis: true },
  { text: '的，另见' },
  { text: '县水务局网站', href: 'https://water.example.gov.cn/取水' },
  {
    text: '。联系人：阿凡提·买买提、䶮𬱖𫖯、于囧；单位：㎡、℃、‰、①②③、Ⅰ—Ⅻ；“‘嵌套’引号”——破折号……省略号。It’s a test of “English” words, e.g. AI/ML & C++ (version 3.14), 50% off, ¥1,200.50.',
  },
];

const notes: readonly Section[] = [
  {
    id: 'questions',
    heading: '常见问题',
    blocks: [
      {
        kind: 'questions',
        entries: [
          {
            question: '家庭生活少量取水需要办理取水许可证吗？',
            answer: [
              paragraph(
                '不需要。家庭生活和零星散养、圈养畜禽饮用等少量取水的，不需要申请领取取水许可证。',
              ),
            ],
          },
          {
            question: '取水许可证有效期届满，需要延续的，应当提前多少日提出申请？逾期会怎样？',
            answer: [
              paragraph('应当在有效期届满45日前向原审批机关提出申请。'),
              {
                kind: 'list',
                ordered: true,
                items: [
                  [paragraph('按期提出的，原审批机关在有效期届满前作出决定；')],
                  [paragraph('逾期未提出的，按新办取水许可处理。')],
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'checklist',
    heading: '办理前核对',
    blocks: [
      {
        kind: 'checklist',
        entries: [
          { title: plain('取水许可申请书'), details: [plain('原件2份；法定代表人签名并加盖公章')] },
          {
            title: plain('水资源论证报告书（表）'),
            details: [
              plain('原件1份'),
              plain('常见错误：未附审查意见；论证范围与实际取水口不一致'),
            ],
          },
        ],
      },
      {
        kind: 'note',
        tone: 'warning',
        blocks: [
          paragraph('提供虚假材料的，一年内不得再次申请该许可；构成犯罪的，依法追究刑事责任。'),
        ],
      },
      {
        kind: 'note',
        tone: 'info',
        blocks: [
          paragraph('材料可以容缺受理：除申请书外，其他材料可以在受理后2个工作日内补齐。'),
          {
            kind: 'list',
            ordered: false,
            items: [
              [paragraph('容缺承诺书在窗口领取；')],
              [paragraph('逾期不补齐的，视为撤回申请。')],
            ],
          },
        ],
      },
      {
        kind: 'code',
        content: 'https://zwfw.example.gov.cn/guide/water-abstraction',
        caption: '扫码查看网上办事指南，下载空白表格和填写样表',
      },
    ],
  },
];

const sections: readonly Section[] = [
  { id: 'basic', heading: '基本信息', blocks: [facts] },
  {
    id: 'conditions',
    heading: '受理条件',
    blocks: [
      { kind: 'heading', level: 3, text: '准予批准的条件' },
      {
        kind: 'list',
        ordered: true,
        items: [
          [paragraph('符合国家产业政策和水资源综合规划、流域综合规划；')],
          [
            paragraph(
              '取水量不超过该行政区域年度取水总量控制指标，且用水定额符合省级行业用水定额标准的先进值；',
            ),
          ],
          [
            paragraph('依法进行了水资源论证。'),
            {
              kind: 'list',
              ordered: false,
              items: [
                [paragraph('取水量较大的，编制报告书；')],
                [paragraph('取水量较小且对周边环境影响较小的，编制报告表。')],
              ],
            },
          ],
        ],
      },
      { kind: 'heading', level: 4, text: '说明' },
      { kind: 'paragraph', text: marked },
      paragraph(article),
    ],
  },
  { id: 'materials', heading: '申请材料', blocks: [materials] },
  { id: 'steps', heading: '办理流程', blocks: [steps] },
  ...notes,
  {
    id: 'basis',
    heading: '设定依据',
    blocks: [
      {
        kind: 'quote',
        cite: plain('《取水许可和水资源费征收管理条例》（国务院令第460号）第十条'),
        blocks: [paragraph(article), paragraph(article)],
      },
      {
        kind: 'quote',
        cite: plain('《中华人民共和国水法》第四十八条第一款'),
        blocks: [
          paragraph(
            '直接从江河、湖泊或者地下取用水资源的单位和个人，应当按照国家取水许可制度和水资源有偿使用制度的规定，向水行政主管部门或者流域管理机构申请领取取水许可证，并缴纳水资源费，取得取水权。',
          ),
        ],
      },
      paragraph(
        '超长代码：11999900MB1234567X40001190120000111999900MB1234567X40001190120000111999900MB1234567X400011901200001完。',
      ),
    ],
  },
];

const notice: Notice = {
  title: '一次性告知单',
  subtitle: '取水许可（新办）',
  sections: [
    {
      id: 'summary',
      heading: '事项',
      blocks: [
        {
          kind: 'facts',
          facts: [
            fact('实施机关', '明白县水务局'),
            fact('承诺时限', '3个工作日'),
            fact('收费标准', '不收费'),
            fact('咨询电话', '0999-8812345'),
            fact('监督电话', '0999-12345'),
            fact('设定依据', '《取水许可和水资源费征收管理条例》第十条、第十一条'),
            fact('办理地点', '明白县政务服务中心一楼综合窗口3—8号（明白县明德路88号）'),
          ],
        },
      ],
    },
    {
      id: 'materials',
      heading: '请带齐下列材料',
      blocks: [
        {
          kind: 'checklist',
          entries: [
            {
              title: plain('取水许可申请书'),
              details: [plain('原件2份；申请人自备；A4纸打印，签名并加盖公章')],
            },
            {
              title: plain('建设项目水资源论证报告书（表）'),
              details: [plain('原件1份；申请人自备')],
            },
            {
              title: plain('与第三者有利害关系时第三者的承诺书'),
              details: [plain('原件1份；仅在涉及第三者合法权益时提交')],
            },
            {
              title: plain('营业执照或者身份证明'),
              details: [plain('免提交：通过数据共享获取电子证照')],
            },
          ],
        },
      ],
    },
    {
      id: 'steps',
      heading: '办理流程',
      blocks: [
        paragraph(
          '受理（0.5个工作日）→审查（1.5个工作日）→决定（0.5个工作日）→颁证与送达（0.5个工作日）。',
        ),
      ],
    },
    {
      id: 'remedy',
      heading: '不予受理的情形和救济',
      blocks: [
        paragraph(
          '不属于本机关职权范围的，即时作出不予受理的决定。对决定不服的，可以自知道之日起60日内申请行政复议，或者自知道之日起6个月内提起行政诉讼。',
        ),
      ],
    },
  ],
  signatures: ['告知人（签名）', '被告知人（签名）', '日期'],
  footer: '明白县政务服务事项目录　版本 2026.1　核验日期 2026-10-08',
  code: {
    kind: 'code',
    content: 'https://zwfw.example.gov.cn/guide/water-abstraction',
    caption: '扫码查看办事指南',
  },
};

/** A guide in which every kind of block is used; pages of ordinary length. */
export const sampleGuide: Guide = {
  id: 'water-abstraction',
  title: '取水许可',
  department: { id: 'water', name: '明白县水务局' },
  lang: 'zh-Hans',
  summary:
    '直接从江河、湖泊或者地下取水的单位和个人，到明白县政务服务中心综合窗口或者网上申请，3个工作日办结，不收费。',
  highlights: [
    fact('承诺时限', '3个工作日'),
    fact('收费', '不收费'),
    fact('到现场次数', '0次'),
    fact('申请材料', '5份，其中1份免提交'),
  ],
  sections,
  notice,
  notices: [],
  provenance: {
    catalogue: '明白县政务服务事项目录',
    version: '2026.1',
    path: 'items/water/water-abstraction.yaml',
    effective: '2026-01-01',
    reviewed: '2026-10-08',
    url: 'https://zwfw.example.gov.cn/guide/water-abstraction',
  },
  page: { tags: [], box: [], related: [], trail: [], report: [] },
};

/** The same guide with tables that run over pages, a row taller than a page, and a long title. */
export const longGuide: Guide = {
  ...sampleGuide,
  id: 'long',
  title:
    '生产建设项目水土保持方案审批（含水利、交通、电力、能源等领域跨行政区域建设项目）与“一件事”联办',
  sections: [
    ...sections,
    { id: 'places', heading: '受理点', blocks: [long] },
    { id: 'tall', heading: '很高的表格行', blocks: [tall] },
  ],
};
