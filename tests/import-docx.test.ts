import { describe, expect, it } from 'vitest';
import { importFile } from '../src/import/import.ts';
import { zipOf } from './zip-bytes.ts';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
const listed = (text: string, list: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (inner: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : paragraph(inner)}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((one) => (one.startsWith('<w:tc') ? one : cell(one))).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
const WIDE = '<w:gridSpan w:val="3"/>';

const NUMBERING = `<w:numbering>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

async function imported(body: string, parts: Readonly<Record<string, string>> = {}) {
  const bytes = zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    ...parts,
  });
  const { files, summary } = await importFile(bytes, '指南.docx', { title: '试' });
  const items = [...files].filter(([path]) => path.startsWith('items/')).map(([, text]) => text);
  return { items, report: files.get('import-report.md') ?? '', summary };
}

const LIST = table(
  ['事项名称', '事项类型', '实施主体', '承诺办结时限'],
  ['取水许可', '行政许可', cell('县水利局', '<w:vMerge w:val="restart"/>'), '15个工作日'],
  ['河道采砂许可', '行政许可', cell('', '<w:vMerge/>'), '10个工作日'],
);

describe('a Word document', () => {
  it('with a list gives an item for each row, merged cells and all', async () => {
    const { items, report } = await imported(paragraph('事项清单') + LIST);
    expect(items).toHaveLength(2);
    expect(items.every((text) => text.includes('department: xianshuiliju'))).toBe(true);
    expect(report).toContain('表格以外的文字没有导入：事项清单');
  });

  it('with a form gives the item, and the table within as its materials', async () => {
    const inner = table(['材料名称', '份数', '材料形式'], ['取水申请书', '2', '原件']);
    const form = table(
      ['事项名称', '取水许可', '事项类型', '行政许可'],
      ['实施主体', cell('县水利局', WIDE)],
      ['申请材料', cell(inner, WIDE)],
      ['咨询电话', cell('0399-5550101', WIDE)],
    );
    const { items } = await imported(form);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatch(/- name: 取水申请书\n\s+form: 原件\n\s+copies: 2/);
    expect(items[0]).toContain('consult: "0399-5550101"');
  });

  it('with headings and text is read as a guide, numbers of lists included', async () => {
    const { items, report } = await imported(
      paragraph('取水许可办事指南') +
        listed('实施机关', 1) +
        paragraph('县水利局') +
        listed('受理条件', 1) +
        listed('有合法的取水用途', 2) +
        listed('有节约用水的措施', 2) +
        listed('收费标准', 1) +
        paragraph('不收费'),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toContain('name: 取水许可');
    expect(items[0]).toContain('conditions: [有合法的取水用途, 有节约用水的措施]');
    expect(items[0]).toContain('fees: 不收费');
    expect(report).toContain('事项名称取自标题“取水许可办事指南”');
  });

  it('is read as its changes leave it, and what it hides is told', async () => {
    const hidden = paragraph(
      `<w:del><w:r><w:delText>60个工作日</w:delText></w:r></w:del><w:ins>${run('15个工作日')}</w:ins>` +
        run('以前是20日', '<w:strike/>') +
        run('内部掌握', '<w:vanish/>') +
        run('', '<w:strike w:val="0"/>'),
    );
    const form = table(
      ['事项名称', '取水许可'],
      ['事项类型', '行政许可'],
      ['实施主体', '县水利局'],
      ['承诺办结时限', cell(hidden)],
    );
    const { items, report } = await imported(form, {
      'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>',
    });
    expect(items[0]).toContain('committed: 15个工作日');
    for (const told of ['“60个工作日”', '“以前是20日”', '“内部掌握”', '批注1条没有导入']) {
      expect(report).toContain(told);
    }
    expect(items[0]).not.toMatch(/60个工作日|以前是20日|内部掌握/);
  });

  it('keeps ticked boxes, content controls and text boxes', async () => {
    const ticked = `<w:sdt><w:sdtContent>${run('☑')}</w:sdtContent></w:sdt>${run('法人 ')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${run('自然人')}`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框内的话')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框内的话')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    const form = table(
      ['事项名称', '取水许可'],
      ['服务对象', cell(paragraph(ticked))],
      ['实施主体', '县水利局'],
      ['事项类型', '行政许可'],
    );
    const { items, report } = await imported(paragraph(box) + form);
    expect(items[0]).toContain('☑法人 □自然人');
    expect(report.split('框内的话')).toHaveLength(2);
  });

  it('that is damaged is refused in a sentence', async () => {
    await expect(
      importFile(Buffer.from('PK\x03\x04 word/document.xml'), '坏.docx', {}),
    ).rejects.toThrow(/Word 文档打不开/);
  });
});
