import { type RegisteredLaw, registry } from '../../law/registry.ts';
import type { Basis } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { parseWholeNumber } from '../../text/numeral.ts';
import { basesOf, lawOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** Number and issuer of a law are its own. */
export const lawDocument: Rule = {
  id: 'law-document',
  severity: 'error',
  title: say('文号或者颁布机关不是这部法律的', 'a number or an issuer of another law'),
  why: say(
    '按文号查得到另一部法律，或者机关没有权力公布这一级的法律，必有一处写错。',
    'The number leads to another law, or the issuer cannot issue laws of that rank.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    document: 国务院令第360号
    article: 第三条
    quote: 县级以上人民政府水行政主管部门按照分级管理权限，负责取水许可制度的组织实施和监督管理。`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    document: 国务院令第460号
    article: 第三条
    quote: 县级以上人民政府水行政主管部门按照分级管理权限，负责取水许可制度的组织实施和监督管理。`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      if (basis.document === undefined && basis.issuer === undefined) continue;
      const name = lawOf(catalog, basis.law)?.value.name ?? basis.law;
      const known = registry().find(name);
      if (known === undefined) continue;
      const number = wrongNumber(basis.document ?? '', known);
      if (number !== undefined) {
        yield { pointer: `${pointer}/document`, message: number, hint: LOOK_UP };
      }
      const issuer = wrongIssuer(basis, known);
      if (issuer !== undefined) {
        yield { pointer: `${pointer}/issuer`, message: issuer, hint: LOOK_UP };
      }
    }
  },
};

const LOOK_UP = say('查对公布的文本，改正', 'look up the published text and mend it');

/** Orders of the State Council are numbered on: a later one may amend, an earlier one cannot. */
function wrongNumber(document: string, known: RegisteredLaw): Words | undefined {
  const order = orderOf(document);
  if (order === undefined) return undefined;
  const { title, rank } = known;
  const right = order.by === '国务院' ? '行政法规' : '法律';
  const stated = orderOf(known.document);
  if (rank !== right && (rank === '法律' || rank === '行政法规') && stated?.by !== order.by) {
    return say(
      `《${title}》是${rank}，不以${order.by}令公布`,
      `${title} is no law published by such an order (${document})`,
    );
  }
  if (order.by !== '国务院' || stated?.by !== '国务院' || order.number === stated.number) {
    return undefined;
  }
  const other = registry().decree(order.number);
  if (order.number > stated.number && other === undefined) return undefined;
  const whose = other === undefined ? '' : `，国务院令第${order.number}号是《${other}》`;
  return say(
    `《${title}》是国务院令第${stated.number}号${whose}`,
    `${title} is order no. ${stated.number}, not ${order.number}`,
  );
}

function orderOf(document: string): { by: '国务院' | '主席'; number: number } | undefined {
  const match = /(国务院|主席)令[\s（(]*第?\s*([\d零〇一二三四五六七八九十百]+)\s*号/.exec(
    document,
  );
  const number = parseWholeNumber(match?.[2] ?? '');
  if (match === null || number === undefined) return undefined;
  return { by: match[1] === '国务院' ? '国务院' : '主席', number };
}

/** Who may issue laws of a rank, by words that the name of the issuer has. */
const ISSUERS: Readonly<Record<string, RegExp>> = {
  法律: /全国人民代表大会|全国人大|主席|中央人民政府|政务院/,
  行政法规: /国务院|政务院|中央军|军事委员会/,
  地方性法规: /人民代表大会|人大/,
};

function wrongIssuer({ issuer }: Basis, { title, rank, document }: RegisteredLaw) {
  const may = ISSUERS[rank];
  if (issuer === undefined || may === undefined || may.test(issuer)) return undefined;
  // Regulations of old were approved by the State Council and issued by a ministry.
  if (rank === '行政法规' && orderOf(document)?.by !== '国务院') return undefined;
  return say(
    `《${title}》是${rank}，颁布机关不是${issuer}`,
    `${title} was not issued by ${issuer}`,
  );
}
