import type { Proposal } from './proposal.ts';
import { type Mention, measureOf, type Sentence } from './sentence.ts';

const LESS = '压缩|缩短|缩减|压减|减少|精简|降低|下降|降|减|缩|压';
const MORE = '增加|增长|提升|提高|上升|扩大|增|拓展|升|涨';
const MOVE = new RegExp(`(?:${LESS}|${MORE}|调整|变|优化)?(?:至|到|为|成|→)\\s*$`);
const TO = /(?:至|到|为|成|→|——)\s*$/;
const DOWN = new RegExp(`${LESS}|提速|节省|节约|幅`);
const UP = new RegExp(`${MORE}|扩|幅|翻`);
/** What may stand beside the word of change without naming another thing. */
const PLAIN = new RegExp(
  `${LESS}|${MORE}|时限|时间|审批|办理|承诺|法定|平均|整体|总体|总|比例|幅度|速度|效率|率|比|较|` +
    '同比|上年|去年|同期|达|到|了|近|约|超过|提速|节省|共|实现|即|也就是|翻|幅|，|、|（|）|\\s',
  'g',
);

/** 由45个工作日缩短为3个工作日，提速90%以上: the change of a number, in percent, times or itself. */
export function* proposeTransitions({ mentions, folded }: Sentence): Generator<Proposal> {
  for (const [index, from] of mentions.entries()) {
    const to = mentions[index + 1];
    if (to === undefined || !isTransition(from, to, folded)) continue;
    for (const figure of mentions.slice(index + 2, index + 4)) {
      if (TO.test(figure.lead) || /(?:由|从)[^，]*$/.test(figure.lead)) break;
      const workings = workingsOf(from, to, figure);
      if (workings.length === 0) continue;
      const other = figure.lead
        .slice(-14)
        .replace(/（[^）]*）/g, '')
        .replace(PLAIN, '');
      yield { figure, workings, sure: other.length <= 2 && figure === mentions[index + 2] };
    }
  }
}

function isTransition(from: Mention, to: Mention, folded: string): boolean {
  const gap = folded.slice(from.end + from.printed.unit.length, to.start);
  const alike = from.printed.percent === to.printed.percent;
  const said = /(?:由|从|自|原)[^，。]{0,14}$/.test(from.lead) || /压|缩|减|降|增|提|升/.test(gap);
  return alike && said && !/[；。]/.test(gap) && gap.length <= 14 && MOVE.test(gap);
}

function workingsOf(from: Mention, to: Mention, figure: Mention): readonly string[] {
  const { printed, lead } = figure;
  const [a, b] = [from.name, to.name];
  const falls =
    from.printed.value.n * to.printed.value.d > to.printed.value.n * from.printed.value.d;
  const word = lead.slice(-14);
  const names = unitAlike(from, to) ? falls : /压|缩|减|降/.test(to.lead);
  if (!(names ? DOWN : UP).test(word + figure.tail)) return [];
  const difference = names ? `${a} − ${b}` : `${b} − ${a}`;
  if (printed.unit === '个百分点') return from.printed.percent ? [difference] : [];
  if (printed.unit === '番') return [`${b} ÷ ${a}`];
  if (printed.unit === '倍') return [`(${difference}) ÷ ${a}`, `${b} ÷ ${a}`];
  if (printed.percent) return [`(${difference}) ÷ ${a}`];
  return measureOf(figure) === measureOf(from) && unitAlike(from, to) ? [difference] : [];
}

function unitAlike(a: Mention, b: Mention): boolean {
  return measureOf(a) === measureOf(b);
}
