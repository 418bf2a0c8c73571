import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { remembered } from '../text/remember.ts';
import type { Reporter } from './report.ts';

/** Of the report: raised when a key is taken away or means something else. */
const FORMAT = 1;

/** The report as JSON: a summary and the findings, flat, in the order of their places. */
export const jsonReport: Reporter = function* ({ summary, findings }, { lang }) {
  const { files, items, errors, warnings, ...more } = summary;
  const head = JSON.stringify(
    { format: FORMAT, summary: { files, items, errors, warnings, ...more } },
    null,
    2,
  );
  yield `${head.slice(0, -2)},\n  "findings": [`;
  let between = '';
  let path = '';
  let quotedPath = '';
  for (const finding of findings) {
    if (finding.path !== path) {
      path = finding.path;
      quotedPath = jsonText(path);
    }
    yield between + entryOf(finding, quotedPath, lang);
    between = ',';
  }
  yield between === '' ? ']\n}\n' : '\n  ]\n}\n';
};

/** Most texts stand in many findings, but not messages: those quote what was found. */
const quoted = remembered((text) => jsonText(text));

/** Put together by hand: a large catalogue has tens of thousands of them. */
function entryOf(finding: Finding, path: string, lang: Language): string {
  const { rule, severity, pointer, span, message, hint, citation } = finding;
  return `
    {
      "rule": ${quoted(rule)},
      "severity": "${severity}",
      "path": ${path},
      "line": ${span.line},
      "column": ${span.column},
      "endLine": ${span.endLine},
      "endColumn": ${span.endColumn},
      "pointer": ${quoted(pointer)},
      "message": ${jsonText(message[lang])}${
        hint === undefined ? '' : `,\n      "hint": ${quoted(hint[lang])}`
      }${citation === undefined ? '' : `,\n      "citation": ${quoted(citation)}`}
    }`;
}
