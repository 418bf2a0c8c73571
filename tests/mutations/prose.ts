import { type Mutation, mutationsOf } from './mutation.ts';

/** What running text says against what the fields say. */
export const PROSE_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    [
      'long-text',
      '  - 取水口要安装',
      `  - ${'甲、'.repeat(70)}乙都要安装计量设施。\n  - 取水口要安装`,
      '/notes',
    ],
    ['long-text', '办证不收费。', `办证不收费。${'取水单位要装表。'.repeat(50)}`, '/faq/3/answer'],
    ['name-slip', '  - 取水口要安装', '  - 取水许可申请叔当天受理。\n  - 取水口要安装', '/notes'],
    ['name-slip', '/decider', '明白县水利居', '/decider'],
    ['prose-limit', '受理后3个工作日内作出决定', '受理后10个工作日内作出决定', '/faq/1/answer'],
    ['prose-limit', '  - 取水口要安装', '  - 申请受理后20日内办结。\n  - 取水口要安装', '/notes'],
    ['prose-amount', '办证不收费。', '领证时收取工本费10元。', '/faq/3/answer'],
    ['prose-amount', '  - 取水口要安装', '  - 领证缴纳证书费5元/本。\n  - 取水口要安装', '/notes'],
    [
      'prose-count',
      'materials_note: 网上申请的',
      'materials_note: 共需提交12项材料；网上申请的',
      '/materials_note',
    ],
    [
      'prose-copies',
      'filling: 写明取水口上下游',
      'filling: 一式五份。写明取水口上下游',
      '/materials/1/filling',
    ],
    ['prose-visits', '  - 取水口要安装', '  - 申请人只需到窗口跑2次。\n  - 取水口要安装', '/notes'],
    [
      'prose-validity',
      '  - 取水口要安装',
      '  - 取水许可证有效期为10年。\n  - 取水口要安装',
      '/notes',
    ],
    ['prose-validity', '办证不收费。', '办证不收费。取水许可证的有效期是3年。', '/faq/3/answer'],
    [
      'prose-hours',
      '  - 取水口要安装',
      '  - 受理时间为上午8:00—11:00，下午14:00—16:00。\n  - 取水口要安装',
      '/notes',
    ],
    ['prose-hours', '办证不收费。', '办证不收费。办理时间为8:00—11:00。', '/faq/3/answer'],
    ['prose-limit', '办证不收费。', '办证不收费。承诺办结时限为10个工作日。', '/faq/3/answer'],
    ['prose-count', '办证不收费。', '办证不收费。一共要交45份材料。', '/faq/3/answer'],
    ['prose-visits', '办证不收费。', '办证不收费。到窗口3次。', '/faq/3/answer'],
    ['prose-phone', '  - 取水口要安装', '  - 打井前拨打0399-5557777。\n  - 取水口要安装', '/notes'],
    [
      'prose-yes-no',
      'question: 要交钱吗？\n    answer: 办证不收费。',
      'question: 办证要交钱吗？\n    answer: 要。',
      '/faq/3/answer',
    ],
    [
      'prose-step-limit',
      'action: 到取水口核对位置',
      'action: 在5个工作日内到取水口核对位置',
      '/steps/1/action',
    ],
    [
      'nothing-above',
      'text: 取水口在明白县境内',
      'text: 符合以上条件，取水口在明白县境内',
      '/conditions/0/text',
    ],
  ]),
  ...mutationsOf('items/market/food-operation.yaml', [
    [
      'prose-limit',
      '新办的，受理后5个工作日内作出决定',
      '受理后8个工作日内作出决定',
      '/faq/2/answer',
    ],
    ['prose-amount', 'answer: 5年。', 'answer: 5年，换证收取工本费20元。', '/faq/3/answer'],
    ['prose-step-limit', 'action: 出示证件', 'action: 在10个工作日内出示证件', '/steps/1/action'],
    [
      'prose-yes-no',
      'question: 许可证管几年？\n    answer: 5年。',
      'question: 可以在网上申请吗？\n    answer: 不可以。',
      '/faq/3/answer',
    ],
    [
      'nothing-above',
      'text: 已经取得营业执照',
      'text: 满足上述条件，已经取得营业执照',
      '/conditions/0/text',
    ],
  ]),
  ...mutationsOf('items/transport/road-freight.yaml', [
    ['prose-visits', 'notes: 开始经营前', 'notes: 全程一次也不用跑。开始经营前', '/notes'],
    ['prose-phone', 'notes: 开始经营前', 'notes: 年审电话0399-5556666。开始经营前', '/notes'],
    [
      'prose-yes-no',
      'answer: 去1次，核对机动车行驶证原件。',
      'answer: 不用，网上提交即可。',
      '/faq/2/answer',
    ],
    ['prose-count', 'notes: 开始经营前', 'notes: 申请人共提交15种材料。开始经营前', '/notes'],
    [
      'pasted-text',
      '/faq/1/answer',
      '2025年1月20日起，饭馆不再办理公共场所卫生许可证，办理食品经营许可。',
      '/faq/1/answer',
    ],
    [
      'pasted-text',
      'notes: 开始经营前，驾驶人员随车携带车辆营运证。',
      'notes: 卖预包装食品不用办食品经营许可。仅销售预包装食品的，在开展销售活动之日起5个工作日内备案。',
      '/notes',
    ],
  ]),
  ...mutationsOf('items/water/soil-and-water-conservation.yaml', [
    [
      'prose-copies',
      'criteria: 附有项目地理位置图',
      'criteria: 一式四份，附有项目地理位置图',
      '/materials/1/criteria',
    ],
  ]),
];
