import { type Mutation, mutationsOf } from './mutation.ts';

const WATER_WINDOWS = `  windows:
    - { hall: county-hall, window: water }
    - { hall: county-hall, window: weekend }
`;
const COUNTER_ONLY = `
  handling: [窗口办理]
  windows: [{ hall: county-hall, window: social-security }]
  express: false
`;

/** Visits, channels, halls, fees and the seven elements of the notice sheet. */
export const SERVICE_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    ['notice-elements', 'fees: 不收费\n', '', '/fees'],
    ['notice-elements', '  complain: "0399-5551101、12345"\n', '', '/contact/complain'],
    ['incomplete-element', 'level: 县级\n', '', '/level'],
    ['incomplete-element', 'power: 法定本级行使\n', '', '/power'],
    ['incomplete-element', '    necessity: 必要\n', '', '/materials/0/necessity'],
    [
      'incomplete-element',
      'quota: 受年度取水许可总量控制：批准取水的总量不超过市水利局下达给明白县的可取用水量。\n',
      '',
      '/quota',
    ],
    ['placeholder-value', 'division: 行政审批股', 'division: 待定', '/division'],
    ['fully-online-visits', 'visits: 0', 'visits: 1\nvisits_reason: 核对原件。', '/visits'],
    [
      'visits-reason-without-visit',
      'visits: 0',
      'visits: 0\nvisits_reason: 核对原件。',
      '/visits_reason',
    ],
    ['window-closed', 'window: weekend', 'window: old-archives', '/channels/windows/1/window'],
    ['free-with-payment', 'fees: 不收费', 'fees: 不收费\npayment: [窗口支付]', '/payment'],
    [
      'hall-without-window',
      WATER_WINDOWS,
      '  place: 明白县明白大道100号C03窗口\n  hours: 工作日 上午9:00—12:00\n',
      '/hall_entry/entered',
    ],
    [
      'hall-entry-window',
      'hall_entry: { entered: true }',
      'hall_entry: { entered: false, reason: 涉及国家秘密 }',
      '/channels/windows/0/hall',
    ],
  ]),
  ...mutationsOf('items/transport/road-freight.yaml', [
    ['notice-elements', '/steps', '', '/steps'],
    [
      'visits-without-reason',
      'visits_reason: 核对机动车行驶证原件的总质量栏并当场归还。\n',
      '',
      '/visits',
    ],
    ['fully-online-visits', 'fully_online: false', 'fully_online: true', '/visits'],
    [
      'online-without-address',
      '  online: https://mingbai.example/apply/road-freight\n',
      '',
      '/channels/handling/1',
    ],
    ['free-with-payment', 'fees: 不收费', 'fees: 不收费\npayment: [网上支付]', '/payment'],
    ['window-closed', 'window: water', 'window: old-archives', '/channels/windows/0/window'],
  ]),
  ...mutationsOf('items/police/residence-permit.yaml', [
    [
      'visits-without-reason',
      '必须现场办理原因: 现场核对本人与居民身份证照片；领证可以选择邮寄，不用再来。\n',
      '',
      '/visits',
    ],
    ['incomplete-element', '行使层级: 县级\n', '', '/level'],
    ['placeholder-value', '承办机构: 人口管理大队', '承办机构: 略', '/division'],
    [
      'hall-entry-window',
      '是否进驻: true',
      '是否进驻: false, 未进驻原因: 涉及国家秘密',
      '/channels/windows/0/hall',
    ],
  ]),
  ...mutationsOf('items/police/birth-registration.yaml', [
    ['visits-reason-without-visit', 'visits: 1', 'visits: 0', '/visits_reason'],
  ]),
  ...mutationsOf('items/human-resources/social-security-card.yaml', [
    ['incomplete-element', 'case: 承诺件\n', '', '/case'],
  ]),
  ...mutationsOf('items/press/publication-retail.yaml', [
    ['notice-elements', '  committed: 2个工作日\n', '', '/limits/committed'],
    [
      'hall-without-window',
      '  windows:\n    - { hall: county-hall, window: business }\n',
      '',
      '/hall_entry/entered',
    ],
  ]),
  ...mutationsOf('items/health/birth-certificate.yaml', [
    ['hall-entry-reason', '/hall_entry', '{ entered: false }', '/hall_entry/entered'],
  ]),
  ...mutationsOf('items/disease-control/vaccination-certificate.yaml', [
    ['hall-entry-reason', '/hall_entry', '{ entered: false }', '/hall_entry/entered'],
  ]),
  ...mutationsOf('items/human-resources/social-security-card.yaml', [
    ['online-without-address', '/channels', COUNTER_ONLY, '/reach/mode'],
  ]),
  ...mutationsOf('items/human-resources/labour-dispatch.yaml', [
    [
      'zero-visits-without-post',
      '/channels',
      '{ handling: [窗口办理], windows: [{ hall: county-hall, window: business }], express: false }',
      '/visits',
    ],
  ]),
  ...mutationsOf('items/medical-insurance/newborn-medical-insurance.yaml', [
    ['zero-visits-without-post', '/channels', COUNTER_ONLY, '/visits'],
  ]),
  ...mutationsOf('bundles/newborn.yaml', [
    ['window-closed', 'window: newborn', 'window: old-archives', '/windows/0/window'],
  ]),
  ...mutationsOf('items/water/soil-and-water-conservation.yaml', [
    ['fee-without-standard', '    standard: 1.00元/平方米\n', '', '/fees/0/name'],
    ['fee-amount', 'standard: 1.00元/平方米', 'standard: 1.00元', '/fees/0/standard'],
    ['fee-reduction-basis', '/fees/0/reduction_basis', '', '/fees/0/reduction'],
    [
      'licence-fee-rank',
      'law: 中华人民共和国水土保持法\n      rank: 法律\n      article: 第三十二条第二款',
      'law: 湖南省水土保持补偿费标准\n      rank: 规范性文件\n      article: 第二条',
      '/fees/0/basis/law',
    ],
    [
      'licence-fee-rank',
      '/fees/0/basis',
      '{ law: 水土保持补偿费征收使用管理办法, rank: 部门规章, article: 第二条 }',
      '/fees/0/basis/law',
    ],
  ]),
  ...mutationsOf('items/natural-resources/real-estate-first-registration.yaml', [
    ['fee-without-standard', '    standard: 550元/件\n', '', '/fees/1/name'],
    [
      'fee-without-basis',
      '    basis:\n      law: 中华人民共和国民法典\n      rank: 法律\n      article: 第二百二十三条\n',
      '',
      '/fees/1/name',
      'standard: 550元/件',
    ],
    [
      'fee-without-basis',
      '    basis:\n      law: 中华人民共和国民法典\n      rank: 法律\n      article: 第二百二十三条\n',
      '',
      '/fees/2/name',
      'standard: 10元/本',
    ],
    ['fee-amount', 'standard: 10元/本', 'standard: 10元', '/fees/2/standard'],
    ['fee-amount', 'standard: 10元/本', 'standard: 不超过10元/本', '/fees/2/standard'],
    ['fee-amount', 'standard: 10元/本', 'standard: 10元/本起', '/fees/2/standard'],
    ['fee-reduction-basis', '/fees/1/reduction_basis', '', '/fees/1/reduction'],
  ]),
];
