import type { KeyGroup } from '../../concerns/terms/recipients.ts';

/** Whose a key is: a group's, the holder's own, one made in this page and not in use yet, or one that nobody names. */
export type KeyOwner = KeyGroup | 'personal' | 'new' | 'unknown';

/** An unlocked private key. */
export interface HeldKey {
  readonly group: KeyOwner;
  readonly identity: string;
  readonly recipient: string;
}

/** The part of an unlocked key that may be shown. */
export interface ShownKey {
  readonly group: KeyOwner;
  readonly recipient: string;
}

/** The kinds of thing that stand opened in the page, and are hidden when the keys lock. */
export const openedThings = ['report', 'messages', 'words', 'identity', 'files', 'file'] as const;
export type OpenedThing = (typeof openedThings)[number];

/** The trace of nobody being at the page: the keys were dropped, and these things hidden. */
export interface IdleLock {
  /** The time of that, in milliseconds since 1970. */
  readonly at: number;
  readonly hidden: readonly OpenedThing[];
}

/** The keys that are held at a moment; the lists are the same objects until what is held changes. */
export interface KeeperState {
  readonly held: readonly ShownKey[];
  readonly identities: readonly string[];
  /** Whole minutes, rounded up, until what is held is dropped; 0 where nothing is. */
  readonly minutesLeft: number;
  /** The file that was chosen, still wrapped: unlocking again takes only its passphrase. */
  readonly file: Uint8Array | undefined;
  /** Missing where nobody locked by staying away, where a key was opened since, and where it was read. */
  readonly idleLock: IdleLock | undefined;
}

export interface KeeperDependencies {
  /** Milliseconds, never going back. */
  readonly now: () => number;
  /** Runs something after milliseconds; what it returns calls that off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly idleMinutes: number;
  /** The things that stand opened at this moment. */
  readonly opened: () => readonly OpenedThing[];
}

/** Keeps private keys in the memory of the page, and nowhere else. */
export interface KeyKeeper {
  readonly state: () => KeeperState;
  /** Adds keys, and the wrapped file that they came from. A key that is held already takes its new owner. */
  readonly hold: (keys: readonly HeldKey[], file?: Uint8Array) => void;
  /** The unlocked keys of one owner, the newest first. */
  readonly keysOf: (owner: KeyOwner) => readonly HeldKey[];
  /** Somebody is at the page: the minutes count anew. */
  readonly used: () => void;
  /** Drops every private key. The wrapped file stays. */
  readonly lock: () => void;
  /** Somebody has read that it locked by itself. */
  readonly seen: () => void;
  /** Tells of every change of the state; what it returns ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

const minute = 60_000;

/** A keeper that drops what it holds once nobody was at the page for the minutes that are set. */
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
  /** Drops it as nobody is there. It is asked what is opened before that goes with the keys. */
  const dropIdle = () => drop({ at: now(), hidden: opened() });
  const isOver = () => keys.length > 0 && now() >= endsAt;
  const watch = () => {
    callOff();
    const left = endsAt - now();
    // Wakes at each whole minute, so that the page can say how many are left.
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
