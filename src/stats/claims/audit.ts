import { say } from '../../model/words.ts';
import type { Policy } from '../policy.ts';
import { compare, type Rational, rational } from '../rational.ts';
import { judgeAssumed } from './assumed.ts';
import type { Claim, ClaimAudit, ClaimFigure, FigureAudit, Level, Ruling } from './claim.ts';
import { judgeComputed } from './computed.ts';
import { conflictsIn } from './conflicts.ts';
import type { Ledger, Scope } from './evaluate.ts';
import { namesIn, unknownsIn } from './expression.ts';
import { solutionText } from './implied.ts';
import { solve } from './solve.ts';
import { emptiness, unlikeUnits } from './soundness.ts';

/** What claims may refer to besides their own figures. */
export interface AuditWorld {
  /** Figures of the catalogue by name, such as 目录.事项数. */
  readonly catalogue: ReadonlyMap<string, Rational>;
  readonly ledgers: ReadonlyMap<string, Ledger>;
  /** The 口径 by which units of time are converted. */
  readonly policy: Policy;
}

const GRAVITY: Record<Level, number> = { unchecked: 0, pass: 1, warn: 2, fail: 3 };

/** Recomputes every figure of a sentence to the precision it is printed with. */
export function auditClaim(claim: Claim, world: AuditWorld): ClaimAudit {
  const scope = scopeOf(claim, world);
  const conflicts = conflictsIn(claim);
  const figures = claim.figures.map((figure): FigureAudit => {
    const against = conflicts.get(figure.name);
    const rulings = [
      ...judge(figure, claim, scope, world),
      ...(against === undefined ? [] : [against]),
    ];
    rulings.sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level]);
    return { figure, rulings };
  });
  const all = figures.flatMap(({ rulings }) => rulings);
  return { claim, figures, level: gravest(all.map(({ level }) => level)) };
}

/** The gravest of several levels; unchecked when there is none. */
export function gravest(levels: readonly Level[]): Level {
  return levels.reduce(
    (worst, level) => (GRAVITY[level] > GRAVITY[worst] ? level : worst),
    'unchecked',
  );
}

function scopeOf({ figures }: Claim, { catalogue, ledgers }: AuditWorld): Scope {
  const read = figures.filter(({ printed }) => printed.unread === undefined);
  const own = new Map(read.map(({ name, printed }) => [name, printed.value]));
  return {
    valueOf: (name) => own.get(name) ?? catalogue.get(name),
    ledgerOf: (name) => ledgers.get(name),
  };
}

function* judge(
  figure: ClaimFigure,
  claim: Claim,
  scope: Scope,
  world: AuditWorld,
): Generator<Ruling> {
  const { printed, is } = figure;
  if (printed.unread !== undefined) {
    yield unchecked(`读不懂“${printed.text}”里的数`, `cannot read the number in ${printed.text}`);
    return;
  }
  if (exceedsWhole(figure)) {
    const why = say('占比、完成率不能超过100%', 'a share cannot exceed 100 %');
    yield { verdict: '超过100%', level: 'fail', why };
  }
  const unread = claim.figures.find(
    ({ name, printed: other }) =>
      other.unread !== undefined && is !== undefined && namesIn(is.expression).includes(name),
  );
  if (unread !== undefined) {
    yield unchecked(`算式用到了读不懂的“${unread.name}”`, `rests on the unread ${unread.name}`);
  } else yield* judgeWorking(figure, claim, scope, world);
}

function unchecked(zh: string, en: string): Ruling {
  return { verdict: '没有核对', level: 'unchecked', why: say(zh, en) };
}

function exceedsWhole({ printed, growth }: ClaimFigure): boolean {
  const { percent, unit, value, upTo = value } = printed;
  if (!percent || growth || unit === '个百分点') return false;
  return [value, upTo].some((end) => compare(end, rational(1n)) > 0);
}

function* judgeWorking(
  figure: ClaimFigure,
  claim: Claim,
  scope: Scope,
  world: AuditWorld,
): Generator<Ruling> {
  const { is } = figure;
  if (is === undefined) {
    yield judgeStated(figure);
    return;
  }
  if (claim.assume !== undefined && namesIn(is.expression).includes(claim.assume.name)) {
    yield judgeAssumed(figure, claim.assume, scope);
    return;
  }
  const unlike = unlikeUnits(figure, claim);
  if (unlike !== undefined) {
    yield { verdict: '推不出来', level: 'fail', why: unlike };
    return;
  }
  const found =
    unknownsIn(is.expression) > 0
      ? [judgeUnknown(figure, scope)]
      : [...judgeComputed(figure, claim, scope, world.policy)];
  const empty = emptiness(figure, claim, scope);
  if (empty === undefined || found.some(({ level }) => level === 'fail')) yield* found;
  else yield unchecked(empty.zh, empty.en);
}

function judgeStated({ printed, target }: ClaimFigure): Ruling {
  const { text, vague, bound, percent } = printed;
  const word = vague ?? (bound === undefined ? undefined : BOUND.exec(text)?.[0]);
  const fine = word === undefined || (vague === undefined && /^不/.test(word));
  if (fine || !percent || target === true) {
    return unchecked('没有算式，只是列出', 'stated without a working');
  }
  const why = say(`“${word}”说不清是多少，要写精确的数`, `“${word}” is vague: print the number`);
  return { verdict: '表述不精确', level: 'warn', why };
}

const BOUND = /不少于|不低于|不超过|以上|以下|超过|低于|高于|不足|不到/;

function judgeUnknown({ printed, is }: ClaimFigure, scope: Scope): Ruling {
  const expression = is?.expression ?? { kind: 'unknown' as const };
  const solution = solve(expression, printed, scope);
  if (solution === undefined) {
    const zh = `没有一个整数能使 ${is?.text} 等于 ${printed.text}`;
    const why = say(zh, `no whole number makes ${is?.text} equal ${printed.text}`);
    return { verdict: '推不出来', level: 'fail', why };
  }
  const text = solutionText(solution);
  const why = say(`${is?.text} 中没有列出的数是 ${text}`, `the number not stated is ${text}`);
  return { verdict: '一致', level: 'pass', why };
}
