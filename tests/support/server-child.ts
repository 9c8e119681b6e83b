import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { childEnvironment } from './child-environment.ts';
import { importedPath } from './imported-file.ts';

/** The server as `npm run serve` starts it, with nothing of this process's environment but the path. */
export interface ServerChild {
  readonly child: ChildProcess;
  /** The port, once it is said. */
  readonly started: Promise<number>;
  /** Its code, once it and all that it started have ended. */
  readonly ended: Promise<number | null>;
  /** The events of its log so far. Throws where a line is none. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  readonly said: () => string;
  readonly complained: () => string;
}

const program = importedPath(() => import('../../bot/main.ts'), import.meta.url);

/** Starts it in a folder. It is ended by whoever started it. */
export function startServerChild(folder: string, environment: Readonly<Record<string, string>>): ServerChild {
  const child = spawn(process.execPath, ['--no-warnings', program], {
    cwd: folder,
    env: { ...childEnvironment, ...environment },
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const started = new Promise<number>((settle) => {
    child.stdout.on('data', () => {
      const port = /"event":"started","port":(\d+)/u.exec(said)?.[1];
      if (port !== undefined) settle(Number(port));
    });
  });
  return {
    child,
    started,
    ended: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null)),
    log: () =>
      said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    said: () => said,
    complained: () => complained,
  };
}
