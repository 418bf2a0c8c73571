import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { type Element, eachRow, single } from './element.ts';

const isLicence = (item: Item): boolean => item.type === '行政许可';
const isService = (item: Item): boolean => item.type === '公共服务';
const isForm = (row: { kind?: string }): boolean => row.kind === '申请表';
const isDemanded = (row: { waiver?: unknown }): boolean => row.waiver === undefined;

/** Every element that a profile can ask for. Sources: the profiles that use them. */
export const ELEMENTS = {
  name: single(say('事项名称', 'name'), '/name', (item) => item.name),
  type: single(say('事项类型', 'item type'), '/type', (item) => item.type),
  department: single(say('受理单位', 'receiving body'), '/department', departmentName),
  departmentCode: single(say('实施主体编码', 'code of the body'), '/department', departmentCode, {
    applies: (item) => item.department !== '',
    elsewhere: say(
      '在 departments/ 里这个部门的文件中加一行 uscc: "18位统一社会信用代码"',
      'add uscc with its 18 characters to the file of the department below departments/',
    ),
  }),
  body: single(say('实施主体性质', 'nature of the body'), '/body', (item) => item.body),
  entrusted: single(
    say('委托部门', 'entrusting department'),
    '/entrusted_by',
    (item) => item.entrusted_by,
    { applies: (item) => item.body === '受委托组织' },
  ),
  basicCode: single(
    say('基本编码', 'basic code'),
    '/codes/basic',
    (item) => item.codes?.basic,
    // It is part of the longer codes.
    { example: ({ codes }) => (codes?.implementation ?? codes?.handling)?.slice(19, 31) },
  ),
  implementationCode: single(
    say('实施编码', 'implementation code'),
    '/codes/implementation',
    (item) => item.codes?.implementation,
    { example: ({ codes }) => codes?.handling?.slice(0, 31) },
  ),
  level: single(say('行使层级', 'level of exercise'), '/level', (item) => item.level),
  power: single(say('权力来源', 'source of power'), '/power', (item) => item.power, {
    applies: (item) => !isService(item),
  }),
  audience: single(say('服务对象', 'recipients'), '/audience', (item) => item.audience),
  case: single(say('办件类型', 'case type'), '/case', (item) => item.case),
  basis: single(say('设定依据', 'legal basis'), '/basis', (item) => item.basis, {
    rule: 'notice-elements',
  }),
  conditions: single(say('受理条件', 'conditions'), '/conditions', (item) => item.conditions),
  quota: single(say('数量限制', 'quota'), '/quota', (item) => item.quota, {
    noneIsAnswer: true,
    applies: isLicence,
  }),
  materials: single(say('申请材料', 'materials'), '/materials', declaredMaterials, {
    rule: 'notice-elements',
  }),
  necessity: eachRow(say('材料必要性', 'necessity'), 'materials', ['necessity']),
  samples: eachRow(say('示范文本', 'sample'), 'materials', ['sample'], {
    rule: 'form-without-sample',
    applies: isForm,
  }),
  mistakes: eachRow(say('常见错误示例', 'common mistakes'), 'materials', ['mistakes'], {
    applies: isForm,
  }),
  statutory: single(
    say('法定办结时限', 'statutory time limit'),
    '/limits/statutory',
    (item) =>
      item.limits?.statutory ?? item.limits?.statutory_note ?? bySituation(item, 'statutory'),
    { applies: (item) => !isService(item) },
  ),
  committed: single(say('承诺办结时限', 'committed time limit'), '/limits/committed', committed, {
    rule: 'notice-elements',
  }),
  steps: single(say('办理流程', 'process'), '/steps', (item) => item.steps, {
    rule: 'notice-elements',
  }),
  criteria: single(say('审查标准', 'review criteria'), '/steps', criteria, {
    paste: '/steps/0/criteria',
  }),
  fees: single(say('收费标准', 'fees'), '/fees', (item) => item.fees, { rule: 'notice-elements' }),
  feeStandard: eachRow(say('收费标准', 'rate'), 'fees', ['standard'], {
    rule: 'fee-without-standard',
  }),
  feeBasis: eachRow(say('收费依据', 'basis'), 'fees', ['basis'], { rule: 'fee-without-basis' }),
  result: single(say('办理结果', 'result'), '/result', (item) => item.result?.name, {
    paste: '/result/name',
  }),
  resultKind: single(
    say('结果类型', 'kind of result'),
    '/result/kind',
    (item) => item.result?.kind,
  ),
  visits: single(say('到办事现场次数', 'number of visits'), '/visits', (item) => item.visits),
  visitsReason: single(
    say('必须现场办理原因', 'reason for the visit'),
    '/visits_reason',
    (item) => item.visits_reason,
    { rule: 'visits-without-reason', applies: (item) => (item.visits ?? 0) > 0 },
  ),
  place: single(say('办理地点', 'place'), '/channels', place, { paste: '/channels/place' }),
  hours: single(say('办理时间', 'opening hours'), '/channels', hours, {
    paste: '/channels/hours',
  }),
  hallEntry: single(
    say('是否进驻政务大厅', 'hall entry'),
    '/hall_entry',
    (item) => item.hall_entry,
  ),
  handling: single(say('办理形式', 'ways of handling'), '/channels/handling', (item) => {
    return item.channels?.handling;
  }),
  express: single(say('是否支持物流快递', 'courier'), '/channels/express', (item) => {
    return item.channels?.express;
  }),
  consult: single(say('咨询方式', 'enquiries'), '/contact/consult', (item) => {
    return item.contact?.consult ?? item.contact?.website;
  }),
  complain: single(
    say('监督投诉方式', 'complaints'),
    '/contact/complain',
    (item) => {
      return item.contact?.complain;
    },
    { rule: 'notice-elements' },
  ),
  deferral: eachRow(say('容缺补正', 'deferral'), 'materials', ['deferral'], {
    rule: 'deferral-without-deadline',
    applies: (row) => row.necessity === '容缺后补' && isDemanded(row),
  }),
  promise: single(say('告知承诺', 'promise'), '/promise', (item) => item.promise, {
    applies: (item) => item.modes?.includes('告知承诺') ?? false,
  }),
  faq: single(say('常见问题', 'questions and answers'), '/faq', (item) => item.faq, {
    applies: isLicence,
  }),
} as const satisfies Record<string, Element>;

export type ElementId = keyof typeof ELEMENTS;

function departmentName(item: Item, catalog: Catalog): unknown {
  return catalog.departments.get(item.department)?.value.name ?? item.department;
}

function departmentCode(item: Item, catalog: Catalog): unknown {
  const department = catalog.departments.get(item.department);
  return department === undefined ? item.department : department.value.uscc;
}

/** An empty list says that nothing is asked for. */
function declaredMaterials(item: Item): unknown {
  return item.materials?.length === 0 ? true : item.materials;
}

function bySituation(item: Item, key: 'statutory' | 'committed'): unknown {
  return item.situations?.map((each) => each[key]);
}

function committed(item: Item): unknown {
  return item.limits?.committed ?? bySituation(item, 'committed');
}

function criteria(item: Item): unknown {
  return [item.steps?.map((each) => each.criteria), item.materials?.map((each) => each.criteria)];
}

function place(item: Item): unknown {
  const { windows, place: own, fully_online: online } = item.channels ?? {};
  return [windows?.map((each) => each.window), own, online === true ? true : undefined];
}

function hours(item: Item, catalog: Catalog): unknown {
  const { windows, hours: own, fully_online: online } = item.channels ?? {};
  const halls = windows?.map((each) => catalog.halls.get(each.hall)?.value.hours);
  return [halls, own, online === true ? true : undefined];
}
