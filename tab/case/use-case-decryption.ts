import { useCallback, useRef, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { loadModule } from '../ui/lazy-module.ts';
import { newRequestId } from '../ui/request-ids.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { fetchReleasedSeals } from './fetch-released-seals.ts';
import type { DecryptedCase, DecryptionState } from './case-context.ts';
import { type IntegrityAlarm, findIntegrityAlarms, allowsMessages } from './integrity-alarms.ts';
import { decryptedTexts, decryptNotes } from './decrypt-notes.ts';
import { countMessages } from './message-thread.ts';

type TextsByDigest = ReadonlyMap<string, string>;
interface State {
  readonly decryptionState: DecryptionState;
  readonly decryptedCase: DecryptedCase | undefined;
  readonly textsByDigest: TextsByDigest;
  readonly alarms: readonly IntegrityAlarm[];
  readonly isDoubtRecorded: boolean | undefined;
}
const initialState: State = {
  decryptionState: { kind: 'closed' },
  decryptedCase: undefined,
  textsByDigest: new Map(),
  alarms: [],
  isDoubtRecorded: undefined,
};

const toAlarm = (error: SealError): IntegrityAlarm | undefined =>
  error.code === 'notForThisIdentity' ? undefined : 'damaged';

const loadDecryptModules = () =>
  Promise.all([
    loadModule('../core/casework/decrypt-report.ts', () => import('../../core/casework/decrypt-report.ts')),
    loadModule('crypto/decrypt-released-seals.ts', () => import('../crypto/decrypt-released-seals.ts')),
    loadModule('../crypto/decrypt-seal.ts', () => import('../../crypto/decrypt-seal.ts')),
  ]);

/** Drops the decrypted case once the keys lock or the case is erased. Records a doubt in the history once. */
export function useCaseDecryption(caseId: string, isErased: boolean) {
  const { call } = useTab();
  const { identities, unlocked: shownKeys, mine, isUnlocked, textIndex, reportWorkingEnvelopes } = useKeys();
  const [state, setState] = useState<State>(initialState);
  useTrackDecrypted('report', state.decryptedCase !== undefined);
  useTrackDecrypted('words', state.textsByDigest.size > 0);
  const identitiesRef = useRef(identities);
  const hasDoubted = useRef(false);
  identitiesRef.current = isErased ? [] : identities;

  const isAvailable = isUnlocked && !isErased;
  const [wasAvailable, setWasAvailable] = useState(isAvailable);
  if (isAvailable !== wasAvailable) {
    setWasAvailable(isAvailable);
    if (!isAvailable) setState({ ...initialState, alarms: state.alarms, isDoubtRecorded: state.isDoubtRecorded });
  }

  const recordDoubt = useCallback(async () => {
    if (hasDoubted.current) return;
    hasDoubted.current = true;
    const noted = await call('case.doubt', { caseId, request: newRequestId() });
    setState((before) => ({ ...before, isDoubtRecorded: noted.ok }));
  }, [call, caseId]);

  const open = useCallback(async () => {
    const keys = identities;
    const unlockedRecipients = shownKeys.map(({ recipient }) => recipient);
    setState({ ...initialState, decryptionState: { kind: 'opening' } });
    const showRefusal = (refusal: Refusal) =>
      setState({ ...initialState, decryptionState: { kind: 'refused', refusal } });
    // First: a case that cannot be decrypted here is neither released nor recorded as opened.
    const opener = await loadDecryptModules().catch(() => undefined);
    if (opener === undefined) return showRefusal({ code: 'unavailable' });
    const [{ MisplacedSealError }, { decryptReleasedSeals }, { decryptSeal }] = opener;
    const released = await fetchReleasedSeals(call, caseId, (sealed) => decryptSeal(sealed, keys));
    if (!released.ok && released.refusal.code === 'notAllowed' && released.refusal.why === 'keyNotShown')
      return setState({ ...initialState, decryptionState: { kind: 'otherKey' } });
    if (!released.ok) return showRefusal(released.refusal);
    try {
      const report = await decryptReleasedSeals(released.value, keys);
      const {
        textsByDigest,
        addedFiles,
        undecryptedNotes: notes,
      } = await decryptNotes(released.value.events, (sealed) => decryptSeal(sealed, keys));
      if (identitiesRef.current.length === 0) return setState(initialState);
      // Someone who has only an earlier key must ask for the current one; no colleague is at fault.
      const currentRecipients = mine?.recipients[released.value.record.handledBy] ?? [];
      const closedNotes = unlockedRecipients.some((recipient) => currentRecipients.includes(recipient)) ? notes : [];
      const alarms: readonly IntegrityAlarm[] = [
        ...findIntegrityAlarms(report),
        ...(closedNotes.length > 0 ? (['notes'] as const) : []),
      ];
      const { record, events: entries } = released.value;
      textIndex.replace(
        caseId,
        decryptedTexts({ answers: report.report.answers, thread: report.thread }, entries, textsByDigest),
      );
      const opened = {
        report,
        record,
        entries,
        addedFiles,
        undecryptedNotes: closedNotes,
        messageCounts: countMessages(entries),
      };
      setState((before) => ({
        ...before,
        decryptionState: { kind: 'open' },
        decryptedCase: opened,
        textsByDigest,
        alarms,
      }));
      if (!alarms.every(allowsMessages)) await recordDoubt();
      await reportWorkingEnvelopes();
    } catch (error) {
      const alarm =
        error instanceof MisplacedSealError ? 'moved' : error instanceof SealError ? toAlarm(error) : undefined;
      const kind = error instanceof SealError && alarm === undefined ? 'otherKey' : 'failed';
      setState({ ...initialState, decryptionState: { kind }, alarms: alarm === undefined ? [] : [alarm] });
      if (alarm !== undefined) await recordDoubt();
    }
  }, [call, caseId, identities, shownKeys, mine, recordDoubt, textIndex, reportWorkingEnvelopes]);

  const addWrittenText = useCallback((digest: string, text: string) => {
    if (identitiesRef.current.length === 0) return;
    setState((before) => ({ ...before, textsByDigest: new Map(before.textsByDigest).set(digest, text) }));
  }, []);

  const recordFileDoubt = useCallback(() => {
    setState((before) => (before.alarms.includes('file') ? before : { ...before, alarms: [...before.alarms, 'file'] }));
    void recordDoubt();
  }, [recordDoubt]);

  return { ...state, open, wrote: addWrittenText, recordFileDoubt };
}
