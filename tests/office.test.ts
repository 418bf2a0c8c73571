import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './program.ts';

/** The commands of the page, in its order. */
const COMMANDS = [...readFileSync('docs/office.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, lines = '']) => lines.trim().split('\n'))
  .map((line) => line.split(' '));

/** A list as an office has it; what it leaves open is not filled in here. */
const LIST = [
  '事项名称,事项类型,实施主体,承诺办结时限,申请材料,咨询电话',
  '取水许可,行政许可,明白县水利局,10个工作日,1.申请书,0399-5550101',
  '凿井许可,行政许可,明白县水利局,尽快,1.申请书,0399-5550101',
].join('\r\n');

test('whoever types what the page says gets from a list to paper and back', async () => {
  const cwd = emptyFolder();
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = LIST.split('\r\n').map((line) => line.split(','));
  writeFileSync(join(cwd, '清单.xlsx'), await writeXlsx({ sheets: [{ name: '清单', rows }] }));
  expect(COMMANDS.length).toBeGreaterThan(8);
  for (const [program, ...argv] of COMMANDS) {
    expect(program).toBe('mingbai');
    const { code, err, out } = await run(argv, cwd);
    // Items that an office has only begun to describe have findings.
    const allowed = argv[0] === 'check' ? [0, 1] : argv[0] === 'build' ? [0, 1] : [0];
    expect(allowed, `${argv.join(' ')}\n${out}${err}`).toContain(code);
  }
  for (const made of ['catalog/待整理.xlsx', '空表.xlsx', '办事指南.docx', '目录.xlsx', '指南']) {
    expect(existsSync(join(cwd, made)), made).toBe(true);
  }
});
