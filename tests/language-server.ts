import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './program.ts';

/** What the server says is wrong in a file. */
export interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** `yaml-language-server` as an editor runs it, with schemas by the files that they are for. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #schemas: object;
  readonly #waiting = new Map<number | string, (result: unknown) => void>();
  readonly #told = new Map<string, (found: readonly Diagnostic[]) => void>();
  #bytes = Buffer.alloc(0);
  #last = 0;

  constructor(schemas: object) {
    this.#schemas = schemas;
    const program = join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server');
    this.#child = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.stdout?.on('data', (more: Buffer) => this.#read(more));
  }

  async start(): Promise<void> {
    const rootUri = pathToFileURL(ROOT).href;
    await this.ask('initialize', { processId: process.pid, rootUri, capabilities: CAPABILITIES });
    this.#send({ method: 'initialized', params: {} });
    this.#send({
      method: 'workspace/didChangeConfiguration',
      params: { settings: this.#settings },
    });
  }

  /** Opens a text as a file of a name, and gives what is wrong in it. */
  async open(name: string, text: string): Promise<{ uri: string; found: readonly Diagnostic[] }> {
    this.#last += 1;
    const uri = pathToFileURL(join(ROOT, `editor-${this.#last}`, name)).href;
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.#told.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return { uri, found: await found };
  }

  /** Asks about a place of an open file. */
  async at(method: string, uri: string, line: number, character: number): Promise<unknown> {
    const position = { line, character };
    return this.ask(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  ask(method: string, params: unknown): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  stop(): void {
    this.#child.kill();
  }

  get #settings() {
    const yaml = { validate: true, hover: true, completion: true, schemas: this.#schemas };
    return { yaml: { ...yaml, schemaStore: { enable: false } } };
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(more: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, more]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/.exec(this.#bytes.toString('utf8', 0, end))?.[1],
      );
      if (end < 0 || this.#bytes.length < end + 4 + length) return;
      const body = this.#bytes.toString('utf8', end + 4, end + 4 + length);
      this.#bytes = this.#bytes.subarray(end + 4 + length);
      this.#hear(JSON.parse(body) as Message);
    }
  }

  #hear({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.#told.get(uri)?.(diagnostics);
    } else if (method !== undefined && id !== undefined) {
      const yaml =
        method === 'workspace/configuration' ? [this.#settings.yaml, {}, {}, {}, {}] : null;
      this.#send({ id, result: yaml });
    } else if (id !== undefined) {
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    }
  }
}

const CAPABILITIES = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: {},
  },
  workspace: { configuration: false, didChangeConfiguration: { dynamicRegistration: false } },
};
