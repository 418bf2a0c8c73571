import { add, compare, rational } from '../../rational.ts';
import { kindOf } from '../unit.ts';
import { isCount, type Mention, measureOf, type Sentence } from './sentence.ts';

/** Mentions of several sentences of a paragraph, with a working or an assumption. */
export interface Joined {
  readonly parts: readonly (readonly [Sentence, Mention])[];
  /** The mention judged, and what it is computed from, in the names given by `nameAt`. */
  readonly working?: (names: readonly string[]) => readonly [number, string];
  readonly assume?: { readonly name: string; readonly values: readonly string[] };
  /** Left out when the working does not hold. */
  readonly sure: boolean;
}

type Placed = readonly [Sentence, Mention];

/** Claims that rest on several sentences of one line. */
export function* joinSentences(sentences: readonly Sentence[]): Generator<Joined> {
  const placed = sentences.flatMap((each) => each.mentions.map((one): Placed => [each, one]));
  yield* wholesAndParts(placed);
  yield* partition(sentences);
  yield* sharesOfEarlier(placed);
  yield* savings(placed);
  yield* instantBesideDays(placed);
  yield* twoTotals(placed);
  yield* goodBesideBad(placed);
}

const FARTHEST = 40;

/** 152人 … 138人 … 14名: two parts that follow make up the whole. */
function* wholesAndParts(placed: readonly Placed[]): Generator<Joined> {
  for (const [index, [sentence, whole]] of placed.entries()) {
    if (!isCount(whole) || whole.printed.value.n < 10n) continue;
    const after = placed
      .slice(index + 1, index + FARTHEST)
      .filter(([, each]) => alike(whole, each));
    const [one, two] = after;
    if (one === undefined || two === undefined || one[0] === sentence) continue;
    const sum = add(one[1].printed.value, two[1].printed.value);
    if (compare(sum, whole.printed.value) !== 0) continue;
    yield {
      parts: [[sentence, whole], one, two],
      working: ([, a, b]) => [0, `${a} + ${b}`],
      sure: false,
    };
  }
}

/** 办理工单2495件 … 求决类1878件、咨询类267件 …: all counts of a later sentence make up the whole. */
function* partition(sentences: readonly Sentence[]): Generator<Joined> {
  for (const [index, own] of sentences.entries()) {
    const whole = own.mentions.find((each) => isCount(each) && each.printed.value.n >= 10n);
    if (whole === undefined) continue;
    for (const other of sentences.slice(index + 1)) {
      const parts = other.mentions.filter((each) => alike(whole, each));
      const sum = parts.reduce((all, each) => add(all, each.printed.value), rational(0n));
      if (parts.length < 3 || compare(sum, whole.printed.value) !== 0) continue;
      yield {
        parts: [[own, whole], ...parts.map((each): Placed => [other, each])],
        working: ([, ...names]) => [0, names.join(' + ')],
        sure: false,
      };
    }
  }
}

const ALL_OF = /共|总|受理|收到|接到|办理/;

/** 共接到诉求46653件。其中，即时办结27929件，占59.87%: of the count of an earlier sentence. */
function* sharesOfEarlier(placed: readonly Placed[]): Generator<Joined> {
  for (const [index, [sentence, share]] of placed.entries()) {
    const part = placed[index - 1];
    if (!share.printed.percent || !/占/.test(share.lead) || part?.[0] !== sentence) continue;
    const whole = placed
      .slice(0, index - 1)
      .findLast(
        ([own, each]) =>
          own !== sentence &&
          alike(each, part[1]) &&
          ALL_OF.test(each.lead) &&
          compare(each.printed.value, part[1].printed.value) > 0,
      );
    if (whole === undefined) continue;
    yield {
      parts: [whole, part, [sentence, share]],
      working: ([a, b]) => [2, `${b} ÷ ${a}`],
      sure: false,
    };
  }
}

function alike(whole: Mention, each: Mention): boolean {
  if (!isCount(each)) return false;
  const people = kindOf(whole.printed.unit) === 'people' && kindOf(each.printed.unit) === 'people';
  return people || (measureOf(each) === measureOf(whole) && measureOf(each) !== '');
}

/** 每项收费不少于500元 … 代办269件，节省费用约22万元. */
function* savings(placed: readonly Placed[]): Generator<Joined> {
  for (const [index, saved] of placed.entries()) {
    const [sentence, { lead, printed }] = saved;
    if (kindOf(printed.unit) !== 'money') continue;
    if (!/节省|节约|减免|减轻|省下|降低/.test(lead.slice(-20))) continue;
    const before = placed.slice(0, index);
    const count = before.findLast(([own, each]) => own === sentence && isCount(each));
    const price = before.findLast(
      ([, each]) => kindOf(each.printed.unit) === 'money' && /每[件项户家次人份个]/.test(each.lead),
    );
    if (count === undefined || price === undefined) continue;
    yield { parts: [price, count, saved], working: ([a, b]) => [2, `${b} × ${a}`], sure: true };
  }
}

/** 即办件占比100% beside a sum of committed days that is not zero. */
function* instantBesideDays(placed: readonly Placed[]): Generator<Joined> {
  const instant = placed.find(
    ([, { label, printed }]) =>
      /即办/.test(label) && printed.percent && compare(printed.value, rational(1n)) === 0,
  );
  const total = placed.find(
    ([{ folded }, { start, end, lead, printed }]) =>
      kindOf(printed.unit) === 'time' &&
      printed.value.n > 100n &&
      /总|合计|累计/.test(folded.slice(Math.max(0, start - 40), start)) &&
      (/(?:压缩|缩短|减少|降)(?:至|到|为)[^，]{0,2}$/.test(lead) ||
        /^[^，]{0,2}（承诺/.test(folded.slice(end))),
  );
  if (instant === undefined || total === undefined) return;
  yield {
    parts: [total, instant],
    working: () => [0, '即办件计 × ?'],
    assume: { name: '即办件计', values: ['0', '0.5', '1'] },
    sure: true,
  };
}

const CHANNEL = /线上|线下|网上|大厅|平台|窗口/g;

/** 线上进驻1220项，进驻率99.67% … 线下进驻1266项，进驻率100%: one list has two totals. */
function* twoTotals(placed: readonly Placed[]): Generator<Joined> {
  const rates = placed.flatMap(([sentence, rate], index) => {
    const count = placed[index - 1];
    const stem = /..率$/.exec(rate.label)?.[0];
    const fits = stem !== undefined && rate.printed.percent && count?.[0] === sentence;
    if (!fits || count === undefined || !isCount(count[1])) return [];
    return [{ stem, count, rate: [sentence, rate] as const }];
  });
  for (const part of rates) {
    const whole = rates.find(
      (each) =>
        each !== part &&
        each.stem === part.stem &&
        compare(each.rate[1].printed.value, rational(1n)) === 0 &&
        measureOf(each.count[1]) === measureOf(part.count[1]) &&
        sameButChannel(each.count[1].label, part.count[1].label),
    );
    if (whole === undefined || part.rate[1].printed.value.n >= part.rate[1].printed.value.d)
      continue;
    yield {
      parts: [part.count, part.rate, whole.count, whole.rate],
      working: ([count]) => [1, `${count} ÷ ?`],
      sure: false,
    };
  }
}

/** 线上政务服务平台进驻事项 and 线下实体大厅进驻政务服务事项 speak of one list. */
function sameButChannel(a: string, b: string): boolean {
  const bare = (label: string) => label.replace(CHANNEL, '').replace(/政务服务|实体|的/g, '');
  return a !== b && bare(a).slice(-3) === bare(b).slice(-3);
}

/** 好评率100% beside 差评整改率 or bad ratings counted. */
function* goodBesideBad(placed: readonly Placed[]): Generator<Joined> {
  const good = placed.find(
    ([, { label, printed }]) =>
      /好评率/.test(label) && printed.percent && compare(printed.value, rational(1n)) === 0,
  );
  const bad = placed.find(
    ([, { label, printed }]) =>
      /差评/.test(label) && !/零差评|无差评/.test(label) && printed.value.n > 0n,
  );
  if (good === undefined || bad === undefined) return;
  yield { parts: [good, bad], sure: false };
}
