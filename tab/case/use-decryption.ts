import { useCallback, useRef, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import type { Refusal } from '../../contract/answers.ts';
import { loadPart } from '../ui/lazy-loader.ts';
import { newRequestId } from '../ui/request-ids.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys, useShows } from '../crypto/keys-context.tsx';
import { callOpening } from './fetch-decryption.ts';
import type { OpenedCase, Opening } from './case-context.ts';
import { type Alarm, alarmsOf, letsWrite } from './integrity-alarms.ts';
import { openedTexts, openWords } from './decrypt-notes.ts';
import { passedIn } from './thread.ts';

type Words = ReadonlyMap<string, string>;
interface State {
  readonly opening: Opening;
  readonly opened: OpenedCase | undefined;
  readonly words: Words;
  readonly alarms: readonly Alarm[];
  readonly isDoubtRecorded: boolean | undefined;
}
const closed: State = {
  opening: { kind: 'closed' },
  opened: undefined,
  words: new Map(),
  alarms: [],
  isDoubtRecorded: undefined,
};

const alarmOf = (error: SealError): Alarm | undefined => (error.code === 'notForThisIdentity' ? undefined : 'damaged');

const loadOpener = () =>
  Promise.all([
    loadPart('../core/casework/decrypted-report.ts', () => import('../../core/casework/decrypted-report.ts')),
    loadPart('crypto/decrypt-case.ts', () => import('../crypto/decrypt-case.ts')),
    loadPart('../crypto/decrypt-seal.ts', () => import('../../crypto/decrypt-seal.ts')),
  ]);

/** Drops what it opened once the keys lock or the case is erased. A doubt is recorded in the history, once. */
export function useOpening(caseId: string, isErased: boolean) {
  const { call } = useTab();
  const { identities, held: shownKeys, mine, isUnlocked, openedWords, tellOpened } = useKeys();
  const [state, setState] = useState<State>(closed);
  useShows('report', state.opened !== undefined);
  useShows('words', state.words.size > 0);
  const held = useRef(identities);
  const hasDoubted = useRef(false);
  held.current = isErased ? [] : identities;

  const isHeld = isUnlocked && !isErased;
  const [wasHeld, setWasHeld] = useState(isHeld);
  if (isHeld !== wasHeld) {
    setWasHeld(isHeld);
    if (!isHeld) setState({ ...closed, alarms: state.alarms, isDoubtRecorded: state.isDoubtRecorded });
  }

  const doubt = useCallback(async () => {
    if (hasDoubted.current) return;
    hasDoubted.current = true;
    const noted = await call('case.doubt', { caseId, request: newRequestId() });
    setState((before) => ({ ...before, isDoubtRecorded: noted.ok }));
  }, [call, caseId]);

  const open = useCallback(async () => {
    const keys = identities;
    const lines = shownKeys.map(({ recipient }) => recipient);
    setState({ ...closed, opening: { kind: 'opening' } });
    const refused = (refusal: Refusal) => setState({ ...closed, opening: { kind: 'refused', refusal } });
    // First of all: a case that cannot be opened here is neither handed out nor recorded as opened.
    const opener = await loadOpener().catch(() => undefined);
    if (opener === undefined) return refused({ code: 'unavailable' });
    const [{ MovedSealError }, { openCase }, { openSealed }] = opener;
    const handed = await callOpening(call, caseId, (sealed) => openSealed(sealed, keys));
    if (!handed.ok && handed.refusal.code === 'notAllowed' && handed.refusal.why === 'keyNotShown')
      return setState({ ...closed, opening: { kind: 'otherKey' } });
    if (!handed.ok) return refused(handed.refusal);
    try {
      const report = await openCase(handed.value, keys);
      const {
        words,
        added,
        closed: notes,
      } = await openWords(handed.value.events, (sealed) => openSealed(sealed, keys));
      // Locked or erased in the meantime.
      if (held.current.length === 0) return setState(closed);
      // Someone who has only an earlier key must ask for the current one; no colleague is at fault.
      const inUse = mine?.recipients[handed.value.record.handledBy] ?? [];
      const closedNotes = lines.some((line) => inUse.includes(line)) ? notes : [];
      const alarms: readonly Alarm[] = [...alarmsOf(report), ...(closedNotes.length > 0 ? (['notes'] as const) : [])];
      const { record, events: entries } = handed.value;
      openedWords.keep(caseId, openedTexts({ answers: report.report.answers, thread: report.thread }, entries, words));
      const opened = { report, record, entries, added, closedNotes, passed: passedIn(entries) };
      setState((before) => ({ ...before, opening: { kind: 'open' }, opened, words, alarms }));
      if (!alarms.every(letsWrite)) await doubt();
      await tellOpened();
    } catch (error) {
      const alarm = error instanceof MovedSealError ? 'moved' : error instanceof SealError ? alarmOf(error) : undefined;
      const kind = error instanceof SealError && alarm === undefined ? 'otherKey' : 'failed';
      setState({ ...closed, opening: { kind }, alarms: alarm === undefined ? [] : [alarm] });
      if (alarm !== undefined) await doubt();
    }
  }, [call, caseId, identities, shownKeys, mine, doubt, openedWords, tellOpened]);

  const wrote = useCallback((digest: string, text: string) => {
    if (held.current.length === 0) return;
    setState((before) => ({ ...before, words: new Map(before.words).set(digest, text) }));
  }, []);

  const doubtFile = useCallback(() => {
    setState((before) => (before.alarms.includes('file') ? before : { ...before, alarms: [...before.alarms, 'file'] }));
    void doubt();
  }, [doubt]);

  return { ...state, open, wrote, doubtFile };
}
