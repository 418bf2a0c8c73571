import type { SharedCatalog } from '../../model/catalog.ts';
import type { Link } from '../guide.ts';
import {
  type ListDraft,
  type ListPage,
  listPage,
  type PageNumber,
  type Pager,
} from './list-page.ts';

/** A page that lists, known by its head; its body is composed when it is rendered. */
export interface ListPlan extends Pick<ListPage, 'path' | 'title' | 'count' | 'crumbs'> {
  /** 1, or more for the later parts of a long list. */
  readonly number: number;
  compose(): ListPage;
}

/** Units under a heading of a list that may run over several pages. */
export interface PlanGroup<T> {
  readonly id: string;
  readonly heading: string;
  readonly units: readonly T[];
}

/** What a group contributes to one page. */
export interface GroupPart<T> extends PlanGroup<T> {
  /** Its place among all groups. */
  readonly index: number;
}

/** Lines of a list on one page; entries with a sentence take up more and come in shorter lists. */
export const LINES = 200;
/** Rows of a table on one page. */
export const ROWS = 200;

/** A page that is never too long. */
export function planPage(catalog: SharedCatalog, draft: ListDraft): ListPlan {
  const { path, title, count = '', crumbs } = listPage(catalog, draft);
  return { path, title, count, crumbs, number: 1, compose: () => listPage(catalog, draft) };
}

/**
 * A list in parts of at most `per` units: `lists/all.html`, `lists/all.2.html` … Sections of the
 * draft stand on the first page only.
 */
export function planUnits<T>(
  catalog: SharedCatalog,
  draft: ListDraft,
  { units, per }: { readonly units: readonly T[]; readonly per: number },
  part: (units: readonly T[], start: number) => Partial<ListDraft>,
): ListPlan[] {
  const of = Math.max(1, Math.ceil(units.length / per));
  const head = planPage(catalog, draft);
  return Array.from({ length: of }, (_, at): ListPlan => {
    const number = at + 1;
    const path = partPath(draft.path, number);
    const title = number === 1 ? draft.title : `${draft.title}（第${number}页）`;
    const compose = (): ListPage => {
      const start = at * per;
      const body = part(units.slice(start, start + per), start);
      const pager = of === 1 ? {} : { pager: pagerOf(draft.path, number, of) };
      const around = number === 1 ? {} : { sections: [] };
      return listPage(catalog, { ...draft, ...around, ...body, ...pager, path, title });
    };
    return { ...head, path, title, number, compose };
  });
}

/** A list of groups in parts; a group that does not fit goes on on the next page. */
export function planGroups<T>(
  catalog: SharedCatalog,
  draft: ListDraft,
  { groups, per }: { readonly groups: readonly PlanGroup<T>[]; readonly per: number },
  part: (parts: readonly GroupPart<T>[]) => Partial<ListDraft>,
): ListPlan[] {
  const starts: number[] = [];
  let total = 0;
  for (const { units } of groups) {
    starts.push(total);
    total += units.length;
  }
  const units = groups.flatMap((group) => group.units);
  return planUnits(catalog, draft, { units, per }, (_, start) => {
    const parts = groups.flatMap((group, index): GroupPart<T>[] => {
      const from = start - (starts[index] ?? 0);
      const here = group.units.slice(Math.max(0, from), Math.max(0, from + per));
      if (here.length === 0) return [];
      const heading = from > 0 && group.heading !== '' ? `${group.heading}（续）` : group.heading;
      return [{ ...group, heading, units: here, index }];
    });
    return { jump: jumpLinks(draft.path, { groups, starts, per }, parts), ...part(parts) };
  });
}

interface Laid {
  readonly groups: readonly { readonly id: string; readonly heading: string }[];
  readonly starts: readonly number[];
  readonly per: number;
}

const JUMPS = 60;

/** Links to all groups, on whatever page they begin; to those of this page where they are many. */
function jumpLinks(
  path: string,
  { groups, starts, per }: Laid,
  parts: readonly { readonly id: string; readonly heading: string }[],
): Link[] {
  if (groups.length < 2) return [];
  if (groups.length > JUMPS)
    return parts.map(({ id, heading }) => ({ text: heading, href: `#${id}` }));
  const here = new Set(parts.map(({ id }) => id));
  return groups.map(({ id, heading }, index) => {
    const page = partPath(path, Math.floor((starts[index] ?? 0) / per) + 1);
    return { text: heading, href: here.has(id) ? `#${id}` : `${page}#${id}` };
  });
}

/** The file of a part: no id has a full stop, so that no other page has the same. */
function partPath(path: string, number: number): string {
  return number === 1 ? path : path.replace(/\.html$/, `.${number}.html`);
}

const NEAR = 2;

function pagerOf(path: string, number: number, of: number): Pager {
  const link = (text: string, to: number): Link => ({ text, href: partPath(path, to) });
  const near = Array.from({ length: 2 * NEAR + 1 }, (_, at) => number - NEAR + at);
  const shown = [...new Set([1, ...near, of])].filter((at) => at >= 1 && at <= of);
  const numbers = shown.flatMap((at, index): PageNumber[] => {
    const gap = at - (shown[index - 1] ?? 0) > 1;
    const page = { ...link(String(at), at), current: at === number };
    return gap ? [{ text: '…', href: '', current: false }, page] : [page];
  });
  return {
    words: `第${number}页，共${of}页`,
    numbers,
    ...(number > 1 ? { previous: link('上一页', number - 1) } : {}),
    ...(number < of ? { next: link('下一页', number + 1) } : {}),
  };
}
