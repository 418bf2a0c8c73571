import { describe, expect, it } from 'vitest';
import { readLimit, strictLimit } from '../src/phrase/limit.ts';
import { readLimitHead } from '../src/phrase/limit-head.ts';
import { parseDuration } from '../src/text/duration.ts';

describe('time limits as published', () => {
  it.each([
    ['60日', '60日'],
    ['三个月', '3个月'],
    ['即时', '即时'],
    ['20工作日', '20个工作日'],
    ['15 个工作日', '15个工作日'],
    ['１５个工作日', '15个工作日'],
    ['15個工作天', '15个工作日'],
    ['20（工作日）', '20个工作日'],
    ['20日（工作日）', '20个工作日'],
    ['20日内', '20日'],
    ['20日内（工作日）', '20个工作日'],
    ['二十个工作日內辦結', '20个工作日'],
    ['材料齐全、符合法定形式的，当场办理', '即时'],
    ['自受理之日起15个工作日', '15个工作日'],
    ['收到申请材料之日起5个工作日内', '5个工作日'],
    ['自受理之日起二十个工作日内作出是否准予行政许可的决定', '20个工作日'],
    ['不超过20个工作日', '20个工作日'],
    ['20个工作日（行政许可法）', '20个工作日'],
    ['14个工作日（专家评审时间除外）', '14个工作日'],
    ['85个工作日+15日公示期', '85个工作日'],
    ['总时限：13个工作日；受理：3个工作日；审核：10个工作日', '13个工作日'],
  ])('%s gives %s', (text, total) => {
    const { understood, value } = readLimit(text);
    expect([understood, value?.plain]).toEqual([true, total]);
    expect(parseDuration(total)).toBeDefined();
  });

  it.each([
    ['60个人工作日', '读不懂'],
    ['3-5个工作日', '不是一个确定的时限'],
    ['原则上20个工作日', '不是一个确定的时限'],
    ['两个半月', '读不懂'],
    ['接到上级批复后5个工作日', '读不懂'],
    ['自收到检验报告之日起5个工作日', '读不懂'],
    ['收到补正材料后5个工作日内', '读不懂'],
    ['10个工作日内报省人民政府批准', '后面还有别的内容'],
    ['20个工作日（变更的）', '后面还有别的内容'],
    ['1个工作日（当场办结）', '后面还有别的内容'],
    ['受理5日；审查15日', '只写了环节时限，没有写总时限（各环节合计20日，供参考）'],
    ['初审7个工作日，国家局委托项目审批20个工作日。', '读不懂'],
    ['20个工作日；30个工作日', '读不懂'],
    ['20工作日(经负责人批准延长10日个工作日)', '延长的期限读不懂'],
    ['20', '没有写单位'],
    ['/', '没有写出时限'],
    ['20个工作日（不含三十日公示时间）', '写回去与原文不一致'],
    ['法定时限', '后面没有时限'],
    ['无，延长10个工作日', '又写了时限'],
  ])('%s is left to people: %s', (text, why) => {
    const read = readLimit(text);
    expect([read.understood, read.value]).toEqual([false, undefined]);
    expect(read.why?.zh).toContain(why);
  });

  it('keeps both limits of one cell apart', () => {
    const both = (text: string) => readLimit(text).value;
    expect(both('法定20个工作日，承诺5个工作日')).toMatchObject({
      statutory: '20个工作日',
      committed: '5个工作日',
    });
    expect(both('承诺：5日；法定：20日')).toMatchObject({ statutory: '20日', committed: '5日' });
    expect(both('20个工作日（法定）')).toMatchObject({ statutory: '20个工作日' });
    expect(both('法定时限：无；承诺时限：即来即办')).toMatchObject({
      statutory: '无',
      committed: '即时',
    });
  });

  it('takes side and unit from the head, and never moves a limit to the other side', () => {
    const under = (text: string, head: string) => readLimit(text, readLimitHead(head));
    expect(under('20', '法定时限（工作日）').value).toMatchObject({ statutory: '20个工作日' });
    expect(under('5', 'promise_day').understood).toBe(false);
    expect(under('0', '承诺时限（工作日）').why?.zh).toContain('看不出 0 是');
    expect(under('三个月', '承诺办结时限').value).toMatchObject({ committed: '3个月' });
    expect(under('承诺5个工作日', '法定时限').why?.zh).toContain('不是同一种时限');
    expect(under('5个工作日', '法定/承诺时限').value).toMatchObject({ plain: '5个工作日' });
  });

  it('reads stages, cases, exclusions and what runs beside', () => {
    expect(readLimit('13个工作日。受理：3个工作日；审核：10个工作日').value?.stages).toEqual([
      { name: '受理', limit: '3个工作日' },
      { name: '审核', limit: '10个工作日' },
    ]);
    expect(readLimit('报告书60日；报告表30日；登记表15日。').value?.cases).toEqual([
      { name: '报告书', limit: '60日' },
      { name: '报告表', limit: '30日' },
      { name: '登记表', limit: '15日' },
    ]);
    expect(readLimit('28个工作日（不包括公示、现场核查时间）')).toMatchObject({
      value: { excludes: ['公示', '现场核查'] },
      left: '不包括公示、现场核查时间',
    });
    expect(readLimit('50日（其中专家审查时间为30日）').value?.beside).toEqual([
      { kind: '专家审查', days: '30日', counted: true },
    ]);
    expect(readLimit('20个工作日，特殊情况可延长10个工作日').value?.beside).toEqual([
      { kind: '延长期限', days: '10个工作日', counted: false },
    ]);
  });

  it('never turns 日 into 工作日', () => {
    expect(strictLimit('45日')).toBe('45日');
    expect(readLimit('45日').value?.plain).toBe('45日');
  });
});
