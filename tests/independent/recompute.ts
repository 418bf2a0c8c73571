/**
 * The figures of `mingbai stats`, computed again from the files of a catalogue by code that shares
 * nothing with the program: its own reading of YAML values, its own fractions, its own rules,
 * written from the formulas that the report prints.
 */
import {
  at,
  decimal,
  type Fields,
  type Fraction,
  fieldsOf,
  fraction,
  less,
  list,
  minus,
  type Node,
  over,
  plain,
  plus,
  type SchemaNode,
  text,
  times,
  yes,
} from './values.ts';

/** A figure as the JSON report has it: fractions as text of at most two decimals. */
export interface Answer {
  readonly numerator: string;
  readonly denominator: string | null;
  readonly counted: number;
  readonly leftOut: number;
  readonly value: string | null;
}

type Give = { readonly amount: Fraction; readonly weight: Fraction };
type Given = Give | undefined;
const ONE: Fraction = [1n, 1n];
const NONE: Fraction = [0n, 1n];
const part = (holds: boolean): Give => ({ amount: holds ? ONE : NONE, weight: ONE });
const known = (holds: boolean | undefined): Given =>
  holds === undefined ? undefined : part(holds);
const many = (count: number, of = 1): Give => ({
  amount: [BigInt(count), 1n],
  weight: [BigInt(of), 1n],
});

interface Settings {
  readonly counting: Node | undefined;
  readonly opening: boolean;
}

/** Figures by key, of what one item gives to each; several for a sum. */
type Judge = (item: Fields, id: string, settings: Settings) => Given | readonly Given[];

const waivedOf = (material: Node): boolean => at(material, 'waiver') !== undefined;
const onlineOf = (item: Fields): boolean | undefined => {
  const channels = at(item, 'channels');
  const fully = yes(at(channels, 'fully_online'));
  const handling = list(at(channels, 'handling'));
  if (at(channels, 'online') ?? at(channels, 'mobile')) return true;
  if (fully === true || handling?.includes('网上办理')) return true;
  const says = handling ?? at(channels, 'depth') ?? fully;
  return says === undefined ? undefined : false;
};
const exempt = (id: string, from: string, { counting }: Settings): boolean =>
  (list(at(counting, 'exempt')) ?? []).some(
    (each) => text(at(each, 'item')) === id && text(at(each, 'from')) === from,
  );

const JUDGES: Readonly<Record<string, Judge>> = {
  compression: (item, _, settings) => {
    const pair = limits(item, settings);
    return pair && { amount: minus(pair[0], pair[1]), weight: pair[0] };
  },
  'compression-mean': (item, _, settings) => {
    const pair = limits(item, settings);
    return pair && { amount: over(minus(pair[0], pair[1]), pair[0]), weight: ONE };
  },
  instant: (item) => known(caseOf(item)),
  'at-once': (item) => known(caseOf(item)),
  'zero-visit': (item) => known(visitsAtMost(item, 0)),
  'one-visit': (item) => known(visitsAtMost(item, 1)),
  'hall-entry': (item, id, settings) => {
    if (exempt(id, '大厅', settings)) return undefined;
    const entered = yes(at(item, 'hall_entry', 'entered'));
    if (at(item, 'hall_entry') !== undefined) return part(entered === true);
    const windows = list(at(item, 'channels', 'windows'));
    return windows && windows.length > 0 ? part(true) : undefined;
  },
  'online-entry': (item, id, settings) =>
    exempt(id, '线上', settings) ? undefined : known(onlineOf(item)),
  online: (item) => known(onlineOf(item)),
  'fully-online': (item) =>
    known(
      yes(at(item, 'channels', 'fully_online')) ?? (onlineOf(item) === false ? false : undefined),
    ),
  citywide: (item) => {
    const scope = text(at(item, 'reach', 'scope'));
    return known(scope === undefined ? undefined : /^全[国省市县]$/.test(scope));
  },
  materials: (item) => count(list(at(item, 'materials'))?.length),
  waived: (item) => {
    const materials = list(at(item, 'materials'));
    return materials && many(materials.filter(waivedOf).length, materials.length);
  },
  'waiving-items': (item) => {
    const materials = list(at(item, 'materials'));
    return materials && part(materials.some(waivedOf));
  },
  copies: (item) => {
    const paper = list(at(item, 'materials'))?.filter(
      (each) => !waivedOf(each) && text(at(each, 'medium')) !== '电子',
    );
    const numbers = paper?.map((each) => {
      const [own, more] = [text(at(each, 'copies')), text(at(each, 'photocopies'))];
      return own === undefined && more === undefined ? NaN : Number(own ?? 0) + Number(more ?? 0);
    });
    const sum = numbers?.reduce((all, each) => all + each, 0);
    return count(Number.isNaN(sum) ? undefined : sum);
  },
  samples: (item) => {
    const forms = (list(at(item, 'materials')) ?? []).filter(
      (each) => text(at(each, 'kind')) === '申请表',
    );
    const filled = forms.filter((each) => at(each, 'sample') !== undefined).length;
    return forms.length === 0 ? undefined : many(filled, forms.length);
  },
  charged: (item) => {
    const fees = at(item, 'fees');
    if (fees === undefined || fees === '') return undefined;
    return part(typeof fees === 'string' ? fees.startsWith('收费') : (list(fees) ?? []).length > 0);
  },
  'fee-total': (item) => {
    const fees = at(item, 'fees');
    if (fees === undefined || (typeof fees === 'string' && fees.startsWith('收费'))) {
      return undefined;
    }
    return (list(fees) ?? []).map((fee) => {
      const yuan = amountOf(text(at(fee, 'standard')) ?? '');
      return yuan && { amount: yuan, weight: ONE };
    });
  },
  faq: (item) => part((list(at(item, 'faq')) ?? []).length > 0),
  special: (item) => part((list(at(item, 'limits', 'special')) ?? []).length > 0),
};

function count(pieces: number | undefined): Given {
  return pieces === undefined ? undefined : many(pieces);
}

function caseOf(item: Fields): boolean | undefined {
  const word = text(at(item, 'case'));
  return word === undefined ? undefined : word === '即办件';
}

function visitsAtMost(item: Fields, most: number): boolean | undefined {
  const visits = text(at(item, 'visits'));
  return visits === undefined ? undefined : Number(visits) <= most;
}

/** One exact amount for one application; anything else has no total. */
function amountOf(standard: string): Fraction | undefined {
  if (/\d\s*元?\s*[-—~～至到]+\s*\d/.test(standard)) return undefined;
  if (/(?:不超过|最高|至多|不低于|最低|至少|约)\s*\d/.test(standard)) return undefined;
  const amounts = [...standard.matchAll(/([\d,]+(?:\.\d+)?)\s*(万?)元(?:人民币)?(?:\/(\S+))?/g)];
  const [first, ...more] = amounts;
  if (first === undefined || more.length > 0) return undefined;
  const [whole, number = '', scale, per] = first;
  const rest = standard.slice(first.index + whole.length);
  if (/^(?:起|以上|以下|以内|左右)/.test(rest) || /起$/.test(per ?? '')) return undefined;
  if (per !== undefined && !/^[件本证份次项套人张户例车]$/.test(per)) return undefined;
  return times(fraction(number.replace(/,/g, '')), [scale === '万' ? 10_000n : 1n, 1n]);
}

const PERIOD = /^(半|\d+(?:\.\d+)?)个?(工作日|自然日|日历日|工作小时|小时|分钟|日|天|月|年)$/;

/** Statutory and committed in working days; undefined when the item is left out. */
function limits(item: Fields, settings: Settings): readonly [Fraction, Fraction] | undefined {
  const [law, hall] = ['statutory', 'committed'].map((key) => text(at(item, 'limits', key)));
  if (law === undefined || hall === undefined) return undefined;
  const statutory = days(law, settings, 'law');
  const committed = days(hall, settings, 'hall');
  if (statutory === undefined || committed === undefined || statutory[0] === 0n) return undefined;
  const natural = [clockHours(law, settings, 'law'), clockHours(hall, settings, 'hall')];
  const [lawHours, hallHours] = natural;
  const unlike = unitOf(law) !== unitOf(hall);
  const instant = text(at(settings.counting, 'instant')) ?? 'as-declared';
  const booked =
    caseOf(item) === true && instant !== 'as-declared' && /^即/.test(hall)
      ? fraction(instant)
      : committed;
  const day = fraction(text(at(settings.counting, 'natural_day')) ?? '5/7');
  const pair: readonly [Fraction, Fraction] =
    unlike && lawHours !== undefined && hallHours !== undefined
      ? [times(over(lawHours, [24n, 1n]), day), times(over(hallHours, [24n, 1n]), day)]
      : [statutory, booked];
  return less(pair[0], pair[1]) ? undefined : pair;
}

function unitOf(period: string): string {
  const unit = PERIOD.exec(period.replace(/\s/g, ''))?.[2] ?? period;
  return unit === '天' ? '日' : unit === '日历日' ? '自然日' : unit;
}

function days(period: string, { counting, opening }: Settings, by: string): Fraction | undefined {
  if (/^(?:即时|即办|当场)/.test(period)) return NONE;
  const match = PERIOD.exec(period.replace(/\s/g, ''));
  if (match === null) return undefined;
  const unit = unitOf(period);
  const amount = match[1] === '半' ? '0.5' : (match[1] ?? '0');
  const number = Number(amount);
  if (/日$/.test(unit) && [500, 998, 999].includes(number)) return undefined;
  const most: Record<string, number> = { 工作日: 999, 日: 999, 自然日: 1829, 月: 60, 年: 5 };
  if (number > (most[unit] ?? Infinity)) return undefined;
  const setting = (key: string, usual: string) => fraction(text(at(counting, key)) ?? usual);
  const hour = setting('hour', '1/8');
  const clock = over(setting('natural_day', '5/7'), [24n, 1n]);
  const own = by === 'law' || !opening ? clock : hour;
  const bare = text(at(counting, 'day'));
  const factors: Record<string, Fraction | undefined> = {
    工作日: ONE,
    自然日: setting('natural_day', '5/7'),
    月: setting('month', '125/6'),
    年: setting('year', '250'),
    工作小时: hour,
    小时: own,
    分钟: over(own, [60n, 1n]),
    日: bare === undefined ? undefined : fraction(bare),
  };
  const factor = factors[unit];
  return factor && times(fraction(amount), factor);
}

/** Hours of a period that goes on by day and night. */
function clockHours(period: string, { opening }: Settings, by: string): Fraction | undefined {
  const match = PERIOD.exec(period.replace(/\s/g, ''));
  const unit = unitOf(period);
  if (match === null) return undefined;
  if ((unit === '小时' || unit === '分钟') && by === 'hall' && opening) return undefined;
  const hours: Record<string, Fraction> = {
    分钟: [1n, 60n],
    小时: ONE,
    自然日: [24n, 1n],
    月: [730n, 1n],
    年: [8760n, 1n],
  };
  const each = hours[unit];
  return each && times(fraction(match[1] === '半' ? '0.5' : (match[1] ?? '0')), each);
}

const TYPES = '行政许可 行政给付 行政确认 行政奖励 行政裁决 其他行政权力 公共服务'.split(' ');
const MEANS = ['materials', 'copies'];

/** Every figure of a catalogue (files by path), by its key. */
export function recompute(
  files: Readonly<Record<string, string>>,
  schemas: { readonly item: SchemaNode; readonly settings: SchemaNode },
): Readonly<Record<string, Answer>> {
  const own = fieldsOf(files['mingbai.yaml'] ?? '', schemas.settings);
  const counting = at(own, 'counting');
  const opening = (text(at(counting, 'hour')) ?? at(own, 'calendar', 'hours')) !== undefined;
  const settings: Settings = { counting, opening };
  const states = (list(at(counting, 'states')) ?? ['在用']) as readonly string[];
  const types = (list(at(counting, 'types')) ?? TYPES) as readonly string[];
  const items = Object.entries(files).filter(([path]) => path.startsWith('items/'));
  const read = items.map(([, body]) => fieldsOf(body, schemas.item));
  return Object.fromEntries(
    Object.entries(JUDGES).map(([key, judge]) => {
      const asked = /^compression/.test(key) ? types : [...TYPES, ...types];
      const given = read.flatMap((item): readonly Given[] => {
        const counts = asked.includes(text(at(item, 'type')) ?? '');
        if (!counts || !states.includes(text(at(item, 'state')) ?? '在用')) return [undefined];
        const found = judge(item, text(at(item, 'id')) ?? '', settings);
        return Array.isArray(found) ? found : [found as Given];
      });
      return [key, answerOf(key, given)];
    }),
  );
}

function answerOf(key: string, given: readonly Given[]): Answer {
  const used = given.filter((each) => each !== undefined);
  const numerator = used.reduce<Fraction>((sum, { amount }) => plus(sum, amount), NONE);
  const denominator = used.reduce<Fraction>((sum, { weight }) => plus(sum, weight), NONE);
  const sum = key === 'fee-total';
  const empty = used.length === 0 || (!sum && denominator[0] === 0n);
  const value = sum ? numerator : empty ? NONE : over(numerator, denominator);
  const unit = sum ? '元' : '份';
  const shown =
    sum || MEANS.includes(key)
      ? `${plain(value)}${unit}`
      : `${decimal(times(value, [100n, 1n]), 1)}%`;
  return {
    numerator: plain(numerator),
    denominator: sum ? null : plain(denominator),
    counted: used.length,
    leftOut: given.length - used.length,
    value: empty ? null : shown,
  };
}
