import { PROCESS_PAPER } from '../../phrase/words.ts';
import { leftOver } from '../../phrase/write-back.ts';
import { insideBrackets } from '../../text/list-markers.ts';
import { isNone, type Reading } from '../reading.ts';
import type { FieldReader } from './reader.ts';

/** 出具的文书或证照名称: the one licence or approval is the result, the rest are documents. */
export const outcomeReader: FieldReader = {
  paths: ['outcome'],
  read(reading): void {
    const text = reading.text('outcome');
    if (text === undefined) return;
    if (isNone(text)) {
      reading.doubt('outcome', text, '写着“无”，看不出是没有结果还是没有填写');
      return;
    }
    const names = splitNames(text);
    if (
      leftOver(text, names, /^(?:或|等|和|及)+$/) !== '' &&
      new Set(names).size === names.length
    ) {
      reading.doubt('outcome', text, '写回去与原文不一致');
      return;
    }
    const chosen = choose(names, reading);
    if (typeof chosen === 'string') setResult(reading, chosen);
    else reading.doubt('outcome', text, chosen.reason);
    const rest = names.filter((name) => name !== chosen);
    if (rest.length > 0) reading.draft.documents = [...(reading.draft.documents ?? []), ...rest];
    if (/》\s*等[。.]?$/.test(text)) reading.doubt('outcome', text, '以“等”结尾，文书没有列全');
  },
};

/** The one licence or approval; else the one paper that is no step; else the decision. */
function choose(names: readonly string[], reading: Reading): string | { reason: string } {
  const papers = names.filter((name) => !PROCESS_PAPER.test(withoutRemark(name)));
  const outcomes = papers.filter((name) => kindOf(name) !== undefined);
  const [first] = outcomes;
  if (first !== undefined && outcomes.length === 1) return first;
  if (outcomes.length > 1) {
    return { reason: `有${outcomes.length}份都可能是办理结果，已全部列为出具文书` };
  }
  const [granted, ...others] = names.flatMap((name) => GRANTED.exec(name)?.[1] ?? []);
  if (granted !== undefined && others.length === 0 && kindOf(granted) !== undefined) return granted;
  const [only] = papers;
  if (only !== undefined && papers.length === 1 && only.length <= 60) {
    reading.conclude('result-only', 'outcome');
    return only;
  }
  const [decision, ...more] = names.filter((name) => DECISION.test(name));
  if (decision !== undefined && more.length === 0 && papers.length === 0) {
    reading.conclude('result-decision', 'outcome');
    return decision;
  }
  return { reason: '没有看出哪一份是办理结果，已全部列为出具文书' };
}

function setResult(reading: Reading, name: string): void {
  const kind = kindOf(name);
  reading.draft.result = {
    name,
    ...(kind === undefined ? {} : { kind }),
    ...reading.draft.result,
  };
}

const DECISION =
  /^(?!.*(?:通知书|笔录|不予|不准|撤销|延续|变更|注销|撤回)).*(?:许可|批准)决定书(?:[（(].*[）)])?$/;
/** `准予行政许可决定书（出具《…证》）`: the licence is the outcome. */
const GRANTED = /[（(](?:出具|颁发|核发)《([^《》]+)》[）)]$/;

function withoutRemark(name: string): string {
  return name.replace(/[（(][^（）()]*[)）]$/, '');
}

function kindOf(name: string): '证照' | '批文' | undefined {
  const bare = withoutRemark(name).replace(/[\s.。]+$/, '');
  if (/(?:证|证书|执照|许可证件)$/.test(bare)) return '证照';
  return /(?:批复|批准文件|批复文件|批准书|批件|批文|核准文件)$/.test(bare) ? '批文' : undefined;
}

/** Splits at 、 and the like outside brackets; 《》 around a whole name are taken off. */
function splitNames(text: string): string[] {
  const inside = insideBrackets(text);
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const between = inside[at] !== true && separates(text, at);
    if (between) parts.push('');
    if (!between || char === '《') parts[parts.length - 1] += char;
  }
  const names = parts.map((part) => bareName(part.trim().replace(/[\s。.|等]+$/, '')));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** `》《` and `》或《` part two names as well. */
function separates(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (/[、，,；;\n|]/.test(char)) return true;
  if (char === '《') return /[》）)]\s*$/.test(text.slice(0, at));
  return char === '或' && text[at - 1] === '》' && text[at + 1] === '《';
}

function bareName(name: string): string {
  const match = /^《+([^《》]+)》(\s*[（(].*[)）])?$/.exec(name);
  return match === null ? name : `${(match[1] ?? '').trim()}${(match[2] ?? '').trim()}`;
}
