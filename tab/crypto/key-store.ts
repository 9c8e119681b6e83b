import type { KeyGroup } from '../../core/model/recipients.ts';

/** `new`: made in this page and not in use yet. `unknown`: no one names it. */
export type KeyOwner = KeyGroup | 'personal' | 'new' | 'unknown';

export interface HeldKey {
  readonly group: KeyOwner;
  readonly identity: string;
  readonly recipient: string;
}

export interface ShownKey {
  readonly group: KeyOwner;
  readonly recipient: string;
}

/** All that is hidden when the keys lock. */
export const openedThings = ['report', 'messages', 'words', 'identity', 'files', 'file'] as const;
export type OpenedThing = (typeof openedThings)[number];

export interface IdleLock {
  readonly at: number;
  readonly hidden: readonly OpenedThing[];
}

export interface KeeperState {
  readonly held: readonly ShownKey[];
  readonly identities: readonly string[];
  /** Whole minutes, rounded up; 0 if nothing is held. */
  readonly minutesLeft: number;
  readonly file: Uint8Array | undefined;
  /** Set when the keys locked by themselves, until it was read or a key was opened. */
  readonly idleLock: IdleLock | undefined;
}

export interface KeeperDependencies {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly idleMinutes: number;
  readonly opened: () => readonly OpenedThing[];
}

export interface KeyKeeper {
  readonly state: () => KeeperState;
  readonly hold: (keys: readonly HeldKey[], file?: Uint8Array) => void;
  readonly keysOf: (owner: KeyOwner) => readonly HeldKey[];
  readonly used: () => void;
  readonly lock: () => void;
  readonly seen: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const minute = 60_000;

/**
 * Keeps private keys in the memory of the page only, and drops them after so many minutes without anyone at the page.
 */
export function createKeyKeeper({ now, after, idleMinutes, opened }: KeeperDependencies): KeyKeeper {
  const listeners = new Set<() => void>();
  let keys: readonly HeldKey[] = [];
  let endsAt = 0;
  let callOff = () => {};
  let state: KeeperState = { held: [], identities: [], minutesLeft: 0, file: undefined, idleLock: undefined };

  const minutesLeft = () => (keys.length === 0 ? 0 : Math.max(0, Math.ceil((endsAt - now()) / minute)));
  const change = (next: Partial<KeeperState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const drop = (idleLock?: IdleLock) => {
    callOff();
    if (keys.length === 0) return;
    keys = [];
    change({ held: [], identities: [], minutesLeft: 0, idleLock });
  };
  const dropIdle = () => drop({ at: now(), hidden: opened() });
  const isOver = () => keys.length > 0 && now() >= endsAt;
  const watch = () => {
    callOff();
    const left = endsAt - now();
    callOff = after(left % minute || minute, () => {
      if (isOver()) return dropIdle();
      change({ minutesLeft: minutesLeft() });
      watch();
    });
  };
  const restart = () => {
    endsAt = now() + idleMinutes * minute;
    watch();
  };

  return {
    state: () => state,
    hold(added, file) {
      if (isOver()) dropIdle();
      const lines = new Set(added.map((key) => key.recipient));
      keys = [...added, ...keys.filter((key) => !lines.has(key.recipient))];
      restart();
      change({
        held: keys.map(({ group, recipient }) => ({ group, recipient })),
        identities: keys.map((key) => key.identity),
        minutesLeft: minutesLeft(),
        file: file ?? state.file,
        idleLock: undefined,
      });
    },
    keysOf: (owner) => (isOver() ? [] : keys.filter((key) => key.group === owner)),
    used() {
      // A machine that slept wakes late: the time that is over is not given back.
      if (isOver()) return dropIdle();
      if (keys.length === 0) return;
      restart();
      if (state.minutesLeft !== minutesLeft()) change({ minutesLeft: minutesLeft() });
    },
    lock: () => drop(),
    seen: () => change({ idleLock: undefined }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
