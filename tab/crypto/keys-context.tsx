import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { SealError, type SealErrorCode } from '../../core/ports/seal.ts';
import { drawn } from '../ui/next-paint.ts';
import { loadPart } from '../ui/lazy-loader.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { KeyGroup } from '../../core/model/recipients.ts';
import {
  createKeyKeeper,
  type HeldKey,
  type KeeperState,
  type KeyKeeper,
  type OpenedThing,
  openedThings,
} from './key-store.ts';
import type { WorkingEnvelope } from './unlock.ts';
import { createOpenedWords, type OpenedWords } from './decrypted-text-index.ts';

export type UnlockResult =
  | { readonly ok: true; readonly keys: readonly HeldKey[]; readonly closed: readonly KeyGroup[] }
  | { readonly ok: false; readonly why: SealErrorCode | 'noFile' }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: Refusal };

export interface Keys extends KeeperState {
  readonly personal: string | undefined;
  /** Someone's own key alone opens neither cases nor identities. */
  readonly isUnlocked: boolean;
  readonly mine: AnswerOf<'keys.mine'> | undefined;
  readonly loadMine: () => Promise<Result<AnswerOf<'keys.mine'>>>;
  readonly unlock: (file: Uint8Array | undefined, passphrase: string) => Promise<UnlockResult>;
  /** Tells the server, once, which envelopes gave the keys that just opened a case. */
  readonly tellOpened: () => Promise<void>;
  readonly hold: KeyKeeper['hold'];
  readonly keysOf: KeyKeeper['keysOf'];
  readonly lock: () => void;
  readonly used: KeyKeeper['used'];
  readonly seen: KeyKeeper['seen'];
  readonly shows: (thing: OpenedThing) => () => void;
  readonly openedWords: OpenedWords;
}

const opensSeals = ({ held }: Pick<KeeperState, 'held'>): boolean =>
  held.some(({ group }) => group !== 'personal' && group !== 'new');

const KeysContext = createContext<Keys | undefined>(undefined);

const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const after = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** The wall clock, because monotonic clocks may stop while a machine sleeps; setting it back gives no time back. */
const forwardClock = () => {
  let latest = 0;
  return () => {
    latest = Math.max(latest, Date.now());
    return latest;
  };
};

const loadOpener = () =>
  Promise.all([
    loadPart('crypto/unlock.ts', () => import('./unlock.ts')),
    loadPart('../crypto/key-file-format.ts', () => import('../../crypto/key-file-format.ts')),
  ]);

/**
 * Keeps private keys for the pages within, in memory alone, until they lock. Loads what opens and makes seals at its
 * first use.
 */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const { me, call } = useTab();
  const [opened] = useState(() => new Map<object, OpenedThing>());
  const [keeper] = useState(() =>
    createKeyKeeper({
      now: forwardClock(),
      after,
      idleMinutes: me.idleMinutes,
      opened: () => openedThings.filter((thing) => [...opened.values()].includes(thing)),
    }),
  );
  const [openedWords] = useState(() => createOpenedWords({ isUnlocked: () => opensSeals(keeper.state()) }));
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  const worked = useRef<readonly WorkingEnvelope[]>([]);
  const [mine, setMine] = useState<AnswerOf<'keys.mine'>>();

  // At the moment of locking, before anything is drawn.
  useEffect(() => {
    const end = keeper.subscribe(() => {
      if (!opensSeals(keeper.state())) openedWords.clear();
    });
    return () => {
      end();
      openedWords.clear();
    };
  }, [keeper, openedWords]);

  useEffect(() => {
    for (const input of inputs) window.addEventListener(input, keeper.used, { capture: true, passive: true });
    return () => {
      for (const input of inputs) window.removeEventListener(input, keeper.used, { capture: true });
      keeper.lock();
    };
  }, [keeper]);

  const loadMine = useCallback(async () => {
    const answer = await call('keys.mine', {});
    if (answer.ok) setMine(answer.value);
    return answer;
  }, [call]);

  const unlockFile = useCallback(
    async (chosen: Uint8Array | undefined, passphrase: string): Promise<UnlockResult> => {
      const file = chosen ?? keeper.state().file;
      if (!file) return { ok: false, why: 'noFile' };
      const answer = await loadMine();
      if (!answer.ok) return { ok: false, why: 'refused', refusal: answer.refusal };
      const opener = await loadOpener().catch(() => undefined);
      if (opener === undefined) return { ok: false, why: 'refused', refusal: { code: 'unavailable' } };
      const [{ unlock }, { wrappingOf }] = opener;
      await drawn();
      try {
        const personal = keeper.state().identities;
        const unlocked = await unlock(file, { passphrase, personal }, answer.value);
        // A file without protection is not kept: what is locked must not open by itself.
        worked.current = unlocked.worked;
        const isWrapped = wrappingOf(file) === 'passphrase';
        keeper.hold(unlocked.keys, isWrapped ? file : undefined);
        return { ok: true, ...unlocked };
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        return { ok: false, why: error.code };
      }
    },
    [keeper, loadMine],
  );

  const tellOpened = useCallback(async () => {
    const told = worked.current;
    worked.current = [];
    for (const envelope of told) await call('keys.opened', envelope);
  }, [call]);

  const shows = useCallback<Keys['shows']>(
    (thing) => {
      const one = {};
      opened.set(one, thing);
      return () => void opened.delete(one);
    },
    [opened],
  );

  const keys = useMemo(
    (): Keys => ({
      ...state,
      personal: state.held.find((key) => key.group === 'personal')?.recipient ?? mine?.recipient,
      isUnlocked: opensSeals(state),
      mine,
      loadMine,
      unlock: unlockFile,
      tellOpened,
      hold: keeper.hold,
      keysOf: keeper.keysOf,
      lock: keeper.lock,
      used: keeper.used,
      seen: keeper.seen,
      shows,
      openedWords,
    }),
    [state, mine, loadMine, unlockFile, tellOpened, keeper, shows, openedWords],
  );
  return <KeysContext.Provider value={keys}>{children}</KeysContext.Provider>;
}

export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (keys === undefined) throw new Error('used outside the keys');
  return keys;
}

/** Has it said, if the keys lock by themselves, that this kind of thing was opened and is hidden now. */
export function useShows(thing: OpenedThing, isOpened: boolean): void {
  const { shows } = useKeys();
  useEffect(() => (isOpened ? shows(thing) : undefined), [shows, thing, isOpened]);
}
