import { createContext, useContext } from 'react';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { EventRecord, NoteReader } from '../../concerns/records/event-record.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { CaseView, Passed, Refusal } from '../../contract/answers.ts';
import type { Alarm } from './open-alarms.ts';
import type { AddedHere, ClosedNote } from './open-words.ts';
import type { NotSealed } from '../parts/not-sealed.ts';
import type { Result } from '../parts/tab-context.ts';

/** Why a case is no longer shown: it is not for whoever asked, or they are shut out of it. */
export type Leaving = 'refused' | 'out';

/** Everything that was handed out when the case was opened, in clear, for as long as the keys are unlocked. */
export interface OpenedCase {
  readonly report: OpenedReport;
  /** The case as it was handed out. */
  readonly record: CaseRecord;
  /** The entries of its history until then. */
  readonly entries: readonly EventRecord[];
  /** The files that handlers added until then. */
  readonly added: readonly AddedHere[];
  /** The words for all who handle the case that do not open, although a key that is sealed to now is open here. */
  readonly closedNotes: readonly ClosedNote[];
  /** The messages that had passed by then. */
  readonly passed: Passed;
}

/** How far the opening of a report has come. */
export type Opening =
  | { readonly kind: 'closed' | 'opening' | 'open' | 'otherKey' | 'failed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * A proposal that came of what the report says, and that somebody follows: whom to shut out, or that the reader declares a
 * conflict. `count` tells one from the same one again. It is on this page alone.
 */
type Proposed =
  | { readonly kind: 'exclude'; readonly person: PersonId; readonly count: number }
  | { readonly kind: 'conflict'; readonly count: number };

/** Everything that the parts of the page of one case share. */
export interface CaseContext {
  readonly view: CaseView;
  /** Shows the case as it stands now. What is being typed elsewhere stays. */
  readonly show: (view: CaseView) => void;
  /** Fetches the case as it stands now, `undefined` where it did not come. */
  readonly reload: () => Promise<CaseView | undefined>;
  /** Drops everything of the case. */
  readonly leave: (how: Leaving) => void;
  readonly opened: OpenedCase | undefined;
  readonly opening: Opening;
  /** Alarms about what is not as it was written, and whether that stands in the history. */
  readonly alarms: readonly Alarm[];
  readonly isDoubtRecorded: boolean | undefined;
  /** Notes that a file of the case is not the one that its seal names. */
  readonly doubtFile: () => void;
  /** Has the report handed out, which is recorded, and opens it in the page. */
  readonly openReport: () => Promise<void>;
  /** The words of handlers that the held keys open, by the digests of their seals. */
  readonly words: ReadonlyMap<string, string>;
  /**
   * Seals words for those who are to read them; the seal is remembered, so that its writer can read it on the page, as
   * `shown` where they read otherwise there.
   */
  readonly seal: (reader: NoteReader, text: string, shown?: string) => Promise<Result<string, NotSealed>>;
  /** The public lines of all who handle the case, as they are sealed to now. */
  readonly handlersNow: () => Promise<Result<readonly string[], NotSealed>>;
  /** The proposal that is followed now, `undefined` where none was. */
  readonly proposed: Proposed | undefined;
  /** Leads to the panel that shuts somebody out, with them filled in; without anybody to the declaration of a conflict. */
  readonly follow: (person: PersonId | undefined) => void;
  /** Remembers a message that was sent from this page and is shown in the thread. */
  readonly wrote: (message: { readonly number: number; readonly text: string }) => void;
  /** The messages sent from this page since the case was opened. */
  readonly written: readonly { readonly number: number; readonly text: string }[];
}

export const CurrentCase = createContext<CaseContext | undefined>(undefined);

/** The case around a component. Throws outside one. */
export function useCaseContext(): CaseContext {
  const context = useContext(CurrentCase);
  if (context === undefined) throw new Error('used outside the page of a case');
  return context;
}
