import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPreview } from '../src/commands/preview.ts';
import type { Serving } from '../src/publish/serve.ts';
import { emptyFolder, ROOT, session } from './program.ts';

const cwd = emptyFolder();
const catalog = join(cwd, 'catalog');
const item = join(catalog, 'items/water/water-abstraction.yaml');
const sound = readFileSync(join(ROOT, 'tests/catalog/items/water/water-abstraction.yaml'));
let serving: Serving;

beforeAll(async () => {
  cpSync(join(ROOT, 'tests/catalog'), catalog, { recursive: true });
  const inert = '<svg xmlns="http://www.w3.org/2000/svg"><text>表</text></svg>';
  writeFileSync(join(catalog, 'forms/page.svg'), inert);
  writeFileSync(join(catalog, 'forms/page.html'), '<script>parent.x</script>');
  serving = await startPreview(catalog, {}, 0, session(cwd));
});
afterAll(() => {
  serving.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** Sends bytes as they are and gives the first line and the heads of the answer. */
function send(request: string): Promise<string> {
  const { port, hostname } = new URL(serving.url);
  return new Promise((resolve) => {
    let answer = '';
    const socket: Socket = connect(Number(port), hostname, () => socket.write(request));
    // Half a request is waited for.
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (part) => {
      answer += part.toString();
    });
    socket.on('error', () => resolve('closed'));
    socket.on('close', () => resolve(answer === '' ? 'closed' : answer));
  });
}

async function statusOf(target: string, host = '127.0.0.1', method = 'GET'): Promise<string> {
  const head = `Host: ${host}\r\nConnection: close\r\n\r\n`;
  const answer = await send(`${method} ${target} HTTP/1.1\r\n${head}`);
  return answer.split(' ')[1] ?? answer;
}

async function isAlive(): Promise<boolean> {
  return (await fetch(serving.url)).status === 200;
}

describe('a request line', () => {
  const lines: readonly (readonly [target: string, status: RegExp])[] = [
    ['/', /200/],
    ['//', /400/],
    ['///', /400/],
    ['//@', /400/],
    ['//:99999/', /400/],
    ['/items//water/', /400/],
    ['/..', /400/],
    ['/../../etc/passwd', /400/],
    ['/%2e%2e/%2e%2e/etc/passwd', /400/],
    ['/.', /400/],
    ['/a/./b', /400/],
    ['/%', /400/],
    ['/%zz', /400/],
    ['/%c0%ae', /400/],
    ['/%00', /400/],
    ['/a%0d%0ab', /400/],
    ['/%5c..%5cx', /400/],
    ['http://evil.example/', /400/],
    ['http://127.0.0.1/', /400/],
    ['*', /400/],
    [`/${'a'.repeat(3000)}`, /414/],
    [`/${'a'.repeat(20_000)}`, /431|closed/],
    ['/?%zz#%', /200/],
    ['/__mingbai/', /404/],
    ['/__mingbai/preview.js/x', /404/],
    ['/__mingbai/../events', /400/],
    ['/__proto__', /404/],
    ['/constructor/', /404/],
    ['/items/toString/', /404/],
    ['/forms', /404/],
  ];
  test.each(lines)('%.40s', async (target, status) => {
    expect(await statusOf(target)).toMatch(status);
    expect(await isAlive()).toBe(true);
  });

  const hosts = ['evil.example', '127.0.0.1.evil.example', 'localhost:x', '', '127.0.0.1:99999999'];
  test.each(hosts)('for the host %j is not read', async (host) => {
    expect(await statusOf('//', host)).toMatch(/403|400/);
    expect(await statusOf('/', host)).toMatch(/403|400/);
  });

  test('that only changes something, or is none', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS']) {
      expect(await statusOf('/', '127.0.0.1', method)).toBe('405');
    }
    for (const bytes of [
      '\0\0\0',
      'GET\r\n\r\n',
      'x'.repeat(100),
      '\x16\x03\x01',
      'GET / HTTP/9\r\n\r\n',
    ]) {
      expect(await send(bytes)).toMatch(/^HTTP\/1\.1 4|closed/);
    }
    expect(await isAlive()).toBe(true);
  });

  test('for a form gets it without letting it act', async () => {
    const { headers } = await fetch(`${serving.url}forms/page.svg`);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${serving.url}forms/page.html`)).status).toBe(404);
  });
});

describe('an edit', () => {
  const folder = join(catalog, 'items/water');
  const edits: readonly (readonly [string, () => void])[] = [
    ['deletes a file', () => unlinkSync(item)],
    ['makes it a folder', () => mkdirSync(item)],
    ['makes it a link to nowhere', () => symlinkSync('nowhere', item)],
    ['makes it a link to itself', () => symlinkSync('water-abstraction.yaml', item)],
    ['makes it a link out of the catalogue', () => symlinkSync('/etc/passwd', item)],
    ['makes it unreadable', () => writeFileSync(item, sound, { mode: 0 })],
    ['writes rubbish', () => writeFileSync(item, Buffer.from([0xff, 0, 0xfe, 0x80]))],
    ['writes nothing', () => writeFileSync(item, '')],
    ['renames a folder', () => renameSync(folder, `${folder}-2`)],
    ['brings it back', () => renameSync(`${folder}-2`, folder)],
    ['takes the settings', () => renameSync(join(catalog, 'mingbai.yaml'), join(cwd, 'm.yaml'))],
    ['makes them a folder', () => mkdirSync(join(catalog, 'mingbai.yaml'))],
    ['takes the whole catalogue', () => renameSync(catalog, `${catalog}-2`)],
  ];
  test.each(edits)('that %s does not stop the preview', async (name, act) => {
    if (/makes it|writes/.test(name)) rmSync(item, { recursive: true, force: true });
    if (/them a folder/.test(name)) rmSync(join(catalog, 'mingbai.yaml'), { force: true });
    act();
    await wait(400);
    for (const path of ['', 'items/water/water-abstraction/', '__mingbai/findings.json']) {
      expect((await fetch(serving.url + path)).status).toBeGreaterThanOrEqual(200);
    }
  });
});

describe('the program', () => {
  const bin = join(ROOT, 'bin/mingbai.js');

  test('ends when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const argv = [bin, 'serve', join(ROOT, 'tests/catalog'), '--port', String(port)];
    const child = spawn(process.execPath, argv);
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    other.close();
    expect([code, err]).toEqual([2, `mingbai: 端口 ${port} 已被占用，用 --port 换一个\n`]);
  });
});
