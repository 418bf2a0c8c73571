import { type Mutation, mutationsOf } from './mutation.ts';

/** Legal bases, and the laws that the catalogue keeps. */
export const LAW_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    [
      'article-beyond-law',
      'article: 第二十五条 }',
      'article: 第五十九条 }',
      '/conditions/4/basis/article',
    ],
    ['article-beyond-law', 'article: 第二条第二款', 'article: 第六十条', '/basis/1/article'],
    [
      'quote-against-law',
      '45个工作日内决定批准或者不批准。决定批准的，应当同时',
      '45个工作日内决定批准或者不批准。决定批准的，必须同时',
      '/limits/statutory_basis/quote',
    ],
    [
      'quote-against-law',
      '不包括举行听证和征求有关部门意见所需的时间。',
      '不包括举行听证所需的时间。',
      '/limits/special/2/basis/quote',
    ],
    [
      'law-rank-mismatch',
      'document: 国务院令第460号\n    rank: 行政法规',
      'document: 国务院令第460号\n    rank: 地方性法规',
      '/basis/1/rank',
    ],
    [
      'law-rank-mismatch',
      'rank: 法律, article: 第四十七条第一款',
      'rank: 行政法规, article: 第四十七条第一款',
      '/limits/special/0/basis/rank',
    ],
    ['repealed-law', 'law: 中华人民共和国水法', 'law: 中华人民共和国物权法', '/basis/0/law'],
    ['unknown-law', 'law: 中华人民共和国水法', 'law: 中华人民共和国水资源法', '/basis/0/law'],
    [
      'statutory-against-law',
      '/limits/statutory_basis',
      '{ law: 中华人民共和国行政许可法, rank: 法律, article: 第四十四条 }',
      '/limits/statutory',
    ],
    ['basis-without-article', '    article: 第四十八条第一款\n', '', '/basis/0/law'],
    [
      'law-of-another-place',
      '/basis/1',
      '{ law: 北京市节约用水条例, article: 第三条, quote: 取水应当申请。 }',
      '/basis/1/law',
    ],
    [
      'law-of-another-place',
      '/materials/2/basis',
      '{ law: 江苏省水资源管理条例, rank: 地方性法规, article: 第三条 }',
      '/materials/2/basis/law',
    ],
    ['law-version', '/basis/0/law', '中华人民共和国水法（2009年修正）', '/basis/0/law'],
    ['law-version', '/basis/0/law', '中华人民共和国水法（2031年修正）', '/basis/0/law'],
    ['law-two-names', '/limits/special/0/basis/law', '行政许可法', '/limits/special/1/basis/law'],
    ['law-document', '/basis/1/document', '国务院令第360号', '/basis/1/document'],
    ['law-document', '/basis/0/issuer', '水利部', '/basis/0/issuer'],
    [
      'paragraph-beyond-article',
      'article: 第十九条第二款、第三款',
      'article: 第十九条第二款、第四款',
      '/limits/special/2/basis/article',
    ],
    [
      'paragraph-beyond-article',
      'article: 第十九条第一款',
      'article: 第十九条第一款第（三）项',
      '/limits/statutory_basis/article',
    ],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    [
      'law-two-names',
      '/conditions/1/basis/law',
      '中华人民共和国护士条例',
      '/conditions/1/basis/law',
    ],
  ]),
  ...mutationsOf('items/market/food-operation.yaml', [
    [
      'unknown-law',
      'law: 中华人民共和国食品安全法',
      'law: 中华人民共和国食品质量安全法',
      '/basis/0/law',
    ],
    [
      'licence-basis-rank',
      '  - law: 中华人民共和国食品安全法\n    rank: 法律',
      '  - law: 食品经营许可说明\n    rank: 规范性文件',
      '/basis/0/law',
    ],
    ['basis-without-quote', '/basis/0/quote', '', '/basis/0/quote'],
    [
      'article-beyond-law',
      'article: 第六十条 }',
      'article: 第六十七条 }',
      '/conditions/5/basis/article',
    ],
    [
      'repealed-law',
      'law: 中华人民共和国食品安全法',
      'law: 中华人民共和国食品卫生法',
      '/basis/0/law',
    ],
  ]),
  ...mutationsOf('items/human-resources/labour-dispatch.yaml', [
    ['law-not-in-force', 'effective: 2013-07-01', 'effective: 2031-07-01', '/basis/1/effective'],
    [
      'licence-basis-rank',
      '  - law: 中华人民共和国劳动合同法\n    rank: 法律',
      '  - law: 劳务派遣许可通知\n    rank: 规范性文件',
      '/basis/0/law',
    ],
    ['basis-without-article', '    article: 第六条\n', '', '/basis/1/law'],
    ['repealed-law', 'law: 中华人民共和国劳动合同法', 'law: 中华人民共和国合同法', '/basis/0/law'],
  ]),
  ...mutationsOf('items/natural-resources/real-estate-first-registration.yaml', [
    ['repealed-law', 'law: 中华人民共和国民法典', 'law: 中华人民共和国物权法', '/fees/0/basis/law'],
    [
      'article-beyond-law',
      'article: 第二十条\n',
      'article: 第四十条\n',
      '/limits/statutory_basis/article',
    ],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    ['law-not-in-force', 'effective: 2008-05-12', 'effective: 2008-05-21', '/basis/0/effective'],
    [
      'quote-against-law',
      '收到申请的卫生主管部门应当自收到申请之日起20个工作日内',
      '收到申请的卫生主管部门应当自受理之日起20个工作日内',
      '/basis/1/quote',
    ],
    [
      'law-rank-mismatch',
      'rank: 行政法规\n    issuer: 国务院\n    article: 第七条第一款',
      'rank: 法律\n    issuer: 国务院\n    article: 第七条第一款',
      '/basis/0/rank',
    ],
    [
      'basis-without-quote',
      '    quote: 护士执业，应当经执业注册取得护士执业证书。\n',
      '',
      '/basis/0/quote',
    ],
    [
      'dates-out-of-order',
      'effective: 2026-01-01\nreviewed: 2026-10-14',
      'effective: 2026-01-01\nreviewed: 2027-10-14',
      '/reviewed',
    ],
    ['review-overdue', 'reviewed: 2026-10-14', 'reviewed: 2025-10-14', '/reviewed'],
  ]),
  ...mutationsOf('items/press/publication-retail.yaml', [
    ['law-not-in-force', 'effective: 2002-02-01', 'effective: 2027-02-01', '/basis/0/effective'],
    [
      'dates-out-of-order',
      'effective: 2026-01-01\nreviewed',
      'effective: 2026-01-01\ncancelled: 2025-12-01\nreviewed',
      '/cancelled',
    ],
    [
      'dates-out-of-order',
      'effective: 2026-01-01\nreviewed',
      'effective: 2026-01-01\ncancelled: 2026-06-01\nreviewed',
      '/cancelled',
    ],
    ['review-overdue', 'reviewed: 2026-10-21\n', '', '/reviewed'],
  ]),
  {
    rule: 'amended-law',
    path: 'laws/water-abstraction-regulation.yaml',
    find: 'amended: 2017-03-01',
    replace: 'amended: 2026-11-01',
    pointer: '/basis/1/law',
    at: 'items/water/water-abstraction.yaml',
  },
  {
    rule: 'amended-law',
    path: 'laws/nurses-regulation.yaml',
    find: 'amended: 2020-03-27',
    replace: 'amended: 2026-11-15',
    pointer: '/basis/0/law',
    at: 'items/health/nurse-registration.yaml',
  },
  ...mutationsOf('items/natural-resources/real-estate-first-registration.yaml', [
    [
      'statutory-against-law',
      '/limits/statutory_basis',
      '{ law: 中华人民共和国行政许可法, rank: 法律, article: 第四十四条 }',
      '/limits/statutory',
    ],
  ]),
];
