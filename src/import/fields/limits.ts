import { type LimitValue, readLimit } from '../../phrase/limit.ts';
import { type LimitHead, readLimitHead } from '../../phrase/limit-head.ts';
import { parseDuration } from '../../text/duration.ts';
import { matchHead } from '../columns.ts';
import type { Reading } from '../reading.ts';
import { situationOf } from '../situations.ts';
import type { FieldReader } from './reader.ts';

type Side = 'statutory' | 'committed';
type Path = `limits.${Side}` | 'limit';

/** 法定办结时限 and 承诺办结时限, with what they say of stages, kinds of cases and exclusions. */
export const limitsReader: FieldReader = {
  paths: ['limits.statutory', 'limits.committed', 'limit'],
  read(reading): void {
    readColumn(reading, 'limits.statutory');
    readColumn(reading, 'limits.committed');
    readColumn(reading, 'limit');
    concludeCase(reading);
    if (Object.keys(reading.draft.limits ?? {}).length === 0) delete reading.draft.limits;
  },
};

function readColumn(reading: Reading, path: Path): void {
  const text = reading.text(path);
  if (text === undefined) return;
  const head = reading.head(path) ?? '';
  const named = matchHead(reading.columns, head) !== 'limit';
  const { unit } = readLimitHead(head);
  const side: LimitHead['side'] =
    path === 'limit' || !named ? 'plain' : path === 'limits.statutory' ? 'statutory' : 'committed';
  const read = readLimit(text, { side, ...(unit === undefined ? {} : { unit }) });
  if (read.value === undefined) {
    reading.doubt(path, text, read.why?.zh ?? '');
    return;
  }
  if (/^\d/.test(text) && unit !== undefined && /^[\d.]+$/.test(text)) {
    reading.conclude('unit-in-head', path);
  }
  fill(reading, path, text, { ...read.value, left: read.left });
}

type Read = LimitValue & { readonly left: string };

function fill(reading: Reading, path: Path, text: string, read: Read): void {
  const { plain, cases } = read;
  const own: Side = path === 'limits.statutory' ? 'statutory' : 'committed';
  if (path === 'limit' && (plain !== undefined || cases.length > 0)) {
    reading.doubt(path, text, '没有写明是法定还是承诺办结时限，另有时限栏目，没有填写');
    return;
  }
  const given = { statutory: read.statutory, committed: read.committed };
  if (plain !== undefined) {
    if (given.committed !== undefined) {
      reading.doubt(path, text, '写了承诺时限，另一个时限没有写明是什么');
      return;
    }
    given.committed = plain;
    reading.conclude('limit-committed', path);
  }
  const limits = reading.draft.limits ?? {};
  reading.draft.limits = limits;
  for (const side of ['statutory', 'committed'] as const) {
    setSide(reading, { path, side, text }, given[side]);
  }
  for (const { name, limit } of cases) situationOf(reading, name)[own] = limit;
  if (read.left !== '') limits[`${own}_note`] = read.left;
  if (read.starts !== undefined) limits.starts = read.starts;
  addBeside(reading, path, read);
  if (own === 'committed') addSteps(reading, read);
}

interface Place {
  readonly path: Path;
  readonly side: Side;
  readonly text: string;
}

/** A limit that another column has given already must be the same. */
function setSide(reading: Reading, { path, side, text }: Place, value: string | undefined): void {
  if (value === undefined) return;
  const limits = reading.draft.limits ?? {};
  if (value === '无') {
    if (side === 'statutory') reading.conclude('none-left-out', path);
    else reading.doubt(path, text, '写着没有承诺时限，看不出是没有还是没有填写');
  } else if ((limits[side] ?? value) !== value) {
    reading.doubt(path, text, '另一栏写着不同的时限');
  } else limits[side] = value;
}

function addBeside(reading: Reading, path: Path, read: LimitValue): void {
  const limits = reading.draft.limits ?? {};
  const excludes = [...new Set([...(limits.excludes ?? []), ...read.excludes])];
  if (excludes.length > 0) limits.excludes = excludes;
  const special = [...(limits.special ?? [])];
  for (const one of read.beside) {
    const same = special.some(({ kind, days }) => kind === one.kind && days === one.days);
    if (!same) special.push({ ...one });
    if (!one.counted) reading.conclude('beside-limit', path, `${one.kind} ${one.days}`);
  }
  if (special.length > 0) limits.special = special;
}

const KINDS = ['接件', '受理', '踏勘', '听证', '审查', '审核', '决定', '制证', '送达'] as const;

function addSteps(reading: Reading, { stages }: LimitValue): void {
  if (stages.length === 0) return;
  reading.draft.steps = stages.map(({ name, limit }) => {
    const kind = KINDS.find((one) => one === name);
    return { name, ...(kind === undefined ? {} : { kind }), limit };
  });
}

/** 即时 means 即办件; a limit in working days that is promised means 承诺件. Else nothing. */
function concludeCase(reading: Reading): void {
  if (reading.draft.case !== undefined || reading.isFilled('case')) return;
  const committed = parseDuration(reading.draft.limits?.committed ?? '');
  if (committed?.unit === '即时') {
    reading.draft.case = '即办件';
    reading.conclude('case-instant', 'limits.committed');
  } else if (committed?.unit === '工作日' && committed.amount > 0) {
    reading.draft.case = '承诺件';
    reading.conclude('case-committed', 'limits.committed');
  }
}
