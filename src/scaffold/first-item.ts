import type { Draft } from './commented-yaml.ts';

/** Ids of what a new catalogue begins with. */
const IDS = { department: 'police', hall: 'main-hall', window: 'w01' } as const;

/** What files of a new catalogue need to know. */
export interface Place {
  /** The region's name; empty when it is not known. */
  readonly region: string;
}

/** The department of the first item. */
export function firstDepartment({ region }: Place): Draft {
  return {
    id: IDS.department,
    name: `${region}公安局`,
    kind: '法定机关',
    phone: '12345',
    complain: '12389',
  };
}

/** The hall where the first item is handled. */
export function firstHall({ region }: Place): Draft {
  return {
    id: IDS.hall,
    name: `${region}政务服务大厅`,
    kind: '政务服务大厅',
    address: `${region}政务服务大厅一楼`,
    hours: '工作日 上午9:00—12:00，下午13:00—17:00',
    phone: '12345',
    windows: [{ id: IDS.window, name: '公安综合窗口', number: '01', floor: '一楼' }],
  };
}

/**
 * A small item with every element that a notice sheet needs, true in every county: the law is that
 * of the State Council, 12345 and 12389 are the same everywhere.
 */
export function firstItem(): Draft {
  return {
    id: FIRST_ITEM,
    name: '居住证签注',
    aliases: ['居住证年审', '居住证续期'],
    summary: '领了居住证的人继续住在本地的，每年办理一次签注，居住证继续有效。',
    type: '行政确认',
    department: IDS.department,
    body: '法定机关',
    level: '县级',
    power: '法定本级行使',
    audience: ['自然人'],
    case: '即办件',
    review: '即审即办',
    examination: '形式审查',
    basis: [BASIS],
    conditions: [CONDITION],
    materials: [MATERIAL],
    limits: { statutory_note: '条例没有规定签注的办理时限。', committed: '即时' },
    steps: [STEP],
    fees: '不收费',
    result: { name: '居住证签注记录', kind: '其他', validity: '1年', delivery: ['窗口领取'] },
    visits: 1,
    visits_reason: '窗口当面核对本人，并在证件上签注。',
    channels: {
      handling: ['窗口办理'],
      windows: [{ hall: IDS.hall, window: IDS.window }],
      express: false,
    },
    hall_entry: { entered: true },
    contact: { consult: '12345', complain: '12389' },
    faq: [{ question: '签注要交钱吗？', answer: '不收费。' }],
    owner: '户政管理岗',
  };
}

/** The id of the first item. */
export const FIRST_ITEM = 'residence-permit-endorsement';

const BASIS: Draft = {
  law: '居住证暂行条例',
  document: '国务院令第663号',
  rank: '行政法规',
  issuer: '国务院',
  article: '第八条第一款',
  quote: '公安机关负责居住证的申领受理、制作、发放、签注等证件管理工作。',
  effective: '2016-01-01',
};

const CONDITION: Draft = {
  text: '持有本地签发的居住证，在居住每满1年之日前1个月内办理。',
  basis: {
    law: '居住证暂行条例',
    document: '国务院令第663号',
    rank: '行政法规',
    article: '第十条第二款',
    quote:
      '居住证持有人在居住地连续居住的，应当在居住每满1年之日前1个月内，到居住地公安派出所或者受公安机关委托的社区服务机构办理签注手续。',
  },
};

const MATERIAL: Draft = {
  name: '居住证',
  kind: '证照',
  form: '原件',
  medium: '纸质',
  copies: 1,
  source: '政府部门核发',
  issuer: '公安机关',
  necessity: '必要',
  unwaived: '签注要写在这张证件上，当场退还',
  criteria: '证件上的姓名、公民身份号码与本人一致。',
};

const STEP: Draft = {
  name: '当场签注',
  kind: '决定',
  stage: '前台',
  role: '公安综合窗口',
  limit: '即时',
  criteria: '居住地址与登记一致，在规定的1个月内办理。',
  result: '签注记录',
};
