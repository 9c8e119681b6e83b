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
import { nextPaint } from '../ui/next-paint.ts';
import { loadModule } from '../ui/lazy-module.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';
import {
  createKeyStore,
  type UnlockedKey,
  type KeyStoreState,
  type KeyStore,
  type DecryptedItem,
  decryptedItems,
} from './key-store.ts';
import type { WorkingEnvelope } from './unlock-keys.ts';
import { createTitleStore, type TitleStore } from './title-store.ts';
import { createDecryptedTextIndex, type DecryptedTextIndex } from './decrypted-text-index.ts';

export type UnlockResult =
  | { readonly ok: true; readonly keys: readonly UnlockedKey[]; readonly lockedGroups: readonly KeyGroup[] }
  | { readonly ok: false; readonly why: SealErrorCode | 'noFile' }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: Refusal };

export interface Keys extends KeyStoreState {
  readonly personal: string | undefined;
  /** A personal key alone decrypts neither cases nor identities. */
  readonly isUnlocked: boolean;
  readonly mine: OperationAnswer<'keys.mine'> | undefined;
  readonly loadMine: () => Promise<Result<OperationAnswer<'keys.mine'>>>;
  readonly unlock: (file: Uint8Array | undefined, passphrase: string) => Promise<UnlockResult>;
  /** Tells the server, once, which envelopes gave the keys that just decrypted a case. */
  readonly reportWorkingEnvelopes: () => Promise<void>;
  readonly add: KeyStore['add'];
  readonly getKeys: KeyStore['getKeys'];
  readonly lock: () => void;
  readonly recordActivity: KeyStore['recordActivity'];
  readonly dismissIdleLock: KeyStore['dismissIdleLock'];
  readonly trackDecrypted: (thing: DecryptedItem) => () => void;
  readonly textIndex: DecryptedTextIndex;
  readonly titles: TitleStore;
}

const hasDecryptionKey = ({ unlocked: held }: Pick<KeyStoreState, 'unlocked'>): boolean =>
  held.some(({ group }) => group !== 'personal' && group !== 'new');

const KeysContext = createContext<Keys | undefined>(undefined);

const activityEvents = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const schedule = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** The wall clock, because monotonic clocks may stop while a machine sleeps; setting it back gives no time back. */
const createNonDecreasingClock = () => {
  let latest = 0;
  return () => {
    latest = Math.max(latest, Date.now());
    return latest;
  };
};

const loadUnlockModules = () =>
  Promise.all([
    loadModule('crypto/unlock-keys.ts', () => import('./unlock-keys.ts')),
    loadModule('../crypto/identity-file-format.ts', () => import('../../crypto/identity-file-format.ts')),
  ]);

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const { me, call } = useTab();
  const [decryptedItemsByToken] = useState(() => new Map<object, DecryptedItem>());
  const [keyStore] = useState(() =>
    createKeyStore({
      now: createNonDecreasingClock(),
      schedule,
      idleMinutes: me.idleMinutes,
      listDecryptedItems: () => decryptedItems.filter((thing) => [...decryptedItemsByToken.values()].includes(thing)),
    }),
  );
  const [textIndex] = useState(() =>
    createDecryptedTextIndex({ isUnlocked: () => hasDecryptionKey(keyStore.state()) }),
  );
  const [titles] = useState(() => createTitleStore({ isUnlocked: () => hasDecryptionKey(keyStore.state()) }));
  const state = useSyncExternalStore(keyStore.subscribe, keyStore.state);
  const workingEnvelopes = useRef<readonly WorkingEnvelope[]>([]);
  const [mine, setMine] = useState<OperationAnswer<'keys.mine'>>();

  // At the moment of locking, before anything is rendered.
  useEffect(() => {
    const end = keyStore.subscribe(() => {
      if (hasDecryptionKey(keyStore.state())) return;
      textIndex.clear();
      titles.clear();
    });
    return () => {
      end();
      textIndex.clear();
      titles.clear();
    };
  }, [keyStore, textIndex, titles]);

  useEffect(() => {
    for (const input of activityEvents)
      window.addEventListener(input, keyStore.recordActivity, { capture: true, passive: true });
    return () => {
      for (const input of activityEvents) window.removeEventListener(input, keyStore.recordActivity, { capture: true });
      keyStore.lock();
    };
  }, [keyStore]);

  const loadMine = useCallback(async () => {
    const answer = await call('keys.mine', {});
    if (answer.ok) setMine(answer.value);
    return answer;
  }, [call]);

  const unlockFile = useCallback(
    async (chosen: Uint8Array | undefined, passphrase: string): Promise<UnlockResult> => {
      const file = chosen ?? keyStore.state().keyFile;
      if (!file) return { ok: false, why: 'noFile' };
      const answer = await loadMine();
      if (!answer.ok) return { ok: false, why: 'refused', refusal: answer.refusal };
      const opener = await loadUnlockModules().catch(() => undefined);
      if (opener === undefined) return { ok: false, why: 'refused', refusal: { code: 'unavailable' } };
      const [{ unlockKeys }, { detectWrapping }] = opener;
      await nextPaint();
      try {
        const personal = keyStore.state().identities;
        const unlocked = await unlockKeys(file, { passphrase, personal }, answer.value);
        // A file without protection is not stored: locked keys must not unlock by themselves.
        workingEnvelopes.current = unlocked.workingEnvelopes;
        const isWrapped = detectWrapping(file) === 'passphrase';
        keyStore.add(unlocked.keys, isWrapped ? file : undefined);
        return { ok: true, ...unlocked };
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        return { ok: false, why: error.code };
      }
    },
    [keyStore, loadMine],
  );

  const reportWorkingEnvelopes = useCallback(async () => {
    const reportedEnvelopes = workingEnvelopes.current;
    workingEnvelopes.current = [];
    for (const envelope of reportedEnvelopes) await call('keys.opened', envelope);
  }, [call]);

  const trackDecrypted = useCallback<Keys['trackDecrypted']>(
    (thing) => {
      const one = {};
      const markPage = () => document.documentElement.toggleAttribute('data-decrypted', decryptedItemsByToken.size > 0);
      decryptedItemsByToken.set(one, thing);
      markPage();
      return () => {
        decryptedItemsByToken.delete(one);
        markPage();
      };
    },
    [decryptedItemsByToken],
  );

  const keys = useMemo(
    (): Keys => ({
      ...state,
      personal: state.unlocked.find((key) => key.group === 'personal')?.recipient ?? mine?.recipient,
      isUnlocked: hasDecryptionKey(state),
      mine,
      loadMine,
      unlock: unlockFile,
      reportWorkingEnvelopes,
      add: keyStore.add,
      getKeys: keyStore.getKeys,
      lock: keyStore.lock,
      recordActivity: keyStore.recordActivity,
      dismissIdleLock: keyStore.dismissIdleLock,
      trackDecrypted,
      textIndex,
      titles,
    }),
    [state, mine, loadMine, unlockFile, reportWorkingEnvelopes, keyStore, trackDecrypted, textIndex, titles],
  );
  return <KeysContext.Provider value={keys}>{children}</KeysContext.Provider>;
}

export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (keys === undefined) throw new Error('used outside the keys');
  return keys;
}

/** Lets the notice of an idle lock name this kind as hidden, and keeps the page off paper as it is. */
export function useTrackDecrypted(item: DecryptedItem, isDecrypted: boolean): void {
  const { trackDecrypted: shows } = useKeys();
  useEffect(() => (isDecrypted ? shows(item) : undefined), [shows, item, isDecrypted]);
}
