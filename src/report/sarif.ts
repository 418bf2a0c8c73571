import type { Finding, Severity } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import { VERSION } from '../model/version.ts';
import type { Language } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { markOf } from '../text/mark.ts';
import { visible, visibleLines } from '../text/visible.ts';
import type { Mend, Reporter } from './report.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, columns counted in Unicode code points. */
export const sarifReport: Reporter = function* (report, { lang }, rules) {
  const { findings, suppressed = [], mends } = report;
  const ids = new Set<string>();
  for (const { rule } of findings) ids.add(rule);
  for (const { rule } of suppressed) ids.add(rule);
  const used = [...ids].sort();
  const places = new Map(used.map((id, place) => [id, place]));
  const driver = {
    name: 'mingbai',
    version: VERSION,
    semanticVersion: VERSION,
    rules: used.map((id) => ruleOf(id, rules.get(id), lang)),
  };
  const run = { tool: { driver }, columnKind: 'unicodeCodePoints', results: [] };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  const empty = JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2);
  const end = empty.lastIndexOf(']', empty.length - END);
  yield empty.slice(0, end);
  let between = '';
  const seen = new Map<string, number>();
  for (const [finding, isKnown] of marked(findings, suppressed)) {
    const result = jsonText(
      {
        ...resultOf(finding, places.get(finding.rule) ?? 0, lang),
        partialFingerprints: { 'mingbai/v1': fingerprintOf(finding, seen) },
        ...fixesOf(finding, mends?.(finding) ?? []),
        suppressions: isKnown ? [{ kind: 'external', justification: KNOWN[lang] }] : [],
      },
      2,
    );
    yield `${between}\n${result.replace(/^/gm, INDENT)}`;
    between = ',';
  }
  yield `${between === '' ? '' : `\n${INDENT.slice(2)}`}${empty.slice(end)}\n`;
};

/** Why a finding is suppressed that a baseline knows. */
const KNOWN = { zh: '基线里已有，以后再改', en: 'known to the baseline, to be mended later' };

/** All findings, first those that count, each with whether it is suppressed. */
function* marked(
  findings: Iterable<Finding>,
  suppressed: Iterable<Finding>,
): Iterable<readonly [Finding, boolean]> {
  for (const finding of findings) yield [finding, false];
  for (const finding of suppressed) yield [finding, true];
}

/** What is known of a rule: meaning, an example of either kind, and its usual level. */
function ruleOf(id: string, doc: RuleDoc | undefined, lang: Language) {
  if (doc === undefined) return { id, shortDescription: { text: id } };
  const { title, why, severity, citation, bad, good } = doc;
  const [is, not] = lang === 'zh' ? ['写成', '不写'] : ['write', 'not'];
  const examples = `${not}：\n${bad}\n${is}：\n${good}`;
  const help = [why[lang], citation ?? '', examples].filter(Boolean).join('\n\n');
  return {
    id,
    shortDescription: { text: title[lang] },
    fullDescription: { text: why[lang] },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** The same for a finding that stands on another line now. */
function fingerprintOf(finding: Finding, seen: Map<string, number>): string {
  const { rule, path, pointer, message } = finding;
  const what = [rule, path, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), message.zh].join('\n');
  const count = (seen.get(what) ?? 0) + 1;
  seen.set(what, count);
  return markOf(`${what}\n${count}`);
}

/** What makes it go away, where nothing else can have been meant. */
function fixesOf({ path, hint }: Finding, mends: readonly Mend[]) {
  if (mends.length === 0) return {};
  const replacements = mends.map(({ span, text }) => ({
    deletedRegion: {
      startLine: span.line,
      startColumn: span.column,
      endLine: span.endLine,
      endColumn: span.endColumn,
    },
    insertedContent: { text },
  }));
  const artifactLocation = { uri: addressOf(path) };
  const text = visibleLines(hint?.zh ?? '');
  return {
    fixes: [{ description: { text }, artifactChanges: [{ artifactLocation, replacements }] }],
  };
}

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
