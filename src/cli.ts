import { Command, CommanderError, type Option } from 'commander';
import { type CommandEntry, type ExitCode, type Session, UsageError } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { refusedWords } from './load/refused.ts';
import { RefusedError } from './model/files.ts';
import { VERSION } from './model/version.ts';
import { type Language, say, type Words } from './model/words.ts';
import type { World } from './world/world.ts';

/** Runs the program. The only place that turns exceptions into exit codes. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const lang = languageOf(argv);
  try {
    let code: ExitCode = 0;
    refuseLanguage(argv);
    const program = buildProgram(lang, world, (result) => {
      code = result;
    });
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, lang, world);
  }
}

function failure(error: unknown, lang: Language, world: World): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    world.err(`mingbai: ${misuse(error)[lang]}\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    world.err(`mingbai: ${error.words[lang]}\n`);
    return 2;
  }
  const disk = diskWords(error);
  if (disk !== undefined) {
    world.err(`mingbai: ${disk[lang]}\n`);
    return 2;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const sorry = say('程序自身出错，请把下面的内容报告给开发者：', 'internal fault, please report:');
  world.err(`mingbai ${VERSION}: ${sorry[lang]}\n${stack}\n`);
  return 3;
}

const DISK_FAULTS: Record<string, Words> = {
  EACCES: say('没有权限', 'permission denied'),
  EPERM: say('没有权限', 'permission denied'),
  EROFS: say('磁盘只能读', 'read-only disk'),
  ENOSPC: say('磁盘已满', 'disk full'),
  ENOTDIR: say('不是文件夹', 'not a folder'),
  EISDIR: say('是文件夹，不是文件', 'a folder, not a file'),
  EEXIST: say('已经存在', 'exists already'),
};

/** What the disk refused, in words; undefined for any other error. */
function diskWords(error: unknown): Words | undefined {
  if (error instanceof RefusedError) return refusedWords(error);
  const { code = '', path = '' } = error as { code?: string; path?: string };
  const words = error instanceof Error ? DISK_FAULTS[code] : undefined;
  return words && say(`不能读写“${path}”：${words.zh}`, `can not use “${path}”: ${words.en}`);
}

const MISUSES: Record<string, (word: string) => Words> = {
  'commander.unknownCommand': (word) => say(`没有“${word}”这个命令`, `no command “${word}”`),
  'commander.unknownOption': (word) => say(`没有“${word}”这个选项`, `no option “${word}”`),
  'commander.missingArgument': (word) => say(`缺少参数“${word}”`, `argument “${word}” missing`),
  'commander.optionMissingArgument': (word) =>
    say(`选项“${word}”要跟一个值`, `“${word}” needs a value`),
  'commander.missingMandatoryOptionValue': (word) =>
    say(`缺少选项“${word}”`, `option “${word}” missing`),
  'commander.excessArguments': () => say('参数太多', 'too many arguments'),
};

function misuse(error: CommanderError): Words {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const words = MISUSES[error.code]?.(word) ?? say(error.message, error.message);
  return say(`${words.zh}（用 --help 查看用法）`, `${words.en} (see --help)`);
}

/** The language has to be known before the help is put together. */
function languageOf(argv: readonly string[]): Language {
  return langWord(argv) === 'en' ? 'en' : 'zh';
}

function langWord(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}

function refuseLanguage(argv: readonly string[]): void {
  const word = langWord(argv) ?? 'zh';
  if (['zh', 'en', 'zh-Hant'].includes(word)) return;
  throw new UsageError(say(`没有“${word}”这种语言，可用：zh、en`, `no language “${word}”: zh, en`));
}

function buildProgram(lang: Language, world: World, done: (code: ExitCode) => void): Command {
  const tell = (words: Words): string => words[lang];
  const program = new Command('mingbai')
    .description(
      tell(
        say(
          '明白：把政务服务事项目录编译成办事指南、一次性告知单和统计',
          'compiles a catalogue of government service items into guides, notices and statistics',
        ),
      ),
    )
    .version(VERSION, '-V, --version', tell(say('显示版本', 'print the version')))
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text), writeErr: () => {} });
  translate(program, tell);
  program.helpCommand('help [command]', tell(say('显示一个命令的用法', 'show help for a command')));
  for (const entry of COMMANDS) addCommand(program, entry, lang, world, done);
  return program;
}

function addCommand(
  program: Command,
  entry: CommandEntry,
  lang: Language,
  world: World,
  done: (code: ExitCode) => void,
): void {
  const tell = (words: Words): string => words[lang];
  const command = program.command(entry.name).description(tell(entry.summary));
  translate(command, tell);
  entry.declare(command, tell);
  command.action(async () => {
    const session: Session = { world, lang, color: mayColor(world), tell };
    done(await entry.run(command.args, command.optsWithGlobals(), session));
  });
}

/** Help in the language asked for, and the options that every command has. */
function translate(command: Command, tell: (words: Words) => string): void {
  command
    .option(
      '--lang <lang>',
      tell(
        say(
          '语言：zh 中文（默认），en 英文；build 还可写 zh-Hant，网站用繁体字',
          'zh (default) or en; for build also zh-Hant: a website in Traditional characters',
        ),
      ),
    )
    .helpOption('-h, --help', tell(say('显示用法', 'show help')))
    .configureHelp({
      commandUsage: (self) => `${usagePath(self)} ${tell(usageWords(self))}`.trim(),
      optionDescription: (option) => option.description + defaultWords(option, tell),
      styleTitle: (title) => tell(HELP_TITLES[title] ?? say(title, title)),
      subcommandTerm: (sub) => sub.name(),
    });
  command.helpCommand(false);
}

function usagePath(command: Command): string {
  return command.parent === null ? command.name() : `mingbai ${command.name()}`;
}

function usageWords(command: Command): Words {
  if (command.parent === null) return say('<命令> [选项]', '<command> [options]');
  const names = command.registeredArguments.map((each) =>
    each.required ? `<${each.name()}>` : `[${each.name()}]`,
  );
  const list = names.join(' ');
  return say(`${list} [选项]`.trim(), `${list} [options]`.trim());
}

function defaultWords(option: Option, tell: (words: Words) => string): string {
  const value: unknown = option.defaultValue;
  if (value === undefined || typeof value === 'boolean') return '';
  return tell(say(`（默认 ${value}）`, ` (default ${value})`));
}

const HELP_TITLES: Record<string, Words> = {
  'Usage:': say('用法：', 'Usage:'),
  'Arguments:': say('参数：', 'Arguments:'),
  'Options:': say('选项：', 'Options:'),
  'Commands:': say('命令：', 'Commands:'),
};

function mayColor(world: World): boolean {
  return world.terminal.out && !world.env.NO_COLOR && world.env.TERM !== 'dumb';
}
