import type { Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { type Contribution, type FigureSpec, partOf } from '../figure.ts';
import type { Counting, Omission } from '../selection.ts';

const CITYWIDE = new Set(['全县', '全市', '全省', '全国']);

/** Where an item can be handled: entry rates (进驻率) and 马上办、网上办、全城办 (S159). */
export const CHANNEL_FIGURES: readonly FigureSpec[] = [
  {
    key: 'hall-entry',
    label: say('大厅进驻率', 'entered in the hall'),
    kind: 'share',
    exempts: true,
    formula: say(
      '已进驻大厅的事项 ÷（说明了是否进驻的事项 − 免于进驻的事项）',
      'entered items ÷ (items that say − exempt items)',
    ),
    judge: (entry, selection) =>
      exemption(entry, selection, '大厅') ??
      entryOf(
        hallEntry(entry.value),
        '/hall_entry',
        say('大厅', 'the hall'),
        entry.value.hall_entry?.reason,
      ),
  },
  {
    key: 'online-entry',
    label: say('线上进驻率', 'entered online'),
    kind: 'share',
    exempts: true,
    formula: say(
      '可以网上办理的事项 ÷（说明了办理形式的事项 − 免于进驻的事项）',
      'items to be had online ÷ (items with channels − exempt items)',
    ),
    judge: (entry, selection) =>
      exemption(entry, selection, '线上') ??
      entryOf(isOnline(entry.value), '/channels', say('线上', 'the web')),
  },
  {
    key: 'at-once',
    label: say('马上办占比', 'done at once'),
    kind: 'share',
    formula: say('即办件 ÷ 填写了办件类型的事项', '即办件 ÷ items with a case type'),
    judge: ({ value }) =>
      value.case === undefined
        ? unknown('/case', '办件类型')
        : partOf(value.case === '即办件', '/case', say(value.case, value.case)),
  },
  {
    key: 'online',
    label: say('网上办占比', 'done online'),
    kind: 'share',
    formula: say(
      '可以网上办理的事项 ÷ 说明了办理形式的事项',
      'items to be had online ÷ items with channels',
    ),
    judge: ({ value }) => {
      const online = isOnline(value);
      return online === undefined ? unknown('/channels', '办理形式') : yesNo(online, '/channels');
    },
  },
  {
    key: 'fully-online',
    label: say('全程网办占比', 'fully online'),
    kind: 'share',
    formula: say(
      '全程网办的事项 ÷ 说明了是否全程网办的事项',
      'fully online ÷ items that say whether they are',
    ),
    judge: ({ value }) => {
      const fully = isFullyOnline(value);
      return fully === undefined
        ? unknown('/channels/fully_online', '是否全程网办')
        : yesNo(fully, '/channels/fully_online');
    },
  },
  {
    key: 'citywide',
    label: say('全城办占比', 'done anywhere in town'),
    kind: 'share',
    formula: say(
      '通办范围为全县、全市、全省、全国的事项 ÷ 填写了通办范围的事项',
      'items of 全县, 全市, 全省, 全国 ÷ items with a scope',
    ),
    judge: ({ value: { reach } }) => {
      const scope = reach?.scope ?? '';
      return scope === ''
        ? unknown('/reach', '通办范围')
        : partOf(CITYWIDE.has(scope), '/reach', say(scope, scope));
    },
  },
];

/** Whether the item is in the hall: as it says, or because it has a window there. */
function hallEntry({ hall_entry: entry, channels }: Item): boolean | undefined {
  if (entry !== undefined) return entry.entered;
  return (channels?.windows?.length ?? 0) > 0 ? true : undefined;
}

/** Whether an application can be made online; undefined when nothing is said of it. */
function isOnline({ channels = {} }: Item): boolean | undefined {
  const { online, mobile, handling, depth, fully_online: fully } = channels;
  const way = online ?? mobile;
  if (way !== undefined || fully === true || handling?.includes('网上办理') === true) return true;
  return handling === undefined && depth === undefined && fully === undefined ? undefined : false;
}

/** What cannot be done online at all cannot be done there from end to end. */
function isFullyOnline(item: Item): boolean | undefined {
  return item.channels?.fully_online ?? (isOnline(item) === false ? false : undefined);
}

function unknown(pointer: string, label: string): Omission {
  return { pointer, reason: say(`没有填写${label}`, `${label} is blank`) };
}

function entryOf(
  entered: boolean | undefined,
  pointer: string,
  where: Words,
  why?: string,
): Contribution | Omission {
  if (entered === undefined) {
    const reason = say(`没有说明是否进驻${where.zh}`, `does not say whether it is in ${where.en}`);
    return { pointer, reason };
  }
  if (entered) return partOf(true, pointer, say('已进驻', 'entered'));
  const because = why === undefined ? '' : `：${why}`;
  return partOf(false, pointer, say(`未进驻${because}`, `not entered${because}`));
}

/** The exempt list of the settings: such items leave the denominator, and are listed. */
function exemption(
  { id }: Entry<Item>,
  { catalog }: Counting,
  from: '大厅' | '线上',
): Omission | undefined {
  const exempt = catalog.settings.value.counting?.exempt ?? [];
  const found = exempt.find((each) => each.item === id && each.from === from);
  if (found === undefined) return undefined;
  const reason = say(`免于进驻${from}：${found.reason}`, `exempt (${from}): ${found.reason}`);
  return { pointer: '', reason, exempt: true };
}

function yesNo(yes: boolean, pointer: string): Contribution {
  return partOf(yes, pointer, yes ? say('是', 'yes') : say('否', 'no'));
}
