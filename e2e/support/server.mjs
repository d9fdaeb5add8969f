// A demo municipality for the stories: the real program, on a free port, in a folder of its own.
//
// The clock and the made-up families are always the same, so that a story can name what it expects.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MOMENT = '2026-11-19T09:00:00+01:00';
export const SEED = '198';
const READY = /Veven is listening on (http:\/\/127\.0\.0\.1:\d+)/;
const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The program to test: VEVEN_BIN, or else the newest that cargo has built. */
export function program() {
  if (process.env.VEVEN_BIN) return process.env.VEVEN_BIN;
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const built = ['debug', 'release'].map((kind) => join(target, kind, 'veven')).filter((path) => existsSync(path));
  if (built.length === 0) throw new Error(`there is no veven in ${target}: run cargo build -p veven, or set VEVEN_BIN`);
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** One running demo. `url` is where it listens; it stays the same through `restart` and `kill9`. */
export class Server {
  /** Starts a demo with a fresh folder, and waits until it listens. `args` are added to its arguments. */
  static async start({ args = [] } = {}) {
    const server = new Server(args);
    // The same municipality each time, so it is made once for all stories (see prepare.mjs) and copied.
    const made = process.env.VEVEN_MADE_DEMO;
    if (made && args.length === 0) cpSync(made, server.data, { recursive: true });
    try {
      await server.#spawn('127.0.0.1:0');
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  #args;
  #child;
  #exited;
  #lastWords = () => process.kill(this.#child.pid, 'SIGKILL');

  /** The folder that holds its data, kept until `stop`. */
  data = mkdtempSync(join(tmpdir(), 'veven-e2e-'));
  /** Everything it has written to its terminal. */
  output = '';
  url;

  constructor(args) {
    this.#args = args;
  }

  /** Stops it in the ordinary way and starts it again on the same data. */
  async restart() {
    await this.#end('SIGTERM');
    await this.#spawn(new URL(this.url).host);
  }

  /** Stops it in the ordinary way and leaves its data where it is. */
  async pause() {
    await this.#end('SIGTERM');
  }

  /** Kills it in the middle of whatever it does, and starts it again on the same data. */
  async kill9() {
    await this.#end('SIGKILL');
    await this.#spawn(new URL(this.url).host);
  }

  /** Stops it for good and removes its data. */
  async stop() {
    await this.#end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  async #spawn(listen) {
    const args = ['demo', '--data', this.data, '--listen', listen, '--at', MOMENT, '--seed', SEED, ...this.#args];
    const child = spawn(program(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`));
      child.once('error', (error) => resolve(error.message));
    });
    // If the test runner itself goes down, no server is left behind.
    process.once('exit', this.#lastWords);
    void this.#exited.then(() => process.removeListener('exit', this.#lastWords));

    const from = this.output.length;
    const ready = new Promise((resolve) => {
      const hear = (bytes) => {
        this.output += bytes;
        const line = READY.exec(this.output.slice(from));
        if (line) resolve(line[1]);
      };
      child.stdout.setEncoding('utf8').on('data', hear);
      child.stderr.setEncoding('utf8').on('data', hear);
    });
    const tale = (what) => new Error(`${what}\n${program()} ${args.join(' ')}\n${this.output.slice(from)}`);
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(tale(`Veven did not listen within ${START_WITHIN_MS / 1000} s`)), START_WITHIN_MS);
    });
    const gone = this.#exited.then((how) => Promise.reject(tale(`Veven ended before it listened (${how})`)));
    gone.catch(() => {}); // it will end one day; that is an error only while we wait
    try {
      this.url = await Promise.race([ready, gone, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Sends a signal and waits for the end; a server that does not stop when asked to is an error. */
  async #end(signal) {
    const child = this.#child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(() => resolve('late'), STOP_WITHIN_MS)));
    const outcome = await Promise.race([this.#exited, late]);
    clearTimeout(timer);
    if (outcome === 'late') {
      child.kill('SIGKILL');
      await this.#exited;
      throw new Error(`Veven did not stop within ${STOP_WITHIN_MS / 1000} s after ${signal}`);
    }
  }
}
