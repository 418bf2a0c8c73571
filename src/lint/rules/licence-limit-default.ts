import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { spelt } from '../key-words.ts';
import { policyOf, readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** A licence takes 20 working days unless a law says otherwise: then that law is to be named. */
export const licenceLimitDefault: Rule = {
  id: 'licence-limit-default',
  severity: 'warning',
  title: say(
    '法定时限长于20个工作日却没有写依据',
    'a licence over 20 working days, no basis cited',
  ),
  why: say(
    '行政许可一般在20日以内作出决定，更长的要有法律、法规另外规定，指南里要写出是哪一条。',
    'A licence is decided within 20 working days unless a law provides otherwise: name it.',
  ),
  citation: '《中华人民共和国行政许可法》第四十二条第一款',
  bad: `basis: [{ law: 中华人民共和国水法, article: 第四十八条, quote: 取用水资源应当申请领取取水许可证。 }]
joint: null
limits: { statutory: 45个工作日, statutory_basis: null }`,
  good: `limits:
  statutory: 45个工作日
  statutory_basis:
    law: 取水许可和水资源费征收管理条例
    article: 第十九条`,
  *item({ value, source }, { catalog }) {
    const { statutory, statutory_basis: basis, statutory_note: note } = value.limits ?? {};
    const limit = readLimit('/limits/statutory', statutory)?.limit;
    if (value.type !== '行政许可' || limit === undefined) return;
    if (basis !== undefined || note?.includes('《')) return;
    const most = (value.joint ?? []).length > 0 ? 45 : 20;
    if (toWorkingDays(limit, policyOf(catalog)) <= most) return;
    if ((value.basis ?? []).some((each) => each.quote?.includes('日'))) return;
    yield {
      pointer: '/limits/statutory',
      message: say(
        `法定办结时限“${statutory}”长于行政许可法的${most}日，却没有写法定时限依据`,
        `“${statutory}” is longer than the ${most} days of the Licensing Law; no basis is cited`,
      ),
      hint: spelt(
        source,
        say(
          '补写 {limits.statutory_basis}：哪部法律、法规的第几条；延长10日是个案经批准的，不是时限',
          'add {limits.statutory_basis}: which law, which article',
        ),
      ),
    };
  },
};
