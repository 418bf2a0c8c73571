import { type ArticleLimit, limitsOf } from '../../law/article-limits.ts';
import { paragraphsNamed } from '../../law/paragraphs.ts';
import { registry } from '../../law/registry.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Severity } from '../../model/finding.ts';
import type { Basis } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { articleNumbers } from '../../text/article.ts';
import { compareDurations, type Duration, formatDuration } from '../../text/duration.ts';
import { remembered } from '../../text/remember.ts';
import { lawOf, titleOf } from '../bases.ts';
import { spelt } from '../key-words.ts';
import { readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** The statutory limit is what the article cited for it says. */
export const statutoryAgainstLaw: Rule = {
  id: 'statutory-against-law',
  severity: 'error',
  title: say('法定时限与所引的条文不一致', 'the statutory limit is not that of the article cited'),
  why: say(
    '法定时限由法律规定，写长了就是违法，写短了那是承诺。条文的时限取自目录的 laws/ 或者法规库。',
    'The law sets this limit: longer is unlawful, shorter is a promise.',
  ),
  bad: `limits:
  statutory: 60个工作日
  statutory_note: null
  statutory_basis: { law: 取水许可和水资源费征收管理条例, article: 第十九条, quote: null }`,
  good: `limits:
  statutory: 45个工作日
  statutory_note: null
  statutory_basis: { law: 取水许可和水资源费征收管理条例, article: 第十九条, quote: null }`,
  *item({ value, source }, { catalog }) {
    const { statutory, statutory_basis: basis, statutory_note: note = '' } = value.limits ?? {};
    const limit = readLimit('/limits/statutory', statutory)?.limit;
    if (limit === undefined || basis === undefined || articleNumbers(note).length > 0) return;
    // A quotation that names a time is held against the limit by statutory-against-quote.
    if (TIME.test(basis.quote ?? '')) return;
    const found = limitsIn(catalog, basis).filter(({ kind }) => kind === 'limit');
    const verdict = judge(limit, found.map(durationOf));
    if (verdict === undefined) return;
    const said = [...new Set(found.map((each) => formatDuration(durationOf(each))))].join('、');
    const place = `${titleOf(catalog, basis)}${basis.article ?? ''}`;
    yield {
      pointer: '/limits/statutory',
      severity: verdict.severity,
      message: say(
        `法定办结时限“${statutory}”${verdict.zh}，${place}规定的是${said}`,
        `“${statutory}” ${verdict.en}: ${place} says ${said}`,
      ),
      hint: spelt(
        source,
        say(
          '照条文改正；另有规定的，在 {limits.statutory_note} 里写明是哪一条',
          'mend it by the article, or say in {limits.statutory_note} which article provides otherwise',
        ),
      ),
    };
  },
};

const TIME = /[\d一二三四五六七八九十百]\s*个?(?:工作日|自然日|小时|日|天|月|年)/;

function durationOf({ number, unit }: { number: number; unit: Duration['unit'] }): Duration {
  return { amount: number, unit };
}

/** The same few articles are cited by many items. */
const bindingLimits = remembered((text: string) =>
  limitsOf(text).filter(({ who, direction }) => who === 'authority' && direction === 'after'),
);

type FoundLimit = Pick<ArticleLimit, 'kind' | 'number' | 'unit'>;

/** What binds the authority in the article cited: by the catalogue's own text, else the registry. */
function limitsIn(catalog: Catalog, basis: Basis): readonly FoundLimit[] {
  const numbers = articleNumbers(basis.article ?? '');
  const own = lawOf(catalog, basis.law)?.value;
  const texts = Object.entries(own?.articles ?? {}).filter(([name]) =>
    numbers.includes(articleNumbers(name)[0] ?? 0),
  );
  if (texts.length > 0) {
    const reference = numbers.length === 1 ? (basis.article ?? '') : '';
    return texts.flatMap(([, text]) => bindingLimits(paragraphsNamed(text, reference)));
  }
  const known = registry().find(own?.name ?? basis.law);
  return (known?.limits ?? []).filter(({ article }) => numbers.includes(article));
}

/** Undefined where one of them is the limit, or the calendar decides. */
function judge(
  limit: Duration,
  found: readonly Duration[],
): { severity: Severity; zh: string; en: string } | undefined {
  if (found.length === 0) return undefined;
  const same = found.find(({ amount }) => amount === limit.amount);
  if (same !== undefined) {
    const days = [same.unit, limit.unit];
    if (
      same.unit === limit.unit ||
      (days.includes('日') && days.every((unit) => /日$/.test(unit)))
    ) {
      return undefined;
    }
    return { severity: 'warning', zh: '单位不同', en: 'has another unit' };
  }
  const orders = found.map((each) => orderOf(limit, each));
  if (orders.every((order) => order === 1)) {
    return { severity: 'error', zh: '比法律规定的长', en: 'is longer than the law allows' };
  }
  if (orders.every((order) => order === -1)) {
    return { severity: 'info', zh: '比法律规定的短', en: 'is shorter than what the law says' };
  }
  return undefined;
}

/** A working day is no shorter than a day of any kind; undefined where the calendar decides. */
function orderOf(limit: Duration, law: Duration): number | undefined {
  const sure = compareDurations(limit, law);
  const days = [limit.unit, law.unit].every((unit) => /日$/.test(unit));
  if (sure !== undefined || !days) return sure;
  if (limit.unit === '工作日' && limit.amount > law.amount) return 1;
  return law.unit === '工作日' && limit.amount < law.amount ? -1 : undefined;
}
