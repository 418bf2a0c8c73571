import { pathWord } from '../text/path-word.ts';
import type { Block, Fact } from './guide.ts';
import { bundlesWith, namedItems } from './neighbours.ts';
import { proseBlocks } from './prose.ts';
import type { Subject } from './subject.ts';
import {
  durationWords,
  fact,
  factsBlock,
  link,
  linkFact,
  listWords,
  plainFact,
  yesNo,
} from './words.ts';

/** 办理地点和方式: windows, address, hours, online, post, booking. */
export function whereBlocks(subject: Subject): Block[] {
  const { channels = {}, visits, visits_reason } = subject.item;
  const { booking, post } = channels;
  const facts: Fact[] = [
    ...plainFact('办理形式', listWords(channels.handling ?? [])),
    ...placeFacts(subject),
    ...fact('办理地点', channels.place),
    ...fact('办理时间', channels.hours),
    ...plainFact('到办事现场次数', visits === undefined ? undefined : `${visits}次`),
    ...plainFact('必须现场办理原因', visits_reason),
    ...linkFact('网上办理地址', channels.online ?? '', channels.online),
    ...linkFact('移动端办理地址', channels.mobile ?? '', channels.mobile),
    ...plainFact('网上办理深度', listWords(channels.depth ?? [])),
    ...plainFact('全程网办', flag(channels.fully_online)),
    ...plainFact('对接单点登录', flag(channels.single_sign_on)),
    ...plainFact('物流快递', flag(channels.express)),
    ...plainFact('自助终端办理', flag(channels.kiosk)),
    ...linkFact('预约网址', booking?.url ?? '', booking?.url),
    ...plainFact('预约电话', booking?.phone),
    ...fact('预约说明', booking?.note),
    ...plainFact('邮寄地址', postWords(post)),
  ];
  return factsBlock(facts);
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : yesNo(value);
}

function postWords(post: NonNullable<Subject['item']['channels']>['post']): string | undefined {
  if (post === undefined) return undefined;
  const { address, recipient, code, phone } = post;
  const parts = [
    address,
    recipient && `收件人：${recipient}`,
    code && `邮政编码：${code}`,
    phone && `电话：${phone}`,
  ];
  return parts.filter(Boolean).join('，');
}

/** Hall, window, address, hours, phone and the way there, for each window. */
export function placeFacts({ windows }: Subject): Fact[] {
  const halls = new Set(windows.map(({ hall }) => hall));
  return [
    ...windows.flatMap(({ hall, window }) => [
      ...plainFact('办理窗口', windowWords(hall.name, window)),
      ...plainFact('窗口电话', window.phone),
      ...plainFact('窗口时间', window.hours === hall.hours ? undefined : window.hours),
    ]),
    ...[...halls].flatMap((hall) => [
      ...plainFact('大厅地址', hall.address),
      ...plainFact('大厅工作时间', hall.hours),
      ...plainFact('周末服务时间', hall.weekend),
      ...fact('交通指引', hall.transport),
      ...plainFact('无障碍设施', hall.accessible),
    ]),
  ];
}

/** 明白县政务服务中心 二楼 12号窗口（水务窗口）. */
export function windowWords(
  hall: string,
  window: { readonly name: string; readonly number?: string; readonly floor?: string },
): string {
  const number = window.number === undefined ? '' : window.number;
  const name =
    number === '' || number === window.name ? window.name : `${number}（${window.name}）`;
  return [hall, window.floor, name].filter(Boolean).join(' ');
}

/** 咨询和监督投诉, with the window for what could not be done. */
export function contactBlocks(subject: Subject): Block[] {
  const { contact = {} } = subject.item;
  return factsBlock([
    ...plainFact('咨询电话', contact.consult),
    ...linkFact('网络咨询', contact.website ?? '', contact.website),
    ...(contact.email === undefined
      ? []
      : [{ label: '电子邮箱', value: [link(contact.email, `mailto:${contact.email}`)] }]),
    ...plainFact('监督机构', contact.supervisor),
    ...plainFact('监督投诉电话', contact.complain),
    ...plainFact('投诉热线', subject.catalog.settings.value.hotline),
    ...fact('联系说明', contact.note),
    ...helpdeskFacts(subject),
  ]);
}

/** 办不成事反映窗口 of the halls where the item is handled. */
export function helpdeskFacts({ windows }: Subject): Fact[] {
  const halls = new Set(windows.map(({ hall }) => hall));
  return [...halls].flatMap(({ name, helpdesk }) => {
    if (helpdesk === undefined) return [];
    const phone = helpdesk.phone === undefined ? '' : `，电话${helpdesk.phone}`;
    return plainFact('办不成事反映窗口', `${name} ${helpdesk.window}${phone}`);
  });
}

/** 办理结果 and how it reaches the applicant. */
export function resultBlocks({ item }: Subject): Block[] {
  const { result, documents = [], annual } = item;
  const facts: Fact[] =
    result === undefined
      ? []
      : [
          ...plainFact('结果名称', result.name),
          ...plainFact('结果类型', result.kind),
          ...plainFact('电子证照', flag(result.electronic)),
          ...plainFact('有效期', result.validity),
          ...plainFact('有效地域', result.region),
          ...fact('延续', result.renewal),
          ...plainFact('送达方式', listWords(result.delivery ?? [])),
          ...plainFact('送达时限', result.delivery_limit && durationWords(result.delivery_limit)),
          ...linkFact('结果样本', '查看结果样本', result.sample),
        ];
  return factsBlock([
    ...facts,
    ...plainFact('出具文书', listWords(documents)),
    ...fact('年审年检', annual),
  ]);
}

/** 告知承诺: what is promised and what follows from a false promise. */
export function promiseBlocks({ item }: Subject): Block[] {
  const { promise } = item;
  if (promise === undefined) return [];
  return factsBlock([
    ...fact('承诺内容', promise.content),
    ...fact('不实承诺责任', promise.liability),
    ...fact('核查方式', promise.verification),
  ]);
}

/** 相关事项 and the bundles (一件事) that the item is part of. */
export function relatedBlocks({ item, catalog }: Subject): Block[] {
  const related = namedItems(catalog, item.related ?? []);
  const bundles = bundlesWith(catalog, item.id);
  const items: Block[][] = [
    ...related.map((each): Block[] => [
      {
        kind: 'paragraph',
        text: [
          link(each.name, `items/${pathWord(each.department)}/${pathWord(each.id)}/index.html`),
        ],
      },
    ]),
    ...bundles.map(({ name }): Block[] => proseBlocks(`一件事：${name}`)),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}
