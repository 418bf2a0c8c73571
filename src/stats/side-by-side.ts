import type { Entry } from '../model/catalog.ts';
import type { Item, RankingWeights } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { COMPRESSION } from './compression.ts';
import { type FigureSpec, judge, Sum, type Total } from './figure.ts';
import type { ElementStandard } from './figures/completeness.ts';
import { type Group, GroupCount } from './groups.ts';
import { openPolicy, type Policy } from './policy.ts';
import { rankGroups } from './ranking.ts';
import { compare, type Rational, rational, subtract } from './rational.ts';
import type { CountedCatalog } from './stats.ts';
import { figureSpecs } from './tally.ts';

/** One figure of a department or of all, then and now; undefined where nothing was counted. */
export interface SideRow {
  /** Undefined for the whole catalogue. */
  readonly department?: string;
  readonly label: Words;
  readonly kind: 'share' | 'number';
  readonly before?: Rational;
  readonly after?: Rational;
  /** Worse for those who apply: a burden that grew, a share that fell, a place that was lost. */
  readonly worse: boolean;
}

const KEYS = ['instant', 'zero-visit', 'materials', 'copies', 'fee-total', 'completeness:notice'];

/** What is compared of a group: how it is called, how it is read, and which way is worse. */
interface Compared {
  readonly label: Words;
  readonly kind: SideRow['kind'];
  readonly worse: 'more' | 'less' | 'neither';
  read(figures: readonly Total[], items: number): Rational | undefined;
}

const committed = (figures: readonly Total[]): Rational | undefined => {
  const ratio = figures.find(({ spec }) => spec === COMPRESSION);
  return ratio?.value === undefined ? undefined : subtract(ratio.denominator, ratio.numerator);
};
const figureOf =
  (key: string) =>
  (figures: readonly Total[]): Rational | undefined =>
    figures.find(({ spec }) => spec.key === key)?.value;
const share = (key: string, label: Words): Compared => ({
  ...{ label, kind: 'share', worse: 'less' },
  read: figureOf(key),
});
const burden = (key: string, label: Words): Compared => ({
  ...{ label, kind: 'number', worse: 'more' },
  read: figureOf(key),
});

const COMPARED: readonly Compared[] = [
  {
    ...{ label: say('事项（个）', 'items'), kind: 'number', worse: 'neither' },
    read: (_, items) => rational(BigInt(items)),
  },
  {
    ...{ label: say('承诺合计（工作日）', 'committed (days)'), kind: 'number', worse: 'more' },
    read: committed,
  },
  share('compression', say('时限压缩率', 'compression')),
  share('instant', say('即办件占比', 'instant items')),
  share('zero-visit', say('零跑动占比', 'no visit')),
  burden('materials', say('每项材料数', 'materials per item')),
  burden('copies', say('每项纸质份数', 'paper copies per item')),
  burden('fee-total', say('收费合计（元）', 'fees (yuan)')),
  share('completeness:notice', say('要素完整度', 'completeness')),
];

/** The figures of every department and of all, in two states of a catalogue. */
export function measureSideBySide(
  [before, after]: readonly [CountedCatalog, CountedCatalog],
  standards: readonly ElementStandard[],
  policy: Policy,
  weights: RankingWeights = {},
): readonly SideRow[] {
  const specs = [COMPRESSION, ...figureSpecs(standards).filter(({ key }) => KEYS.includes(key))];
  const [old, now] = [groupsOf(before, specs, policy), groupsOf(after, specs, policy)];
  const [oldPlaces, nowPlaces] = [placesOf(old, weights), placesOf(now, weights)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ['', ...names.filter((name) => name !== '')].flatMap((name) => {
    const department = name === '' ? {} : { department: name };
    const rows = COMPARED.map((one) => rowOf(one, old.get(name), now.get(name), department));
    if (name === '') return rows;
    const [was, is] = [oldPlaces.get(name), nowPlaces.get(name)];
    return [...rows, row(PLACE, was, is, department)];
  });
}

const PLACE: Compared = {
  ...{ label: say('名次', 'place'), kind: 'number', worse: 'more' },
  read: () => undefined,
};

function rowOf(
  one: Compared,
  old: Group | undefined,
  now: Group | undefined,
  department: Pick<SideRow, 'department'>,
): SideRow {
  const read = (group: Group | undefined) => group && one.read(group.figures, group.items);
  return row(one, read(old), read(now), department);
}

function row(
  { label, kind, worse }: Compared,
  before: Rational | undefined,
  after: Rational | undefined,
  department: Pick<SideRow, 'department'>,
): SideRow {
  const order = before === undefined || after === undefined ? 0 : compare(after, before);
  return {
    ...department,
    ...{ label, kind },
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    worse: (worse === 'more' && order > 0) || (worse === 'less' && order < 0),
  };
}

/** Departments by name, the whole catalogue by no name. */
function groupsOf(
  catalog: CountedCatalog,
  specs: readonly FigureSpec[],
  policy: Policy,
): ReadonlyMap<string, Group> {
  const groups = new GroupCount(catalog, specs);
  const sums = specs.map(() => new Sum());
  let items = 0;
  const [limited, open] = [
    { catalog, policy },
    { catalog, policy: openPolicy(policy) },
  ];
  for (const entry of catalog.items as Iterable<Entry<Item>>) {
    const judged = specs.map((spec) => judge(spec, entry, spec.limited === true ? limited : open));
    groups.take(entry.value, judged);
    for (const [at, sum] of sums.entries()) sum.take(judged[at] ?? []);
    items += 1;
  }
  const figures = specs.flatMap((spec, at) => sums[at]?.total(spec) ?? []);
  const departments = groups.groupings.find(({ key }) => key === 'department')?.groups ?? [];
  return new Map([['', { name: '', items, figures }], ...departments.map(named)]);
}

function named(group: Group): [string, Group] {
  return [group.name, group];
}

function placesOf(
  groups: ReadonlyMap<string, Group>,
  weights: RankingWeights,
): ReadonlyMap<string, Rational> {
  const departments = [...groups.values()].filter(({ name }) => name !== '');
  const { ranks } = rankGroups(departments, weights);
  return new Map(
    ranks.flatMap(({ name, place }): [string, Rational][] =>
      place === undefined ? [] : [[name, rational(BigInt(place))]],
    ),
  );
}
