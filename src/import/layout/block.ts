import { type HeadMatch, PART_KINDS, PART_NAME, type PartKind } from '../columns.ts';
import type { TableColumn } from '../table.ts';
import type { Grid } from './grid.ts';
import type { Head } from './head.ts';

/** A column of a table found in a sheet; no two columns of a table have the same head. */
export interface BlockColumn extends TableColumn {
  /** Counted from 0. */
  readonly column: number;
}

/** A table found in a sheet: its columns and the rows below its head. */
export interface Block {
  readonly grid: Grid;
  readonly head: Head;
  readonly columns: readonly BlockColumn[];
  readonly byHead: ReadonlyMap<string, BlockColumn>;
  /** Rows counted from 0; the last is not included. */
  readonly from: number;
  readonly to: number;
}

/** Columns of the heads from `left` to before `right`. */
export function columnsOf(grid: Grid, head: Head, left: number, right: number): BlockColumn[] {
  const found: { column: number; head: string; match: HeadMatch }[] = [];
  for (let column = left; column < right; column += 1) {
    const label = head.labels[column] ?? '';
    if (label === '' && !hasTexts(grid, head.bottom + 1, column)) continue;
    found.push({ column, head: label, match: grid.matchLabel(label) });
  }
  guessUnknown(grid, found);
  const isSingle = (at: number): boolean =>
    holdsSingles(grid, head.bottom + 1, found[at]?.column ?? 0);
  const paths = pathsOf(found, isSingle);
  const seen = new Map<string, number>();
  return found.map(({ column, head: label, match }, at) => {
    const path = paths[at];
    const name = label === '' ? `第${column + 1}列` : label;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return {
      ...{ column, head: times === 1 ? name : `${name}（${times}）` },
      ...(path === undefined ? {} : { path }),
      ...(match.unit === undefined ? {} : { unit: match.unit }),
    };
  });
}

/** A head that no list has gets the field that its form tells, unless another has that field. */
function guessUnknown(grid: Grid, found: { head: string; match: HeadMatch }[]): void {
  const taken = new Set(found.flatMap(({ match }) => [match.path, ...match.parts]));
  for (const one of found) {
    if (one.match.path !== undefined || one.match.parts.length > 0) continue;
    const guess = grid.guessLabel(one.head);
    if (guess.path === undefined || taken.has(guess.path)) continue;
    taken.add(guess.path);
    one.match = guess;
  }
}

function hasTexts(grid: Grid, from: number, column: number): boolean {
  for (let row = from; row < grid.height; row += 1) {
    if (grid.text(row, column) !== '') return true;
  }
  return false;
}

const SEVERAL = /\n|[；;](?=.)|[②③]|(?:^|\D)[2２][.．、)）]|[→—]/;

/** Whether cells of a column mostly hold one entry each. */
function holdsSingles(grid: Grid, from: number, column: number): boolean {
  let [filled, several] = [0, 0];
  for (let row = from; row < grid.height && filled < MOST_SEEN; row += 1) {
    const text = grid.text(row, column);
    if (text === '') continue;
    filled += 1;
    if (SEVERAL.test(text)) several += 1;
  }
  return filled > 0 && several * 5 <= filled;
}

const MOST_SEEN = 500;

interface Found {
  readonly head: string;
  readonly match: HeadMatch;
}

/** 备注 after columns of materials is the materials'; a unit stands after what it measures. */
function pathsOf(
  found: readonly Found[],
  isSingle: (at: number) => boolean,
): (string | undefined)[] {
  const kinds = kindsOf(found);
  const paths: (string | undefined)[] = [];
  let inside: PartKind | undefined;
  for (const [at, { head, match }] of found.entries()) {
    const before = paths[at - 1];
    const own = match.parts.filter((part) => kinds.some((kind) => part.startsWith(`${kind}[`)));
    const near = own.find((part) => inside !== undefined && part.startsWith(`${inside}[`));
    const group = groupKind(head, kinds);
    const grouped = own.find((part) => group !== undefined && part.startsWith(`${group}[`));
    const path = grouped ?? near ?? match.path ?? own[0];
    inside = path === 'kept' ? inside : kinds.find((kind) => path?.startsWith(`${kind}[`) === true);
    paths.push(unitPath(head, before) ?? path);
  }
  return promoted(paths, kinds, isSingle);
}

/** Kinds of entries that some head names beyond doubt. */
function kindsOf(found: readonly Found[]): PartKind[] {
  const sure = found.flatMap(({ head, match }) =>
    match.path === undefined || groupKind(head, PART_KINDS) !== undefined ? match.parts : [],
  );
  return PART_KINDS.filter((kind) => sure.some((part) => part.startsWith(`${kind}[`)));
}

const GROUPS: Record<PartKind, RegExp> = {
  materials: /材料|资料|要件/,
  steps: /流程|环节|程序/,
  situations: /情形/,
  fees: /收费|费用/,
  basis: /依据/,
  faq: /问题|问答/,
};

/** The kind that the group above a head names: `申请材料/名称`. */
function groupKind(head: string, kinds: readonly PartKind[]): PartKind | undefined {
  const parts = head.split('/');
  if (parts.length < 2) return undefined;
  return kinds.find((kind) => parts.slice(0, -1).some((part) => GROUPS[kind].test(part)));
}

const UNIT_HEAD = /^(?:时限)?(?:计量|时间)?单位$/;

function unitPath(head: string, before: string | undefined): string | undefined {
  const isLimit = before !== undefined && /^limits?(?:\.(?:statutory|committed))?$/.test(before);
  return isLimit && UNIT_HEAD.test(head.split('/').at(-1) ?? '') ? `${before}@unit` : undefined;
}

/** With 份数 and no 材料名称, 申请材料 names the material; with 收费项目名称, 收费标准 is its rate. */
function promoted(
  paths: readonly (string | undefined)[],
  kinds: readonly PartKind[],
  isSingle: (at: number) => boolean,
): (string | undefined)[] {
  const made = [...paths];
  for (const kind of kinds) {
    const name = `${kind}[].${PART_NAME[kind]}`;
    const at = made.indexOf(kind);
    const may = kind !== 'fees' && kind !== 'basis' && !made.includes(name);
    if (may && at >= 0 && isSingle(at)) made[at] = name;
    if (kind !== 'fees' || !made.includes(name)) continue;
    for (const [place, path] of made.entries()) {
      if (path?.startsWith('fees@') === true) made[place] = `fees[].${path.slice(5)}`;
    }
  }
  // Fields of entries that have no name among the columns are nobody's.
  const named = kinds.filter((kind) => made.includes(`${kind}[].${PART_NAME[kind]}`));
  return made.map((path) => {
    const kind = partKindOf(path);
    return kind === undefined || named.includes(kind) ? path : undefined;
  });
}

/** The kind of entries that a path is a field of. */
export function partKindOf(path: string | undefined): PartKind | undefined {
  if (path?.includes('[]') !== true) return undefined;
  return PART_KINDS.find((kind) => path.startsWith(`${kind}[]`));
}
