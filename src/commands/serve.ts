import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, UsageError } from './command.ts';
import { wholeNumber } from './option-values.ts';

/** `mingbai serve`: a preview on this machine that follows every save. */
export const serveCommand: CommandEntry = {
  name: 'serve',
  summary: say(
    '预览网站：只在本机，保存后自动刷新，页面旁边列出检查结果',
    'preview the website on this machine; reloads after every save',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--port <number>', tell(say('端口', 'port')), '4173')
      .option('--theme <dir>', tell(say('网站主题的文件夹', 'folder of a theme for the website')));
  },
  async run([folder], options, session) {
    const port = portOf(options.port);
    const { startPreview } = await import('./preview.ts');
    const { url } = await startPreview(folder, options, port, session);
    const zh = `预览 ${url} （按 Ctrl+C 结束）\n`;
    session.world.out(session.tell(say(zh, `preview at ${url} (Ctrl+C to stop)\n`)));
    return 0;
  },
};

function portOf(value: unknown): number {
  const port = wholeNumber(value, 0, 65_535);
  if (port !== undefined) return port;
  const word = quotable(value);
  const zh = `“${word}”不是端口，端口是0到65535的整数`;
  throw new UsageError(say(zh, `“${word}” is no port: a whole number from 0 to 65535`));
}
