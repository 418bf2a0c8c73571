import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai new item|department|hall|bundle|law <id>`: a file with every element, blank. */
export const newCommand: CommandEntry = {
  name: 'new',
  summary: say(
    '新写一个文件：该有的栏目都在，留空待填，每栏一行说明',
    'begin a file: every key that it must have, blank, each with its meaning',
  ),
  declare(command, tell) {
    command
      .argument(
        '<kind>',
        tell(
          say(
            '种类：item 事项、department 部门、hall 大厅、bundle 一件事、law 法律',
            'item, department, hall, bundle or law',
          ),
        ),
      )
      .argument('<id>', tell(say('标识，也是文件名，例如 food-operation', 'id and file name')))
      .option('--type <type>', tell(say('事项类型，例如 行政许可', 'type of the item')))
      .option(
        '--department <id>',
        tell(say('事项属于哪个部门；只有一个部门时不用写', 'department of the item')),
      )
      .option(
        '--like <item>',
        tell(say('照着另一个事项写，不抄名称和编码', 'copy another item but for its identity')),
      )
      .option('--catalog <dir>', tell(say('目录所在的文件夹', 'folder of the catalogue')));
  },
  async run([kind = '', id = ''], options, session) {
    const { newFile } = await import('./new-file.ts');
    const given = ['type', 'department', 'like', 'catalog'].flatMap((name) =>
      options[name] === undefined ? [] : [[name, String(options[name])] as const],
    );
    const { path, blanks } = newFile({ kind, id, ...Object.fromEntries(given) }, session);
    session.world.out(
      `${session.tell(
        say(
          `已写 ${path}，有${blanks}处空着。填好后运行：mingbai check ${path}`,
          `wrote ${path} with ${blanks} blanks. Fill them in, then: mingbai check ${path}`,
        ),
      )}\n`,
    );
    return 0;
  },
};
