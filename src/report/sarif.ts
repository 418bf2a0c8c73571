import type { Finding, Severity } from '../model/finding.ts';
import type { Language } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { visible, visibleLines } from '../text/visible.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, columns counted in Unicode code points. */
export const sarifReport: Reporter = function* ({ findings }, { lang }, rules) {
  const ids = new Set<string>();
  for (const { rule } of findings) ids.add(rule);
  const used = [...ids].sort();
  const places = new Map(used.map((id, place) => [id, place]));
  const driver = {
    name: 'mingbai',
    rules: used.map((id) => ({
      id,
      shortDescription: { text: rules.get(id)?.title[lang] ?? id },
      fullDescription: { text: rules.get(id)?.why[lang] ?? id },
    })),
  };
  const run = { tool: { driver }, columnKind: 'unicodeCodePoints', results: [] };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  const empty = JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2);
  const end = empty.lastIndexOf(']', empty.length - END);
  yield empty.slice(0, end);
  let between = '';
  for (const finding of findings) {
    const result = jsonText(resultOf(finding, places.get(finding.rule) ?? 0, lang), 2);
    yield `${between}\n${result.replace(/^/gm, INDENT)}`;
    between = ',';
  }
  yield `${between === '' ? '' : `\n${INDENT.slice(2)}`}${empty.slice(end)}\n`;
};

/** How far results are indented, and how long what follows their list is. */
const INDENT = ' '.repeat(8);
const END = '\n    }\n  ]\n}'.length + 1;

function resultOf(finding: Finding, ruleIndex: number, lang: Language) {
  const { rule, severity, path, span, message, hint, citation } = finding;
  const text = [visible(message[lang]), visibleLines(hint?.[lang] ?? ''), visible(citation ?? '')];
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: text.filter(Boolean).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: addressOf(path) },
          region: {
            startLine: span.line,
            startColumn: span.column,
            endLine: span.endLine,
            endColumn: span.endColumn,
          },
        },
      },
    ],
  };
}

/** A path as a relative address; halves of characters, which have none, are shown. */
function addressOf(path: string): string {
  const whole = path.replace(/\p{Cs}/gu, visible);
  return whole.split('/').map(encodeURIComponent).join('/');
}
