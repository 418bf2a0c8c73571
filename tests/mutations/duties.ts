import { type Mutation, mutationsOf } from './mutation.ts';

/** What the Licensing Law and the Regulation on the Business Environment ask of an item. */
export const DUTY_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    ['licence-acceptance', '/limits/acceptance', '8个工作日', '/limits/acceptance'],
    ['licence-acceptance', '/tacit/after', '10个工作日', '/tacit/after'],
    ['licence-delivery', '/result/delivery_limit', '15个工作日', '/result/delivery_limit'],
    ['licence-delivery', '/steps/4/limit', '20个工作日', '/steps/4/limit'],
    ['licence-hearing', '/limits/special/0/days', '30个工作日', '/limits/special/0/days'],
    ['licence-hearing', '/limits/special/0/fee', '200元/次', '/limits/special/0/fee'],
    ['licence-renewal', '/result/renewal', '有效期届满60日前申请延续', '/result/renewal'],
    ['step-without-procedure', '/steps/1/counted', '否', '/steps/1/name'],
    ['step-without-procedure', '/limits/special/0/note', '', '/limits/special/0/kind'],
    ['material-without-criteria', '/materials/1/criteria', '', '/materials/1/name'],
    ['step-without-criteria', '/steps/2/criteria', '', '/steps/2/name'],
    ['step-without-role', '/steps/2/role', '', '/steps/2/name'],
    ['item-without-owner', '/owner', '', '/name'],
    ['intermediary-basis', '/intermediary/0/basis', '', '/intermediary/0/name'],
    [
      'condition-without-basis',
      '/conditions/2',
      '{ text: 申请人身高不低于180厘米。 }',
      '/conditions/2/text',
    ],
    [
      'condition-basis-rank',
      '/conditions/2/basis',
      '{ law: 明白县取水办事须知, rank: 规范性文件, article: 第三条 }',
      '/conditions/2/basis/law',
    ],
    [
      'material-basis-rank',
      '/materials/1/basis',
      '{ law: 明白县取水办事须知, rank: 规范性文件, article: 第三条 }',
      '/materials/1/basis/law',
    ],
  ]),
  ...mutationsOf('items/water/soil-and-water-conservation.yaml', [
    [
      'intermediary-basis',
      '/intermediary/0/basis',
      '{ law: 明白县中介服务办法, rank: 规范性文件, article: 第三条 }',
      '/intermediary/0/basis/law',
    ],
    ['material-without-criteria', '/materials/0/criteria', '', '/materials/0/name'],
    ['step-without-criteria', '/steps/1/criteria', '', '/steps/1/name'],
    ['item-without-owner', '/owner', '', '/name'],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    [
      'proof-abolished',
      'promise: 不能，实习时间是法定条件',
      'promise: 能',
      '/materials/3/outcome/promise',
    ],
    ['proof-abolished', 'lawful: 有，护士条例第七条', 'lawful: 无', '/materials/3/outcome/lawful'],
    [
      'proof-outcome',
      'licence: 不能，学历证书没有实习起止日期',
      'licence: 学历证书',
      '/materials/3/outcome/licence',
    ],
    ['licence-renewal', '/result/renewal', '', '/result/validity'],
    ['step-without-role', '/steps/1/role', '', '/steps/1/name'],
    ['condition-without-basis', '/conditions/0/basis', '', '/conditions/0/text'],
  ]),
  ...mutationsOf('items/market/food-operation.yaml', [
    [
      'condition-basis-rank',
      '/conditions/1/basis',
      '{ law: 食品安全国家标准 餐饮服务通用卫生规范, rank: 标准, article: 第3条 }',
      '/conditions/1/basis/law',
    ],
    [
      'form-fee',
      '/fees',
      '[{ name: 申请书工本费, standard: 5元/份, basis: { law: 中华人民共和国食品安全法, rank: 法律, article: 第三十五条 } }]',
      '/fees/0/name',
    ],
    [
      'reason-without-substance',
      '换发新证时必须收回旧的纸质证件，避免两张证件同时使用。',
      '因工作需要。',
      '/materials/6/unwaived',
    ],
  ]),
  ...mutationsOf('items/transport/road-freight.yaml', [
    [
      'form-fee',
      '/fees',
      '[{ name: 表格费, standard: 2元/份, basis: { law: 中华人民共和国道路运输条例, rank: 行政法规, article: 第二十四条 } }]',
      '/fees/0/name',
    ],
    [
      'material-basis-rank',
      '/materials/0/basis',
      '{ law: 明白县货运办事须知, rank: 规范性文件, article: 第三条 }',
      '/materials/0/basis/law',
    ],
  ]),
  ...mutationsOf('items/disease-control/vaccination-certificate.yaml', [
    [
      'reason-without-substance',
      '办证时同时为孩子体检和接种。',
      '因工作需要，须到现场办理。',
      '/visits_reason',
    ],
  ]),
  ...mutationsOf('items/market/business-registration.yaml', [
    [
      'one-basis-two-limits',
      '/limits/statutory_basis',
      '{ law: 劳务派遣行政许可实施办法, rank: 部门规章, article: 第十二条 }',
      '/limits/statutory',
    ],
  ]),
  ...mutationsOf('items/natural-resources/land-planning-permit.yaml', [
    [
      'one-basis-two-limits',
      '/limits/statutory_basis',
      '{ law: 市场主体登记管理条例, rank: 行政法规, article: 第19条第1款 }',
      '/limits/statutory',
    ],
  ]),
];
