import type { Finding, Severity } from '../model/finding.ts';
import type { Language } from '../model/words.ts';
import { visible, visibleLines } from '../text/visible.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub annotations, errors first because only the first ten of a level are shown. */
export const githubReport: Reporter = function* ({ findings }, { lang }) {
  for (const level of SEVERITIES) {
    for (const finding of findings) if (finding.severity === level) yield lineOf(finding, lang);
  }
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function lineOf(finding: Finding, lang: Language): string {
  const { rule, severity, path, span, message, hint, citation } = finding;
  const place = [
    `file=${escapeProperty(path)}`,
    `line=${span.line}`,
    `col=${span.column}`,
    `endLine=${span.endLine}`,
    `endColumn=${span.endColumn}`,
    `title=${escapeProperty(rule)}`,
  ].join(',');
  const text = [
    visible(message[lang]),
    visibleLines(hint?.[lang] ?? ''),
    visible(citation ?? ''),
  ].filter(Boolean);
  return `::${LEVELS[severity]} ${place}::${escapeData(text.join('\n'))}\n`;
}

/** What an annotation says. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** What its place is. */
export function escapeProperty(text: string): string {
  return escapeData(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
