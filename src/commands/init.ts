import { say } from '../model/words.ts';
import { CIS } from '../scaffold/recipes.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai init [dir]`: a catalogue to go on from, with everything around it. */
export const initCommand: CommandEntry = {
  name: 'init',
  summary: say(
    '新建一个目录：设置、部门、大厅、一个写全的事项、编辑器和流水线',
    'begin a catalogue: settings, department, hall, one whole item, editor, CI',
  ),
  declare(command, tell) {
    command
      .argument('[dir]', tell(say('建在哪个文件夹；不写就是这里', 'folder; here when absent')))
      .option('--title <title>', tell(say('目录名称', 'title of the catalogue')))
      .option('--region <name>', tell(say('行政区划名称，例如 明白县', 'name of the region')))
      .option('--region-code <code>', tell(say('行政区划代码，6位', 'its code of 6 digits')))
      .option('--publisher <name>', tell(say('主办单位', 'publisher')))
      .option(
        '--jurisdiction <name>',
        tell(
          say(
            '按哪里的法规检查：national、beijing、shanghai、guangdong、henan、anyang',
            'national, beijing, shanghai, guangdong, henan or anyang',
          ),
        ),
      )
      .option('--keys <lang>', tell(say('键名用中文 zh 还是英文 en', 'keys in zh or en')))
      .option('--ci <name>', tell(say('流水线：', 'CI recipe: ')) + CIS.join(tell(say('、', ', '))))
      .option(
        '--from <file>',
        tell(say('从已有的清单导入事项，代替示例事项', 'import items from a list')),
      );
  },
  async run([dir], options, session) {
    const { beginCatalogue } = await import('./begin-catalogue.ts');
    return beginCatalogue(dir, options, session);
  },
};
