import { type Mutation, mutationsOf } from './mutation.ts';

/** Limits, steps, special procedures and deferrals. */
export const LIMIT_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    [
      'committed-over-statutory',
      'committed: 2个工作日',
      'committed: 50个工作日',
      '/situations/1/committed',
    ],
    [
      'statutory-against-quote',
      'statutory: 45个工作日',
      'statutory: 40个工作日',
      '/limits/statutory',
    ],
    ['bare-day-limit', 'acceptance: 1个工作日', 'acceptance: 1日', '/limits/acceptance'],
    ['bare-day-limit', 'statutory: 45个工作日', 'statutory: 45日', '/limits/statutory'],
    ['sentinel-limit', 'statutory: 45个工作日', 'statutory: 999个工作日', '/limits/statutory'],
    ['sentinel-limit', 'days: 20个工作日', 'days: 500个工作日', '/limits/special/0/days'],
    [
      'steps-over-committed',
      'limit: 1个工作日',
      'limit: 2个工作日',
      '/limits/committed',
      'name: 现场踏勘',
    ],
    ['review-against-case', 'review: 前审后批', 'review: 即审即办', '/review'],
    ['formal-review-not-instant', 'examination: 实质审查', 'examination: 形式审查', '/case'],
    ['special-procedure-basis', '/limits/special/2/basis', '', '/limits/special/2/kind'],
    ['special-procedure-duration', '      days: 20个工作日\n', '', '/limits/special/0/kind'],
    ['special-procedure-duration', '      days: 10个工作日\n', '', '/limits/special/1/kind'],
    [
      'deferral-over-committed',
      'within: 2个工作日',
      'within: 10个工作日',
      '/materials/6/deferral/within',
    ],
  ]),
  ...mutationsOf('items/market/food-operation.yaml', [
    [
      'statutory-against-quote',
      '  statutory: 10个工作日',
      '  statutory: 12个工作日',
      '/limits/statutory',
    ],
    ['steps-over-committed', 'limit: 3个工作日', 'limit: 6个工作日', '/limits/committed'],
    [
      'steps-over-committed',
      '/steps/3',
      '{ name: 当场决定, role: 审批岗, limit: 3个工作日, situations: [change], criteria: 申请书逐项填写完毕。 }',
      '/situations/1/committed',
    ],
    ['deferral-without-deadline', '/materials/3/deferral', '', '/materials/3/necessity'],
    [
      'special-procedure-basis',
      '/limits/special/0',
      '{ kind: 公示, days: 7个自然日 }',
      '/limits/special/0/kind',
    ],
  ]),
  ...mutationsOf('items/police/residence-permit.yaml', [
    [
      'committed-over-statutory',
      '承诺办结时限: 7个自然日',
      '承诺办结时限: 20个自然日',
      '/limits/committed',
    ],
    [
      'unit-against-quote',
      '法定办结时限: 15个自然日',
      '法定办结时限: 15个工作日',
      '/limits/statutory',
    ],
    ['unit-against-quote', '/办理时限/法定办结时限', '15个工作日', '/limits/statutory'],
    ['steps-over-committed', '环节时限: 4个自然日', '环节时限: 6个自然日', '/limits/committed'],
    ['review-against-case', '审查类型: 前审后批', '审查类型: 即审即办', '/review'],
  ]),
  ...mutationsOf('items/development/project-filing.yaml', [
    ['instant-case', '  committed: 即时', '  committed: 2个工作日', '/limits/committed'],
    ['instant-case', '  committed: 即时', '  committed: 16小时', '/limits/committed'],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    ['formal-review-not-instant', 'examination: 实质审查', 'examination: 形式审查', '/case'],
    [
      'deferral-over-committed',
      'within: 1个工作日',
      'within: 1个月',
      '/materials/5/deferral/within',
    ],
    [
      'deferral-without-deadline',
      'necessity: 必要',
      'necessity: 容缺后补',
      '/materials/2/necessity',
      'id: diploma',
    ],
  ]),
  ...mutationsOf('items/housing/construction-permit.yaml', [
    ['bare-day-limit', '  statutory: 7个自然日', '  statutory: 7日', '/limits/statutory'],
  ]),
  ...mutationsOf('items/transport/road-freight.yaml', [
    [
      'licence-limit-default',
      '/limits',
      '{ statutory: 40个工作日, committed: 3个工作日 }',
      '/limits/statutory',
    ],
    ['steps-over-committed', 'limit: 2个工作日', 'limit: 3个工作日', '/limits/committed'],
  ]),
  ...mutationsOf('items/human-resources/labour-dispatch.yaml', [
    [
      'licence-limit-default',
      '/limits',
      '{ statutory: 2个月, committed: 6个工作日 }',
      '/limits/statutory',
    ],
  ]),
  ...mutationsOf('bundles/industrial-project.yaml', [
    ['joint-limit', 'committed: 30个工作日', 'committed: 50个工作日', '/committed'],
    ['joint-limit', 'committed: 30个工作日', 'committed: 61个工作日', '/committed'],
  ]),
  ...mutationsOf('items/natural-resources/real-estate-first-registration.yaml', [
    [
      'statutory-against-quote',
      '  statutory: 30个工作日',
      '  statutory: 35个工作日',
      '/limits/statutory',
    ],
    [
      'steps-over-committed',
      '  committed: 5个工作日',
      '  committed: 4个工作日',
      '/limits/committed',
    ],
  ]),
  {
    rule: 'statutory-limit-differs',
    path: 'items/health/nurse-registration.yaml',
    find: '/codes',
    replace: '{ basic: "000131024000", implementation: "11990123MB9K10182N4000131024000" }',
    pointer: '/limits/statutory',
    at: 'items/market/food-operation.yaml',
  },
  {
    rule: 'statutory-limit-differs',
    path: 'items/transport/road-freight.yaml',
    find: '/codes',
    replace: '{ basic: "000119901000", implementation: "11990123MB9K11038M4000119901000" }',
    pointer: '/limits/statutory',
    at: 'items/water/water-abstraction.yaml',
  },
];
