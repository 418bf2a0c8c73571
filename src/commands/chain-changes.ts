import type { Chain } from '../chain/chain.ts';
import type { Changes } from '../chain/changes.ts';
import { moveAfter, moveBefore } from '../chain/what-if.ts';
import { type Answers, answerMeant, answersOf } from '../chain/when.ts';
import type { Bundle } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { UsageError } from './command.ts';
import { unknownValue } from './option-values.ts';

/** A change as it was asked for. */
export interface AskedChange {
  readonly change: string;
  readonly changes: Changes;
}

/** Values given to an option that may be repeated, each with several parted by commas. */
export function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .flatMap((each) => String(each).split(/[,，]/))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Reads `--answers central-air=是`. Throws UsageError for questions and answers that are none. */
export function answersGiven(bundle: Bundle, value: unknown): Answers {
  const questions = bundle.questions ?? [];
  const given: Record<string, string> = {};
  for (const each of listOf(value)) {
    const [id = '', word = ''] = each.split(/[=＝]/, 2).map((part) => part.trim());
    const question = questions.find((one) => one.id === id);
    if (question === undefined) {
      if (questions.length === 0) {
        const zh = `“${bundle.name}”没有问题要回答`;
        throw new UsageError(say(zh, `${bundle.id} asks no questions`));
      }
      throw unknownValue(
        id,
        questions.map((one) => one.id),
        say('这个问题', 'question'),
      );
    }
    const answer = answerMeant(question, word);
    if (answer === undefined) {
      throw unknownValue(word, answersOf(question), say('这个答案', 'answer'));
    }
    given[id] = answer;
  }
  return given;
}

/** The changes asked for by options, each for itself, in the order of the help. */
export function changesAsked(chain: Chain, options: Record<string, unknown>): AskedChange[] {
  return [
    ...listOf(options.drop).map((each) => ({
      change: `--drop ${each}`,
      changes: drop(chain, each),
    })),
    ...listOf(options.move).map((each) => ({
      change: `--move ${each}`,
      changes: move(chain, each),
    })),
    ...listOf(options.promise).map((each) => {
      return { change: `--promise ${each}`, changes: { promise: new Set([member(chain, each)]) } };
    }),
    ...listOf(options.region).map((each) => {
      return { change: `--region ${each}`, changes: { region: [each] } };
    }),
  ];
}

function member({ members }: Chain, id: string): string {
  const ids = members.map((each) => each.id);
  if (ids.includes(id)) return id;
  throw unknownValue(id, ids, say('这个事项', 'member'));
}

/** `x`: without x; `a:b`: b no longer waits for a. */
function drop(chain: Chain, text: string): Changes {
  const [from = '', to] = text.split(':', 2);
  if (to === undefined) return { drop: new Set([member(chain, from)]) };
  return { cut: [[member(chain, from), member(chain, to)]] };
}

function move(chain: Chain, text: string): Changes {
  const [x = '', where = '', y = ''] = text.split(':');
  if (where !== 'after' && where !== 'before') {
    const zh = `“--move ${quotable(text)}”读不懂，写成 事项:after:事项 或者 事项:before:事项`;
    throw new UsageError(say(zh, `write --move x:after:y or x:before:y, not “${quotable(text)}”`));
  }
  const how = where === 'after' ? moveAfter : moveBefore;
  return how(chain, member(chain, x), member(chain, y));
}
