import { sep } from 'node:path';
import { isUnreadable } from '../model/files.ts';
import { say } from '../model/words.ts';
import type { PanelFinding } from '../publish/checks.ts';
import { Preview } from '../publish/preview.ts';
import { type Serving, servePreview } from '../publish/serve.ts';
import { TemplateError } from '../render/html/template-check.ts';
import { visible } from '../text/visible.ts';
import { diskWords, faultWords } from '../world/disk-fault.ts';
import { checkFolder } from './check-folder.ts';
import { type Session, UsageError } from './command.ts';
import { measuresFor } from './measures.ts';
import { type Opened, openCatalog } from './open.ts';
import { siteChanges } from './site-changes.ts';
import { siteOptions } from './site-options.ts';

/** Starts the preview of a catalogue. Throws UsageError when there is none or the port is taken. */
export async function startPreview(
  folder: string | undefined,
  options: Record<string, unknown>,
  port: number,
  session: Session,
): Promise<Serving> {
  const opened = openCatalog(folder, session);
  const site = await siteOptions(opened, options, session);
  const preview = new Preview(opened, {
    load: () => openedAgain(folder, session),
    context: site,
    measures: measuresFor,
    changes: (catalog) => siteChanges(opened.root, catalog, options.since, session),
  });
  const input = {
    preview,
    root: opened.root,
    theme: site.theme.startsWith(opened.root + sep) ? '' : site.theme,
    port,
    check: () => panelFindings(folder, session),
    asset: (name: string) => site.assets(`templates/${name}`),
    unwatched: () => session.world.err(session.tell(UNWATCHED)),
    failed: (error: unknown) => session.world.err(`${failedLine(error, session)}\n`),
    explain,
  };
  try {
    return await servePreview(input);
  } catch (error) {
    const why = faultWords(error);
    if (why === undefined || !(error instanceof Error && 'port' in error)) throw error;
    const zh = `端口 ${port} ${why.zh}，用 --port 换一个`;
    throw new UsageError(say(zh, `port ${port}: ${why.en}; name another one with --port`));
  }
}

/** What went wrong while a file was being changed, in one line. */
function failedLine(error: unknown, { tell }: Session): string {
  const known = error instanceof UsageError ? error.words : diskWords(error);
  const why = known === undefined ? String(error) : tell(known);
  return visible(tell(say(`这次改动没有跟上：${why}`, `a change was not followed: ${why}`)));
}

/** The catalogue as it is now; undefined while there is none, or a file of it is going away. */
function openedAgain(folder: string | undefined, session: Session): Opened | undefined {
  try {
    return openCatalog(folder, session);
  } catch (error) {
    if (error instanceof UsageError || isUnreadable(error)) return undefined;
    throw error;
  }
}

const UNREADABLE = say(
  '有文件读不了，这次没有查完；下次保存后再查',
  'a file cannot be read, so the check was not finished; the next save checks again',
);

const UNWATCHED = say(
  '有文件夹看不到改动：改完后重新启动预览\n',
  'changes in a folder cannot be seen: start the preview again after them\n',
);

/** In the preview a thread pays earlier: pages are to be made meanwhile. */
const CHOICES = { profiles: undefined, cache: true, itemsAThread: 128 };

/** What checking finds; a catalogue that cannot be opened right now has one finding that says so. */
async function panelFindings(
  folder: string | undefined,
  session: Session,
): Promise<PanelFinding[]> {
  try {
    const { findings, reportOf, keep } = await checkFolder(folder, session, CHOICES);
    keep();
    return Array.from(reportOf(findings).findings, (finding) => ({
      severity: finding.severity,
      path: finding.path,
      line: finding.span.line,
      message: session.tell(finding.message),
      hint: finding.hint === undefined ? '' : session.tell(finding.hint),
    }));
  } catch (error) {
    const words = error instanceof UsageError ? error.words : isUnreadable(error) && UNREADABLE;
    if (!words) throw error;
    const message = session.tell(words);
    return [{ severity: 'error', path: folder ?? '.', line: 1, message, hint: '' }];
  }
}

/** A page in place of one that cannot be rendered. */
function explain(error: unknown): string {
  const words = error instanceof TemplateError ? error.message : String(error);
  const text = words.replace(/[<&]/g, (found) => (found === '<' ? '&lt;' : '&amp;'));
  const head = '<meta charset="utf-8"><title>预览出错</title>';
  const body = `<h1>预览出错</h1><p>${text}</p>`;
  return `<!doctype html><html lang="zh"><head>${head}</head><body>${body}</body></html>`;
}
