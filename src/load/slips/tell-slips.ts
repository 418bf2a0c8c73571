import { say, type Words } from '../../model/words.ts';
import { nameBlank, ODD_BLANK, widthOfBlanks } from '../../text/blanks.ts';
import { cut } from '../findings.ts';
import type { LoadRuleId } from '../rules.ts';
import type { Line, WrittenKey, WrittenMark } from './line.ts';
import type { Slip } from './slip.ts';

type Told = Pick<Slip, 'rule' | 'message' | 'hint'>;

/** How a line is to be written. */
export function written(line: string): Words {
  return say(`写成：${cut(line)}`, `write: ${cut(line)}`);
}

/** How a value is to be written behind its key, or as an entry of a list. */
export function lineOf(word: string | undefined, value: string): Words {
  return written(word === undefined ? `- ${value}` : `${word}: ${value}`);
}

/** Blanks before a line that are not as they should be. */
export function tellIndent({ lead, body }: Line, indent: number, neighbour?: string): Told {
  const beside =
    neighbour === undefined ? say('', '') : say(`，与“${neighbour}”对齐`, `, as “${neighbour}”`);
  const hint = say(
    indent === 0
      ? `行首不留空格${beside.zh}：${cut(body)}`
      : `行首写 ${indent} 个空格${beside.zh}：${cut(body)}`,
    `begin the line with ${indent} spaces${beside.en}: ${cut(body)}`,
  );
  if (lead.includes('\t')) {
    return {
      rule: 'yaml-tab',
      message: say('这一行用制表符（Tab）缩进', 'this line is indented with a tab'),
      hint,
    };
  }
  const odd = ODD_BLANK.exec(lead)?.[0];
  if (odd !== undefined) {
    const name = nameBlank(odd);
    const message = say(`行首的空格是${name.zh}`, `the line begins with a ${name.en}`);
    return { rule: 'odd-blank', message, hint };
  }
  const more = widthOfBlanks(lead) - indent;
  const message =
    more > 0
      ? say(`这一行多缩进了 ${more} 格`, `this line is indented by ${more} too many`)
      : say(`这一行少缩进了 ${-more} 格`, `this line is indented by ${-more} too few`);
  return { rule: 'yaml-syntax', message, hint };
}

/** A line that only looks blank. */
export function tellBlankLine(line: string): Told {
  const name = nameBlank(ODD_BLANK.exec(line)?.[0] ?? '\u00a0');
  return {
    rule: 'odd-blank',
    message: say(`这一空行里是${name.zh}`, `this line looks blank but holds a ${name.en}`),
    hint: say('删去这一行', 'delete the line'),
  };
}

/** A key whose colon is not as it should be. */
export function tellColon({ word, separator }: WrittenKey, value: string): Told {
  const hint = written(`${word}: ${value}`);
  const odd = ODD_BLANK.exec(separator)?.[0];
  if (!separator.includes(':')) {
    const sign = separator.trim();
    const message = say(
      `“${word}”后面是全角冒号“${sign}”`,
      `“${word}” is followed by a full-width colon`,
    );
    return { rule: 'fullwidth-colon', message, hint };
  }
  if (odd !== undefined) {
    const name = nameBlank(odd);
    const message = say(`“${word}”后面的空格是${name.zh}`, `a ${name.en} follows “${word}”`);
    return { rule: 'odd-blank', message, hint };
  }
  if (separator.includes('\t')) {
    const message = say(`“${word}”后面是制表符（Tab）`, `a tab follows “${word}”`);
    return { rule: 'yaml-tab', message, hint };
  }
  const message = say(`“${word}”的冒号后面没有空格`, `no blank after the colon of “${word}”`);
  return { rule: 'yaml-syntax', message, hint };
}

/** A mark before an entry of a list that YAML does not know. */
export function tellMark({ text }: WrittenMark, entry: string): Told {
  const message = text.startsWith('-')
    ? say('“-”后面没有空格', 'no blank after “-”')
    : say(
        `列表项用“${cut(text)}”开头，这里只认“- ”`,
        `an entry of a list begins with “- ”, not “${cut(text)}”`,
      );
  return { rule: 'list-marker', message, hint: written(`- ${entry}`) };
}

/** A line that has no key and belongs to the text above it. */
export function tellPasted(key: string, count: number): Told {
  const [lines, are] =
    count === 1 ? ['这一行', 'this line has'] : [`这 ${count} 行`, 'these lines have'];
  return {
    rule: 'yaml-syntax',
    message: say(
      `${lines}没有键，像是粘贴的文字，属于上面的“${key}”`,
      `${are} no key: text that belongs to “${key}” above`,
    ),
    hint: say(
      `“${key}”后面写“|”，它的文字另起一行，每行比“${key}”多缩进两格`,
      `write “|” after “${key}” and put its text below, two blanks deeper`,
    ),
  };
}

/** Lines of a text that YAML joins into one. */
export function tellJoined(key: string): Told {
  return {
    rule: 'list-marker',
    message: say(
      `“${key}”分几行编号，读出来会连成一行`,
      `the numbered lines of “${key}” are read as one line`,
    ),
    hint: say(
      `“${key}”后面写“|”，每项另起一行，比“${key}”多缩进两格`,
      `write “|” after “${key}” and each entry below, two blanks deeper`,
    ),
  };
}

/** A value that has to be written in another way, with how. */
export function tellValue(rule: LoadRuleId, zh: string, en: string, line: string): Told {
  return { rule, message: say(zh, en), hint: written(line) };
}
