import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { main } from '../src/cli.ts';
import { emptyFolder } from './program.ts';

/** Asks the process that opened the door, prints what it answers and ends as it says. */
const CALLER = `
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
const [door, ...argv] = process.argv.slice(2);
const socket = connect(door);
socket.end(JSON.stringify({ argv, cwd: process.cwd(), env: process.env }));
const { code, out, err } = JSON.parse(await text(socket));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
`;

/**
 * The program for shell scripts of tests, run in this process: what a script calls starts in a
 * seventh of the time of the program itself.
 */
export async function openDoor(): Promise<{ command: string; close(): void }> {
  const folder = emptyFolder();
  const [door, caller] = [join(folder, 'door'), join(folder, 'caller.mjs')];
  writeFileSync(caller, CALLER);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let asked = '';
    socket.on('data', (more) => {
      asked += String(more);
    });
    socket.on('end', async () => socket.end(await answer(asked)));
  });
  await new Promise<void>((resolve) => server.listen(door, resolve));
  const command = [process.execPath, caller, door].map((word) => `"${word}"`).join(' ');
  return { command, close: () => server.close() };
}

async function answer(asked: string): Promise<string> {
  const { argv, cwd, env } = JSON.parse(asked);
  const said = { out: '', err: '' };
  const code = await main(argv, {
    cwd,
    env,
    today: '2026-11-02',
    out: (more) => {
      said.out += more;
    },
    err: (more) => {
      said.err += more;
    },
    stdin: async () => new Uint8Array(),
    terminal: { out: false, err: false },
  });
  return JSON.stringify({ code, ...said });
}
