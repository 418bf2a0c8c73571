import { say } from '../../model/words.ts';
import { profilesOf } from '../completeness/profiles.ts';
import { paste } from '../paste.ts';
import { rowSeverity } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** Somebody answers for what a guide says. */
export const itemWithoutOwner: Rule = {
  id: 'item-without-owner',
  severity: 'warning',
  title: say('没有写谁对这份指南负责', 'nobody answers for the guide'),
  why: say(
    '谁管理、谁使用、谁负责：每一项写明负责内容的岗位，法律改了、电话换了，才有人去改。',
    'Each item names the post that answers for it, or nobody mends what is out of date.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: 'owner: null',
  good: 'owner: 行政审批股取水许可岗',
  *item({ value, source }, { catalog }) {
    const inUse = (value.state ?? '在用') === '在用';
    if (value.owner || !inUse || profilesOf(catalog.settings.value).length === 0) return;
    yield {
      pointer: '/name',
      severity: rowSeverity(catalog),
      message: say('没有写责任人岗位', 'no post answers for this item'),
      hint: paste(source, '/owner', say('写负责这份指南的岗位', 'name the post')),
    };
  },
};
