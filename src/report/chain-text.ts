import { type Chain, readySet } from '../chain/chain.ts';
import { dayNumber } from '../chain/day-words.ts';
import { fiveOnes } from '../chain/five-ones.ts';
import { say, type Words } from '../model/words.ts';
import { type Rational, subtract } from '../stats/rational.ts';
import { displayWidth } from '../text/characters.ts';
import { visible } from '../text/visible.ts';
import { type ChainReport, deltaWords, lawWords, optionOf, totalWords } from './chain.ts';

type Tell = (words: Words) => string;

/** A chain for a terminal. */
export function chainText(report: ChainReport, tell: Tell): string {
  const { chain, changes } = report;
  const lines = [
    ...headLines(report, tell),
    '',
    ...memberLines(chain, tell),
    '',
    ...burdenLines(chain, tell),
    '',
    ...fiveOnes(chain).map(({ name, holds, why }) => {
      return tell(
        say(
          `${name.zh}：${holds ? '做到了' : '还没有做到'}，${why.zh}`,
          `${name.en}: ${holds ? 'yes' : 'no'}, ${why.en}`,
        ),
      );
    }),
    ...(changes.length === 0 ? [] : ['', ...changeLines(report, tell)]),
    ...(report.suggestions === undefined ? [] : ['', ...suggestionLines(report, tell)]),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function headLines({ chain, have }: ChainReport, tell: Tell): string[] {
  const { bundle, schedule, waiting, statutory, special } = chain;
  const { serial, critical, unknown, circles, path } = schedule;
  const saved = serial && critical && subtract(serial, critical);
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(chain, id)).join('、');
  const line = (zh: string, en: string, value: Rational | undefined): string => {
    const total = totalWords(value);
    return tell(say(`${zh}：${total.zh}`, `${en}: ${total.en}`));
  };
  return [
    `${bundle.name}（${bundle.id}）`,
    line('一项接一项办', 'one after the other', serial),
    line('合起来办', 'together', critical),
    line('省下', 'saved', saved),
    line('为前面的结果多用', 'waiting for papers', waiting),
    line('按法定时限合起来办', 'by statutory limits', statutory.critical),
    ...(special === undefined
      ? []
      : [line('有特别程序时最多', 'with special procedures', special.critical)]),
    ...(path.length === 0
      ? []
      : [tell(say(`决定总时长的事项：${names(path)}`, `critical path: ${path.join(' → ')}`))]),
    tell(
      say(
        `第一天就可以办：${names(readySet(chain, have)) || '没有'}`,
        `ready on day 0: ${readySet(chain, have).join(', ')}`,
      ),
    ),
    ...unknown.map((id) =>
      tell(say(`“${nameOf(chain, id)}”没有写明时限，不按0算`, `the limit of ${id} is not known`)),
    ),
    ...circles.map((circle) =>
      tell(say(`前后顺序绕成了圈：${names(circle)}`, `a circle: ${circle.join(' → ')}`)),
    ),
  ];
}

function nameOf({ members }: Chain, id: string): string {
  return members.find((member) => member.id === id)?.item.name ?? id;
}

function memberLines(chain: Chain, tell: Tell): string[] {
  const { members, schedule } = chain;
  const critical = new Set(schedule.path);
  const cellOf = (value: Rational | undefined): string =>
    value === undefined ? '?' : String(dayNumber(value));
  const head = [
    tell(say('开始', 'start')),
    tell(say('办结', 'end')),
    tell(say('可晚', 'slack')),
    tell(say('事项', 'item')),
  ];
  const rows = members.map((member, at) => {
    const { start, end, slack } = schedule.slots[at] ?? {};
    const situation = member.situation === undefined ? '' : `（${member.situation.name}）`;
    const mark = critical.has(member.id) ? '* ' : '  ';
    const name = `${mark}${member.item.name}${situation}　${member.office}`;
    return [cellOf(start), cellOf(end), cellOf(slack), name];
  });
  return [head, ...rows].map(([start = '', end = '', slack = '', name = '']) =>
    [start, end, slack]
      .map((each) => ' '.repeat(Math.max(0, 8 - displayWidth(each))) + each)
      .concat(` ${name}`)
      .join(''),
  );
}

function burdenLines(
  { papers, visits, windows, steps, fees, fields }: Chain,
  tell: Tell,
): string[] {
  const pair = (
    zh: string,
    en: string,
    { before, after, unknown = [] }: { before: number; after: number; unknown?: readonly string[] },
  ): string => {
    const least = unknown.length === 0 ? ['', ''] : ['至少', 'at least '];
    return tell(
      say(
        `${zh}：分开办${least[0]}${before}，合起来${least[0]}${after}`,
        `${en}: ${least[1]}${before} alone, ${least[1]}${after} together`,
      ),
    );
  };
  return [
    pair('材料', 'papers', papers),
    pair('跑动', 'visits', visits),
    pair('窗口', 'windows', windows),
    pair('环节', 'steps', steps),
    tell(
      say(
        `收费：${fees.yuan}元${fees.open.length === 0 ? '' : `，另有${fees.open.join('、')}`}`,
        `fees: ${fees.yuan} yuan, and ${fees.open.length} that depend on how much`,
      ),
    ),
    ...(fields.length === 0
      ? []
      : [tell(say(`一张表：${fields.length}栏`, `one form: ${fields.length} fields`))]),
  ];
}

function changeLines({ changes, original, chain }: ChainReport, tell: Tell): string[] {
  const before = totalWords(original.schedule.critical);
  const after = totalWords(chain.schedule.critical);
  return [
    tell(say('改一改会怎样', 'what if')),
    ...changes.map(({ change, delta }) => `  ${change}　${deltaWords(delta, tell)}`),
    tell(say(`  一起改：${before.zh} → ${after.zh}`, `  all: ${before.en} → ${after.en}`)),
  ];
}

function suggestionLines({ suggestions = [], original }: ChainReport, tell: Tell): string[] {
  if (suggestions.length === 0) {
    return [tell(say('没有哪一处单独改了能更快', 'no single change makes it faster'))];
  }
  return [
    tell(say('单独改一处能省几天（从多到少）', 'single changes, the best first')),
    ...suggestions.flatMap((each) => [
      `  ${optionOf(each)}　${deltaWords(each.delta, tell)}`,
      `      ${tell(lawWords(each, original))}`,
    ]),
  ];
}
