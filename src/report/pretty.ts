import type { Finding, Severity } from '../model/finding.ts';
import type { Language } from '../model/words.ts';
import { displayWidth } from '../text/characters.ts';
import { visible } from '../text/visible.ts';
import type { CheckReport, Reporter, ReportStyle } from './report.ts';
import { Tally } from './summary.ts';

const LEVELS: Record<Severity, Record<Language, string>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '建议', en: 'info' },
};
const COLORS: Record<Severity, number> = { error: 31, warning: 33, info: 36 };
/** A longer line is cut around the place; in display columns. */
const WINDOW = 100;

/**
 * For a person at a terminal: file by file, errors first, each with place, words, the line with a
 * caret, why and what to do; at the end what there is to do by department and by kind.
 */
export const prettyReport: Reporter = function* (report, style, rules) {
  const tally = new Tally((path) => report.title?.(path));
  for (const findings of byFile(report.findings)) {
    for (const finding of findings) tally.add(finding);
    if (style.brief === true) continue;
    yield heading(findings, report, style);
    for (const level of ORDER) {
      for (const finding of findings) {
        if (finding.severity === level) yield `${block(finding, report, style)}\n`;
      }
    }
  }
  // A single finding needs no table.
  if (tally.size > 1 || style.brief === true) yield* tally.lines(style, rules);
  yield summaryLine(report, style);
};

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings of one file after the other. */
function* byFile(findings: Iterable<Finding>): Iterable<readonly Finding[]> {
  let file: Finding[] = [];
  for (const finding of findings) {
    if (file[0] !== undefined && file[0].path !== finding.path) {
      yield file;
      file = [];
    }
    file.push(finding);
  }
  if (file.length > 0) yield file;
}

/** What the file is about, where it is, and how much there is to do in it. */
function heading(
  findings: readonly Finding[],
  report: CheckReport,
  { lang, color }: ReportStyle,
): string {
  const { path } = findings[0] ?? { path: '' };
  const title = report.title?.(path);
  const words = ORDER.flatMap((level) => {
    const count = findings.filter(({ severity }) => severity === level).length;
    if (count === 0) return [];
    return [lang === 'zh' ? `${LEVELS[level].zh} ${count} 处` : `${LEVELS[level].en}: ${count}`];
  });
  const name = title === undefined ? '' : `${visible(title)}  `;
  const text = `■ ${name}${visible(path)}  ${words.join(lang === 'zh' ? '，' : ', ')}`;
  return `${color ? `\u001b[1m${text}\u001b[0m` : text}\n\n`;
}

function block(finding: Finding, report: CheckReport, { lang, color }: ReportStyle): string {
  const { path, span, severity, message, hint, citation, rule } = finding;
  const paint = (code: number, text: string): string =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const place = `${visible(path)}:${span.line}:${span.column}`;
  const level = paint(COLORS[severity], LEVELS[severity][lang]);
  const lines = [
    `${place} ${level} ${visible(message[lang])} ${paint(2, `[${visible(rule)}]`)}`,
    ...excerpt(finding, report.line(path, span.line), (text) => paint(COLORS[severity], text)),
  ];
  if (citation !== undefined)
    lines.push(`${lang === 'zh' ? '  依据：' : '  basis: '}${visible(citation)}`);
  if (hint !== undefined) {
    const [first = '', ...paste] = hint[lang].split('\n').map(visible);
    lines.push(`${lang === 'zh' ? '  改法：' : '  mend: '}${first}`);
    for (const line of paste) lines.push(`    ${line}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The line and, under it, marks as wide as the characters above them. */
function excerpt(
  { span }: Finding,
  line: string | undefined,
  paint: (text: string) => string,
): string[] {
  if (line === undefined || line.trim() === '') return [];
  const characters = charactersOf(line);
  const start = span.column - 1;
  const end = span.endLine > span.line ? characters.length : span.endColumn - 1;
  const [from, to] = frame(characters, start);
  const shown = characters.slice(from, to);
  const before = (from > 0 ? 1 : 0) + displayWidth(characters.slice(from, start));
  const marked = characters.slice(start, Math.max(start + 1, Math.min(end, to)));
  const number = String(span.line);
  const gutter = ' '.repeat(number.length);
  return [
    `  ${number} │ ${from > 0 ? '…' : ''}${shown}${to < characters.length ? '…' : ''}`,
    `  ${gutter} │ ${' '.repeat(before)}${paint('^'.repeat(Math.max(1, displayWidth(marked))))}`,
  ];
}

/** A text by characters (code points) as they are shown: itself where each of them is one unit. */
interface Characters {
  readonly length: number;
  slice(from: number, to: number): string;
}

/** A tab is as wide as a blank, so that marks stand below their words. */
function charactersOf(line: string): Characters {
  const text = line.replaceAll('\t', ' ');
  if (!/[\ud800-\udfff]/.test(text) && visible(text) === text) return text;
  const characters = [...text].map(visible);
  return { length: characters.length, slice: (from, to) => characters.slice(from, to).join('') };
}

/** Which characters of a long line to show, so that the place is among them. */
function frame(characters: Characters, start: number): [number, number] {
  const { length } = characters;
  // Characters take two columns at most.
  if (length * 2 <= WINDOW || displayWidth(characters.slice(0, length)) <= WINDOW) {
    return [0, length];
  }
  let from = start;
  let width = 0;
  while (from > 0 && width < WINDOW / 3) {
    from -= 1;
    width += displayWidth(characters.slice(from, from + 1));
  }
  let to = from;
  width = 0;
  while (to < length && width < WINDOW) {
    width += displayWidth(characters.slice(to, to + 1));
    to += 1;
  }
  return [from, to];
}

function summaryLine({ summary }: CheckReport, { lang }: ReportStyle): string {
  const { files, items, errors, warnings, allowed = 0, baseline } = summary;
  const { known = 0, gone = 0 } = baseline ?? {};
  if (lang === 'en') {
    const more = allowed === 0 ? '' : `, ${allowed} allowed`;
    const old = baseline === undefined ? '' : `, baseline: ${known} known, ${gone} gone`;
    return `${files} files, ${items} items: ${errors} errors, ${warnings} warnings${more}${old}\n`;
  }
  const more = allowed === 0 ? '' : `，豁免 ${allowed} 处`;
  const old = baseline === undefined ? '' : `，基线内 ${known} 处，基线中已消除 ${gone} 处`;
  const counts = `错误 ${errors} 处，警告 ${warnings} 处${more}${old}`;
  return `检查了 ${files} 个文件、${items} 个事项：${counts}\n`;
}
