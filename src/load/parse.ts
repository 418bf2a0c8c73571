import type { Document, YAMLError } from 'yaml';
import type { Finding } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import { Lines } from '../text/lines.ts';
import { cut, loadFinding, tellMost } from './findings.ts';
import { fullYaml } from './full-yaml.ts';
import { openYaml, repeatedKeys, TooDeepError } from './open-yaml.ts';
import { quickTree } from './quick-tree.ts';
import type { LoadRuleId } from './rules.ts';
import { MOST_LEVELS, type TreeNode } from './tree.ts';
import { documentTree } from './yaml-tree.ts';

/** A parsed file: its tree when the values can be used, and what was wrong with its form. */
export interface Parsed {
  readonly tree?: TreeNode | null;
  readonly findings: readonly Finding[];
  /** Whether the quick reader took it: no scalar over several lines, no tab, no return. */
  readonly isPlain: boolean;
}

/** Parses YAML with every scalar as text, so that no code, date or 是/否 is ever reinterpreted. */
export function parseYaml(path: string, text: string): Parsed {
  const tree = quickTree(text);
  const parsed =
    tree === undefined ? parseFully(path, text) : { tree, findings: [], isPlain: true };
  if (parsed.tree !== undefined) last = { text, tree: parsed.tree };
  return parsed;
}

/**
 * The text that was read last with its tree: its places are asked for as soon as something is wrong
 * with it, and reading it again for them was 8 % of a check in which every item has a finding.
 */
let last: { readonly text: string; readonly tree: TreeNode | null } | undefined;

/** The tree alone, for looking up places in a text already known to be sound. */
export function readTree(text: string): TreeNode | null {
  if (last?.text !== text) {
    last = { text, tree: quickTree(text) ?? documentTree(openYaml(text), text) };
  }
  return last.tree;
}

function parseFully(path: string, text: string): Parsed {
  const isPlain = false;
  const lines = new Lines(text);
  let document: Document;
  try {
    document = openYaml(text);
  } catch (error) {
    if (error instanceof TooDeepError)
      return { findings: [tooDeep(path, error.at, lines)], isPlain };
    throw error;
  }
  const syntax = syntaxFindings(path, document, text, lines);
  const doubled = tellMost(repeatedKeys(document), sameKind, (at) => repeatedKey(path, at, lines));
  const references = findReferences(path, document, lines);
  const findings = [...syntax, ...doubled, ...references];
  const usable = syntax.length + references.length === 0;
  return usable ? { tree: documentTree(document, text), findings, isPlain } : { findings, isPlain };
}

const sameKind = (): string => '';

function tooDeep(path: string, at: number, lines: Lines): Finding {
  return loadFinding(
    'file-size',
    path,
    { span: lines.span(at, at + 1) },
    say(`这里一层套一层，超过 ${MOST_LEVELS} 层`, `more than ${MOST_LEVELS} levels deep here`),
    say('核对缩进和括号是不是写错了', 'check indentation and brackets'),
  );
}

/** Where one thing is wrong the parser stumbles on over sound lines; only its first word is told. */
function syntaxFindings(path: string, document: Document, text: string, lines: Lines): Finding[] {
  return document.errors.slice(0, 1).map((error) => describe(path, error, text, lines));
}

function describe(path: string, error: YAMLError, text: string, lines: Lines): Finding {
  const [rule, message, hint] = WORDS[error.code] ?? UNREADABLE;
  const [start, end] = openingQuote(error, text) ?? error.pos;
  return loadFinding(rule, path, { span: lines.span(start, end) }, message, hint);
}

function repeatedKey(path: string, at: number, lines: Lines): Finding {
  const message = say('这个键前面已经写过', 'this key was already written above');
  const hint = say('删去其中一个，或把内容合并', 'delete one of them, or join their contents');
  return loadFinding('duplicate-key', path, { span: lines.span(at, at + 1) }, message, hint);
}

/** A quote that is never closed is found at the end of the file; people look for where it opens. */
function openingQuote(
  { code, pos, message }: YAMLError,
  text: string,
): [number, number] | undefined {
  if (code !== 'MISSING_CHAR' || pos[0] < text.trimEnd().length) return undefined;
  // The error has one code for all signs; which one is said in its message alone.
  const quote = /closing (["'])quote/.exec(message)?.[1];
  if (quote === undefined) return undefined;
  const at = text.lastIndexOf(quote, pos[0] - 1);
  return at === -1 ? undefined : [at, at + 1];
}

type Complaint = readonly [LoadRuleId, Words, Words];

const UNREADABLE: Complaint = [
  'yaml-syntax',
  say('这一行读不懂', 'this line cannot be read'),
  say(
    '核对上下两行的缩进、冒号和引号',
    'check indentation, colons and quotes of this line and the one above',
  ),
];

const WORDS: Record<string, Complaint> = {
  TAB_AS_INDENT: [
    'yaml-tab',
    say('这一行用制表符（Tab）缩进', 'this line is indented with a tab'),
    say('改用空格，每一级两个空格', 'use spaces, two for each level'),
  ],
  BAD_INDENT: [
    'yaml-syntax',
    say('缩进没有对齐', 'indentation is not aligned'),
    say('同一级的键左边对齐，每一级多两个空格', 'align keys of one level; two spaces a level'),
  ],
  MISSING_CHAR: [
    'yaml-syntax',
    say('缺少冒号、引号或括号', 'a colon, quote or bracket is missing'),
    say('键后面写半角冒号和一个空格；引号和括号要成对', 'write key, colon, space; close quotes'),
  ],
  MULTILINE_IMPLICIT_KEY: [
    'yaml-syntax',
    say('这里缺少冒号，或缩进没有对齐', 'a colon is missing here, or indentation is off'),
    say('键后面写半角冒号和一个空格', 'write a colon and a space after the key'),
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    say('一行里写了两个冒号', 'two keys on one line'),
    say('内容里有冒号加空格时，给内容加引号', 'quote a value that holds a colon and a space'),
  ],
  UNEXPECTED_TOKEN: [
    'yaml-syntax',
    say('这里多了字符，或内容以特殊符号开头', 'unexpected characters here'),
    say('内容以 @ ` % & * ! { [ 开头时要加引号', 'quote a value that begins with @ ` % & * ! { ['),
  ],
  MULTIPLE_DOCS: [
    'yaml-syntax',
    say('一个文件里写了两份内容（---）', 'two documents in one file (---)'),
    say('一个事项一个文件，拆成两个文件', 'one item a file: split it'),
  ],
};

/** So many are enough to see that they are used. */
const MOST_REFERENCES = 20;

function findReferences(path: string, document: Document, lines: Lines): Finding[] {
  const { isAlias, isScalar, visit } = fullYaml();
  const findings: Finding[] = [];
  const seen = new Set<number>();
  const add = (range: readonly number[] | null | undefined, zh: string, en: string): void => {
    const [start = 0, end = start] = range ?? [];
    const line = lines.lineAt(start);
    if (seen.has(line)) return;
    seen.add(line);
    const hint = say('把内容照原样写出来', 'write the content out');
    const place = { span: lines.span(start, end) };
    findings.push(loadFinding('yaml-alias', path, place, say(zh, en), hint));
  };
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === '<<') {
        add(pair.key.range, '不能使用合并键 <<', 'merge key << is not allowed');
      }
    },
    Node(_, node) {
      if (isAlias(node)) {
        add(node.range, `不能使用别名 *${cut(node.source)}`, 'aliases are not allowed');
      } else if ('anchor' in node && node.anchor !== undefined) {
        add(node.range, `不能使用锚点 &${cut(node.anchor)}`, 'anchors are not allowed');
      } else if (node.tag !== undefined) {
        add(node.range, '内容前面有标签 !', 'tags (!) are not allowed');
      }
      return findings.length > MOST_REFERENCES ? visit.BREAK : undefined;
    },
  });
  return findings;
}

/** The finding for a key that is followed by `：`. */
export function fullWidthColon(
  path: string,
  key: string,
  place: Parameters<typeof loadFinding>[2],
): Finding {
  return loadFinding(
    'fullwidth-colon',
    path,
    place,
    say(`“${key}”后面是全角冒号“：”`, `“${key}” is followed by a full-width colon`),
    say(`改为半角冒号加空格：${key}: …`, `write an ASCII colon and a space: ${key}: …`),
  );
}
