import type { RuleDoc } from '../model/rule-doc.ts';
import { say } from '../model/words.ts';

/** What can be wrong with a file before anything of it is read. */
export const FILE_RULES = [
  {
    id: 'file-encoding',
    severity: 'error',
    title: say(
      '文件不是 UTF-8 文本，或换行不对',
      'file is no UTF-8 text, or its lines end with CR',
    ),
    why: say(
      '目录里的文件一律用 UTF-8 保存，用别的编码读出来是乱码。',
      'Every file of a catalogue is UTF-8; read as anything else its text is garbled.',
    ),
    bad: '# 以 GB18030 或 UTF-16 保存的文件',
    good: '# 以 UTF-8 保存的文件',
  },
  {
    id: 'invisible-character',
    severity: 'error',
    title: say('有看不见的字符', 'invisible character'),
    why: say(
      '零宽字符、文字方向控制符和控制字符看不见，却让两个看着一样的名称对不上，也能让人看到的和存下的不是一回事。',
      'Zero-width, direction and control characters make equal-looking texts differ, or show what is not there.',
    ),
    bad: 'name: "取水\\u200b许可"\n',
    good: 'name: 取水许可\n',
  },
  {
    id: 'file-refused',
    severity: 'error',
    title: say('文件不能读取', 'file that is not read'),
    why: say(
      '只读取目录里的普通文件：设备、管道、名字里有看不见的字符的文件和过大的文件一律不打开。',
      'Only plain files of the catalogue are read: no devices, pipes, unreadable names or huge files.',
    ),
    bad: '# items/water/pipe.yaml 是管道',
    good: '# items/water/water-abstraction.yaml 是普通文件',
  },
  {
    id: 'settings-name',
    severity: 'error',
    title: say('设置文件的名字写法不对', 'settings under another name'),
    why: say(
      '设置只从 mingbai.yaml 读取，换一种写法（大小写、扩展名）就全部不起作用。',
      'Settings are read from mingbai.yaml only; under another spelling none of them works.',
    ),
    bad: '# MINGBAI.YAML 或者 mingbai.yml',
    good: '# mingbai.yaml',
  },
  {
    id: 'file-size',
    severity: 'error',
    title: say('文件太大、太长，或者一层套一层太深', 'file is too large, too long or too deep'),
    why: say(
      '一个事项写几千字、套七八层。超过 1 MB、200 层或者一栏 2000 项的不是事项，读它会拖住所有人。',
      'An item has some thousand words and 8 levels. What has 1 MB, 200 levels or 2,000 entries is no item.',
    ),
    bad: 'notes: [[[[ … ]]]]\n',
    good: 'notes: 请携带原件核对。\n',
  },
  {
    id: 'file-empty',
    severity: 'error',
    title: say('文件没有内容', 'file is empty'),
    why: say('空文件里没有事项。', 'An empty file describes nothing.'),
    bad: '',
    good: 'id: water-abstraction\nname: 取水许可\n',
  },
] as const satisfies readonly RuleDoc[];

/** What can be wrong with where a file lies, and with forms. */
export const FORM_RULES = [
  {
    id: 'path-escape',
    severity: 'error',
    title: say('路径指向目录之外', 'path leads out of the catalogue'),
    why: say('只能发布目录里的文件。', 'Only files of the catalogue are published.'),
    bad: 'materials: [{ name: 申请书, blank: forms/../../etc/passwd }]\n',
    good: 'materials: [{ name: 申请书, blank: forms/water/application.docx }]\n',
  },
  {
    id: 'form-type',
    severity: 'error',
    title: say('这种文件不能发布', 'type of file that is not published'),
    why: say(
      '网站上的网页、脚本和程序会在群众的电脑上运行。可以发布的类型见 data/forms.yaml。',
      'Pages, scripts and programs would run on people’s machines; data/forms.yaml lists what may be published.',
    ),
    bad: 'materials: [{ name: 申请书, blank: forms/water/application.html }]\n',
    good: 'materials: [{ name: 申请书, blank: forms/water/application.docx }]\n',
  },
  {
    id: 'form-content',
    severity: 'error',
    title: say('表格文件的内容不能发布', 'form with content that is not published'),
    why: say(
      '扩展名和内容不一致，带宏、脚本、程序或者已经损坏的文件，一律不发布。',
      'Files that are not what their name says, hold macros, scripts or programs, or are damaged, are not published.',
    ),
    bad: '# forms/water/application.docx 里有宏',
    good: '# forms/water/application.docx 只有文字和表格',
  },
  {
    id: 'form-name',
    severity: 'error',
    title: say('表格文件的名字不安全', 'unsafe name of a form'),
    why: say(
      '引号、斜杠、井号这些符号在网址和下载的文件名里有别的意思。',
      'Quotes, slashes and number signs mean something else in addresses and names of downloads.',
    ),
    bad: '# forms/water/申请表#1.docx',
    good: '# forms/water/申请表-1.docx',
  },
  {
    id: 'duplicate-file-name',
    severity: 'error',
    title: say('两个文件名只有大小写不同', 'two file names that differ in case only'),
    why: say(
      '在 Windows 和 macOS 上后写的一个会盖掉前一个。',
      'On Windows and macOS the one written later takes the place of the other.',
    ),
    bad: '# forms/water/Application.docx 和 forms/water/application.docx',
    good: '# forms/water/application-blank.docx 和 forms/water/application-sample.docx',
  },
  {
    id: 'stray-file',
    severity: 'warning',
    title: say('文件不在约定的位置', 'file in an unexpected place'),
    why: say('放错位置的文件不会被读取。', 'A misplaced file is not read.'),
    bad: '# items/water-abstraction.yaml',
    good: '# items/water/water-abstraction.yaml',
  },
] as const satisfies readonly RuleDoc[];
