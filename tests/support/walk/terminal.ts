import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Person, accountCommand, accountByPerson, type World } from './person.ts';

/** How a block ended. */
export interface CommandResult {
  readonly code: number;
  readonly printed: string;
  /** The line of the block that failed; 0 where none did. */
  readonly failedAt: number;
}

/** A block that runs. */
export interface RunningCommand {
  readonly printed: () => string;
  /** Answers once this holds of what was printed, or once the block has ended. */
  until(holds: (printed: string) => boolean): Promise<void>;
  /** Presses a key, or types what a prompt asks for. */
  type(text: string): void;
  readonly ended: Promise<CommandResult>;
}

/** What somebody answers to a question of a program; `undefined` where it asks nothing yet. */
export type PromptAnswer = (askedSince: string) => string | undefined;

const head = [
  'cd "$(cat /walk/place)"',
  `trap 'pwd > /walk/place' EXIT`,
  `trap 'failed=$?; echo "$LINENO" > /walk/failed; exit "$failed"' ERR`,
];

/** Where somebody's terminal stands: each block begins in the folder in which the one before ended. */
function walkingOf(world: World, person: Person, name: string): string {
  const folder = join(world.folder, 'walk', `${person}-${name}`);
  mkdirSync(folder, { recursive: true });
  const place = join(folder, 'place');
  if (!existsSync(place)) writeFileSync(place, `${accountByPerson[person].home}\n`);
  return folder;
}

function watched(
  child: ChildProcess,
  code: () => Omit<CommandResult, 'code' | 'printed'>,
  answering: PromptAnswer,
): RunningCommand {
  let printed = '';
  let answered = 0;
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
    const answer = answering(printed.slice(answered));
    if (answer === undefined) return;
    answered = printed.length;
    child.stdin?.write(answer);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      look();
    });
  }
  child.stdin?.on('error', () => undefined);
  const ended = once(child, 'close').then(([status]) => ({ code: Number(status ?? -1), printed, ...code() }));
  return {
    printed: () => printed,
    ended,
    type: (text) => void child.stdin?.write(text),
    async until(holds) {
      const seen = new Promise<void>((resolve) => {
        const one = () => {
          if (!holds(printed)) return;
          waiting.delete(one);
          resolve();
        };
        waiting.add(one);
        one();
      });
      await Promise.race([seen, ended]);
    },
  };
}

/** Has somebody type a block at a terminal of theirs, with a shell that ends at the first line that fails. */
export function typeBlock(
  world: World,
  person: Person,
  code: string,
  { terminal = 'main', answering = () => undefined }: { terminal?: string; answering?: PromptAnswer } = {},
): RunningCommand {
  const walking = walkingOf(world, person, terminal);
  writeFileSync(join(walking, 'block.sh'), `${[...head, code].join('\n')}\n`);
  writeFileSync(join(walking, 'failed'), '');
  const shell = ['script', '-qefc', 'exec bash -eu -o pipefail /walk/block.sh', '/dev/null'];
  const child = spawn('bwrap', [...accountCommand(person, world, walking), ...shell], {
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const failedAt = () => {
    const line = Number(readFileSync(join(walking, 'failed'), 'utf8'));
    return { failedAt: line === 0 ? 0 : line - head.length };
  };
  return watched(child, failedAt, answering);
}

/** Ends what it has begun, by SIGTERM, once a line comes in: as a service is told to end. */
const asService = (program: string): string =>
  [
    'exec 3<&0',
    `${program} < /dev/null 3<&- &`,
    'begun=$!',
    '( read -r _ <&3; kill -TERM "$begun" ) &',
    'told=$!',
    'code=0; wait "$begun" || code=$?',
    'kill "$told" 2> /dev/null || true',
    'exit "$code"',
  ].join('\n');

/** Begins a program as a service of somebody, in a folder; a line that is typed tells it to end. */
export function startService(world: World, person: Person, program: string, folder: string): RunningCommand {
  const walking = walkingOf(world, person, 'service');
  const args = [...accountCommand(person, world, walking), '--chdir', folder, 'bash', '-c', asService(program)];
  const child = spawn('bwrap', args, { env: { PATH: '/usr/bin:/bin' }, stdio: ['pipe', 'pipe', 'pipe'] });
  return watched(
    child,
    () => ({ failedAt: 0 }),
    () => undefined,
  );
}
