import type { Rational } from '../../rational.ts';
import { type AuditWorld, auditClaim } from '../audit.ts';
import type { Claim, ClaimFigure } from '../claim.ts';
import { parseExpression, unknownsIn } from '../expression.ts';
import { solve } from '../solve.ts';
import { type Joined, joinSentences } from './across.ts';
import { proposeFromCatalogue } from './catalogue-counts.ts';
import { proposeChanges } from './changes.ts';
import type { Proposal, Proposer } from './proposal.ts';
import { type Mention, readSentences, type Sentence } from './sentence.ts';
import { proposeShares } from './shares.ts';
import { proposeSpans } from './spans.ts';
import { proposeSums } from './sums.ts';
import { proposeTransitions } from './transitions.ts';

/** Sentences of one line that are read together. */
const MOST_JOINED = 40;

const PROPOSERS: readonly Proposer[] = [
  proposeTransitions,
  proposeSpans,
  proposeChanges,
  proposeSums,
  proposeShares,
];

/**
 * The sentences of a plain text as claims: each number, and the workings that the sentence itself
 * gives. A working that is only likely is taken where it holds, never to accuse.
 */
export function readNews(text: string, world: AuditWorld): readonly Claim[] {
  const sentences = readSentences(text);
  const claims = sentences.map((sentence) => claimOf(sentence, world));
  const lines = [...new Set(sentences.map(({ line }) => line))];
  const joined = lines.flatMap((at) => [
    ...joinSentences(sentences.filter(({ line }) => line === at).slice(0, MOST_JOINED)),
  ]);
  const more = joined.flatMap((each, index) => joinedClaim(each, index, world));
  return [...claims, ...more].sort((a, b) => a.line - b.line);
}

function claimOf(sentence: Sentence, world: AuditWorld): Claim {
  const { text, line, number, mentions } = sentence;
  const plain = (): Claim => ({
    id: `L${line}-${number}`,
    quote: text,
    line,
    figures: mentions.map((each) => figureOf(each, sentence)),
  });
  const workings = new Map<string, string>();
  const proposals = [
    ...PROPOSERS.flatMap((propose) => [...propose(sentence)]),
    ...proposeFromCatalogue(sentence, world.catalogue),
  ];
  for (const sure of [false, true]) {
    for (const proposal of proposals) {
      if (workings.has(proposal.figure.name)) continue;
      const working = chosen(proposal, plain(), world, sure);
      if (working !== undefined) workings.set(proposal.figure.name, working);
    }
  }
  const figures = plain().figures.map((figure) => withWorking(figure, workings.get(figure.name)));
  return { ...plain(), figures: withoutBadRatings(figures) };
}

/** The working that holds; where none does, the first of those that are sure. */
function chosen(
  { figure, workings, sure }: Proposal,
  claim: Claim,
  world: AuditWorld,
  accuses: boolean,
): string | undefined {
  const holding = workings.find((working) => holds(figure.name, working, claim, world));
  return holding ?? (accuses && sure ? workings[0] : undefined);
}

/** More whole numbers than so many prove nothing. */
const FEW = 3n;

function holds(name: string, working: string, claim: Claim, world: AuditWorld): boolean {
  const figures = claim.figures.map((each) =>
    each.name === name ? withWorking(each, working) : each,
  );
  const tried = auditClaim({ ...claim, figures }, world).figures.find(
    ({ figure }) => figure.name === name,
  );
  const level = tried?.rulings.find(({ verdict }) => verdict !== '相互矛盾')?.level;
  if (level !== 'pass') return false;
  const expression = parseExpression(working);
  if (unknownsIn(expression) === 0 || tried === undefined) return true;
  const values = new Map<string, Rational>(
    claim.figures.map(({ name: own, printed }) => [own, printed.value]),
  );
  const scope = { valueOf: (asked: string) => values.get(asked), ledgerOf: () => undefined };
  const solution = solve(expression, tried.figure.printed, scope);
  return solution !== undefined && solution.count <= FEW;
}

function withWorking(figure: ClaimFigure, text: string | undefined): ClaimFigure {
  return text === undefined
    ? figure
    : { ...figure, is: { text, expression: parseExpression(text) } };
}

const GROWTH = /增长|增加|同比|提升|提高|增幅|上升|翻|超额/;
const REACHED = /压缩|压减|减少|缩短|提速|精简|降低|下降|增长|提升|提高/;
const MEANT = /力争|确保|目标|计划|年底前|将|拟|要求|不得|应当|必须|争取|原则上|需要?达/;

function figureOf(mention: Mention, { folded }: Sentence): ClaimFigure {
  const { name, printed, lead } = mention;
  const words = lead.slice(-16);
  const target = !REACHED.test(words) || MEANT.test(folded);
  return {
    name,
    printed,
    growth: GROWTH.test(words),
    ...(target ? { target } : {}),
  };
}

/** They are told as a claim of their own, beside 好评率100%. */
function withoutBadRatings(figures: readonly ClaimFigure[]): readonly ClaimFigure[] {
  const good = figures.some(({ name }) => /好评率/.test(name));
  return good ? figures.filter(({ name, is }) => is !== undefined || !/差评/.test(name)) : figures;
}

function joinedClaim(
  { parts, working, assume, sure }: Joined,
  index: number,
  world: AuditWorld,
): readonly Claim[] {
  const [first] = parts;
  if (first === undefined) return [];
  const names = uniqueNames(parts.map(([, { name }]) => name));
  const sentences = [...new Set(parts.map(([sentence]) => sentence))];
  sentences.sort((a, b) => a.number - b.number);
  const figures = parts.map(([sentence, mention], at): ClaimFigure => {
    const { printed, growth } = figureOf(mention, sentence);
    return { name: names[at] ?? mention.name, printed, growth, target: true };
  });
  const claim: Claim = {
    id: `L${first[0].line}-joint${index + 1}`,
    quote: sentences.map(({ text }) => text).join('……'),
    line: first[0].line,
    figures,
    ...(assume === undefined ? {} : { assume }),
  };
  if (working === undefined) return [claim];
  const [at, text] = working(names);
  const name = names[at] ?? '';
  if (!sure && !holds(name, text, claim, world)) return [];
  return [
    {
      ...claim,
      figures: figures.map((each) => (each.name === name ? withWorking(each, text) : each)),
    },
  ];
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let next = 2; seen.has(own); next += 1) own = `${name}${next}`;
    seen.add(own);
    return own;
  });
}
