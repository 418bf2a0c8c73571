import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';
import { zipOf } from './zip-bytes.ts';

const TEXT = [
  '某县集市管理条例',
  '2001年5月1日公布',
  '第一条 设立集市的，应当向县人民政府提出申请。',
  '第二条 县人民政府应当自受理申请之日起三十个工作日内作出决定。',
].join('\n');

/** A copy of the sample in which one law is cited that has been repealed. */
function catalogue(): string {
  const home = emptyFolder();
  cpSync(join(ROOT, 'catalog'), join(home, 'catalog'), { recursive: true });
  writeFileSync(join(home, 'text.txt'), TEXT);
  return home;
}

describe('mingbai law', () => {
  test('limits: as JSON with the article, and of one article alone', async () => {
    const home = catalogue();
    const { code, out } = await run(['law', 'limits', 'text.txt', '--format', 'json'], home);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      [
        {
          ...{ article: '第二条', kind: 'limit', number: 30, unit: '工作日' },
          ...{ from: '受理申请', direction: 'after', act: '作出决定', who: 'authority' },
          text: '县人民政府应当自受理申请之日起三十个工作日内作出决定。',
        },
      ],
    ]);
    const one = await run(['law', 'limits', 'text.txt', '--article', '第一条'], home);
    expect(one.out).toContain('没有规定时限的条文');
    const none = await run(['law', 'limits', 'text.txt', '--article', '第九条'], home);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('里没有第九条')]);
  });

  test('show: the text that the catalogue has; else what was probably meant', async () => {
    const home = catalogue();
    const title = '取水许可和水资源费征收管理条例';
    const { out } = await run(['law', 'show', title, '第十九条'], home);
    expect(out).toContain('第十九条：45个工作日，自受理取水申请之日起，决定批准或者不批准');
    expect(out).toContain('第十九条　审批机关应当自受理取水申请之日起45个工作日内');
    const wrong = await run(['law', 'show', '全民健身法'], home);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('是不是《全民健身条例》')]);
  });

  test('add: a file with every article, which is not overwritten unasked', async () => {
    const home = catalogue();
    expect((await run(['law', 'add', 'text.txt', 'catalog'], home)).code).toBe(0);
    const path = join(home, 'catalog/laws/mouxianjishiguanlitiaoli.yaml');
    const file = readFileSync(path, 'utf8');
    expect(file).toContain('last_article: 2');
    expect(file).toContain('第二条: 县人民政府应当');
    const again = await run(['law', 'add', 'text.txt', 'catalog'], home);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--force')]);
    expect(readFileSync(path, 'utf8')).toBe(file);
  });

  test('status: a repealed law with its items, and what a newer text says otherwise', async () => {
    const home = catalogue();
    const item = join(home, 'catalog/items/water/water-abstraction.yaml');
    const before = readFileSync(item, 'utf8');
    writeFileSync(
      item,
      before.replace('law: 中华人民共和国水法', 'law: 中华人民共和国公司登记管理条例'),
    );
    const { code, out } = await run(['law', 'status', 'catalog'], home);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('《中华人民共和国市场主体登记管理条例》第五十五条'),
    ]);
    writeFileSync(item, before);
    mkdirSync(join(home, 'newer'));
    const newer = `护士条例\n2026年10月1日修正\n第九条 改过的条文。\n`;
    const cited = readFileSync(join(home, 'catalog/laws/nurses-regulation.yaml'), 'utf8');
    const article = /第(.+?)条:/.exec(cited)?.[0].slice(0, -1) ?? '';
    writeFileSync(join(home, 'newer/a.txt'), newer.replace('第九条', article));
    const against = await run(['law', 'status', 'catalog', '--against', 'newer'], home);
    expect(against.out).toMatch(/《护士条例》　已修改/);
    expect(against.out).toContain('现在：改过的条文。');
  });

  const PAGE = [
    '<!DOCTYPE html><html><head><title>某县集市管理条例_县人民政府</title></head><body>',
    '<div>首页 &gt; 政策</div><h1>某县集市管理条例</h1><p>某县人民代表大会常务委员会公告第7号</p>',
    `<p>${TEXT.split('\n').join('</p><p>&emsp;')}</p><p>责任编辑：张</p><div>相关稿件</div></body></html>`,
  ].join('');
  const word = (lines: readonly string[]): Uint8Array =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${lines
        .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    });

  test('add: Word documents and web pages say the same as the text', async () => {
    const home = catalogue();
    writeFileSync(join(home, 'law.docx'), word(TEXT.split('\n')));
    writeFileSync(join(home, 'law.html'), PAGE);
    writeFileSync(join(home, 'old.doc'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]));
    const path = join(home, 'catalog/laws/mouxianjishiguanlitiaoli.yaml');
    const files: string[] = [];
    for (const name of ['text.txt', 'law.docx', 'law.html']) {
      expect((await run(['law', 'add', name, 'catalog', '--force'], home)).code, name).toBe(0);
      files.push(readFileSync(path, 'utf8').split('articles:')[1] ?? '');
    }
    expect(new Set(files).size).toBe(1);
    expect(files[0]).toContain('三十个工作日');
    const old = await run(['law', 'add', 'old.doc', 'catalog'], home);
    expect([old.code, old.err]).toEqual([2, expect.stringContaining('另存为 DOCX')]);
  });

  test('status --against: a newer text as Word document is compared with the one added', async () => {
    const home = catalogue();
    const item = join(home, 'catalog/items/water/water-abstraction.yaml');
    const law = '取水许可和水资源费征收管理条例';
    const newer = readFileSync(
      join(home, 'catalog/laws/water-abstraction-regulation.yaml'),
      'utf8',
    );
    const article = /第十九条: \|-\n {4}(.*)/.exec(newer)?.[1] ?? '';
    expect(article).toContain('45个工作日');
    mkdirSync(join(home, 'newer'));
    const changed = article.replace('45个工作日', '20个工作日').replace('，', ',');
    writeFileSync(join(home, 'newer/x.docx'), word([law, '第一条　略。', `第十九条　${changed}`]));
    const { out } = await run(['law', 'status', 'catalog', '--against', 'newer'], home);
    expect(readFileSync(item, 'utf8')).toContain('第十九条');
    expect(out).toContain('第十九条 修改');
    expect(out).toContain('现在：审批机关应当自受理取水申请之日起20个工作日内');
    expect(out).toContain('引用它的事项：取水许可');
  });
});
