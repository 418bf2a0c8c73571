import { pathWord } from '../text/path-word.ts';
import type { Block, Fact } from './guide.ts';
import { hallLabel, itemLabel, settingsLabel } from './labels.ts';
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
    ...plainFact(itemLabel('channels.handling'), listWords(channels.handling ?? [])),
    ...placeFacts(subject),
    ...fact(itemLabel('channels.place'), channels.place),
    ...fact(itemLabel('channels.hours'), channels.hours),
    ...plainFact(itemLabel('visits'), visits === undefined ? undefined : `${visits}次`),
    ...plainFact(itemLabel('visits_reason'), visits_reason),
    ...linkFact(itemLabel('channels.online'), channels.online ?? '', channels.online),
    ...linkFact(itemLabel('channels.mobile'), channels.mobile ?? '', channels.mobile),
    ...plainFact(itemLabel('channels.depth'), listWords(channels.depth ?? [])),
    ...plainFact(itemLabel('channels.fully_online'), flag(channels.fully_online)),
    ...plainFact(itemLabel('channels.single_sign_on'), flag(channels.single_sign_on)),
    ...plainFact(itemLabel('channels.express'), flag(channels.express)),
    ...plainFact(itemLabel('channels.kiosk'), flag(channels.kiosk)),
    ...linkFact(itemLabel('channels.booking.url'), booking?.url ?? '', booking?.url),
    ...plainFact(itemLabel('channels.booking.phone'), booking?.phone),
    ...fact(itemLabel('channels.booking.note'), booking?.note),
    ...plainFact(itemLabel('channels.post.address'), postWords(post)),
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
    recipient && `${itemLabel('channels.post.recipient')}：${recipient}`,
    code && `${itemLabel('channels.post.code')}：${code}`,
    phone && `电话：${phone}`,
  ];
  return parts.filter(Boolean).join('，');
}

/** Hall, window, address, hours, phone and the way there, for each window. */
export function placeFacts({ windows }: Subject): Fact[] {
  const halls = new Set(windows.map(({ hall }) => hall));
  return [
    ...windows.flatMap(({ hall, window }) => [
      ...plainFact(itemLabel('channels.windows'), windowWords(hall.name, window)),
      ...plainFact(hallLabel('windows.phone'), window.phone),
      ...plainFact(
        hallLabel('windows.hours'),
        window.hours === hall.hours ? undefined : window.hours,
      ),
    ]),
    ...[...halls].flatMap((hall) => [
      ...plainFact(hallLabel('address'), hall.address),
      ...plainFact(hallLabel('hours'), hall.hours),
      ...plainFact(hallLabel('weekend'), hall.weekend),
      ...fact(hallLabel('transport'), hall.transport),
      ...plainFact(hallLabel('accessible'), hall.accessible),
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
    ...plainFact(itemLabel('contact.consult'), contact.consult),
    ...linkFact(itemLabel('contact.website'), contact.website ?? '', contact.website),
    ...(contact.email === undefined
      ? []
      : [
          {
            label: itemLabel('contact.email'),
            value: [link(contact.email, `mailto:${contact.email}`)],
          },
        ]),
    ...plainFact(itemLabel('contact.supervisor'), contact.supervisor),
    ...plainFact(itemLabel('contact.complain'), contact.complain),
    ...plainFact(settingsLabel('hotline'), subject.catalog.settings.value.hotline),
    ...fact(itemLabel('contact.note'), contact.note),
    ...helpdeskFacts(subject),
  ]);
}

/** 办不成事反映窗口 of the halls where the item is handled. */
export function helpdeskFacts({ windows }: Subject): Fact[] {
  const halls = new Set(windows.map(({ hall }) => hall));
  return [...halls].flatMap(({ name, helpdesk }) => {
    if (helpdesk === undefined) return [];
    const phone = helpdesk.phone === undefined ? '' : `，电话${helpdesk.phone}`;
    return plainFact(hallLabel('helpdesk'), `${name} ${helpdesk.window}${phone}`);
  });
}

/** 办理结果 and how it reaches the applicant. */
export function resultBlocks({ item }: Subject): Block[] {
  const { result, documents = [], annual } = item;
  const facts: Fact[] =
    result === undefined
      ? []
      : [
          ...plainFact(itemLabel('result.name'), result.name),
          ...plainFact(itemLabel('result.kind'), result.kind),
          ...plainFact(itemLabel('result.electronic'), flag(result.electronic)),
          ...plainFact(itemLabel('result.validity'), result.validity),
          ...plainFact(itemLabel('result.region'), result.region),
          ...fact(itemLabel('result.renewal'), result.renewal),
          ...plainFact(itemLabel('result.delivery'), listWords(result.delivery ?? [])),
          ...plainFact(
            itemLabel('result.delivery_limit'),
            result.delivery_limit && durationWords(result.delivery_limit),
          ),
          ...linkFact(itemLabel('result.sample'), '查看结果样本', result.sample),
        ];
  return factsBlock([
    ...facts,
    ...plainFact(itemLabel('documents'), listWords(documents)),
    ...fact(itemLabel('annual'), annual),
  ]);
}

/** 告知承诺: what is promised and what follows from a false promise. */
export function promiseBlocks({ item }: Subject): Block[] {
  const { promise } = item;
  if (promise === undefined) return [];
  return factsBlock([
    ...fact(itemLabel('promise.content'), promise.content),
    ...fact(itemLabel('promise.liability'), promise.liability),
    ...fact(itemLabel('promise.verification'), promise.verification),
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
