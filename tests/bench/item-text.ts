import { faultIn } from './faults.ts';
import { idOf } from './generate.ts';
import type { Random } from './random.ts';
import {
  ACTS,
  BASES,
  CONDITIONS,
  CRITERIA,
  DOMAINS,
  MATERIALS,
  MISTAKES,
  OBJECTS,
  QUALIFIERS,
  QUESTIONS,
  STEPS,
} from './words.ts';

/** The department an item belongs to. */
export interface Place {
  readonly department: string;
  readonly name: string;
  readonly uscc: string;
  readonly phone: string;
}

/** One item as YAML, about 3 kB; a faulty one has one thing wrong. */
export function itemText(
  number: number,
  place: Place,
  random: Random,
  faulty: boolean,
  readable: boolean,
): string {
  const name = nameOf(number);
  const situations = random.chance(0.4);
  const statutory = random.pick([10, 15, 20, 30, 45]);
  const committed = Math.ceil(statutory / random.pick([2, 3, 4]));
  const parts = [
    head(number, name, place, random),
    bases(random),
    conditions(random, situations),
    ...(situations ? [SITUATIONS] : []),
    materials(random, situations),
    `limits:\n  statutory: ${statutory}个工作日\n  statutory_basis: { law: 中华人民共和国行政许可法, rank: 法律, article: 第四十二条第一款 }\n  committed: ${committed}个工作日\n  starts: 受理`,
    steps(random, place),
    ending(number, name, place, random),
  ];
  const text = `${parts.join('\n')}\n`;
  return faulty ? faultIn(text, random, readable) : text;
}

/** Every number has a name of its own, below the product of the lists. */
function nameOf(number: number): string {
  let rest = number * 7919;
  const take = (list: readonly string[]): string => {
    const word = list[rest % list.length]!;
    rest = Math.floor(rest / list.length);
    return word;
  };
  const [domain, object, act, qualifier] = [DOMAINS, OBJECTS, ACTS, QUALIFIERS].map(take);
  const serial = rest === 0 ? '' : `${rest}号`;
  return `${domain}${object}${act}${qualifier}${serial}`;
}

function head(number: number, name: string, place: Place, random: Random): string {
  const basic = `9901${String(number % 100_000).padStart(5, '0')}${String(Math.floor(number / 100_000)).padStart(3, '0')}`;
  return `id: ${idOf(number)}
name: ${name}
summary: 办理${name}的单位和个人，开始经营前提出申请。
type: 行政许可
state: 在用
department: ${place.department}
division: 行政审批股
body: 法定机关
codes: { basic: "${basic}", implementation: "${place.uscc}4${basic}" }
level: 县级
power: 法定本级行使
exercise: 对新办、变更、延续、注销的申请作出决定。
audience: [${random.some(['企业法人', '自然人', '社会组织法人', '非法人企业'], 2).join(', ')}]
case: 承诺件
review: 前审后批
quota: 没有数量限制`;
}

function bases(random: Random): string {
  const rows = [BASES[0], ...random.some(BASES.slice(1), random.below(3))].map(
    ([law, article, quote, rank]) => {
      const words = quote === '' ? '' : `\n    quote: ${quote}`;
      return `  - law: ${law}\n    rank: ${rank}\n    article: ${article}${words}`;
    },
  );
  return `basis:\n${rows.join('\n')}`;
}

function conditions(random: Random, situations: boolean): string {
  const rows = random.some(CONDITIONS, random.length(2, 10)).map((text) => {
    return `  - text: ${text}${situations && random.chance(0.3) ? '\n    situations: [new]' : ''}`;
  });
  return `conditions:\n${rows.join('\n')}`;
}

const SITUATIONS = `situations:
  - id: new
    name: 新办
    when: 第一次在这个场所经营。
  - id: renewal
    name: 延续
    when: 有效期届满30日前申请。`;

function materials(random: Random, situations: boolean): string {
  const chosen = random.some(MATERIALS, random.length(1.9, 14));
  const rows = chosen.map(([name, kind, form, source, issuer]) => {
    const lines = [
      `  - name: ${name}`,
      `    kind: ${kind === '申请表' ? '文书资料' : kind}`,
      `    form: ${form}`,
      `    medium: 纸质/电子`,
      `    copies: ${random.chance(0.8) ? 1 : 2}`,
      `    source: ${source}`,
      ...(issuer === '' ? [] : [`    issuer: ${issuer}`]),
      `    necessity: 必要`,
      ...(situations && random.chance(0.3) ? [`    situations: [renewal]`] : []),
      `    criteria: ${random.pick(CRITERIA)}`,
      ...(random.chance(0.3) ? [`    mistakes:\n      - ${random.pick(MISTAKES)}`] : []),
      ...(source === '政府部门核发'
        ? [`    waiver: { how: 电子证照, note: 窗口用证件号码调取电子证照。 }`]
        : []),
    ];
    return lines.join('\n');
  });
  return `materials:\n${rows.join('\n')}`;
}

function steps(random: Random, place: Place): string {
  const between = random.some(STEPS, random.length(1.3, 4));
  const rows = between.map(([name, kind, role, action, result]) => {
    return `  - name: ${name}\n    kind: ${kind}\n    stage: 后台\n    role: ${role}\n    limit: 4小时\n    action: ${action}\n    result: ${result}`;
  });
  return `steps:
  - name: 受理
    kind: 受理
    stage: 前台
    role: ${place.name}受理岗
    limit: 1个工作日
    counted: false
    criteria: 必要材料都已提交，逐项达到受理标准。
    result: 受理通知书
${rows.join('\n')}`;
}

function ending(number: number, name: string, place: Place, random: Random): string {
  const questions = random.some(QUESTIONS, random.length(0.9, 5)).map(([question, answer]) => {
    return `  - question: ${question}\n    answer: ${answer}`;
  });
  return `fees: 不收费
result:
  name: ${name}决定书
  kind: 批文
  validity: ${random.pick([1, 3, 4, 5])}年
  delivery: [窗口领取, 邮寄送达]
visits: 1
visits_reason: 在窗口核对原件并当场签名。
channels:
  handling: [窗口办理, 网上办理]
  windows:
    - { hall: county-hall, window: business }
  online: https://mingbai.example/apply/${idOf(number)}
  express: true
hall_entry: { entered: true }
contact:
  consult: "${place.phone}"
  complain: "12345"
remedies: 自知道决定之日起六十日内可以申请行政复议，六个月内可以提起行政诉讼。
faq:
${questions.join('\n')}
notes: 证件悬挂在顾客进门能看到的位置。
effective: 2026-01-01
reviewed: 2026-10-16`;
}
