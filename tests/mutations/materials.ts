import { type Mutation, mutationsOf } from './mutation.ts';

/** Materials: forms, what offices issue or share, certificates, copies. */
export const MATERIAL_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('items/water/water-abstraction.yaml', [
    [
      'form-without-blank',
      '    blank: forms/water-abstraction/application-blank.docx\n',
      '',
      '/materials/0/name',
    ],
    [
      'form-without-sample',
      '    sample: forms/water-abstraction/application-sample.docx\n',
      '',
      '/materials/0/name',
    ],
    ['issued-material-demanded', '/materials/3/waiver', '', '/materials/3/source'],
    ['shared-material-demanded', '/materials/5/waiver', '', '/materials/5/name'],
    ['copies-against-form', 'copies: 0', 'copies: 1', '/materials/6/copies', 'id: metering-photos'],
    [
      'copies-against-form',
      'copies: 2',
      'copies: 2\n    photocopies: 1',
      '/materials/0/photocopies',
    ],
    [
      'optional-without-when',
      '    when: 取水用于建设项目，且建设项目不在已完成水资源论证区域评估的园区内\n    situations: [new]\n',
      '',
      '/materials/2/necessity',
    ],
    [
      'duplicate-material',
      'name: 与第三者利害关系的说明',
      'name: 取水许可申请书',
      '/materials/1/name',
    ],
  ]),
  ...mutationsOf('items/health/nurse-registration.yaml', [
    [
      'form-without-blank',
      '    blank: forms/nurse-registration/application-blank.docx\n',
      '',
      '/materials/0/name',
    ],
    [
      'proof-without-basis',
      '    basis: { law: 护士条例, document: 国务院令第517号, rank: 行政法规, article: 第七条第二款第（二）项 }\n',
      '',
      '/materials/3/name',
    ],
    [
      'proof-without-basis',
      '    basis: { law: 护士条例, document: 国务院令第517号, rank: 行政法规, article: 第七条第二款第（四）项 }\n',
      '',
      '/materials/5/name',
    ],
    [
      'proof-basis-rank',
      '    basis: { law: 护士条例, document: 国务院令第517号, rank: 行政法规, article: 第七条第二款第（二）项 }',
      '    basis: { law: 护士执业注册管理办法, rank: 部门规章, article: 第七条 }',
      '/materials/3/basis/law',
    ],
    ['proof-outcome', '      promise: 不能，实习时间是法定条件\n', '', '/materials/3/outcome'],
    [
      'copies-against-form',
      'medium: 电子\n    copies: 0',
      'medium: 电子\n    copies: 2',
      '/materials/4/copies',
    ],
  ]),
  ...mutationsOf('items/police/residence-permit.yaml', [
    [
      'form-without-sample',
      '    示例样表: forms/residence-permit/application-sample.docx\n',
      '',
      '/materials/0/name',
    ],
    [
      'proof-outcome',
      '      能否书面承诺: 不能，住址决定公共服务的享受地\n',
      '',
      '/materials/3/outcome',
    ],
    [
      'proof-basis-rank',
      '    要求提供材料的依据: { 法律名称: 居住证暂行条例, 文号: 国务院令第663号, 效力级别: 行政法规, 条款: 第九条第二款 }',
      '    要求提供材料的依据: { 法律名称: 明白县居住证办理规定, 效力级别: 规范性文件, 条款: 第九条 }',
      '/materials/3/basis/law',
    ],
    [
      'optional-without-when',
      '    何时需要: 未满16周岁的人由监护人代办，行动不便的老年人、残疾人由监护人、近亲属代办\n',
      '',
      '/materials/6/necessity',
    ],
    ['shared-material-demanded', '/申请材料/1/免提交', '', '/materials/1/name'],
  ]),
  ...mutationsOf('items/market/food-operation.yaml', [
    [
      'duplicate-material',
      '/materials/3/name',
      '主要设备设施清单、经营布局图和操作流程（原件）',
      '/materials/3/name',
    ],
    [
      'issued-material-demanded',
      '    unwaived: 换发新证时必须收回旧的纸质证件，避免两张证件同时使用。\n',
      '',
      '/materials/6/source',
    ],
    ['optional-without-when', '    when: 委托代理人办理\n', '', '/materials/4/necessity'],
  ]),
  ...mutationsOf('items/transport/road-freight.yaml', [
    [
      'issued-material-demanded',
      '    unwaived: 行驶证电子版没有总质量栏，需要核对原件；2027年接入车辆登记数据后取消。\n',
      '',
      '/materials/2/source',
    ],
    ['copies-against-form', 'form: 原件和复印件', 'form: 原件', '/materials/2/photocopies'],
  ]),
  ...mutationsOf('items/disease-control/vaccination-certificate.yaml', [
    [
      'all-materials-deferred',
      'necessity: 必要',
      'necessity: 容缺后补\n    deferral: { within: 即时 }',
      '/materials',
    ],
  ]),
  ...mutationsOf('items/press/publication-retail.yaml', [
    [
      'all-materials-deferred',
      'necessity: 必要',
      'necessity: 容缺后补\n    deferral: { within: 1个工作日 }',
      '/materials',
    ],
  ]),
];
