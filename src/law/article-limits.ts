import type { DurationUnit } from '../text/duration.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { isBound, type TimeSpan, timesOf } from './times.ts';
import { bound, type Who } from './who.ts';

/** A time within which, or before which, an article says that somebody has to act. */
export interface ArticleLimit {
  /** An extension is time on top of a limit, or the outer limit that includes it. */
  readonly kind: 'limit' | 'extension';
  /** A half is 0.5. */
  readonly number: number;
  readonly unit: DurationUnit;
  /** What it is counted from (受理申请之日), or blank where that is not said. */
  readonly from: string;
  /** `before`: so long ahead of what is named in `from`. */
  readonly direction: 'after' | 'before';
  /** What is to be done, as the article says it. */
  readonly act: string;
  readonly who: Who;
  /** The sentence, word for word. */
  readonly text: string;
}

/**
 * The limits that an article sets for doing something. Bans for a time, validity, ages, penalties,
 * waiting periods and dates are none; a time that is only named again as a condition (二十日内不能
 * 作出决定的) is not listed twice.
 */
export function limitsOf(article: string): ArticleLimit[] {
  const limits: ArticleLimit[] = [];
  for (const sentence of sentencesOf(article)) {
    const isListed = LISTED.test(sentence.lead);
    for (const time of timesOf(sentence.text, isListed)) {
      if (isDuty(sentence) && isBound(sentence.text, time))
        limits.push(limitOf(sentence, time, limits.at(-1)));
    }
  }
  return limits;
}

/** An entry of a list that neither says a duty nor is introduced by one is a condition. */
function isDuty({ text, lead }: Sentence): boolean {
  return lead === '' || DUTY.test(text) || (DUTY.test(lead) && !/情形|情况|条件|之一/.test(lead));
}

const DUTY = /应|必须|可以|职责|义务|程序|期限|时限|下列规定|下列方式|分别/;
/** 于下列期限内: entries are bare times. */
const LISTED = /(?:下列|以下)(?:期限|时限|时间)/;

/** An extension of a limit named just before is for the same ones. */
function limitOf(sentence: Sentence, time: TimeSpan, last?: ArticleLimit): ArticleLimit {
  const act = actAfter(sentence.text, time.end);
  return {
    kind: time.kind,
    number: time.number,
    unit: time.unit,
    from: fromOf(sentence.text, time),
    direction: time.direction,
    act,
    who: time.kind === 'extension' && last !== undefined ? last.who : bound(sentence, time, act),
    text: sentence.text,
  };
}

/** The clause that says what is to be done. */
function actAfter(text: string, end: number): string {
  const rest = text.slice(end).replace(/^[，,、的]+/, '');
  return /^[^，。；：\n]*/.exec(rest)?.[0] ?? '';
}

const FROM =
  /(?:自|从|于|在)?([^，。；：自从]{1,40}?)(?:之日起|次日起|之日后|之日的?次日起|后的?|起)[^，。；]{0,4}$/;
const BEFORE = /(?:自|于|在|应当在|应在)?([^，。；：]{2,30}?)(?:的)?$/;

function fromOf(text: string, time: TimeSpan): string {
  const before = text.slice(0, time.start);
  const clause = before.split(/[。；：\n]/).at(-1) ?? '';
  const match = (time.direction === 'before' ? BEFORE : FROM).exec(clause);
  return (match?.[1] ?? '')
    .replace(/^.*?(?:应当|应|可以|必须)|^[（(][一二三四五六七八九十]+[)）]|^提前$/, '')
    .replace(/^并?[自从于在]/, '')
    .trim();
}
