import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai merge`: parts that were built apart become one site. */
export const mergeCommand: CommandEntry = {
  name: 'merge',
  summary: say('把分开编译的各份合成一个网站', 'join parts built with --shard into one site'),
  declare(command, tell) {
    command
      .argument('<dirs...>', tell(say('各份的文件夹，顺序不限', 'folders of the parts')))
      .option('--out <dir>', tell(say('写到哪个文件夹', 'folder to write to')), 'public');
  },
  async run(folders, options, session) {
    const { mergeFolders } = await import('./merge-folders.ts');
    const { counts, items, place } = await mergeFolders(folders, options.out, session);
    const { html = 0, pdf = 0, notice = 0 } = counts;
    const zh = `事项 ${items} 个，网页 ${html} 页，指南 PDF ${pdf} 份，告知单 ${notice} 份\n请打开 ${place}\n`;
    const en = `${items} items, ${html} pages, ${pdf} guide PDFs, ${notice} notice sheets\nopen ${place}\n`;
    session.world.out(session.tell(say(zh, en)));
    return 0;
  },
};
