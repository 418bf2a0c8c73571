import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from './program.ts';

async function read(kind: string, lines: string[], ...options: string[]): Promise<unknown[]> {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'phrases.txt'), `${lines.join('\n')}\n`);
  const { code, out, err } = await run(['read', kind, 'phrases.txt', ...options], folder);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('mingbai read', () => {
  it('shows each line with its number, blank lines left out', async () => {
    const lines = ['法定20个工作日，承诺5个工作日', '', '原则上20个工作日'];
    expect(await read('limit', lines)).toEqual([
      {
        line: 1,
        text: '法定20个工作日，承诺5个工作日',
        understood: true,
        value: { statutory: '20个工作日', committed: '5个工作日', plain: null },
        left: '',
        why: null,
      },
      {
        line: 3,
        text: '原则上20个工作日',
        understood: false,
        value: null,
        left: '原则上20个工作日',
        why: '不是一个确定的时限',
      },
    ]);
  });

  it('takes side and unit from the head', async () => {
    const [one] = await read('limit', ['5'], '--head', '承诺时限（工作日）');
    expect(one).toMatchObject({ value: { statutory: null, committed: '5个工作日', plain: null } });
    const [other] = await read('limit', ['5个工作日']);
    expect(other).toMatchObject({
      value: { statutory: null, committed: null, plain: '5个工作日' },
    });
  });

  it.each([
    [
      'fee',
      '首次免费补领20元',
      [
        { amount: '0', when: '首次' },
        { amount: '20', when: '补领' },
      ],
    ],
    ['basis', '《甲法》《乙条例》', [{ law: '甲法' }, { law: '乙条例' }]],
    ['materials', '①申请表②身份证', [{ name: '申请表' }, { name: '身份证' }]],
    ['steps', '受理→决定', [{ name: '受理' }, { name: '决定' }]],
    ['audience', '个人、企业', ['自然人', '企业法人']],
  ])('reads %s', async (kind, phrase, value) => {
    expect(await read(kind, [phrase])).toMatchObject([{ understood: true, value }]);
  });

  it('says which kinds there are', async () => {
    const { code, err } = await run(['read', 'time', 'a.txt'], emptyFolder());
    expect(code).toBe(2);
    expect(err).toContain('limit、fee、basis、materials、steps、audience');
  });
});
