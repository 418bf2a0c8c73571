import { describe, expect, it } from 'vitest';
import { guessHead, loadColumns, matchHeads } from '../src/import/columns.ts';
import { importFile } from '../src/import/import.ts';

const columns = loadColumns();

/** The field of a column with this head; blank where it is nobody's. */
function fieldOf(head: string): string {
  const known = matchHeads(columns, head);
  return known.path ?? known.parts[0] ?? guessHead(columns, head).path ?? '';
}

describe('heads that no list has', () => {
  it.each([
    ['帮办代办事项名称', 'name'],
    ['高频事项名称', 'name'],
    ['承接单位', 'department'],
    ['受理科室', 'division'],
    ['事项唯一编码', 'code'],
    ['受理人群', 'audience'],
    ['办理政策依据', 'basis'],
    ['申请人应具备的条件', 'conditions'],
    ['群众需提供的材料', 'materials'],
    ['法定最短时限', 'limits.statutory'],
    ['优化后时限', 'limits.committed'],
    ['办理时间（工作日）', 'limit'],
    ['法定办结时限/工作日', 'limits.statutory'],
    ['时限_承诺', 'limits.committed'],
    ['办理信息：承诺时限', 'limits.committed'],
    ['受理窗口号', 'channels.place'],
    ['接待时间', 'channels.hours'],
    ['纪检监督电话', 'contact.complain'],
    ['值班电话', 'contact.consult'],
    ['线上申办地址', 'channels.online'],
    ['跑动现场次数', 'visits'],
  ])('%s is told by its form', (head, path) => expect(fieldOf(head)).toBe(path));

  it.each([
    ...['省级主管部门', '联办事项', '涉及事项', '审批层级和部门', '前置审批事项', '原承诺时限'],
    ...['减免依据', '受理条件依据', '办理次数', '年办理量', '办理结果领取地点', '网上办理系统'],
    ...['法定时限和承诺时限', '咨询及投诉电话', '办理地点及时间', '权力事项流程图'],
  ])('%s is left to people', (head) => expect(fieldOf(head)).toBe(''));

  it('gives a field to one column only, the known one first', async () => {
    const text =
      '事项名称,优化后时限,承诺时限,实施主体\n路灯报修,1个工作日,2个工作日,县城市管理局\n';
    const { summary } = await importFile(new TextEncoder().encode(text), 'a.csv');
    expect(summary.items[0]?.item.limits).toEqual({ committed: '2个工作日' });
    expect(summary.unknown).toEqual(['优化后时限']);
  });
});
