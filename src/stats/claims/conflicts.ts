import { say } from '../../model/words.ts';
import { compare, rational } from '../rational.ts';
import type { Claim, ClaimFigure, Ruling } from './claim.ts';
import type { Scope } from './evaluate.ts';
import { unknownsIn } from './expression.ts';
import { solve } from './solve.ts';

const ONE = rational(1n);

/** Figures of a claim that cannot both be, by name; said of the later one of the two. */
export function conflictsIn(claim: Claim): ReadonlyMap<string, Ruling> {
  return new Map([...twoTotals(claim), ...badRatings(claim), ...partsAndWhole(claim)]);
}

/** Two totals of one list: 1220 at 99.67 % are of 1224, while all of them are 1266. */
function* twoTotals(claim: Claim): Generator<[string, Ruling]> {
  const { figures } = claim;
  const scope: Scope = {
    valueOf: (name) => figures.find((each) => each.name === name)?.printed.value,
    ledgerOf: () => undefined,
  };
  for (const rate of figures) {
    const { is, printed } = rate;
    if (is === undefined || unknownsIn(is.expression) !== 1 || !printed.percent) continue;
    const solution = solve(is.expression, printed, scope);
    if (solution === undefined || solution.count !== 1n) continue;
    const whole = figures.find((each) => isWholeOf(each, rate, figures));
    const total = whole === undefined ? undefined : totalOf(whole, figures);
    if (total === undefined || total.printed.value.n === solution.least) continue;
    const zh = `${rate.name} ${printed.text} 推出总数是 ${solution.least}，${total.name}却是 ${total.printed.text}`;
    const why = say(zh, `${rate.printed.text} is of ${solution.least}, not ${total.printed.text}`);
    yield [total.name, { verdict: '相互矛盾', level: 'warn', why }];
  }
}

/** A rate of the same name at 100 %, by another way: 线上进驻率 and 线下进驻率. */
function isWholeOf(one: ClaimFigure, rate: ClaimFigure, figures: readonly ClaimFigure[]): boolean {
  if (one === rate || compare(one.printed.value, ONE) !== 0 || !one.printed.percent) return false;
  const stem = /.{2}率\d*$/.exec(rate.name)?.[0].replace(/\d+$/, '');
  if (stem === undefined || !one.name.includes(stem)) return false;
  return totalOf(one, figures) !== undefined;
}

/** The count that stands before a rate. */
function totalOf(rate: ClaimFigure, figures: readonly ClaimFigure[]): ClaimFigure | undefined {
  const before = figures[figures.indexOf(rate) - 1];
  return before === undefined || before.printed.percent ? undefined : before;
}

const ALL_GOOD = /好评率|满意率|满意度/;
const BAD = /差评|不满意|投诉整改/;

/** 好评率100% beside bad ratings that were put right. */
function* badRatings({ figures }: Claim): Generator<[string, Ruling]> {
  const good = figures.find(
    ({ name, printed }) =>
      ALL_GOOD.test(name) && printed.percent && compare(printed.value, ONE) === 0,
  );
  const bad = figures.find(
    ({ name, printed }) =>
      BAD.test(name) && !/^(?:零|无)/.test(name) && printed.value.n > 0n && name !== good?.name,
  );
  if (good === undefined || bad === undefined) return;
  const zh = `${good.name}是100%，却有${bad.name} ${bad.printed.text}`;
  const why = say(zh, `all ratings are good beside ${bad.name} ${bad.printed.text}`);
  yield [good.name, { verdict: '相互矛盾', level: 'warn', why }];
}

/** A part that is said to be of a whole and is more than it: 其中 … */
function* partsAndWhole({ figures, quote }: Claim): Generator<[string, Ruling]> {
  const at = quote.indexOf('其中');
  if (at === -1 || quote.indexOf('其中', at + 1) !== -1) return;
  const placed = figures.map((figure) => ({ figure, place: quote.indexOf(figure.printed.text) }));
  const whole = placed.filter(({ place }) => place !== -1 && place < at).at(-1)?.figure;
  if (whole === undefined || whole.printed.percent || whole.printed.unit === '') return;
  for (const { figure, place } of placed) {
    const { printed } = figure;
    if (place < at || printed.percent || printed.unit !== whole.printed.unit) continue;
    if (compare(printed.value, whole.printed.value) <= 0) continue;
    const zh = `${figure.name} ${printed.text}是其中一部分，却比总数 ${whole.printed.text} 还多`;
    const why = say(zh, `a part, ${printed.text}, is more than the whole, ${whole.printed.text}`);
    yield [figure.name, { verdict: '不一致', level: 'fail', why }];
  }
}
