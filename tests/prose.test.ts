import { describe, expect, test } from 'vitest';
import { markdownBlocks, proseBlocks, proseInline } from '../src/guide/prose.ts';
import { rounds } from './trials.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }] });

describe('free text becomes blocks', () => {
  test('a line break starts a new paragraph', () => {
    expect(proseBlocks('第一行\n第二行\n\n第三行')).toEqual([
      paragraph('第一行'),
      paragraph('第二行'),
      paragraph('第三行'),
    ]);
  });

  test('lists keep their first number', () => {
    expect(proseBlocks('3. 丙\n4. 丁')).toEqual([
      { kind: 'list', ordered: true, start: 3, items: [[paragraph('丙')], [paragraph('丁')]] },
    ]);
    expect(proseBlocks('- 甲\n  - 乙')).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [[paragraph('甲'), { kind: 'list', ordered: false, items: [[paragraph('乙')]] }]],
      },
    ]);
  });

  test('tables, emphasis and safe links', () => {
    expect(proseBlocks('| 项目 | 金额 |\n|---|---|\n| **甲** | 10元 |')).toEqual([
      {
        kind: 'table',
        columns: [
          { title: '项目', weight: 1 },
          { title: '金额', weight: 1 },
        ],
        rows: [[[[{ text: '甲', strong: true }]], [[{ text: '10元' }]]]],
      },
    ]);
    expect(proseInline('见[网站](https://mingbai.example/a)')).toEqual([
      { text: '见' },
      { text: '网站', href: 'https://mingbai.example/a' },
    ]);
  });

  test('raw HTML, images and unsafe links stay text', () => {
    for (const text of ['<b>x</b>', '[x](javascript:alert(1))', '<div>\nx\n</div>']) {
      const shown = proseBlocks(text)
        .flatMap((block) => (block.kind === 'paragraph' ? block.text : []))
        .map((run) => run.text)
        .join('\n');
      expect(shown).toBe(text);
    }
    expect(JSON.stringify(proseBlocks('![x](https://a.example/x.png)'))).not.toContain('img');
  });

  test('an indented line is no code and loses nothing', () => {
    expect(JSON.stringify(proseBlocks('    （以上材料一式2份）'))).toContain('（以上材料一式2份）');
    expect(proseBlocks('```\na\nb\n```')).toEqual([paragraph('a'), paragraph('b')]);
  });

  test('in a line the entries of a list are parted by semicolons', () => {
    expect(
      proseInline('- 公交1路\n- 自驾')
        .map((run) => run.text)
        .join(''),
    ).toBe('公交1路；自驾');
  });
});

describe('plain text takes a short way to the same blocks', () => {
  const PARTS = ['取水', ' ', '\n', '\n\n', '1', '.', ')', '-', '+', '*', '_', '#', '>', '：', ':'];
  const MORE = [
    '　',
    '\t',
    '=',
    '|',
    '[x](tel:1)',
    '`',
    '~~',
    '&amp;',
    '\\',
    '!',
    '10元',
    'abc',
    '—',
    '1. ',
    '1. 取水\n2. ',
    '\n3. ',
    '取水：\n\n1. 取水\n2. 取水',
  ];
  const ALL = [...PARTS, ...MORE];

  test('whatever stands together', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < rounds(4000, 20_000); round += 1) {
      const text = Array.from({ length: 1 + next(6) }, () => ALL[next(ALL.length)]).join('');
      expect(proseBlocks(text), JSON.stringify(text)).toEqual(markdownBlocks(text));
    }
  });
});
