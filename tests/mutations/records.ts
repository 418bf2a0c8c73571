import { type Mutation, mutationsOf } from './mutation.ts';

/** Contacts, codes, settings. */
export const RECORD_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    [
      'consult-is-complain',
      'complain: "0399-5551101、12345"',
      'complain: "0399-5550101、12345"',
      '/contact/complain',
    ],
    ['phone-form', 'consult: "0399-5550101"', 'consult: "5550101"', '/contact/consult'],
    ['retired-phone', 'consult: "0399-5550101"', 'consult: "0399-5559000"', '/contact/consult'],
    ['retired-phone', 'notes: |\n', 'notes: |\n  - 咨询电话（0399）5559001。\n', '/notes'],
    ['personal-mobile', 'consult: "0399-5550101"', 'consult: "13800138000"', '/contact/consult'],
    ['personal-mobile', 'role: 分管负责人', 'role: 分管负责人（13800138000）', '/steps/3/role'],
    ['identity-number', 'notes: |\n', 'notes: |\n  - 填写示例：11010519491231002X。\n', '/notes'],
    ['basic-code-form', 'basic: "000119901000"', 'basic: "00011990100"', '/codes/basic'],
    [
      'implementation-code-form',
      'implementation: "11990123MB9K10019F4000119901000"',
      'implementation: "11990123MB9K10018F4000119901000"',
      '/codes/implementation',
    ],
    [
      'implementation-code-form',
      'implementation: "11990123MB9K10019F4000119901000"',
      'implementation: "11990123MB9K10019G4000119901000"',
      '/codes/implementation',
    ],
    [
      'handling-code-form',
      'handling: "11990123MB9K10019F400011990100001"',
      'handling: "11990123MB9K10019F40001199010000"',
      '/codes/handling',
    ],
    ['codes-disagree', 'basic: "000119901000"', 'basic: "000119901001"', '/codes/implementation'],
    [
      'codes-disagree',
      'handling: "11990123MB9K10019F4000',
      'handling: "11990123MB9K10019F3000',
      '/codes/handling',
    ],
    [
      'unknown-rule',
      '/allow',
      '[{ rule: prose-limits, text: 之前办, reason: 原话 }]',
      '/allow/0/rule',
    ],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    ['code-type', 'type: 行政许可', 'type: 行政确认', '/codes/basic'],
    [
      'consult-is-complain',
      'consult: "0399-5550102"',
      'consult: "0399-5551102"',
      '/contact/complain',
    ],
    ['phone-form', 'consult: "0399-5550102"', 'consult: "0399-5550102转"', '/contact/consult'],
    [
      'handling-code-form',
      'handling: "11990123MB9K10182N400012301400001"',
      'handling: "11990123MB9K10182N4000123014000AA"',
      '/codes/handling',
    ],
    [
      'code-region',
      '/codes',
      '{ basic: "440123014000", implementation: "11990123MB9K10182N4440123014000" }',
      '/codes/basic',
    ],
    ['identity-number', 'notes: ', 'notes: 例如填写11010519491231002X。', '/notes'],
  ]),
  ...mutationsOf('items/police/residence-permit.yaml', [
    ['code-type', '事项类型: 行政确认', '事项类型: 行政给付', '/codes/basic'],
    ['basic-code-form', '基本编码: "000709901000"', '基本编码: "0007O9901000"', '/codes/basic'],
    [
      'code-region',
      '/编码',
      '{ 基本编码: "440709901000", 实施编码: "11990123MB9K1137XU4440709901000" }',
      '/codes/basic',
    ],
    ['codes-disagree', '行使层级: 县级', '行使层级: 市级', '/codes/implementation'],
  ]),
  ...mutationsOf('departments/transport.yaml', [
    ['department-code', 'uscc: "11990123MB9K11038M"', 'uscc: "11990123MB9K11038N"', '/uscc'],
    ['department-code', 'uscc: "11990123MB9K11038M"', 'uscc: "11990123MB9K1103"', '/uscc'],
    ['phone-form', 'phone: "0399-5550107"', 'phone: "电话0399-55"', '/phone'],
  ]),
  ...mutationsOf('halls/county-hall.yaml', [
    [
      'hours-form',
      'hours: 工作日 上午9:00—12:00，下午13:00—17:00',
      'hours: 上午9:00—12:00，下午13:00—17:00',
      '/hours',
    ],
    [
      'hours-form',
      'hours: 工作日 上午9:00—12:00，下午13:00—17:00',
      'hours: 工作日 上午9:00—8:00',
      '/hours',
    ],
    [
      'personal-mobile',
      'role: 引导、预约登记、帮助填写申请表',
      'role: 引导、预约登记，值班13912345678',
      '/windows/0/role',
    ],
    ['retired-phone', 'phone: "0399-5550000"', 'phone: "0399-5559001"', '/phone'],
  ]),
  ...mutationsOf('mingbai.yaml', [
    [
      'unknown-rule',
      'publish_personal: false',
      'publish_personal: false\nrules: { placeholder-values: error }',
      '/rules/placeholder-values',
    ],
    ['phone-form', 'hotline: "12345"', 'hotline: 热线', '/hotline'],
    [
      'calendar-year',
      'hotline: "12345"',
      'hotline: "12345"\ncalendar: { years: [2027] }',
      '/calendar/years/0',
    ],
    [
      'calendar-year',
      'hotline: "12345"',
      'hotline: "12345"\ncalendar: { years: [2027], holidays: [2027-01-01, 2027-05-01] }',
      '/calendar/years/0',
    ],
    ['site-marks', '  icp: 示例备00000000号\n', '', '/marks'],
    ['site-marks', '  police: 示例公网安备00000000000000号\n', '', '/marks'],
  ]),
  ...mutationsOf('mingbai.yaml', [
    ['next-stage', 'profiles: [notice, national]', 'profiles: [notice]', '/profiles/0'],
    ['next-stage', 'profiles: [notice, national]', 'profiles: [national]', '/profiles/0'],
    [
      'address-too-long',
      'https://mingbai.example',
      `https://mingbai.example/${'guides/'.repeat(60)}`,
      '/site',
    ],
    [
      'address-too-long',
      'https://mingbai.example',
      `https://${'guides.'.repeat(60)}mingbai.example`,
      '/site',
    ],
    ['blank-in-name', '政务服务事项目录', '政务服务　事项目录', '/title'],
  ]),
  ...mutationsOf('items/natural-resources/real-estate-first-registration.yaml', [
    ['markup-in-text', 'name: 国有建设用地', 'name: <p>国有建设用地', '/name'],
    ['markup-in-text', 'name: 国有建设用地', 'name: 国有&nbsp;建设用地', '/name'],
    ['blank-in-name', 'name: 国有建设用地', 'name: 国有\u00a0建设用地', '/name'],
  ]),
];
