import { chineseNumeral } from '../../src/text/numeral.ts';
import { type Faults, faultIn, vagueTexts } from './faults.ts';
import { COUNTY_ITEMS, type Place } from './places.ts';
import { nameOf, textOf, yamlText } from './prose.ts';
import { type Random, seededRandom } from './random.ts';
import { SHARE, SPREAD, STATUTORY } from './spread.ts';
import * as words from './words.ts';

/** What one item is made from. */
export interface ItemPlan {
  readonly number: number;
  readonly place: Place;
  readonly random: Random;
  readonly faults: Faults;
}

/** The id, and file name, of the item with a number. */
export function idOf(number: number): string {
  return `item-${String(number).padStart(7, '0')}`;
}

/** One item as YAML, and whether something is wrong in it. */
export function itemText(plan: ItemPlan): { readonly text: string; readonly faulty: boolean } {
  const { random } = plan;
  const name = itemName(plan);
  const count = random.chance(SHARE.situations) ? random.spread(SPREAD.situations) : 0;
  const situations = words.SITUATIONS.slice(0, count);
  const vague = vagueTexts(random, plan.faults);
  const parts = [
    head(plan, name),
    bases(random),
    conditions(random, vague.conditions),
    ...situationRows(situations),
    materials(random, situations, vague.materials),
    limits(plan),
    steps(random, plan.place),
    ending(plan, name),
  ];
  const sound = `${parts.join('\n')}\n`;
  const text = faultIn(sound, random, plan.faults);
  return { text, faulty: text !== sound || vague.faulty };
}

/** Every number of a county has a name of its own. */
function itemName({ number, random }: ItemPlan): string {
  let rest = (number % COUNTY_ITEMS) * 7;
  const take = (list: readonly string[]): string => {
    const word = list[rest % list.length]!;
    rest = Math.floor(rest / list.length);
    return word;
  };
  const [domain, object, act] = [words.DOMAINS, words.OBJECTS, words.ACTS].map(take);
  const name = `${domain}${object}${act}`;
  const left = random.spread(SPREAD.nameLength) - name.length;
  const scopes = ['', ...words.SCOPES].filter((scope) => scope.length <= Math.max(0, left));
  const scope = scopes.reduce((best, each) => (each.length > best.length ? each : best));
  const qualifier = left - scope.length > 5 ? random.pick(words.QUALIFIERS) : '';
  return `${scope}${name}${qualifier}`;
}

function head({ number, place }: ItemPlan, name: string): string {
  const serial = number % COUNTY_ITEMS;
  const basic = `9901${String(serial).padStart(5, '0')}000`;
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
audience: [${number % 3 === 0 ? '自然人, 企业法人' : '企业法人, 社会组织法人'}]
case: 承诺件
review: 前审后批
quota: 没有数量限制`;
}

function bases(random: Random): string {
  let law: string = words.MAIN_LAW;
  let rank = '法律';
  const rows = Array.from({ length: random.spread(SPREAD.bases) }, (_, place) => {
    if (place === 0) {
      return `  - law: ${words.MAIN_LAW}\n    rank: 法律\n    article: 第三十二条第二款`;
    }
    if (place === 1 || random.chance(0.6)) {
      const [before, after, kind] = random.pick(words.LAW_KINDS);
      law = `${before}${random.pick(words.DOMAINS)}${after}`;
      rank = kind;
    }
    const article = `第${chineseNumeral(1 + random.below(60))}条`;
    const quote = textOf(random, random.spread(SPREAD.quoteLength), words.LAW_PIECES);
    const written = `quote: ${yamlText(quote, 4)}`;
    return `  - law: ${law}\n    rank: ${rank}\n    article: ${article}\n    ${written}`;
  });
  return `basis:\n${rows.join('\n')}`;
}

function conditions(random: Random, vague: readonly string[]): string {
  const count = random.spread(SPREAD.conditions);
  const texts = Array.from({ length: count }, () =>
    textOf(random, random.spread(SPREAD.conditionLength), words.CONDITIONS),
  );
  for (const [place, phrase] of vague.entries()) {
    const at = place % count;
    texts[at] = (texts[at] ?? '').replace(/。$/, `，${phrase}。`);
  }
  const basis = `    basis: { law: ${words.MAIN_LAW}, rank: 法律, article: 第三十八条 }`;
  const rows = texts.map((text) => `  - text: ${yamlText(text, 4)}\n${basis}`);
  return `conditions:\n${rows.join('\n')}`;
}

type Situation = (typeof words.SITUATIONS)[number];

function situationRows(situations: readonly Situation[]): string[] {
  if (situations.length === 0) return [];
  const rows = situations.map(
    ([id, name, when]) => `  - id: ${id}\n    name: ${name}\n    when: ${when}`,
  );
  return [`situations:\n${rows.join('\n')}`];
}

function materials(
  random: Random,
  situations: readonly Situation[],
  vague: readonly string[],
): string {
  const names = new Set<string>();
  const rows = Array.from({ length: random.spread(SPREAD.materials) }, (_, place) => {
    const length = random.spread(SPREAD.materialLength);
    let name = nameOf(random, length, MATERIAL_NAMES, words.MATERIAL_DETAILS);
    if (names.has(name)) name = `${random.pick(words.DOMAINS)}${name}`;
    if (names.has(name)) name = `${name}（第${place + 1}册）`;
    names.add(name);
    const phrase = vague[place] ?? '';
    return materialText(name, phrase === '' ? name : `${name}、${phrase}`, random, situations);
  });
  return `materials:\n${rows.join('\n')}`;
}

const MATERIAL_NAMES = words.MATERIALS.map(([name]) => name);

function materialText(
  sound: string,
  name: string,
  random: Random,
  situations: readonly Situation[],
): string {
  const known = words.MATERIALS.find(([each]) => sound.includes(each)) ?? words.MATERIALS[0];
  const [, kind, form, source, issuer] = known;
  const situation = situations.length > 0 ? random.pick(situations)[0] : '';
  const lines = [
    `  - name: ${name}`,
    `    kind: ${kind === '申请表' ? '文书资料' : kind}`,
    `    form: ${form}`,
    '    medium: 纸质/电子',
    `    copies: ${random.chance(0.9) ? 1 : 2}`,
    `    source: ${source}`,
    ...(issuer === '' ? [] : [`    issuer: ${issuer}`]),
    '    necessity: 必要',
    ...(situation === '' ? [] : [`    situations: [${situation}]`]),
    `    criteria: ${random.pick(words.CRITERIA)}`,
    ...(random.chance(0.3) ? [`    mistakes:\n      - ${random.pick(words.MISTAKES)}`] : []),
    ...(source === '政府部门核发'
      ? ['    waiver: { how: 电子证照, note: 窗口用证件号码调取电子证照。 }']
      : []),
  ];
  return lines.join('\n');
}

/** One basic code has one statutory limit, whatever county the item is in. */
function limits({ number, random }: ItemPlan): string {
  const statutory = seededRandom(number % COUNTY_ITEMS).pick(STATUTORY);
  const committed = Math.max(1, Math.round((statutory * random.spread(SPREAD.committed)) / 100));
  const longer =
    statutory > 20 ? `\n  statutory_note: 依照《${words.MAIN_LAW}》第三十九条的规定` : '';
  return `limits:
  statutory: ${statutory}个工作日${longer}
  statutory_basis: { law: ${words.MAIN_LAW}, rank: 法律, article: 第四十二条第一款 }
  committed: ${committed}个工作日
  starts: 受理`;
}

function steps(random: Random, place: Place): string {
  const between = random.some(words.STEPS, random.spread(SPREAD.steps));
  const rows = between.map(([name, kind, role, action, result]) => {
    return `  - name: ${name}\n    kind: ${kind}\n    stage: 后台\n    role: ${role}\n    limit: 4小时\n    action: ${action}\n    criteria: 逐项核对受理条件。\n    result: ${result}`;
  });
  const first = `steps:
  - name: 受理
    kind: 受理
    stage: 前台
    role: ${place.name}受理岗
    limit: 1个工作日
    counted: false
    criteria: 必要材料都已提交，逐项达到受理标准。
    result: 受理通知书`;
  return [first, ...rows].join('\n');
}

function fees(random: Random): string {
  if (!random.chance(SHARE.fees)) return 'fees: 不收费';
  return `fees:
  - name: 证照工本费
    standard: ${random.pick([10, 20, 50, 80])}元/件
    basis: { law: ${words.MAIN_LAW}, rank: 法律, article: 第五十九条 }`;
}

function ending({ number, place, random }: ItemPlan, name: string): string {
  const questions = random
    .some(words.QUESTIONS, random.spread(SPREAD.questions))
    .map(([question, answer]) => `  - question: ${question}\n    answer: ${answer}`);
  return `${fees(random)}
result:
  name: ${name}决定书
  kind: 批文
  validity: ${random.pick([1, 3, 4, 5])}年
  renewal: 有效期届满30日前申请延续
  delivery: [窗口领取, 邮寄送达]
visits: 1
visits_reason: 在窗口核对原件并当场签名。
channels:
  handling: [窗口办理, 网上办理]
  windows:
    - { hall: ${place.hall}, window: business }
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
owner: 行政审批岗
effective: 2026-01-01
reviewed: 2026-10-16`;
}
