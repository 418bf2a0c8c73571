import { describe, expect, it } from 'vitest';
import { readSteps } from '../src/phrase/steps.ts';

function names(text: string): string[] | undefined {
  return readSteps(text).value?.map(({ name }) => name);
}

describe('a process as published', () => {
  it.each([
    '受理→审查→决定',
    '受理-审查-决定',
    '受理—审查——决定',
    '受理 --> 审查 --> 决定',
    '①受理②审查③决定',
    '1、受理2、审查3、决定',
    '（1）受理（2）审查（3）决定',
    '1.受理；2.审查；3.决定。',
    '第一步：受理；第二步：审查；第三步：决定',
    '受理、审查、决定',
    '受理\n审查\n决定',
  ])('%s', (text) => expect(names(text)).toEqual(['受理', '审查', '决定']));

  it('never cuts inside brackets and leaves no mark behind', () => {
    expect(names('1.采集指纹；2.缴纳工本费（首次免费，换领20元）；3.领取凭证')).toEqual([
      '采集指纹',
      '缴纳工本费（首次免费，换领20元）',
      '领取凭证',
    ]);
    expect(names('申请（窗口、网上-自助）→受理→办结')?.[0]).toBe('申请（窗口、网上-自助）');
    expect(names('申请（窗口→网上）→受理→办结')?.[0]).toBe('申请（窗口→网上）');
    expect(names('1. **受理**：热线受理；2. **办结**：修复')).toEqual(['受理', '办结']);
  });

  it('reads limits and what is done', () => {
    expect(readSteps('受理（1个工作日）→审查（三个工作日内）→决定').value).toEqual([
      { name: '受理', limit: '1个工作日' },
      { name: '审查', limit: '3个工作日' },
      { name: '决定' },
    ]);
    expect(readSteps('一、申请。向窗口提出。二、受理。窗口受理。').value).toEqual([
      { name: '申请', action: ['向窗口提出。'] },
      { name: '受理', action: ['窗口受理。'] },
    ]);
  });

  it.each(['申请人提交材料，窗口受理', '详见流程图', '无', '受理', '见附件1-2'])(
    '%s is left to people',
    (text) => {
      const read = readSteps(text);
      expect([read.understood, read.value]).toEqual([false, undefined]);
      expect(read.left).not.toBe('');
    },
  );
});
