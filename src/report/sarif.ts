import type { Severity } from '../model/finding.ts';
import type { Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, columns counted in Unicode code points. */
export const sarifReport: Reporter = ({ findings }, { lang }, rules) => {
  const used = [...new Set(findings.map((finding) => finding.rule))].sort();
  const results = findings.map(({ rule, severity, path, span, message, hint, citation }) => ({
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: LEVELS[severity],
    message: { text: [message[lang], hint?.[lang], citation].filter(Boolean).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: span.line,
            startColumn: span.column,
            endLine: span.endLine,
            endColumn: span.endColumn,
          },
        },
      },
    ],
  }));
  const driver = {
    name: 'mingbai',
    rules: used.map((id) => ({
      id,
      shortDescription: { text: rules.get(id)?.title[lang] ?? id },
      fullDescription: { text: rules.get(id)?.why[lang] ?? id },
    })),
  };
  const run = { tool: { driver }, columnKind: 'unicodeCodePoints', results };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
};
