import type { Entry } from '../../model/catalog.ts';
import type { Severity } from '../../model/finding.ts';
import { type Kind, kindOfPath } from '../../model/kinds.ts';
import type { Settings } from '../../model/schema.gen.ts';
import { perText, type Text } from '../../model/texts.ts';
import { say } from '../../model/words.ts';
import { isPlaceholder } from '../../text/placeholders.ts';
import type { LintContext, Report, Rule } from '../rule.ts';
import {
  applyAllowances,
  isReasoned,
  type JudgedAllowance,
  type PlacedFinding,
} from './allowance.ts';
import { reliancesOf } from './citation.ts';
import { judgedTexts } from './fields.ts';
import { mayBeVague, scanWording, type WordingFinding } from './scan.ts';
import type { WordingOptions } from './settings.ts';
import { wordingSettings } from './settings-rule.ts';
import type { WordingCategory, WordingField, WordingGroup } from './terms.ts';
import { WORDING } from './wording.gen.ts';

export { countAllowances } from './allowance.ts';

interface Read {
  readonly left: ReadonlyMap<WordingCategory, readonly PlacedFinding[]>;
  readonly allowances: readonly JudgedAllowance[];
}

const LEVELS: Readonly<Partial<Record<WordingCategory, Severity>>> = {
  soft: 'info',
  former: 'warning',
  slip: 'warning',
};
/** What a row of the fees says beside its rate need not name the amount again. */
const BESIDE_RATE = /^\/fees\/\d+\/(?!standard$)/;
const OPTIONS = new WeakMap<Settings, WordingOptions>();

/** How the catalogue wants its texts read. */
export function wordingOptions({ catalog }: LintContext): WordingOptions {
  const settings = catalog.settings.value;
  let options = OPTIONS.get(settings);
  if (options === undefined) {
    const { wording, jurisdiction } = settings;
    options = {
      ...(wording ? { settings: wording } : {}),
      ...(jurisdiction ? { jurisdiction } : {}),
    };
    OPTIONS.set(settings, options);
  }
  return options;
}

/** What articles speak of is a guide, and some of them only of some types of items. */
const GUIDES: ReadonlySet<Kind> = new Set(['item', 'bundle']);
const REACHED = new WeakMap<WordingOptions, Map<string, WordingOptions>>();

/** The same for one file: whether articles speak of it. */
function optionsFor(value: unknown, kind: Kind, context: LintContext): WordingOptions {
  const shared = wordingOptions(context);
  const known = REACHED.get(shared) ?? new Map<string, WordingOptions>();
  REACHED.set(shared, known);
  const { type } = Object(value) as { readonly type?: unknown };
  const key = `${kind} ${String(type)}`;
  const options = known.get(key) ?? {
    ...shared,
    guide: GUIDES.has(kind),
    ...(typeof type === 'string' ? { type } : {}),
  };
  known.set(key, options);
  return options;
}

/** What was found in a text, as it was read for a kind of field. */
interface Reading {
  readonly options: WordingOptions;
  readonly field: WordingField;
  readonly found: readonly WordingFinding[];
}

const NONE: readonly WordingFinding[] = [];
/** A text stands in few kinds of fields; more readings are of settings that are no longer. */
const MOST_READINGS = 20;
const readingsOf = perText((): Reading[] => []);

/** The vague wording of a text, which is read once wherever it stands. */
function scanOnce(place: Text, field: WordingField, options: WordingOptions) {
  const readings = readingsOf(place);
  for (const each of readings) {
    if (each.options === options && each.field === field) return each.found;
  }
  const all = scanWording(place.said.text, field, options);
  const found = all.length === 0 ? NONE : all;
  if (readings.length === MOST_READINGS) readings.length = 0;
  readings.push({ options, field, found });
  return found;
}

let last:
  | { readonly entry: Entry<unknown>; readonly options: WordingOptions; readonly read: Read }
  | undefined;

/** The vague wording of a file's texts, read once for all rules. */
function readTexts(entry: Entry<unknown>, kind: Kind, context: LintContext): Read {
  const options = optionsFor(entry.value, kind, context);
  const shared = wordingOptions(context);
  if (last?.entry === entry && last.options === options) return last.read;
  const findings: PlacedFinding[] = [];
  for (const { place, field } of judgedTexts(entry.value, kind)) {
    if (!mayBeVague(place.text, field, shared)) continue;
    // Whether anything is found does not depend on what articles speak of.
    if (scanOnce(place, field, shared) === NONE) continue;
    for (const finding of scanOnce(place, field, options)) {
      if (finding.entry === 'no-amount' && BESIDE_RATE.test(place.pointer)) continue;
      findings.push({ pointer: place.pointer, text: place.text, finding });
    }
  }
  const { left, allowances } = applyAllowances(entry.value, findings);
  const read = { left: byCategory(left), allowances };
  last = { entry, options, read };
  return read;
}

/** The same by the kind of file that its path says it is. */
function readFile(entry: Entry<unknown>, context: LintContext): Read {
  return readTexts(entry, kindOfPath(entry.path) ?? 'item', context);
}

function byCategory(left: readonly PlacedFinding[]): Map<WordingCategory, PlacedFinding[]> {
  const groups = new Map<WordingCategory, PlacedFinding[]>();
  for (const placed of left) {
    const { category } = placed.finding;
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [placed]);
    else group.push(placed);
  }
  return groups;
}

const NOTHING: readonly PlacedFinding[] = [];

function categoryRule({ category, title, why, entries, passes }: WordingGroup): Rule {
  const [example] = entries;
  return {
    id: `wording-${category}`,
    severity: LEVELS[category] ?? 'error',
    title: say(`用语：${title.zh}`, `wording: ${title.en}`),
    why: category === 'count' ? COUNT_WHY : why,
    reliances: reliancesOf(WORDING, category),
    ...(passes ? { passes } : {}),
    bad: `conditions: [{ text: ${example?.bad ?? ''} }]`,
    good: `conditions: [{ text: ${example?.good ?? ''} }]`,
    item(item, context) {
      return reportsOf(readTexts(item, 'item', context), category);
    },
    file(entry, context) {
      return reportsOf(readFile(entry, context), category);
    },
  };
}

function reportsOf({ left }: Read, category: WordingCategory): Report[] {
  return (left.get(category) ?? NOTHING).map(toReport);
}

const COUNT_WHY = say(
  '写的数目和列出的不一样，申请人不知道少了哪一项。',
  'the number given is not the number listed, so nobody knows which is missing.',
);

function toReport({ pointer, finding }: PlacedFinding): Report {
  const { start, end, message, hint, citation, severity } = finding;
  return {
    pointer,
    range: [start, end],
    message,
    hint,
    severity,
    ...(citation === undefined ? {} : { citation }),
  };
}

/** An allowance says why, and is taken away when its text is gone. */
const wordingAllowance: Rule = {
  id: 'wording-allowance',
  severity: 'error',
  title: say('用语豁免没有理由或者已经落空', 'an allowance without reason or without use'),
  why: say(
    '保留模糊用语要公开说明理由；原文改好了，豁免就应当删去。',
    'keeping vague words needs a reason in the open, and goes when the words have gone.',
  ),
  bad: 'allow: [{ rule: wording-open, text: 这里没有的文字 }]',
  good:
    'conditions: [{ text: 持有身份证、户口簿等 }]\n' +
    'allow: [{ rule: wording-open, text: 户口簿等, reason: 条例原文如此 }]',
  item(item, context) {
    return staleAllowances(readTexts(item, 'item', context));
  },
  file(entry, context) {
    return staleAllowances(readFile(entry, context));
  },
};

function* staleAllowances({ allowances }: Read): Iterable<Report> {
  for (const { pointer, allowance, used } of allowances) {
    const { rule, text, reason = '' } = allowance;
    if (!isReasoned(allowance)) {
      yield {
        pointer,
        message: isPlaceholder(reason)
          ? say(`豁免“${text}”没有写理由`, `no reason is given for allowing “${text}”`)
          : say(
              `豁免“${text}”的理由“${reason.trim()}”没有说出为什么`,
              `the reason “${reason.trim()}” does not say why “${text}” is allowed`,
            ),
        hint: say(
          '在 reason 里写出为什么必须保留；有法律依据的写上 law',
          'say in reason why it has to stay; add law if there is one',
        ),
      };
    } else if (!used && rule.startsWith('wording-')) {
      yield {
        pointer,
        message: say(
          `豁免“${text}”已经对不上任何文字`,
          `the allowance of “${text}” no longer meets anything`,
        ),
        hint: say('删去这条豁免', 'delete this allowance'),
      };
    }
  }
}

/** One rule for every kind of vague wording, one for counts, one for allowances, one for settings. */
export const wordingRules: readonly Rule[] = [
  ...WORDING.groups.map(categoryRule),
  wordingAllowance,
  wordingSettings,
];
