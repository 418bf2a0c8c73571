import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/words.ts';
import { remembered } from '../text/remember.ts';
import type { Reporter } from './report.ts';

/** The report as JSON: a summary and the findings, flat, in the order of their places. */
export const jsonReport: Reporter = function* ({ summary, findings }, { lang }) {
  const { files, items, errors, warnings, ...more } = summary;
  const head = JSON.stringify({ summary: { files, items, errors, warnings, ...more } }, null, 2);
  yield `${head.slice(0, -2)},\n  "findings": [`;
  let between = '';
  let path = '';
  let quotedPath = '';
  for (const finding of findings) {
    if (finding.path !== path) {
      path = finding.path;
      quotedPath = JSON.stringify(path);
    }
    yield `${between}\n    {\n      ${fieldsOf(finding, quotedPath, lang).join(',\n      ')}\n    }`;
    between = ',';
  }
  yield between === '' ? ']\n}\n' : '\n  ]\n}\n';
};

/** Most texts stand in many findings, but not messages: those quote what was found. */
const quoted = remembered((text) => JSON.stringify(text));

function fieldsOf(finding: Finding, path: string, lang: Language): string[] {
  const { rule, severity, pointer, span, message, hint, citation } = finding;
  const { line, column, endLine, endColumn } = span;
  const fields = [
    `"rule": ${quoted(rule)}`,
    `"severity": "${severity}"`,
    `"path": ${path}`,
    `"line": ${line}`,
    `"column": ${column}`,
    `"endLine": ${endLine}`,
    `"endColumn": ${endColumn}`,
    `"pointer": ${quoted(pointer)}`,
    `"message": ${JSON.stringify(message[lang])}`,
  ];
  if (hint !== undefined) fields.push(`"hint": ${quoted(hint[lang])}`);
  if (citation !== undefined) fields.push(`"citation": ${quoted(citation)}`);
  return fields;
}
