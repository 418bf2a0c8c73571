import type { Kind } from '../../model/kinds.ts';
import { cut } from '../findings.ts';
import { type Asked, beforeValue, quotedLine, replacing, withoutComment } from './asked.ts';
import { keyAt } from './line.ts';
import { flowList, splitList } from './lists.ts';
import { quoteText } from './quote-text.ts';
import type { Slip } from './slip.ts';
import { tellValue } from './tell-slips.ts';
import { isWrapped, takesBareText } from './wrapped.ts';

/** The slip of a value without quotes and brackets; undefined where it has none. */
export function plainSlip(
  asked: Asked,
  written: string,
  text: string,
  kind: Kind,
): Slip | undefined {
  const value = withoutComment(written);
  const lost = /\s#(?=\S)/.exec(value);
  if (lost !== null) return lostSlip(asked, value, lost.index + 1);
  if (/^- /.test(value) && asked.word !== undefined) return dashBehindKey(asked, value);
  if (isSpecial(value, text)) {
    const sign = cut(value.slice(0, 1));
    const told = tellValue(
      'yaml-syntax',
      `内容以“${sign}”开头，要加引号`,
      `a value that begins with “${sign}” takes quotes`,
      quotedLine(asked, value),
    );
    return replacing(asked, value, told, quoteText(value));
  }
  if (isWrapped(value) && takesBareText(asked.shape, kind)) return wrappedSlip(asked, value);
  return colonSlip(asked, value);
}

function wrappedSlip(asked: Asked, value: string): Slip {
  const bare = value.slice(1, -1).trim();
  // Other programs that read YAML would take what begins with a digit for a number.
  const inner = /^[\d+.-]/.test(bare) ? quoteText(bare) : bare;
  const told = tellValue(
    'odd-quote',
    `内容外面是中文引号 ${value[0]} ${value.at(-1)}，会一起印出来`,
    'quotes of Chinese input around a value are printed with it',
    beforeValue(asked) + inner,
  );
  return replacing(asked, value, told, inner);
}

function colonSlip(asked: Asked, value: string): Slip | undefined {
  const colon = /:(?=\s|$)/.exec(value);
  if (colon === null) return undefined;
  if (isNested(asked, value)) {
    const blanks = ' '.repeat(asked.indent + 2);
    const told = tellValue(
      'yaml-syntax',
      `一行里写了两个键：“${cut(value.slice(0, colon.index))}”要另起一行`,
      'two keys on one line',
      `\n${asked.word}:\n${blanks}${value}`,
    );
    return replacing(asked, value, told, `\n${blanks}${value}`, false);
  }
  const told = tellValue(
    'yaml-syntax',
    '内容里有冒号加空格，要加引号',
    'a value that holds a colon and a blank takes quotes',
    quotedLine(asked, value),
  );
  return replacing(asked, value, told, quoteText(value));
}

/** Whether the value is a key of the map that is meant, with its value. */
function isNested({ shape, word }: Asked, value: string): boolean {
  const inner = keyAt(value)?.word;
  if (inner === undefined || word === undefined) return false;
  return shape?.branch(false).keys?.has(inner) === true;
}

function dashBehindKey(asked: Asked, value: string): Slip {
  const below = `\n${' '.repeat(asked.indent + 2)}${value}`;
  const told = tellValue(
    'list-marker',
    '列表要另起一行写',
    'a list begins on a line of its own',
    `\n${asked.word}:${below}`,
  );
  return replacing(asked, value, told, below);
}

function lostSlip(asked: Asked, value: string, at: number): Slip {
  const lost = cut(value.slice(at));
  const told = tellValue(
    'lost-text',
    `“${lost}”不会发布：空格后面的 # 是注释的开头`,
    `“${lost}” is not published: # after a blank begins a comment`,
    quotedLine(asked, value),
  );
  return { ...replacing(asked, value, told, quoteText(value), false), start: asked.at + at };
}

/** A list written as Chinese is, 【甲，乙】 or 甲、乙; undefined where it is none. */
export function listSlip(asked: Asked, written: string, kind: Kind): Slip | undefined {
  const { shape, word } = asked;
  if (shape?.type !== 'array' || word === undefined || /^["'{|>]/.test(written)) return undefined;
  const value = withoutComment(written);
  const isFlow = /^\[.*\]$/.test(value);
  if (isFlow && !/[，、；【】]/.test(value)) return undefined;
  const list = splitList(value, shape, kind);
  if (list?.isSure !== true) return undefined;
  const text = flowList(list.entries);
  const told = tellValue(
    'list-separator',
    `“${word}”是列表，这里写成了${isFlow ? '用全角标点隔开的' : ''}“${cut(value)}”`,
    `“${word}” takes a list, not “${cut(value)}”`,
    `${word}: ${text}`,
  );
  return replacing(asked, value, told, text);
}

/** Whether a plain value begins with what means something else to YAML. */
function isSpecial(value: string, text: string): boolean {
  if (/^[%@`]/.test(value) || /^[|>]/.test(value) || /^[?] /.test(value) || /^[,\]}]/.test(value))
    return true;
  const name = /^\*([^\x20-\x7f]\S*)/.exec(value)?.[1];
  if (name !== undefined) return !text.includes(`&${name}`);
  return /^[&!][^\x20-\x7f]/.test(value) || /^[&!*](?:\s|$)/.test(value);
}
