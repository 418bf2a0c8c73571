import type { Item } from '../../model/schema.gen.ts';
import type { Source } from '../../model/source.ts';
import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Report, Rule } from '../rule.ts';

/** What can be done online says at which address. */
export const onlineWithoutAddress: Rule = {
  id: 'online-without-address',
  severity: 'warning',
  title: say('可以网上办理却没有网址', 'can be done online, but where is not said'),
  why: say(
    '写了可以网上办理，群众要知道点开哪个网址。',
    'Where it can be done online people need the address.',
  ),
  citation: '《国务院关于在线政务服务的若干规定》第六条',
  bad: 'channels: { handling: [窗口办理, 网上办理], online: null, mobile: null }',
  good: 'channels: { handling: [窗口办理, 网上办理], online: "https://mingbai.example/apply" }',
  *item({ value, source }) {
    const { channels = {} } = value;
    if (channels.online !== undefined || channels.mobile !== undefined) return;
    const pointer = claimOf(value);
    if (pointer !== undefined) yield missing(pointer, source);
  },
};

function missing(pointer: string, source: Source): Report {
  return {
    pointer,
    message: say(
      '写明可以网上办理，却没有写网上办理地址',
      'said to be done online, but without an address',
    ),
    hint: paste(source, '/channels/online', say('写明网址', 'add the address')),
  };
}

function claimOf({ channels = {}, reach }: Item): string | undefined {
  const way = channels.handling?.indexOf('网上办理') ?? -1;
  if (way !== -1) return `/channels/handling/${way}`;
  if (channels.fully_online === true) return '/channels/fully_online';
  if (channels.depth?.some((depth) => depth !== '互联网咨询')) return '/channels/depth';
  return reach?.mode === '全程网办' ? '/reach/mode' : undefined;
}
