import type { Material } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';

type Outcome = NonNullable<Material['outcome']>;

/** One of the four questions (四个一律): what may be answered, and which answer abolishes. */
export interface OutcomeQuestion {
  readonly key: keyof Outcome;
  readonly label: string;
  /** Beginnings of answers with which the proof stays; why may follow after a comma. */
  readonly keeps: RegExp;
  /** Beginnings of answers by which it is abolished. */
  readonly abolishes: RegExp;
  /** The two answers, as they are best written. */
  readonly answers: readonly [keep: string, abolish: string];
  readonly because: Words;
}

const END = '(?=$|[，,；;。.（(、：:])';
const CANNOT = /^(?:否|不能(?!够)|不可|不可以|不能够|无法|不行)/;
const CAN = /^(?:是|能|可|可以|能够)(?!否|不)/;

/** The four questions, in the order in which they are asked. */
export const OUTCOME_QUESTIONS: readonly OutcomeQuestion[] = [
  {
    ...{ key: 'lawful', label: '有无法律法规依据', answers: ['有', '无'] },
    keeps: new RegExp(`^(?:是${END}|有(?!无|没有|待))`),
    abolishes: new RegExp(`^(?:否${END}|无(?!法)|没有|未规定|没)`),
    because: say('没有法律、法规依据的，一律取消', 'no law provides for it'),
  },
  {
    ...{ key: 'licence', label: '能否用证照证明', answers: ['不能', '能'] },
    ...{ keeps: CANNOT, abolishes: CAN },
    because: say('能用有效证照证明的，一律取消', 'a licence proves it'),
  },
  {
    ...{ key: 'promise', label: '能否书面承诺', answers: ['不能', '能'] },
    ...{ keeps: CANNOT, abolishes: CAN },
    because: say('能用书面承诺解决的，一律取消', 'a written promise suffices'),
  },
  {
    ...{ key: 'listed', label: '是否列入证明清单', answers: ['是', '否'] },
    keeps: /^(?:是(?!否)|已(?!取消)|列入|在列|纳入)/,
    abolishes: /^(?:否|不(?:是|在)|未|没有|没列|无)/,
    because: say('没有列入清单的，一律不得要求提供', 'it is not on the list'),
  },
];

/** What an answer comes to; undefined where it is blank or none of those allowed. */
export function verdictOf(
  { keeps, abolishes }: OutcomeQuestion,
  answer: string | undefined,
): 'keep' | 'abolish' | undefined {
  const text = (answer ?? '').trim();
  if (keeps.test(text)) return 'keep';
  return abolishes.test(text) ? 'abolish' : undefined;
}
