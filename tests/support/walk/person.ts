import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those who type what the guide says, each at a machine or an account of their own. */
const people = ['root', 'candour', 'holder', 'reviewer'] as const;
export type Person = (typeof people)[number];

export const isPerson = (name: string): name is Person => people.some((one) => one === name);

interface Seat {
  readonly uid: number;
  readonly home: string;
  /** The folders that they may write to; all else is read-only, or not there. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** Whether their machine has no network at all. */
  readonly isOffline: boolean;
}

const stick = '/media/stick';
const data = ['/var/lib/candour', '/var/backups/candour'];

/** What each of them has. The ways are those of the guide: they lead into a folder of the test. */
export const accountByPerson: Readonly<Record<Person, Seat>> = {
  root: {
    uid: 0,
    home: '/root',
    writes: ['/root', '/opt', '/etc/systemd/system', '/var/lib', '/var/backups'],
    reads: [],
    isOffline: false,
  },
  candour: { uid: 65_532, home: '/var/lib/candour', writes: data, reads: ['/opt', stick], isOffline: false },
  holder: { uid: 65_533, home: '/home/holder', writes: ['/home/holder', stick], reads: ['/opt'], isOffline: true },
  reviewer: {
    uid: 65_534,
    home: '/home/reviewer',
    writes: ['/home/reviewer', stick],
    reads: ['/opt'],
    isOffline: false,
  },
};

const system = ['/bin', '/sbin', '/lib', '/lib64'];
const givenByTheSystem = ['/etc/ld.so.cache', '/etc/alternatives', '/etc/nsswitch.conf'];

/** A world in which the guide is walked: folders, and the names of servers in it. */
export interface World {
  /** All of it, on the machine of the test. */
  readonly folder: string;
  readonly names: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** The authorities of certificates that its machines trust. */
  readonly authorities: string;
}

/** Where a way of the guide lies on the machine of the test. */
export const homePath = (world: Pick<World, 'folder'>, way: string): string => join(world.folder, way);

/** Makes the folders of a world, and what the system says of names and accounts there. */
export function createWorld(world: World): void {
  for (const seat of Object.values(accountByPerson)) {
    for (const way of [...seat.writes, ...seat.reads, ...data]) {
      mkdirSync(homePath(world, way), { recursive: true, mode: 0o755 });
    }
  }
  mkdirSync(homePath(world, '/etc'), { recursive: true });
  const hosts = Object.entries({ localhost: '127.0.0.1', ...world.names }).map(([name, at]) => `${at} ${name}\n`);
  writeFileSync(homePath(world, '/etc/hosts'), hosts.join(''));
  writeFileSync(homePath(world, '/etc/authorities.pem'), world.authorities);
  const accounts = Object.entries(accountByPerson).map(
    ([name, { uid, home }]) => `${name}:x:${uid}:${uid}::${home}:/bin/bash\n`,
  );
  writeFileSync(homePath(world, '/etc/passwd'), accounts.join(''));
  const groups = Object.entries(accountByPerson).map(([name, { uid }]) => `${name}:x:${uid}:\n`);
  writeFileSync(homePath(world, '/etc/group'), groups.join(''));
}

const flags = (text: string): readonly string[] => text.split(' ');

/** The arguments with which bubblewrap begins a program as one of them: the system, Node, their folders and no more. */
export function accountCommand(person: Person, world: World, walking: string): readonly string[] {
  const { uid, home, writes, reads, isOffline } = accountByPerson[person];
  const bound = (how: string, ways: readonly string[]): readonly string[] =>
    ways.flatMap((way) => [how, homePath(world, way), way]);
  const set = Object.entries({ HOME: home, USER: person, LANG: 'C.UTF-8', ...world.environment });
  return [
    ...flags('--unshare-user --unshare-pid --unshare-ipc --unshare-uts --cap-drop ALL --clearenv'),
    ...(isOffline ? ['--unshare-net'] : []),
    ...flags('--ro-bind /usr /usr'),
    ...system.flatMap((way) =>
      lstatSync(way).isSymbolicLink() ? ['--symlink', `usr${way}`, way] : ['--ro-bind', way, way],
    ),
    ...givenByTheSystem.flatMap((way) => ['--ro-bind-try', way, way]),
    ...bound('--ro-bind', ['/etc/hosts', '/etc/passwd', '/etc/group', '/etc/authorities.pem']),
    ...flags('--tmpfs /usr/local'),
    '--ro-bind',
    process.execPath,
    '/usr/local/bin/node',
    ...flags('--remount-ro /usr/local'),
    ...flags('--proc /proc --dev /dev --tmpfs /tmp'),
    ...bound('--ro-bind', reads),
    ...bound('--bind', writes),
    '--bind',
    walking,
    '/walk',
    ...flags(`--remount-ro / --uid ${uid} --gid ${uid} --die-with-parent --chdir ${home}`),
    ...flags('--setenv PATH /usr/local/bin:/usr/bin:/bin'),
    ...set.flatMap(([name, value]) => ['--setenv', name, value]),
  ];
}
