import { type FSWatcher, watch } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, sep } from 'node:path';
import { Checks, type PanelFinding } from './checks.ts';
import type { Preview } from './preview.ts';
import { readRequest } from './serve-request.ts';

/** What a preview server is given. */
export interface ServeInput {
  readonly preview: Preview;
  /** The catalogue's folder, absolute: watched with everything below it. */
  readonly root: string;
  /** A theme's folder outside of the catalogue, absolute; empty when there is none. */
  readonly theme: string;
  readonly port: number;
  /** Checks the whole catalogue. */
  check(): Promise<readonly PanelFinding[]>;
  /** The panel's script and style sheet. */
  asset(name: string): Uint8Array;
  /** Called when changes in a folder cannot be seen (any more). */
  unwatched(): void;
  /** Told of a fault that kept something from being shown or checked; the preview goes on. */
  failed(error: unknown): void;
  /** A page for a fault that stops a page from being rendered. */
  explain(error: unknown): string;
}

/** A running preview. */
export interface Serving {
  readonly url: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
};
const OWN = '/__mingbai/';
const SAFE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const INERT = {
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};
/** After a save editors may write once more; the whole is checked when they are done. */
const SETTLE = 15;
const CHECK_AFTER = 250;

/**
 * Serves a preview on this machine only, and tells open pages when the catalogue changes. Pages are
 * there at once; what is wrong with the catalogue is found meanwhile.
 */
export async function servePreview(input: ServeInput): Promise<Serving> {
  const listeners = new Set<ServerResponse>();
  const checks = new Checks(input.check);
  const tell = (event: string): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: \n\n`);
  };
  const server = createServer((request, response) => {
    const asked = readRequest(request);
    if ('status' in asked) return void response.writeHead(asked.status, SAFE).end();
    const { path } = asked;
    if (path === `${OWN}events`) return listen(response, listeners);
    if (path === `${OWN}findings.json`) return void sendFindings(checks, input, response);
    if (path.startsWith(OWN)) return sendOwn(path.slice(OWN.length), input, response);
    void sendPage(path, input, response);
  });
  // Nothing is watched, and so nothing has to be let go, when the port is taken.
  await listenOn(server, input.port);
  const themes = watchTheme(input, tell);
  const stopWatching = watchFolder(input, tell, async () => {
    await checks.again();
    tell('findings');
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      stopWatching();
      themes?.close();
      for (const listener of listeners) listener.end();
      server.close();
    },
  };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** A changed item is shown at once; anything else is read anew first. Gives how to stop. */
function watchFolder(
  { preview, root, unwatched, failed }: ServeInput,
  tell: (event: string) => void,
  check: () => Promise<void>,
): () => void {
  const changed = new Set<string>();
  let soon: NodeJS.Timeout | undefined;
  let checking: NodeJS.Timeout | undefined;
  const show = (): void => {
    const paths = [...changed];
    changed.clear();
    survive(() => {
      if (!paths.every((path) => preview.change(path))) preview.reload();
    }, failed);
    tell('reload');
    clearTimeout(checking);
    checking = setTimeout(() => {
      preview.forgetChanges();
      void check().catch(failed);
    }, CHECK_AFTER);
  };
  const watcher = watchBelow(root, unwatched, (name) => {
    const path = name.split(sep).join('/');
    if (/(^|\/)\.|~$|\.sw.$/.test(path)) return;
    changed.add(path);
    clearTimeout(soon);
    soon = setTimeout(show, SETTLE);
  });
  return () => {
    watcher?.close();
    clearTimeout(soon);
    clearTimeout(checking);
  };
}

/** After a change in the theme all pages are made anew. */
function watchTheme(
  { preview, theme, unwatched, failed }: ServeInput,
  tell: (event: string) => void,
): FSWatcher | undefined {
  if (theme === '') return undefined;
  let soon: NodeJS.Timeout | undefined;
  return watchBelow(theme, unwatched, () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      survive(() => preview.restyle(), failed);
      tell('reload');
    }, SETTLE);
  });
}

/** A file may be anything at the moment it is read; the next save shows how it is then. */
function survive(act: () => void, failed: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    failed(error);
  }
}

/** Hears of changes below a folder; a system may have no more watchers to give. */
function watchBelow(
  folder: string,
  unwatched: () => void,
  heard: (name: string) => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: true }, (_, name) => heard(name ?? ''));
    return watcher.on('error', unwatched);
  } catch {
    unwatched();
    return undefined;
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function sendOwn(name: string, { asset }: ServeInput, response: ServerResponse): void {
  if (name !== 'preview.js' && name !== 'preview.css') return void response.writeHead(404).end();
  send(response, 200, extname(name), asset(name));
}

async function sendFindings(
  checks: Checks,
  { failed }: ServeInput,
  response: ServerResponse,
): Promise<void> {
  try {
    send(response, 200, '.json', JSON.stringify(await checks.last));
  } catch (error) {
    failed(error);
    send(response, 500, '.json', '[]');
  }
}

async function sendPage(
  pathname: string,
  { preview, explain }: ServeInput,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    const body = await preview.file(path);
    if (body !== undefined) return send(response, 200, extname(path), withPanel(body));
    send(response, 404, '.html', withPanel((await preview.file('404.html')) ?? ''));
  } catch (error) {
    send(response, 500, '.html', withPanel(explain(error)));
  }
}

/** The panel goes into every page, as files of this server: the page's own policy holds. */
function withPanel(body: string | Uint8Array): string | Uint8Array {
  if (typeof body !== 'string') return body;
  const style = `<link rel="stylesheet" href="${OWN}preview.css">`;
  const script = `<script src="${OWN}preview.js" defer></script>`;
  return body.replace('</body>', () => `${style}${script}</body>`);
}

function send(
  response: ServerResponse,
  status: number,
  extension: string,
  body: string | Uint8Array,
): void {
  const type = TYPES[extension] ?? 'application/octet-stream';
  // Pages name their own policy; a form that somebody handed in is no page and runs nothing.
  const inert = typeof body === 'string' || extension === '.pdf' ? {} : INERT;
  response.writeHead(status, { ...SAFE, ...inert, 'content-type': type });
  response.end(body);
}
