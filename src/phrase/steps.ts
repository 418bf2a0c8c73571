import { say } from '../model/words.ts';
import { insideBrackets } from '../text/list-markers.ts';
import { type ListNode, parseList } from '../text/list-tree.ts';
import { compact, normalMeasure } from './measure.ts';
import { type Phrase, refused } from './phrase.ts';
import { leftOver } from './write-back.ts';

/** One step of the process, in the words of the source. */
export interface StepEntry {
  readonly name: string;
  /** In the normal form. */
  readonly limit?: string;
  /** What happens in it, a paragraph each. */
  readonly action?: readonly string[];
}

const ASIDE =
  /^(?:[一二三四五六七八九十]+|\d{1,2}|第[一二三四五六七八九十\d]+步|步骤[一二三四五六七八九十\d]+|[a-zA-Z]|办理流程|流程|办理程序|以内|之内|内)+$/;
const ARROWS = /\s*(?:[→➔➝➜➡⇒⟶]|[-—–─]+[>＞》]|＝+[>＞]|=+>)\s*/u;
const DASHES = /\s*(?:—+|–|－|-{1,3}|─+)\s*/u;
const LONGEST = 20;

/** Reads a process: names joined by arrows or dashes, or numbered; never cut inside brackets. */
export function readSteps(source: string): Phrase<readonly StepEntry[]> {
  const text = source.replace(/\*\*/g, '').trim();
  const entries =
    chain(text, ARROWS) ??
    numbered(text) ??
    chain(text, DASHES) ??
    chain(text, /、/) ??
    lines(text);
  if (entries === undefined) {
    return refused(source, say('不能分出各个环节', 'the steps cannot be told apart'));
  }
  const pieces = entries.flatMap(({ name, limit, action = [] }) => [
    name,
    ...(limit === undefined ? [] : [waysOf(limit, text)]),
    ...action,
  ]);
  const left = leftOver(text, pieces, ASIDE);
  if (left !== '') return refused(left, say('写回去与原文不一致', 'writing it back differs'));
  return { understood: true, value: entries, left: '' };
}

/** How a limit may stand in the source: as it is written there. */
function waysOf(limit: string, text: string): string[] {
  const words = compact(text).text.match(
    /[\d.一二三四五六七八九十百两半]+个?[\u4e00-\u9fff]{1,3}?(?:日|天|月|年|时|钟)/g,
  );
  return [limit, ...(words ?? []).filter((one) => normalMeasure(one) === limit)];
}

/** Names between separators outside of brackets; undefined unless each is short and a name. */
function chain(text: string, separator: RegExp): StepEntry[] | undefined {
  const parts = splitOutside(text, separator)
    .map((part) => part.replace(/[。.；;，,]+$/, '').trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const marker = /^(?:[①-⑳]|（?(?:\d{1,2}|[一二三四五六七八九十]+)[）)、.．])\s*/;
  const entries = parts.map((part) => entryOf(part.replace(marker, '')));
  const dashed = separator !== ARROWS;
  const sound = entries.every(({ name, action }) => {
    const bare = name.replace(/[（(][^（）()]*[）)]/g, '');
    return (
      action === undefined &&
      bare.length <= LONGEST &&
      bare !== '' &&
      !/[，,；;。：:]/.test(bare) &&
      !(dashed && (/\d/.test(bare) || bare.length < 2 || bare.length > 12))
    );
  });
  return sound ? entries : undefined;
}

function splitOutside(text: string, separator: RegExp): string[] {
  const inside = insideBrackets(text);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(separator, 'gu'))) {
    if (match[0] === '' || inside[match.index] === true) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

function numbered(text: string): StepEntry[] | undefined {
  const ordered = text.replace(
    /(^|[\n；;。])\s*(?:第([一二三四五六七八九十]+)步|步骤([一二三四五六七八九十\d]+))\s*[：:、，,]?\s*/g,
    (_, before: string, one?: string, other?: string) => `${before}\n${one ?? other ?? ''}、`,
  );
  const { lead, nodes, tail } = parseList(ordered);
  if (nodes.length < 2 || tail.length > 0) return undefined;
  if (lead.some((line) => !/^(?:办理)?(?:流程|程序|步骤)(?:如下)?[：:]?$/.test(line)))
    return undefined;
  return nodes.map((node) => ({ ...entryOf(node.text), ...below(node) }));
}

function below(node: ListNode): Pick<StepEntry, 'action'> {
  if (node.children.length === 0) return {};
  const own = entryOf(node.text).action ?? [];
  return { action: [...own, ...node.children.flatMap(textsOf)] };
}

function textsOf(node: ListNode): string[] {
  return [node.text, ...node.children.flatMap(textsOf)];
}

/** A step a line, each short. */
function lines(text: string): StepEntry[] | undefined {
  const parts = text.split(/\n/).map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  if (filled.length < 2 || filled.some((part) => part.length > 12 || /[。，；：]/.test(part))) {
    return undefined;
  }
  return filled.map(entryOf);
}

/** `受理：热线受理` is a name and what happens; `审查（3个工作日）` a name and a limit. */
function entryOf(words: string): StepEntry {
  const inside = insideBrackets(words);
  const at = words
    .split('')
    .findIndex((char, i) => /[：:。，,；;\n]/.test(char) && inside[i] !== true);
  const name = (at < 0 ? words : words.slice(0, at)).trim();
  const rest = at < 0 ? '' : words.slice(at + 1).trim();
  const action = rest.replace(/[；;]$/, '');
  const bracket = /^(.+?)[（(]([^（）()]+)[）)]$/.exec(name);
  const limit = bracket === null ? undefined : limitOf(bracket[2] ?? '');
  const colon = limitOf(action);
  if (limit !== undefined && bracket !== null)
    return withAction({ name: bracket[1] ?? '', limit }, action);
  if (colon !== undefined) return { name, limit: colon };
  return withAction({ name }, action);
}

function withAction(entry: StepEntry, action: string): StepEntry {
  return action === '' ? entry : { ...entry, action: [action] };
}

function limitOf(text: string): string | undefined {
  return normalMeasure(compact(text).text.replace(/(?:以内|之内|内)?[。；]?$/, ''));
}
