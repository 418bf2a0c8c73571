import type { Finding, Severity } from '../model/finding.ts';
import { visible, visibleLines } from '../text/visible.ts';
import { xmlText } from '../text/xml-text.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' };
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Checkstyle XML, as many CI servers and editors read it. */
export const checkstyleReport: Reporter = function* ({ findings }, { lang }) {
  yield `${HEAD}<checkstyle version="10.0">\n`;
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.path !== path) {
      if (path !== undefined) yield '  </file>\n';
      path = finding.path;
      yield `  <file name="${attribute(path)}">\n`;
    }
    const { rule, severity, span } = finding;
    const place = `line="${span.line}" column="${span.column}" severity="${LEVELS[severity]}"`;
    const text = attribute(textOf(finding, lang));
    yield `    <error ${place} message="${text}" source="mingbai.${attribute(rule)}"/>\n`;
  }
  if (path !== undefined) yield '  </file>\n';
  yield '</checkstyle>\n';
};

/** JUnit XML: a suite a file, a case a finding; only errors fail, as for the exit code. */
export const junitReport: Reporter = function* ({ summary, findings }, { lang }) {
  const { errors, warnings } = summary;
  yield `${HEAD}<testsuites name="mingbai" tests="${Math.max(1, errors + warnings)}" failures="${errors}">\n`;
  let suite: Finding[] = [];
  let any = false;
  for (const finding of findings) {
    any = true;
    if (suite[0] !== undefined && suite[0].path !== finding.path) {
      yield suiteOf(suite, lang);
      suite = [];
    }
    suite.push(finding);
  }
  if (suite.length > 0) yield suiteOf(suite, lang);
  if (!any)
    yield '  <testsuite name="mingbai" tests="1" failures="0">\n    <testcase classname="mingbai" name="check"/>\n  </testsuite>\n';
  yield '</testsuites>\n';
};

function suiteOf(findings: readonly Finding[], lang: 'zh' | 'en'): string {
  const path = attribute(findings[0]?.path ?? '');
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const cases = findings.map((finding) => caseOf(finding, path, lang)).join('');
  return `  <testsuite name="${path}" tests="${findings.length}" failures="${failures}">\n${cases}  </testsuite>\n`;
}

function caseOf(finding: Finding, path: string, lang: 'zh' | 'en'): string {
  const { rule, severity, span, message } = finding;
  const name = `${rule} ${span.line}:${span.column}`;
  const text = element(`${finding.path}:${span.line}:${span.column}\n${textOf(finding, lang)}`);
  const body =
    severity === 'error'
      ? `<failure type="${attribute(rule)}" message="${attribute(visible(message[lang]))}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${path}" name="${attribute(name)}" file="${path}" line="${span.line}">\n      ${body}\n    </testcase>\n`;
}

function textOf({ message, hint, citation }: Finding, lang: 'zh' | 'en'): string {
  const parts = [visible(message[lang]), visibleLines(hint?.[lang] ?? ''), visible(citation ?? '')];
  return parts.filter(Boolean).join('\n');
}

function attribute(text: string): string {
  return xmlText(visibleLines(text)).replaceAll('\n', '&#10;');
}

function element(text: string): string {
  return xmlText(visibleLines(text));
}
