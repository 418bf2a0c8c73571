import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseShard, shardFrom } from '../src/publish/shard.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { treeOf } from './tree.ts';

const OPTIONS = ['--theme', join(ROOT, 'tests/theme'), '--only', 'html,pdf,notice,json,brief'];

const made = new Map<number, Promise<string[]>>();

/** The sample catalogue in parts, each in a folder that belongs to the test. */
async function parts(of: number): Promise<string[]> {
  const known = made.get(of) ?? buildParts(of);
  made.set(of, known);
  const folders = await known;
  const home = emptyFolder();
  cpSync(dirname(folders[0] ?? ''), home, { recursive: true });
  return folders.map((folder) => join(home, basename(folder)));
}

async function buildParts(of: number): Promise<string[]> {
  const home = emptyFolder();
  const folders = Array.from({ length: of }, (_, at) => join(home, `part-${at + 1}`));
  for (const [at, folder] of folders.entries()) {
    const argv = ['build', 'catalog', ...OPTIONS, '--shard', `${at + 1}/${of}`, '--out', folder];
    const { code, err } = await run(argv, ROOT);
    expect(code, err).toBe(0);
  }
  return folders;
}

describe('parts that were built apart', () => {
  let whole = new Map<string, Buffer>();

  beforeAll(async () => {
    const out = join(emptyFolder(), 'public');
    await run(['build', 'catalog', ...OPTIONS, '--out', out], ROOT);
    whole = treeOf(out);
  });

  test.each([1, 2, 7])('of %i make what one build makes', async (of) => {
    const out = join(emptyFolder(), 'public');
    const folders = await parts(of);
    const { code, out: said } = await run(['merge', ...folders.reverse(), '--out', out], ROOT);
    expect(code).toBe(0);
    expect(said).toContain('事项 29 个');
    const merged = treeOf(out);
    expect([...merged.keys()]).toEqual([...whole.keys()]);
    for (const [path, body] of whole) expect(merged.get(path)?.equals(body), path).toBe(true);
  });

  test('are refused when one is missing, twice or of another build', async () => {
    const [first = '', second = ''] = await parts(2);
    const merge = async (...folders: string[]) =>
      run(['merge', ...folders, '--out', join(emptyFolder(), 'public')], ROOT);
    expect(await merge(first)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/缺第 2 份（共 2 份）/),
    });
    expect(await merge(first, second, second)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/第 2 份给了两次/),
    });
    expect(await merge(first, emptyFolder())).toMatchObject({
      code: 2,
      err: expect.stringMatching(/没有 mingbai-part/),
    });
    const other = join(emptyFolder(), 'catalog');
    cpSync(join(ROOT, 'catalog'), other, { recursive: true });
    rmSync(join(other, '.mingbai'), { recursive: true, force: true });
    appendFileSync(join(other, 'mingbai.yaml'), '# 改过\n');
    const strange = join(emptyFolder(), 'part-2');
    await run(['build', other, ...OPTIONS, '--shard', '2/2', '--out', strange], ROOT);
    expect(await merge(first, strange)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/不是同一次编译/),
    });
  });

  test('are not merged into one of themselves', async () => {
    const [first = '', second = ''] = await parts(2);
    for (const out of [join(first, 'site'), first]) {
      const { code, err } = await run(['merge', first, second, '--out', out], dirname(first));
      expect([code, err.split('\n').length]).toEqual([2, 2]);
      expect(existsSync(join(first, 'site'))).toBe(false);
    }
  });

  test.each([
    ['in the middle of a line', (text: string) => text.slice(0, -9)],
    ['between two lines', (text: string) => text.replace(/[^\n]*\n$/, '')],
    ['and goes on', (text: string) => text.replace(/.{9}\n$/, '\n')],
    ['before it begins', () => ''],
    ['in its head', (text: string) => `${text.slice(0, 20)}\n`],
  ])('are refused when the file of one is cut off %s', async (_, cut) => {
    const [first = '', second = ''] = await parts(2);
    const path = join(second, 'mingbai-part.jsonl');
    writeFileSync(path, cut(readFileSync(path, 'utf8')));
    const out = join(emptyFolder(), 'public');
    const { code, err } = await run(['merge', first, second, '--out', out], dirname(second));
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/part-2\/mingbai-part\.jsonl”不完整，请重新编译这一份\n$/),
    ]);
    expect(readdirSync(dirname(out))).toEqual([]);
  });

  describe('that a stranger had in hand', () => {
    let part = '';
    beforeAll(async () => {
      [part = ''] = await parts(1);
    });

    /** The part with something done to it; its manifest is made to fit the file of its items. */
    const spoilt = (spoil: (folder: string) => void): string => {
      const home = emptyFolder();
      const folder = join(home, 'part-1');
      cpSync(part, folder, { recursive: true });
      spoil(folder);
      const [list, manifest] = ['mingbai-part.jsonl', 'mingbai.json'].map((n) => join(folder, n));
      const digest = createHash('sha256')
        .update(readFileSync(list ?? ''))
        .digest('hex');
      const text = readFileSync(manifest ?? '', 'utf8');
      const fitting = text.replace(/("mingbai-part.jsonl": ")[0-9a-f]+/, `$1${digest}`);
      writeFileSync(manifest ?? '', fitting);
      return folder;
    };
    const merged = async (folder: string) => {
      const out = join(dirname(folder), 'site');
      const result = await run(
        ['merge', basename(folder), '--out', out, '--force'],
        dirname(folder),
      );
      expect(result.err.split('\n')).toHaveLength(2);
      expect(existsSync(out)).toBe(false);
      return result;
    };
    const page = (folder: string): string => {
      const paths = readdirSync(join(folder, 'items'), { recursive: true, encoding: 'utf8' });
      return `items/${paths.filter((path) => path.endsWith('index.html')).sort()[0]}`;
    };

    test.each<[string, (folder: string) => void, RegExp]>([
      ['lacks a file', (folder) => rmSync(join(folder, page(folder))), /缺少“part-1\/items/],
      [
        'has a file too many',
        (folder) => writeFileSync(join(folder, 'more.html'), 'x'),
        /“part-1\/more\.html”不是这一份编译出来的/,
      ],
      [
        'has a file that was changed',
        (folder) => appendFileSync(join(folder, page(folder)), 'x'),
        /“part-1\/items[^”]*index\.html”编译后被改过/,
      ],
      [
        'has a link in the place of a file',
        (folder) => {
          const path = join(folder, page(folder));
          renameSync(path, join(dirname(folder), 'moved.html'));
          symlinkSync(join(dirname(folder), 'moved.html'), path);
        },
        /“part-1\/items[^”]*index\.html”编译后被改过/,
      ],
      [
        'has no manifest',
        (folder) => {
          writeFileSync(join(folder, 'mingbai.json'), '{}');
        },
        /“part-1\/mingbai\.json”编译后被改过/,
      ],
    ])('is refused by name when it %s', async (_, spoil, words) => {
      expect(await merged(spoilt(spoil))).toMatchObject({
        code: 2,
        err: expect.stringMatching(words),
      });
    });

    const edit = (line: number, change: (value: Record<string, unknown>) => unknown) => {
      return (folder: string): void => {
        const path = join(folder, 'mingbai-part.jsonl');
        const lines = readFileSync(path, 'utf8').split('\n');
        lines[line] = JSON.stringify(change(JSON.parse(lines[line] ?? '')));
        writeFileSync(path, lines.join('\n'));
      };
    };
    const file = (path: string) => [{ path, digest: '0'.repeat(64), stamp: '' }];

    test.each<[string, (folder: string) => void]>([
      ['a head that is null', edit(0, () => null)],
      ['an empty head', edit(0, () => ({}))],
      ['an output that is none', edit(0, (head) => ({ ...head, only: ['constructor'] }))],
      ['no shared files', edit(0, (head) => ({ ...head, shared: null }))],
      ['a shared file outside', edit(0, (head) => ({ ...head, shared: { '../x.yaml': '' } }))],
      ['a form outside', edit(0, (head) => ({ ...head, forms: ['/etc/passwd'] }))],
      ['an item that is null', edit(1, () => null)],
      ['an empty item', edit(1, () => ({}))],
      ['a file outside', edit(1, (item) => ({ ...item, files: { html: file('../evil') } }))],
      ['an absolute file', edit(1, (item) => ({ ...item, files: { html: file('/tmp/evil') } }))],
      ['a file with a backslash', edit(1, (item) => ({ ...item, files: { html: file('a\\b') } }))],
      ['a file with NUL', edit(1, (item) => ({ ...item, files: { html: file('a\0b') } }))],
      ['an item about nothing', edit(1, (item) => ({ ...item, about: { card: {} } }))],
    ])('is refused when its file has %s', async (_, spoil) => {
      const { code, err } = await merged(spoilt(spoil));
      expect(code).toBe(2);
      expect(err).toContain('“part-1/mingbai-part.jsonl”不完整');
    });

    test('is refused when it lists a file that is not its own', async () => {
      const spoil = edit(1, (item) => ({ ...item, files: { html: file('items/none.html') } }));
      const { code, err } = await merged(spoilt(spoil));
      expect([code, err]).toEqual([2, expect.stringContaining('缺少“part-1/items/none.html”')]);
    });
  });

  test('cannot hold what needs all items', async () => {
    const argv = ['build', 'catalog', '--shard', '1/2', '--only', 'handbook,pdf'];
    const { code, err } = await run([...argv, '--out', join(emptyFolder(), 'x')], ROOT);
    expect(code).toBe(2);
    expect(err).toContain('build --only handbook');
  });
});

describe('which part is asked for', () => {
  test.each([
    ['2/7', { index: 2, of: 7 }],
    [' 1/1 ', { index: 1, of: 1 }],
    ['0/7', undefined],
    ['8/7', undefined],
    ['2', undefined],
    ['a/b', undefined],
    ['1.5/2', undefined],
  ])('%s', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  test.each([
    [
      { MINGBAI_SHARD: '2', MINGBAI_SHARDS: '4' },
      { index: 2, of: 4 },
    ],
    [
      { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '5' },
      { index: 1, of: 5 },
    ],
    [
      { JOB_COMPLETION_INDEX: '0', MINGBAI_SHARDS: '3' },
      { index: 1, of: 3 },
    ],
    [{ JOB_COMPLETION_INDEX: '3', MINGBAI_SHARDS: '3' }, undefined],
    [{ JOB_COMPLETION_INDEX: '0' }, undefined],
    [{ MINGBAI_SHARDS: '3' }, undefined],
    [{}, undefined],
  ])('%o', (env, shard) => {
    expect(shardFrom(env)).toEqual(shard);
  });
});
