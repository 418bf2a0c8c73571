import { parseWholeNumber, toHalfWidth } from '../text/numeral.ts';

/** A law taken apart; every text word for word but for invisible characters. */
export interface LawText {
  readonly title: string;
  /** Lines between the title and the first heading or article: dates, numbers, amendments. */
  readonly notes: readonly string[];
  readonly articles: readonly LawArticle[];
}

/** 第十九条, or 第一百二十条之一: then `after` is 1. */
export interface LawArticle {
  /** As written, without blanks. */
  readonly name: string;
  readonly number: number;
  readonly after: number;
  /** Paragraphs and entries, a line each. */
  readonly text: string;
}

const ARTICLE =
  /^(第\s*([零〇○一二三四五六七八九十百千两]+|\d+)\s*条(?:之([一二三四五六七八九十]+))?)(.*)$/s;
const CHAPTER = /^第\s*[零〇一二三四五六七八九十百\d]+\s*[编分章节]/;

/**
 * Reads a law as the national law database gives it (plain text) and as collections in Markdown do:
 * title, notes, then articles. An article begins a line with its number, followed by a blank or
 * counting on from the last one; `第三条第一款规定的…` at a line start is text.
 */
export function readLaw(text: string): LawText {
  const lines = cleanLines(text);
  const [first = '', ...rest] = lines;
  const notes: string[] = [];
  const articles: { name: string; number: number; after: number; lines: string[] }[] = [];
  for (const line of rest) {
    const heading = /^#+\s*/.exec(line)?.[0] ?? '';
    const start = articleAt(line.slice(heading.length), articles.at(-1));
    if (start !== undefined) articles.push(start);
    else if (heading !== '' || CHAPTER.test(line) || line.startsWith('<!--')) continue;
    else if (articles.length === 0) notes.push(line);
    else articles.at(-1)?.lines.push(line);
  }
  return {
    title: first.replace(/^#+\s*/, '').trim(),
    notes,
    articles: articles.map(({ lines: body, ...about }, at) => ({
      ...about,
      text: withoutHeading(body, at + 1 < articles.length).join('\n'),
    })),
  };
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

function cleanLines(text: string): string[] {
  return text
    .replace(INVISIBLE, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '');
}

function articleAt(line: string, last: { number: number; after: number } | undefined) {
  const match = ARTICLE.exec(toHalfWidth(line.slice(0, 24)) + line.slice(24));
  if (match === null) return undefined;
  const [, name = '', digits = '', after = '', rest = ''] = match;
  const number = parseWholeNumber(digits.replace(/○/g, '〇'));
  if (number === undefined) return undefined;
  const next = after === '' ? number === (last?.number ?? 0) + 1 : number === last?.number;
  if (!/^[\s\u3000]/.test(rest) && rest !== '' && !next) return undefined;
  if (/^[\s\u3000]*[第款项规的]/.test(rest) && !next) return undefined;
  const body = line.slice(name.length).trim();
  return {
    name: name.replace(/\s/g, ''),
    number,
    after: parseWholeNumber(after) ?? 0,
    lines: body === '' ? [] : [body],
  };
}

/** Collections leave the title of the next chapter at the end of an article: it is no law. */
function withoutHeading(lines: readonly string[], isFollowed: boolean): readonly string[] {
  const last = lines.at(-1);
  if (!isFollowed || last === undefined || lines.length < 2) return lines;
  const isTitle =
    [...last].length <= 24 && !/[。；：，、！？.;:,）)”》…]$/.test(last) && !/^[（(]/.test(last);
  return isTitle && /[。.！？”]$/.test(lines.at(-2) ?? '') ? lines.slice(0, -1) : lines;
}
