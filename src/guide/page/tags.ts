import type { Item } from '../../model/schema.gen.ts';

/** The marks an item is known by, in the words of the lists they lead to. */
export function tagsOf(item: Item): string[] {
  const { channels = {}, visits, reach, modes = [] } = item;
  const tags = [
    item.state === '暂停' || item.state === '取消' ? `已${item.state}` : '',
    item.case === '即办件' ? '即办件' : '',
    channels.fully_online === true ? '全程网办' : '',
    visits === undefined || visits > 1 ? '' : visits === 0 ? '不用跑' : '最多跑一次',
    reach === undefined ? '' : `${reach.scope}通办`,
    modes.includes('免申即享') ? '免申即享' : '',
  ];
  return tags.filter((tag) => tag !== '');
}
