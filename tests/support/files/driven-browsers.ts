import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { launchChromium } from '../browser/chromium.ts';
import { newPage } from '../browser/loopback-page.ts';
import { waitFor } from '../journeys/wait-for.ts';
import { testTimeoutMs } from '../timeout.ts';
import type { Evaluate } from './files-page.ts';

/** A browser with one page, driven by a protocol of its own. */
export interface DrivenBrowser {
  readonly version: string;
  open(address: string): Promise<void>;
  readonly evaluate: Evaluate;
  /** In the one frame of the page. */
  readonly evaluateInFrame: Evaluate;
  stop(): Promise<void>;
}

interface Program {
  /** The first words of it that the pattern's group matches. Throws if it does not start, or ends. */
  readUntil(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

function startProgram(program: string, packageName: string, args: readonly string[], env = {}): Program {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  let problem: string | undefined;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  child.on('error', () => (problem = `${program} does not start: apt-get install ${packageName}`));
  child.on('exit', (code) => (problem ??= `${program} ended with ${String(code)}`));
  return {
    readUntil: (pattern) =>
      waitFor(`${program} says ${String(pattern)}`, () => {
        if (problem !== undefined) throw new Error(problem);
        return pattern.exec(said)?.[1];
      }),
    async stop() {
      if (problem !== undefined) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Chromium, by its own protocol. */
export async function startChromium(): Promise<DrivenBrowser> {
  const browser = await launchChromium();
  const { page } = await newPage(browser, { width: 1_280, height: 1_024 });
  return {
    version: `Chromium ${browser.version()}`,
    async open(address) {
      await page.goto(address);
    },
    evaluate: (expression) => page.evaluate(expression),
    async evaluateInFrame(expression) {
      const frame = page.frames().find((one) => one !== page.mainFrame());
      if (frame === undefined) throw new Error('there is no frame');
      return frame.evaluate(expression);
    },
    stop: () => browser.close(),
  };
}

/** Firefox, by WebDriver BiDi. */
export async function startFirefox(): Promise<DrivenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'candour-firefox-'));
  const program = startProgram(
    'firefox-esr',
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { HOME: profile },
  );
  const { call, close } = await connectBidi(await program.readUntil(/WebDriver BiDi listening on (ws:\S+)/u));
  const { capabilities } = z
    .object({ capabilities: z.object({ browserVersion: z.string() }) })
    .parse(await call('session.new', { capabilities: {} }));
  const { context } = z.object({ context: z.string() }).parse(await call('browsingContext.create', { type: 'tab' }));
  const evaluateIn = async (target: string, expression: string): Promise<unknown> => {
    const answer = bidiValueSchema.parse(
      await call('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify({ value }))`,
        target: { context: target },
        awaitPromise: true,
        userActivation: true,
      }),
    );
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return parseValue(answer.result.value);
  };
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    async open(url) {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: (expression) => evaluateIn(context, expression),
    async evaluateInFrame(expression) {
      const { contexts } = bidiTreeSchema.parse(await call('browsingContext.getTree', { root: context }));
      return evaluateIn(contexts[0].children[0].context, expression);
    },
    async stop() {
      await call('browser.close', {});
      close();
      await program.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const parseValue = (text: string): unknown => z.object({ value: z.unknown().optional() }).parse(JSON.parse(text)).value;

const bidiAnswerSchema = z.object({
  id: z.int().nullish(),
  result: z.unknown(),
  error: z.string().optional(),
  message: z.string().optional(),
});
const bidiValueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);
const bidiTreeSchema = z.object({
  contexts: z.tuple([z.object({ children: z.tuple([z.object({ context: z.string() })]) })]),
});

async function connectBidi(address: string) {
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: z.infer<typeof bidiAnswerSchema>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = bidiAnswerSchema.parse(JSON.parse(String(data)));
    if (typeof answer.id === 'number') waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const call = async (method: string, params: object): Promise<unknown> => {
    const id = (last += 1);
    const answered = new Promise<z.infer<typeof bidiAnswerSchema>>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error}: ${message ?? ''}`);
    return result;
  };
  return { call, close: () => socket.close() };
}

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** WebKitGTK's small browser, on a screen that nobody sees, by WebDriver. */
export async function startWebKitGtk(): Promise<DrivenBrowser> {
  const screen = startProgram('Xvfb', 'xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  const display = await screen.readUntil(/(\d+)\n/u);
  const port = await findFreePort();
  const home = await mkdtemp(join(tmpdir(), 'candour-webkit-'));
  const driver = startProgram('WebKitWebDriver', 'webkit2gtk-driver', [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: `:${display}`,
    HOME: home,
    GDK_BACKEND: 'x11',
  });
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = z.object({ value: z.unknown() }).parse(await response.json());
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value).slice(0, 500)}`);
    return value;
  };
  await waitFor('the driver listens', () =>
    call('GET', '/status').catch(() => driver.readUntil(/()/u).then(() => undefined)),
  );
  const session = z.object({ sessionId: z.string(), capabilities: z.object({ browserVersion: z.string() }) }).parse(
    await call('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
      },
    }),
  );
  const path = `/session/${session.sessionId}`;
  await call('POST', `${path}/timeouts`, { script: testTimeoutMs });
  const evaluate: Evaluate = async (expression) => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve(${expression}).then((value) => done(JSON.stringify({ value })), (error) => done(String(error)));`;
    return parseValue(z.string().parse(await call('POST', `${path}/execute/async`, { script, args: [] })));
  };
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    async open(url) {
      await call('POST', `${path}/url`, { url });
    },
    evaluate,
    async evaluateInFrame(expression) {
      await call('POST', `${path}/frame`, {
        id: await call('POST', `${path}/element`, { using: 'css selector', value: 'iframe' }),
      });
      try {
        return await evaluate(expression);
      } finally {
        await call('POST', `${path}/frame/parent`, {});
      }
    },
    async stop() {
      await call('DELETE', path);
      await driver.stop();
      await screen.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
