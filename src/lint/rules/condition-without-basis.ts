import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { parseWholeNumber } from '../../text/numeral.ts';
import { basesOf } from '../bases.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A condition that narrows who may apply cites what narrows it. */
export const conditionWithoutBasis: Rule = {
  id: 'condition-without-basis',
  severity: 'warning',
  title: say('设了门槛的条件没有依据', 'a condition with a threshold and no basis'),
  why: say(
    '没有法律、法规、规章依据，不得增设办理条件；条件里有数量、身高、年龄、户籍这样的门槛，要写出是哪一条定的。',
    'A threshold needs a law, a regulation or rules: the article that sets it is to be named.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'conditions: [申请人身高不低于180厘米。]',
  good: `conditions:
  - text: 申请的年取水量不超过120万立方米。
    basis: { law: 取水许可和水资源费征收管理条例, rank: 行政法规, article: 第十六条 }`,
  *item({ value, source }) {
    const conditions = value.conditions ?? [];
    if (conditions.length === 0) return;
    for (const [at, { text, basis }] of conditions.entries()) {
      if (basis !== undefined || text.includes('《')) continue;
      const threshold = thresholdOf(text, value.type);
      if (threshold === undefined || isQuoted(value, threshold)) continue;
      yield {
        pointer: `/conditions/${at}${source.holds(`/conditions/${at}/text`) ? '/text' : ''}`,
        message: say(
          `条件里有“${threshold}”这样的门槛，没有写是哪部法的哪一条定的`,
          `“${threshold}” is a threshold, and no article that sets it is cited`,
        ),
        hint: paste(
          source,
          `/conditions/${at}/basis`,
          say(
            '给这一条写上依据；没有法律、法规、规章依据的，取消这个条件',
            'cite its basis; without a law, a regulation or rules drop the condition',
          ),
        ),
      };
    }
  },
};

const NUMBER = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千]{1,4})';
const UNIT =
  '(?:周岁|岁|年|个月|日|天|厘米|公分|米|公里|千米|公斤|千克|斤|吨|平方米|亩|公顷|立方米|万元|亿元|元|人|名|辆|台|间|件|个|%|％|学分|学时|度)';
const MEASURE = new RegExp(
  `(?:不(?:少|低|小|超|大|高|多)(?:于|过)?|以上|以下|至少|满|年龄|身高|体重|注册资[本金]|面积|超过|低于|高于)[^，。；\\d一二三四五六七八九十]{0,6}${NUMBER}\\s*${UNIT}|${NUMBER}\\s*个?${UNIT}[^，。；]{0,3}(?:以上|以下|以内)`,
);
/** What a licence must not be made to hang on without a law. */
const TRAIT =
  /(?:本[市县区省地]|当地)(?:常住)?(?:户籍|户口)|性别|男性|女性|未婚|已婚|身高|体重|民族为|政治面貌|(?:大专|本科|专科|硕士|高中)(?:及)?以上/;

function thresholdOf(text: string, type: string | undefined): string | undefined {
  const measure = MEASURE.exec(text)?.[0];
  if (measure !== undefined) return measure;
  return type === '行政许可' ? TRAIT.exec(text)?.[0] : undefined;
}

/** Whether its number with its unit, in whatever numerals, stands in an article that is quoted. */
function isQuoted(item: Item, threshold: string): boolean {
  const wanted = measuresIn(threshold);
  return basesOf(item).some(({ basis: { quote } }) => {
    if (quote === undefined) return false;
    if (wanted.length === 0) return quote.includes(threshold);
    const there = measuresIn(quote);
    return wanted.some((each) => there.includes(each));
  });
}

const MEASURED = new RegExp(`(${NUMBER})\\s*个?(${UNIT})`, 'g');

/** 三百万元, 300万元 → 300万元; 名 and 人, 岁 and 周岁 are one unit. */
function measuresIn(text: string): string[] {
  return [...text.matchAll(MEASURED)].map(([, digits = '', unit = '']) => {
    const same = unit.replace('名', '人').replace('周岁', '岁').replace('％', '%');
    return `${parseWholeNumber(digits) ?? digits}${same}`;
  });
}
