import { CHARGED_UNSETTLED } from '../../model/fees.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { remembered } from '../../text/remember.ts';
import { foldScript } from '../../text/script.ts';
import type { Rule } from '../rule.ts';

interface Topic {
  readonly asks: RegExp;
  readonly name: Words;
  readonly pointer: string;
  /** What the fields say; undefined where they leave it open. */
  fact(item: Item): boolean | undefined;
}

const TOPICS: readonly Topic[] = [
  {
    asks: /(?:收费|收钱|要钱|交钱|交费|缴费|花钱|收取费用)/,
    name: say('收费', 'fees'),
    pointer: '/fees',
    fact: ({ fees }) => {
      if (fees === '不收费') return false;
      if (fees === CHARGED_UNSETTLED) return true;
      return Array.isArray(fees) && fees.every((fee) => !fee.when && !fee.reduction)
        ? true
        : undefined;
    },
  },
  {
    asks: /(?:网上|线上|在线|手机)[^，。？]{0,6}(?:办理?|申请|申报)/,
    name: say('网上办理', 'online handling'),
    pointer: '/channels/online',
    fact: ({ channels = {} }) => {
      const { online, mobile, handling } = channels;
      if (online !== undefined || mobile !== undefined) return true;
      return handling === undefined ? undefined : handling.includes('网上办理');
    },
  },
  {
    asks: /(?:[到去]现场|到场|去大厅|到大厅|去窗口|到窗口|跑腿|跑大厅)/,
    name: say('到办事现场次数', 'visits'),
    pointer: '/visits',
    fact: ({ visits }) => (visits === undefined ? undefined : visits > 0),
  },
];
const ASKS = /吗|么|是否|是不是|能不能|可不可以|要不要|用不用|可否/;
const YES = /^(?:要的?|需要|是的?|可以|能|收的?|会|支持|对|行)(?:[，。！；]|$)/;
const NO = /^(?:不(?:用|要|需要|必|是|可以|能|收费?|支持|行)|无需|无须|免费|否|没有|目前不|暂不)/;

/** Whether an answer begins with yes (true) or no; undefined where it does with neither. */
const saidBy = remembered((answer): boolean | undefined => {
  const reply = foldScript(answer.trim());
  return YES.test(reply) ? true : NO.test(reply) ? false : undefined;
});

/** A plain yes or no to a plain question agrees with the field that knows. */
export const proseYesNo: Rule = {
  id: 'prose-yes-no',
  severity: 'error',
  title: say('常见问题的回答与字段矛盾', 'an answer contradicts the fields'),
  why: say(
    '问“要钱吗”答“不用”，收费栏却有收费，群众到窗口才知道。',
    'The answer says no, the field says yes: people find out at the window.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'fees: 不收费\npayment: null\nfaq: [{ question: 办这件事收费吗？, answer: 要，领证时交。 }]',
  good: 'fees: 不收费\npayment: null\nfaq: [{ question: 办这件事收费吗？, answer: 不收费。 }]',
  *item({ value }) {
    for (const [at, { question, answer }] of (value.faq ?? []).entries()) {
      const said = saidBy(answer);
      if (said === undefined) continue;
      const asked = foldScript(question);
      if (!ASKS.test(asked) || /怎么|如何|哪里|多少/.test(asked)) continue;
      const topic = TOPICS.find(({ asks }) => asks.test(asked));
      const fact = topic?.fact(value);
      if (topic === undefined || fact === undefined || fact === said) continue;
      if (/不(?:去|到|跑|收|用|要|能|可以)/.test(asked.replace(/[要能用]不[要能用]|可不可以/g, '')))
        continue;
      const first = /^[^，。！；\n]*/.exec(answer.trim())?.[0].length ?? 1;
      const start = answer.length - answer.trimStart().length;
      yield {
        pointer: `/faq/${at}/answer`,
        range: [start, start + first],
        message: say(
          `回答与“${topic.name.zh}”一栏矛盾`,
          `the answer contradicts the field on ${topic.name.en}`,
        ),
        hint: say('改正回答，或改正那一栏', 'mend the answer or the field'),
      };
    }
  },
};
