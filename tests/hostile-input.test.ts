import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStage } from '../src/world/import-stage.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const cwd = emptyFolder();
const hidden = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('.'))
    .sort();
const nested = (open: string, close: string, depth: number, inside = ''): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/** Wrong use, told in one line; or, where it is not, an answer. Never a fault of the program. */
async function told(argv: readonly string[], words: string, code = 2): Promise<void> {
  const result = await run(argv, cwd);
  expect([result.code, result.err.includes('    at ')]).toEqual([code, false]);
  expect(result.out + result.err).toContain(words);
  if (code === 2) expect(result.err.trimEnd().split('\n')).toHaveLength(1);
}

describe('a list to import', () => {
  const HEAD = '事项名称,事项类型,实施主体\n';
  const lists: readonly (readonly [
    name: string,
    text: () => string | Uint8Array,
    words: string,
  ])[] = [
    ['f.csv', () => `${HEAD}"甲\r\n二\r\n三",行政许可,水利局\r\n乙,"许可`, '第 5 行的引号没有配对'],
    ['g.csv', () => `"事项名称,事项类型`, '第 1 行的引号没有配对'],
    ['h.csv', () => HEAD + '甲,行政许可,水利局\n'.repeat(1_000_000), '超过 200000 行'],
    ['i.csv', () => `${HEAD}${'x,'.repeat(100_000)}\n`, '超过 1000 列'],
    ['a.json', () => `[{"事项名称":"甲","x":${nested('[', ']', 100_000)}}]`, '套了 100 层以上'],
    ['b.json', () => nested('{"a":', '}', 5000, '1'), '套了 100 层以上'],
    ['c.json', () => `[${'{"事项名称":"甲"},'.repeat(300_000)}{}]`, '超过 200000 行'],
    ['d.json', () => '[{"事项名称":"甲"\n,}]', '第 2 行读不下去'],
    ['e.json', () => Buffer.from('[{"事项名称":"甲"}]', 'utf16le').subarray(1), '另存为 UTF-8'],
    ['a.xlsx', () => zip({ 'xl/workbook.xml': 0xfffffffe }), '工作簿解压后超过 256 MiB'],
    ['b.xlsx', () => zip(Object.fromEntries(parts(5001))), '工作簿解压后超过 256 MiB'],
    ['c.xlsx', () => zip({ a: 200 << 20, b: 200 << 20 }), '工作簿解压后超过 256 MiB'],
    ['d.xlsx', () => zip({ a: 0 }), '工作簿解压后超过 256 MiB'],
    ['e.xlsx', () => 'PK\u0003\u0004rubbish', '不能读取这个 XLSX 文件：内容不完整'],
  ];
  test.each(lists)('%s: refused, and nothing is written', async (name, text, words) => {
    writeFileSync(join(cwd, name), text());
    await told(['import', name, '--to', 'none'], words);
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  const broken: readonly (readonly [name: string, rows: string, line: string, items: number])[] = [
    ['a.csv', '"甲,行政许可,水利局\n乙,行政许可,水利局\n', '第2行', 2],
    ['b.csv', '甲,行政许可,"水利局\n乙,行政许可,水利局\n', '第2行', 2],
    [
      'c.csv',
      '甲,行政许可,水利局\n"乙,行政许可,水利局\n丙,行政许可,水利局\n"丁",行政许可,水利局\n',
      '第3行',
      4,
    ],
    ['d.csv', '"甲"乙,行政许可,水利局\n', '第2行', 1],
    ['e.csv', '"甲,行政许可,水利局\n乙,行政许可,水利局\n丙",行政许可,水利局\n', '第2行', 3],
  ];
  test.each(broken)('%s: no row is swallowed, and its line is told', async (...list) => {
    const [name, rows, line, items] = list;
    writeFileSync(join(cwd, name), HEAD + rows);
    const words = `引号没有配对的行，按应有的格数读了，请逐格核对：${line}`;
    await told(['import', name, '--to', `broken-${name}`], words, 0);
    const made = readdirSync(join(cwd, `broken-${name}/items`), { recursive: true });
    expect(made.filter((path) => String(path).endsWith('.yaml'))).toHaveLength(items);
  });

  test('a list in UTF-16 is read, and said to be', async () => {
    writeFileSync(join(cwd, 'utf16.json'), Buffer.from('[{"事项名称":"甲"}]', 'utf16le'));
    await told(['import', 'utf16.json', '--to', 'utf16'], 'UTF-16', 0);
  });

  test('many of the same name, and of as many departments, take no longer', async () => {
    const rows = Array.from({ length: 2100 }, (_, at) => `许可,行政许可,第${at}局`);
    writeFileSync(join(cwd, 'same.csv'), HEAD + rows.join('\n'));
    await told(['import', 'same.csv', '--to', 'same'], '没有比较哪些名称相近', 0);
    expect(readdirSync(join(cwd, 'same/items'))).toHaveLength(2100);
  });

  test('heads that act are marks in what is told', async () => {
    writeFileSync(join(cwd, 'heads.csv'), '事项名称,"x\u001b[2J\n::error::y"\n甲,一\n');
    await told(['import', 'heads.csv', '--to', 'heads\u001b'], 'x␛[2J⏎::error::y', 0);
  });

  test('a cell of several lines is a cell', async () => {
    writeFileSync(join(cwd, 'lines.csv'), `${HEAD}"甲",行政许可,"水利局\n二处\n，三处"\n`);
    await told(['import', 'lines.csv', '--to', 'lines'], '已导入 1 项', 0);
  });

  const standing: readonly (readonly [path: string, text: string])[] = [
    ['items/sz/xk.yaml', 'mine\n'],
    ['departments/sz.yaml', 'mine\n'],
    ['import-report.md', 'mine\n'],
  ];
  test.each(standing)('%s that is there is not overwritten', async (path, text) => {
    const to = `standing-${path.replace(/\W/g, '-')}`;
    writeFileSync(join(cwd, 'one.csv'), `${HEAD}许可,行政许可,水\n`);
    await told(['import', 'one.csv', '--to', `${to}-0`], '已导入', 0);
    const [folder = ''] = readdirSync(join(cwd, `${to}-0/items`));
    const [file = ''] = readdirSync(join(cwd, `${to}-0/items`, folder));
    const real = path.replace('sz', folder).replace('xk.yaml', file);
    cpSync(join(cwd, `${to}-0`), join(cwd, to), { recursive: true });
    await told(['import', 'one.csv', '--to', to], '已导入', 0);
    writeFileSync(join(cwd, to, real), text);
    await told(['import', 'one.csv', '--to', to], `已有 1 个文件会被覆盖，例如 ${real}`);
    expect(readFileSync(join(cwd, to, real), 'utf8')).toBe(text);
    await told(['import', 'one.csv', '--to', to, '--force'], '已导入', 0);
    expect(readFileSync(join(cwd, to, real), 'utf8')).not.toBe(text);
  });

  test('what an import left that was cut off is swept up, and nothing that looks like it', async () => {
    const to = join(cwd, 'swept');
    writeFileSync(join(cwd, 'one.csv'), `${HEAD}许可,行政许可,水\n`);
    mkdirSync(to);
    const left = openStage(to);
    const gone = left.replace(/-\d+-/, '-4194399-');
    writeFileSync(join(left, 'half'), '');
    renameSync(left, gone);
    mkdirSync(join(to, '.import-mine'));
    // The name says of which process it is, and is checksummed with it.
    await told(['import', 'one.csv', '--to', 'swept'], '已导入', 0);
    expect(hidden(to)).toEqual([basename(gone), '.import-mine']);
    const own = openStage(to);
    await told(['import', 'one.csv', '--to', 'swept'], '已导入', 0);
    expect(hidden(to)).toEqual([basename(gone), '.import-mine']);
    expect(existsSync(own)).toBe(false);
  });

  test('a folder that is a link is not gone through', async () => {
    mkdirSync(join(cwd, 'victim'));
    mkdirSync(join(cwd, 'linked'));
    symlinkSync('../victim', join(cwd, 'linked/items'));
    symlinkSync('victim', join(cwd, 'to'));
    writeFileSync(join(cwd, 'one.csv'), `${HEAD}许可,行政许可,水\n`);
    await told(['import', 'one.csv', '--to', 'linked'], '是链接');
    await told(['import', 'one.csv', '--to', 'to'], '是链接');
    expect(readdirSync(join(cwd, 'victim'))).toEqual([]);
  });
});

/** The directory of a workbook that promises parts of such sizes; nothing is in it. */
function zip(sizes: Readonly<Record<string, number>>): Uint8Array {
  const start = Buffer.from('PK\u0003\u0004');
  const entries = Object.entries(sizes).map(([name, size]) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(1000, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, ...entries, end]);
}

function parts(count: number): [string, number][] {
  return Array.from({ length: count }, (_, at) => [`p${at}`, 1]);
}

describe('claims of somebody', () => {
  const claim = (is: string, says = '5'): string =>
    `title: 说明\nclaims:\n- quote: "${says}"\n  figures:\n  - {name: a, says: "${says}", is: "${is}"}\n`;
  const files: readonly (readonly [string, () => string | Uint8Array, number?])[] = [
    ['读不懂', () => claim(nested('(', ')', 20_000, '5'))],
    ['读不懂', () => claim(nested('(', ')', 60, '5'))],
    ['一致', () => claim(nested('(', ')', 40, '5')), 0],
    ['读不懂', () => claim(`5${'+0'.repeat(50_000)}`)],
    ['一致', () => claim(`5${'+0'.repeat(900)}`), 0],
    ['读不懂', () => claim(nested('合计(', ')', 200, '5'))],
    ['读不懂', () => claim('9'.repeat(400))],
    ['没有值', () => claim('constructor')],
    ['没有值', () => claim('__proto__ + 1')],
    ['分母为0', () => claim('5÷0'), 1],
    ['不一致', () => claim(`${'9'.repeat(40)}×`.repeat(40).slice(0, -1)), 1],
    ['里没有数', () => claim('5', '9'.repeat(300))],
    ['第 1 行', () => `claims: ${nested('[', ']', 20_000)}\n`],
    ['第 1 行', () => `${'- '.repeat(20_000)}5\n`],
    [
      'GB18030',
      () => Buffer.concat([Buffer.from('title: '), Buffer.from([0xcb, 0xb5, 0xc3, 0xf7])]),
    ],
    ['UTF-16', () => Buffer.from(`\ufeff${claim('5')}`, 'utf16le')],
    [
      '超过 200 个数',
      () => `claims:\n- quote: "5"\n  figures:\n${'  - {says: "5"}\n'.repeat(300)}`,
    ],
    ['YAML 读不懂', () => 'a: &a [*a, *a\n'],
    ['要有 claims', () => '- 1\n'],
    ['不在这份文件的文件夹里', () => `ledgers: {a: /etc/passwd}\nclaims: []\n`],
    ['不在这份文件的文件夹里', () => `ledgers: {a: ../../../../../../etc/passwd}\nclaims: []\n`],
    ['不在这份文件的文件夹里', () => `ledgers: {a: outside.csv}\nclaims: []\n`],
    ['没有“none.csv”这个文件', () => `ledgers: {a: none.csv}\nclaims: []\n`],
    ['不是文件', () => `ledgers: {a: folder}\nclaims: []\n`],
    ['第 2 行的引号没有配对', () => `ledgers: {a: quote.csv}\nclaims: []\n`],
  ];
  beforeAll(() => {
    symlinkSync('/etc/passwd', join(cwd, 'outside.csv'));
    mkdirSync(join(cwd, 'folder'));
    writeFileSync(join(cwd, 'quote.csv'), 'a,b\n"1,2\n');
    execFileSync('mkfifo', [join(cwd, 'fifo')]);
  });
  test.each(files.map(([words, text, code = 2]) => [words, text, code] as const))(
    '%s',
    async (words, text, code) => {
      writeFileSync(join(cwd, 'c.yaml'), text());
      await told(['claims', 'c.yaml'], words, code);
    },
  );

  test.each(['folder', 'fifo', '/dev/zero', '/dev/null'])('%s is no file', async (path) => {
    await told(['claims', path], '不是文件');
    await told(['wording', path], '不是文件');
  });

  test('a text in another encoding is named', async () => {
    writeFileSync(join(cwd, 'gbk.txt'), Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x0a]));
    await told(['wording', 'gbk.txt'], '“gbk.txt”的编码是 GB18030（GBK）');
  });
});

describe('a list to import that is no text', () => {
  const lists: readonly (readonly [string, Buffer, string])[] = [
    ['csv', Buffer.from('事项名称\0\n取水\n'), '空字符'],
    ['json', Buffer.from('[{"事项名称": "取水\0"}]'), '空字符'],
    ['csv', Buffer.from([0xff, 0xff, 0x80, 0x0a, 0xf8]), '编码'],
    ['csv', Buffer.alloc(0), '空的'],
    ['json', Buffer.alloc(0), '空的'],
  ];
  test.each(lists)('%s %#', async (ending, bytes, words) => {
    writeFileSync(join(cwd, `input.${ending}`), bytes);
    await told(['import', `input.${ending}`, '--to', 'imported', '--dry-run'], words);
    await told(['import', `input.${ending}`, '--to', 'imported'], words);
  });

  test('a folder of tables', async () => {
    mkdirSync(join(cwd, 'tables'));
    writeFileSync(join(cwd, 'tables', 'items.csv'), '事项名称\0\n取水\n');
    await told(['import', 'tables', '--to', 'imported'], '没有 export 导出的 CSV');
  });
});

describe('a period', () => {
  test.each([
    '99999999年',
    '99999999个月',
    '999999999个自然日',
    '999999999个工作日',
    '999999999小时',
    `${'9'.repeat(400)}个自然日`,
    `${'9'.repeat(400)}个工作日`,
    `${'9'.repeat(400)}年`,
    '3000年',
  ])('%.20s is too long', async (period) => {
    const argv = ['due', period, '--accepted', '2026-09-24T10:00'];
    await told(argv, '太长');
    await told([...argv, '--format', 'json'], '太长');
  });

  const periods: readonly (readonly [period: string, words: string, accepted?: string])[] = [
    ['99999个自然日', '未公布：2300'],
    ['99999个工作日', '未公布'],
    ['1个自然日', '太远了', '9999-12-31T10:00'],
    ['1年', '太远了', '9999-01-01T10:00'],
    ['270年', '未公布'],
    ['1个月', '未公布', '1000-01-01T10:00'],
  ];
  test.each(
    periods.map(([period, words, at = '2026-09-24T10:00']) => [period, words, at] as const),
  )('%.20s ends %s', async (period, words, accepted) => {
    await told(['due', period, '--accepted', accepted], words, 1);
    await told(['due', period, '--accepted', accepted, '--format', 'json'], period, 1);
  });

  test.each(['99999999999个月', '99999999999年', `${'9'.repeat(400)}个自然日`, '300000年'])(
    'of review that is too long is told: %.20s',
    async (period) => {
      const folder = join(cwd, `review-${period.slice(0, 20)}`);
      cpSync(join(ROOT, 'tests/catalog'), folder, { recursive: true });
      const file = join(folder, 'mingbai.yaml');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/^review_period: .*$/m, `review_period: ${period}`));
      const { code, out, err } = await run(['check', folder], cwd);
      expect([code, err]).toEqual([1, '']);
      expect(out).toContain('[wrong-format]');
    },
  );
});

describe('standard output', () => {
  const bin = join(ROOT, 'bin/mingbai.js');
  const catalog = join(ROOT, 'tests/catalog');
  const shells: readonly (readonly [line: string, words: string])[] = [
    ['node "$MB" stats "$C" > /dev/full', '标准输出写不进去，结果没有写完：磁盘已满'],
    ['node "$MB" check "$C" --format sarif > /dev/full', '磁盘已满'],
    ['node "$MB" explain --lang en > /dev/full', 'the answer is not whole: disk full'],
    ['node "$MB" help > /dev/full', '磁盘已满'],
    ['node "$MB" --version > /dev/full', '标准输出写不进去'],
    ['(node "$MB" explain; echo $? > code) | true; sleep 1; exit $(cat code)', '读的一方已经关闭'],
    ['node "$MB" stats "$C" --format csv --out /dev/full', '不能读写“/dev/full”：磁盘已满'],
  ];
  test.runIf(process.platform === 'linux').each(shells)('%s', (line, words) => {
    const env = { ...process.env, MB: bin, C: catalog };
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: emptyFolder(), env });
    expect([status, stderr.toString().split('\n').length]).toEqual([2, 2]);
    expect(stderr.toString()).toContain(words);
  });

  test('that nobody hears of leaves the exit code as it is', () => {
    const argv = ['-c', 'node "$MB" check nowhere 2> /dev/full'];
    expect(spawnSync('bash', argv, { env: { ...process.env, MB: bin } }).status).toBe(2);
  });
});
