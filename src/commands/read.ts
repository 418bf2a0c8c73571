import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

/** `mingbai read`: how phrases of a kind are understood, one a line. */
export const readCommand: CommandEntry = {
  name: 'read',
  summary: say(
    '看一句话怎样被读懂：时限、收费、依据、材料、环节、服务对象，一行一句',
    'how phrases are understood, one a line: limits, fees, basis, materials, steps, audience',
  ),
  declare(command, tell) {
    command
      .argument(
        '<kind>',
        tell(
          say(
            '种类：limit、fee、basis、materials、steps、audience',
            'limit, fee, basis, materials, steps or audience',
          ),
        ),
      )
      .argument('[file]', tell(say('文件；不写或者写 - 读标准输入', 'file; - or none: stdin')))
      .option(
        '--head <text>',
        tell(say('这些话在表格里的表头，例如 承诺时限（工作日）', 'the head they stood under')),
      );
  },
  async run([kindName, file], options, session) {
    const { PHRASE_KINDS } = await import('../phrase/kinds.ts');
    const { namesOf, oneOf } = await import('./option-values.ts');
    const kind = oneOf(kindName, namesOf(PHRASE_KINDS), say('这个种类', 'kind'));
    const head = typeof options.head === 'string' ? options.head : undefined;
    const { readLines } = await import('./plain-text.ts');
    const lines = await readLines(file, session);
    const phrases = lines.flatMap((text, index) => {
      if (text.trim() === '') return [];
      const { understood, value, left, why } = PHRASE_KINDS[kind](text, head);
      const told = why === undefined ? null : session.tell(why);
      return [{ line: index + 1, text, understood, value: value ?? null, left, why: told }];
    });
    session.world.out(`${JSON.stringify(phrases, null, 2)}\n`);
    return 0;
  },
};
