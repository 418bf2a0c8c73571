import { say, type Words } from '../model/words.ts';
import type { TreeFault } from '../publish/verify-tree.ts';
import { visible } from '../text/visible.ts';
import { type CommandEntry, type ExitCode, type Session, UsageError } from './command.ts';

/** `mingbai verify`: is what hangs on the wall and stands on the web what the catalogue says? */
export const verifyCommand: CommandEntry = {
  name: 'verify',
  summary: say(
    '核对发布出去的网站、压缩包和纸：有没有被改、缺少、过时',
    'is what was published what the catalogue says: changed, missing, stray or stale',
  ),
  declare(command, tell) {
    command
      .argument(
        '[published]',
        tell(
          say(
            '发布出来的文件夹、它的 mingbai.json 或者 zip；有 --paper、--site 时不写',
            'a published folder, its mingbai.json or a zip; not with --paper or --site',
          ),
        ),
      )
      .argument('[catalog]', tell(say('目录所在的文件夹；写了就查过时', 'the catalogue')))
      .option(
        '--paper <code>',
        tell(say('纸上的校验码，或者 PDF、文本文件', 'the code of a sheet, or a PDF or text')),
      )
      .option(
        '--site <folder>',
        tell(say('用镜像工具抓下来的网站', 'a website fetched by a mirror tool')),
      )
      .option('--format <format>', tell(say('形式：table、json', 'table or json')), 'table');
  },
  async run(args, options, session) {
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, ['table', 'json'] as const, say('这种形式', 'format'));
    const { openCatalog } = await import('./open.ts');
    if (options.paper !== undefined) {
      const { verifyPaper } = await import('./verify-paper.ts');
      return verifyPaper(String(options.paper), openCatalog(args[0], session), session);
    }
    if (options.site !== undefined) {
      const { mirrorFaults } = await import('./verify-site.ts');
      const { root } = openCatalog(args[0], session);
      return report(await mirrorFaults(String(options.site), root, session), format, session);
    }
    const [published, folder] = args;
    if (published === undefined) {
      throw new UsageError(
        say('写明要核对的文件夹、mingbai.json 或者 zip', 'name a folder, mingbai.json or zip'),
      );
    }
    const { openPublished } = await import('./published-files.ts');
    const { verifyTree } = await import('../publish/verify-tree.ts');
    const faults = verifyTree(openPublished(published, session));
    if (folder === undefined) return report(faults, format, session);
    const { staleFiles } = await import('./verify-stale.ts');
    const { catalog } = openCatalog(folder, session);
    const stale = staleFiles(openPublished(published, session), catalog);
    return report([...faults, ...stale], format, session);
  },
};

const WHY: Record<TreeFault['why'], Words> = {
  changed: say('被改动', 'changed'),
  missing: say('缺少', 'missing'),
  stray: say('多出', 'stray'),
  'no-manifest': say('没有清单或者清单读不懂', 'no manifest that can be read'),
  stale: say('过时', 'stale'),
  gone: say('事项已不在目录里', 'of an item that is gone'),
};

function report(
  faults: readonly TreeFault[],
  format: 'table' | 'json',
  { world, tell }: Session,
): ExitCode {
  if (format === 'json') world.out(`${JSON.stringify({ faults }, undefined, 2)}\n`);
  else {
    const lines = faults.map(({ path, why, detail }) => {
      const more = detail === undefined ? '' : `  ${detail}`;
      return visible(`${tell(WHY[why])}  ${path}${more}`);
    });
    const total = say(`不一致 ${faults.length} 处`, `${faults.length} differences`);
    const sound = say('一致', 'as published');
    world.out(`${[...lines, tell(faults.length === 0 ? sound : total)].join('\n')}\n`);
  }
  return faults.length === 0 ? 0 : 1;
}
