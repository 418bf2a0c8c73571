import type { Material } from '../model/schema.gen.ts';
import { namesCount, readMaterialName } from '../text/copies.ts';
import { entryText, listToMarkdown, toMarkdown } from '../text/list-markdown.ts';
import { insideBrackets } from '../text/list-markers.ts';
import type { ListNode } from '../text/list-tree.ts';
import { parseWholeNumber } from '../text/numeral.ts';
import { gist } from './write-back.ts';

/** A material in the making, with the heading of its situation instead of an id. */
export type MaterialEntry = Omit<Material, 'situations'> & { readonly situation?: string };

/** What holds for all materials under a heading. */
export interface MaterialScope {
  readonly situation?: string;
  readonly when?: string;
  readonly note?: string;
}

/** An entry, and why its number of copies was not filled in. */
export interface EntryReading {
  readonly entry: MaterialEntry;
  readonly doubt?: string;
}

/** One paper: its name, what stands in brackets and behind it, and the entries below as its note. */
export function readMaterial(node: ListNode, scope: MaterialScope = {}): EntryReading {
  const { head, rest } = splitOffNote(node.text);
  const { name: written, unclear, ...about } = readMaterialName(head);
  const parts = node.children.length === 0 ? '' : listToMarkdown(node.children);
  const note = [scope.note ?? '', toMarkdown(entryText(rest)), parts].filter((one) => one !== '');
  const name = written
    .replace(/[：:]$/, '')
    .replace(/^《([^《》]+)》$/, '$1')
    .trim();
  const entry = {
    ...{ name, ...about },
    ...(scope.when === undefined ? {} : { when: scope.when }),
    ...(scope.situation === undefined ? {} : { situation: scope.situation }),
    ...(note.length === 0 ? {} : { note: note.join('\n\n') }),
  };
  if (unclear || namesCount(rest + parts)) {
    return { entry, doubt: '份数写在材料名称或说明中间，没有自动填写' };
  }
  return proves(head, entry) ? { entry } : { entry, doubt: '写回去与原文不一致' };
}

const ANNOTATIONS =
  /^(?:原件|复印件|一式|制式|各|均|需|须|要|提供|提交|为|及|和|与|或|者|加|共|[一二三四五六七八九十两\d]+份|必要|必须|必备|必需|非|选交|可?容缺(?:后补|受理)?|纸质|电子|版|件|化|文档|材料)*$/;

/** Whether name and annotations, written back, give the head again. */
function proves(head: string, { name, copies, photocopies }: MaterialEntry): boolean {
  let rest = '';
  const letters = [...gist(name)];
  let at = 0;
  for (const char of gist(head)) {
    if (char === letters[at]) at++;
    else rest += char;
  }
  if (at < letters.length || !ANNOTATIONS.test(rest)) return false;
  const written = [...rest.matchAll(/([一二三四五六七八九十两\d]+)份/g)].map(([, one = '']) =>
    parseWholeNumber(one),
  );
  const known = [copies, photocopies].filter((one) => one !== undefined);
  const same = written.every((one) => one !== undefined && known.includes(one));
  return same && known.every((one) => written.includes(one));
}

const DETAIL = /^[，,；;。]\s*(?:其?内容(?:应当?)?包[括含]|应当?(?:载明|注明|包[括含])|包括[：:])/;

/** What follows the first sentence, or 内容包括, or the first line, describes the material. */
function splitOffNote(text: string): { head: string; rest: string } {
  const inside = insideBrackets(text);
  for (let at = 1; at < text.length - 1; at++) {
    if (inside[at] === true && text[at] !== '\n') continue;
    if (/[。\n]/.test(text[at] ?? '')) {
      const head = text.slice(0, text[at] === '\n' ? at : at + 1);
      return { head, rest: text.slice(at + 1).trim() };
    }
    if (DETAIL.test(text.slice(at)))
      return { head: text.slice(0, at), rest: text.slice(at + 1).trim() };
  }
  return { head: text, rest: '' };
}
