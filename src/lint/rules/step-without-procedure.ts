import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Report, Rule } from '../rule.ts';

type Step = NonNullable<Item['steps']>[number];

/** Procedures by the words that steps and special procedures are named with. */
const PROCEDURES: readonly (readonly [name: string, words: RegExp])[] = [
  ['听证', /听证/],
  ['招标', /招标/],
  ['拍卖', /拍卖/],
  ['检验', /检验/],
  ['检测', /检测/],
  ['检疫', /检疫/],
  ['鉴定', /鉴定/],
  ['专家评审', /评审/],
  ['现场踏勘', /踏勘|勘验|勘察|现场核查/],
];

/** What takes its own time stands in the process and among the special procedures alike. */
export const stepWithoutProcedure: Rule = {
  id: 'step-without-procedure',
  severity: 'warning',
  title: say('听证、踏勘、检测环节与特别程序对不上', 'a step without its special procedure'),
  why: say(
    '听证、踏勘、检测这些环节不计入办结时限的，要在特别程序里写明多久；写了特别程序，流程或者说明里要写明什么时候启动。',
    'A step outside of the limit is told as a special procedure; a procedure says when it starts.',
  ),
  citation: '《优化营商环境条例》第三十六条',
  bad: `limits: { special: null }
steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 听证, kind: 听证, role: 法规股, counted: 否 }`,
  good: `limits: { special: [{ kind: 听证, days: 20个工作日 }] }
steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 听证, kind: 听证, role: 法规股, counted: 否 }`,
  *item({ value, source }) {
    const special = value.limits?.special ?? [];
    const steps = value.steps ?? [];
    for (const [at, step] of steps.entries()) {
      const procedure = procedureOf(step);
      if (procedure === undefined || isInLimit(step)) continue;
      if (special.some(({ kind }) => procedure[1].test(kind))) continue;
      yield {
        pointer: `/steps/${at}/name`,
        message: say(
          `环节“${step.name}”另需时间，特别程序里没有它`,
          `step “${step.name}” takes its own time and is no special procedure`,
        ),
        hint: paste(
          source,
          `/limits/special/${special.length}`,
          say(
            '补写特别程序，写明最长多久；计入时限的，给环节写上 limit',
            'add the special procedure and its duration; or give the step a limit that counts',
          ),
          { kind: procedure[0], days: '20个工作日' },
        ),
      };
    }
    if (steps.length > 0) yield* withoutStart(value);
  },
};

/** Procedures that no step holds, and of which nothing says when they start. */
function* withoutStart({ limits, steps = [] }: Item): Iterable<Report> {
  for (const [at, { kind, note, basis }] of (limits?.special ?? []).entries()) {
    if (note || basis?.quote) continue;
    const procedure = PROCEDURES.find(([, words]) => words.test(kind));
    if (procedure === undefined) continue;
    if (steps.some(({ name, kind: step, action }) => procedure[1].test(`${name}${step}${action}`)))
      continue;
    yield {
      pointer: `/limits/special/${at}/kind`,
      message: say(
        `特别程序“${kind}”不在办理流程里，也没有写什么时候启动`,
        `“${kind}” is no step of the process, and nothing says when it starts`,
      ),
      hint: say(
        '在流程里加上这个环节，或者在特别程序的 note 写明什么时候启动、怎么通知申请人',
        'add the step, or say in its note when it starts and how the applicant is told',
      ),
    };
  }
}

function procedureOf({ kind, name }: Step) {
  const exact = kind === '听证' || kind === '踏勘' ? kind : name;
  return PROCEDURES.find(([, words]) => words.test(exact));
}

/** A hearing never is: the time it takes is not known beforehand. */
function isInLimit({ kind, name, limit, counted }: Step): boolean {
  if (kind === '听证' || name.includes('听证')) return false;
  return limit !== undefined && counted !== false;
}
