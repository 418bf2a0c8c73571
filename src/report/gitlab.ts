import type { Severity } from '../model/finding.ts';
import { markOf } from '../text/mark.ts';
import { visible, visibleLines } from '../text/visible.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report: each finding with a fingerprint that does not move with its line. */
export const gitlabReport: Reporter = function* ({ findings }, { lang }) {
  const seen = new Map<string, number>();
  let between = '';
  yield '[';
  for (const finding of findings) {
    const { rule, path, pointer, severity, span, message, hint } = finding;
    const what = [rule, path, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), message.zh].join('\n');
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    const entry = {
      description: [visible(message[lang]), visibleLines(hint?.[lang] ?? '')]
        .filter(Boolean)
        .join('\n'),
      check_name: rule,
      fingerprint: markOf(`${what}\n${count}`),
      severity: LEVELS[severity],
      location: { path: visible(path), lines: { begin: span.line, end: span.endLine } },
    };
    yield `${between}\n  ${JSON.stringify(entry)}`;
    between = ',';
  }
  yield between === '' ? ']\n' : '\n]\n';
};
