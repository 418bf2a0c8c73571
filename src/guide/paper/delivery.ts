import { itemLabel } from '../labels.ts';
import { factsBlock, paragraph, plainFact } from '../words.ts';
import { type Form, formOf, itemWords, untitled } from './form.ts';
import { BLANK_DATE, type Printed } from './printed.ts';

/** 送达回证: proof that a document reached the person it is for. */
export const deliveryForm: Form = (subject, facts): Printed => {
  const open = (label: string) => ({ label, value: [] });
  const { copies: _, ...form } = formOf(subject, facts, {
    title: '送达回证',
    sections: [
      untitled(
        'facts',
        factsBlock([
          ...plainFact('事项', itemWords(subject, facts)),
          open('文书名称'),
          open('文书文号'),
          open('受送达人'),
          open('送达地点'),
          ...plainFact(
            itemLabel('result.delivery'),
            '☐直接送达　☐邮寄送达　☐电子送达　☐留置送达　☐委托送达　☐公告送达',
          ),
          ...plainFact('签收日期', BLANK_DATE),
          open('收件人签名（盖章）'),
          open('代收人和理由'),
          open('见证人签名'),
          open('送达人签名（两人）'),
          open(itemLabel('materials.note')),
        ]),
      ),
      untitled('notes', [
        paragraph(
          '说明：收件人不在、由他人代收的，代收人签名并写明代收理由；拒绝签收的，送达人写明拒收的事由和日期，由见证人签名。',
        ),
      ]),
    ],
    signatures: [],
  });
  return { ...form, footer: form.footer.replace(/^[^\u3000]*\u3000?/, '') };
};
