import { parseDuration } from '../../text/duration.ts';
import { type LimitDoubt, type LimitReading, readLimit } from '../../text/duration-prose.ts';
import { matchHead } from '../columns.ts';
import type { Reading } from '../reading.ts';
import { situationOf } from '../situations.ts';
import type { FieldReader } from './reader.ts';

type Side = 'statutory' | 'committed';

/** 法定办结时限 and 承诺办结时限, with what they say of stages, kinds of cases and exclusions. */
export const limitsReader: FieldReader = {
  paths: ['limits.statutory', 'limits.committed', 'limit'],
  read(reading): void {
    readSide(reading, 'statutory');
    readSide(reading, 'committed');
    readUnnamed(reading);
    concludeCase(reading);
    if (Object.keys(reading.draft.limits ?? {}).length === 0) delete reading.draft.limits;
  },
};

function readSide(reading: Reading, side: Side): void {
  const path = `limits.${side}`;
  const text = reading.text(path);
  if (text === undefined) return;
  const read = readLimit(text);
  const limits = reading.draft.limits ?? {};
  reading.draft.limits = limits;
  if (read.total !== undefined) limits[side] = read.total;
  if (read.note !== undefined) limits[`${side}_note`] = read.note;
  if (read.starts !== undefined) limits.starts = read.starts;
  addBeside(reading, read);
  for (const { kind, days, counted } of read.beside) {
    if (!counted) reading.conclude('beside-limit', path, `${kind} ${days}`);
  }
  for (const { name, limit } of read.alternatives) situationOf(reading, name)[side] = limit;
  if (side === 'committed') addSteps(reading, read);
  if (read.doubt !== undefined) reading.doubt(path, text, reasonOf(read.doubt, read));
}

/** 办理时限 alone is taken for the committed limit; beside others nobody knows which it is. */
function readUnnamed(reading: Reading): void {
  const text = reading.text('limit');
  if (text !== undefined) {
    reading.doubt('limit', text, '没有写明是法定还是承诺办结时限，另有时限栏目，没有填写');
  }
  const head = reading.head('limits.committed') ?? '';
  if (reading.draft.limits?.committed !== undefined && matchHead(reading.columns, head) === 'limit')
    reading.conclude('limit-committed', 'limits.committed');
}

function addBeside(reading: Reading, read: LimitReading): void {
  const limits = reading.draft.limits ?? {};
  const excludes = [...new Set([...(limits.excludes ?? []), ...read.excludes])];
  if (excludes.length > 0) limits.excludes = excludes;
  const special = [...(limits.special ?? [])];
  for (const one of read.beside) {
    const same = special.some(({ kind, days }) => kind === one.kind && days === one.days);
    if (!same) special.push({ ...one });
  }
  if (special.length > 0) limits.special = special;
}

const KINDS = ['接件', '受理', '踏勘', '听证', '审查', '审核', '决定', '制证', '送达'] as const;

function addSteps(reading: Reading, read: LimitReading): void {
  if (read.stages.length === 0) return;
  reading.draft.steps = read.stages.map(({ name, limit }) => {
    const kind = KINDS.find((one) => one === name);
    return { name, ...(kind === undefined ? {} : { kind }), limit };
  });
}

function reasonOf(doubt: LimitDoubt, read: LimitReading): string {
  const reasons: Record<LimitDoubt, string> = {
    'none-word': '不是时限',
    'stages-only': `只写了环节时限，没有写总时限${suggestion(read)}`,
    extension: '延长的期限读不懂，时限本身已填写',
    'trailing-words': '时限后面还有别的内容，不能确定它是不是办结时限',
    vague: '不是一个确定的时限',
    'not-understood': '读不懂这个时限',
  };
  return reasons[doubt];
}

/** A sum is only ever suggested: stages may overlap or be left out. */
function suggestion({ stages }: LimitReading): string {
  const limits = stages.map(({ limit }) => parseDuration(limit));
  const unit = limits[0]?.unit;
  if (stages.length < 2 || limits.some((one) => one?.unit !== unit)) return '';
  const sum = limits.reduce((total, one) => total + (one?.amount ?? 0), 0);
  const measure = unit === '工作日' || unit === '自然日' || unit === '月' ? '个' : '';
  return `（各环节合计${sum}${measure}${unit}，供参考）`;
}

/** 即时 means 即办件; a limit in working days that is promised means 承诺件. Else nothing. */
function concludeCase(reading: Reading): void {
  if (reading.draft.case !== undefined) return;
  const committed = parseDuration(reading.draft.limits?.committed ?? '');
  if (committed?.unit === '即时') {
    reading.draft.case = '即办件';
    reading.conclude('case-instant', 'limits.committed');
  } else if (committed?.unit === '工作日' && committed.amount > 0) {
    reading.draft.case = '承诺件';
    reading.conclude('case-committed', 'limits.committed');
  }
}
