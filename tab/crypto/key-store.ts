import type { KeyGroup } from '../../core/model/public-keys.ts';

/** `new`: made in this page and not in use yet. `unknown`: no one names it. */
export type KeyOwner = KeyGroup | 'personal' | 'new' | 'unknown';

export interface UnlockedKey {
  readonly group: KeyOwner;
  readonly identity: string;
  readonly recipient: string;
}

export interface UnlockedRecipient {
  readonly group: KeyOwner;
  readonly recipient: string;
}

/** All that is hidden when the keys lock. */
export const decryptedItems = ['report', 'messages', 'words', 'identity', 'files', 'file'] as const;
export type DecryptedItem = (typeof decryptedItems)[number];

export interface IdleLock {
  readonly at: number;
  readonly hidden: readonly DecryptedItem[];
}

export interface KeyStoreState {
  readonly unlocked: readonly UnlockedRecipient[];
  readonly identities: readonly string[];
  /** Whole minutes, rounded up; 0 without keys. */
  readonly minutesLeft: number;
  readonly keyFile: Uint8Array | undefined;
  /** Set when the keys lock by themselves, until read or until a key is unlocked. */
  readonly idleLock: IdleLock | undefined;
}

export interface KeyStoreDependencies {
  readonly now: () => number;
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  readonly idleMinutes: number;
  readonly listDecryptedItems: () => readonly DecryptedItem[];
}

export interface KeyStore {
  readonly state: () => KeyStoreState;
  readonly add: (keys: readonly UnlockedKey[], file?: Uint8Array) => void;
  readonly getKeys: (owner: KeyOwner) => readonly UnlockedKey[];
  readonly recordActivity: () => void;
  readonly lock: () => void;
  readonly dismissIdleLock: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const minuteMs = 60_000;

/** Holds private keys in the page's memory only, and drops them after so many idle minutes. */
export function createKeyStore({ now, schedule, idleMinutes, listDecryptedItems }: KeyStoreDependencies): KeyStore {
  const listeners = new Set<() => void>();
  let keys: readonly UnlockedKey[] = [];
  let expiresAt = 0;
  let cancelTimer = () => {};
  let state: KeyStoreState = { unlocked: [], identities: [], minutesLeft: 0, keyFile: undefined, idleLock: undefined };

  const minutesLeft = () => (keys.length === 0 ? 0 : Math.max(0, Math.ceil((expiresAt - now()) / minuteMs)));
  const update = (next: Partial<KeyStoreState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const clear = (idleLock?: IdleLock) => {
    cancelTimer();
    if (keys.length === 0) return;
    keys = [];
    update({ unlocked: [], identities: [], minutesLeft: 0, idleLock });
  };
  const clearIdle = () => clear({ at: now(), hidden: listDecryptedItems() });
  const isExpired = () => keys.length > 0 && now() >= expiresAt;
  const scheduleCheck = () => {
    cancelTimer();
    const left = expiresAt - now();
    cancelTimer = schedule(left % minuteMs || minuteMs, () => {
      if (isExpired()) return clearIdle();
      update({ minutesLeft: minutesLeft() });
      scheduleCheck();
    });
  };
  const restart = () => {
    expiresAt = now() + idleMinutes * minuteMs;
    scheduleCheck();
  };

  return {
    state: () => state,
    add(added, file) {
      if (isExpired()) clearIdle();
      const recipients = new Set(added.map((key) => key.recipient));
      keys = [...added, ...keys.filter((key) => !recipients.has(key.recipient))];
      restart();
      update({
        unlocked: keys.map(({ group, recipient }) => ({ group, recipient })),
        identities: keys.map((key) => key.identity),
        minutesLeft: minutesLeft(),
        keyFile: file ?? state.keyFile,
        idleLock: undefined,
      });
    },
    getKeys: (owner) => (isExpired() ? [] : keys.filter((key) => key.group === owner)),
    recordActivity() {
      // A machine that slept wakes late, and must not get the expired time back.
      if (isExpired()) return clearIdle();
      if (keys.length === 0) return;
      restart();
      if (state.minutesLeft !== minutesLeft()) update({ minutesLeft: minutesLeft() });
    },
    lock: () => clear(),
    dismissIdleLock: () => update({ idleLock: undefined }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
