import { createContext, useContext } from 'react';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { EventRecord, NoteReader } from '../../core/model/event-record.ts';
import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { CaseView, MessageCounts, Refusal } from '../../contract/operation-answers.ts';
import type { IntegrityAlarm } from './integrity-alarms.ts';
import type { FilesAddition, UndecryptedNote } from './decrypt-notes.ts';
import type { SealingRefusal } from '../ui/change-outcome.ts';
import type { Result } from '../ui/tab-context.ts';

/** `refused`: the reader may not see the case; `out`: they are excluded from it. */
export type LeaveReason = 'refused' | 'out';

/** In clear, as it was when decrypted. Dropped once the keys lock. */
export interface DecryptedCase {
  readonly report: DecryptedReport;
  readonly record: CaseRecord;
  readonly entries: readonly EventRecord[];
  readonly addedFiles: readonly FilesAddition[];
  /** Words for all handlers that a current key here does not decrypt. */
  readonly undecryptedNotes: readonly UndecryptedNote[];
  readonly messageCounts: MessageCounts;
}

export type DecryptionState =
  | { readonly kind: 'closed' | 'opening' | 'open' | 'otherKey' | 'failed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `count` tells a proposal from its repeat. Nothing of this leaves the page. */
type ProposedAction =
  | { readonly kind: 'exclude'; readonly person: PersonId; readonly count: number }
  | { readonly kind: 'conflict'; readonly count: number };

export interface CaseContext {
  readonly view: CaseView;
  readonly show: (view: CaseView) => void;
  readonly reload: () => Promise<CaseView | undefined>;
  readonly leave: (how: LeaveReason) => void;
  readonly decryptedCase: DecryptedCase | undefined;
  readonly decryptionState: DecryptionState;
  readonly alarms: readonly IntegrityAlarm[];
  readonly isDoubtRecorded: boolean | undefined;
  readonly recordFileDoubt: () => void;
  /** The server records the opening before it releases the seals. */
  readonly openReport: () => Promise<void>;
  /** By the digests of their seals. */
  readonly textsByDigest: ReadonlyMap<string, string>;
  /** Remembers the text for its writer, or `shown` if it reads differently. */
  readonly seal: (reader: NoteReader, text: string, shown?: string) => Promise<Result<string, SealingRefusal>>;
  readonly loadHandlerRecipients: () => Promise<Result<readonly string[], SealingRefusal>>;
  readonly proposal: ProposedAction | undefined;
  readonly propose: (person: PersonId | undefined) => void;
  readonly addSentMessage: (message: { readonly number: number; readonly text: string }) => void;
  readonly sentMessages: readonly { readonly number: number; readonly text: string }[];
}

export const CurrentCaseContext = createContext<CaseContext | undefined>(undefined);

/** Throws outside the page of a case. */
export function useCaseContext(): CaseContext {
  const context = useContext(CurrentCaseContext);
  if (context === undefined) throw new Error('used outside the page of a case');
  return context;
}
