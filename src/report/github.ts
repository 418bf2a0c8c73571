import type { Severity } from '../model/finding.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** GitHub annotations, errors first because only the first ten of a level are shown. */
export const githubReport: Reporter = ({ findings }, { lang }) =>
  [...findings]
    .sort((a, b) => RANK[a.severity] - RANK[b.severity])
    .map(({ rule, severity, path, span, message, hint, citation }) => {
      const place = [
        `file=${escapeProperty(path)}`,
        `line=${span.line}`,
        `col=${span.column}`,
        `endLine=${span.endLine}`,
        `endColumn=${span.endColumn}`,
        `title=${escapeProperty(rule)}`,
      ].join(',');
      const text = [message[lang], hint?.[lang], citation].filter(Boolean).join('\n');
      return `::${LEVELS[severity]} ${place}::${escapeData(text)}\n`;
    })
    .join('');

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
