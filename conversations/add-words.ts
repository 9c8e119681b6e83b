import { createHash, createHmac } from 'node:crypto';
import { addedText, apartText, notWorseText, withdrawnText } from '../cards/report-text.ts';
import { caseIdOf, contentKeyOf } from '../concerns/records/code-keys.ts';
import { addApart, type Apart, apartStands } from '../concerns/reporting/add-apart.ts';
import { certainlyUnsaved, type SubmitDependencies, unsavedBy } from '../concerns/reporting/submit-report.ts';
import type { ComeBackState } from '../concerns/reporting/come-back-flow.ts';
import { addFollowUp, type FollowUpDependencies, followUpStands } from '../concerns/reporting/follow-up.ts';
import type { SealedFile } from '../concerns/records/sealed-file.ts';
import type { Desk } from '../concerns/ports/desk.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { type ReturnCode, showCaseId } from '../concerns/terms/codes.ts';
import { type Mark, marksIn } from '../concerns/terms/questions.ts';
import type { Person } from './conversation.ts';

export interface AddWordsDependencies extends SubmitDependencies, FollowUpDependencies {
  readonly desk: Desk;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * `apart`: saved outside the unit, under a code of its own. `unsaved`: the store said that it is certainly not saved.
 */
export type AddedWords =
  | { readonly kind: 'added' | 'notFound' | 'full' | 'fullToday' }
  | { readonly kind: 'unsaved'; readonly by: ReturnType<typeof unsavedBy> }
  | { readonly kind: 'apart'; readonly code: ReturnCode }
  | { readonly kind: 'erased'; readonly on: Day; readonly isUnadded: boolean };

const filesIn = (files: readonly SealedFile[]): readonly (readonly string[])[] =>
  files.length === 0 ? [] : [['files', ...files.map(({ digest }) => digest)]];

/**
 * The idempotency key: the same words under the same marks from the same card are saved once, even if the card's
 * language has changed since.
 */
const nameOf = (
  state: ComeBackState,
  words: string,
  marks: readonly (Mark | 'notWorse')[],
  files: readonly SealedFile[] = [],
): string =>
  createHash('sha256')
    .update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files)]))
    .digest('hex')
    .slice(0, 32);

/** Derived from the code, so that in the database a withdrawal looks like any other addition. */
const withdrawalOf = (code: ReturnCode, why: string): string =>
  createHmac('sha256', contentKeyOf(code))
    .update(JSON.stringify(['candour/1/consent withdrawn', why]))
    .digest('hex')
    .slice(0, 32);

/** Throws StoreError or SealError if it is not known whether the withdrawal is saved. */
export async function withdrawConsent(
  deps: AddWordsDependencies,
  state: ComeBackState,
  code: ReturnCode,
): Promise<AddedWords> {
  // A file that waits on the page goes with the next words: no one said that it belongs to these.
  const { files: _files, ...alone } = deps;
  const why = state.addition.trim();
  const id = withdrawalOf(code, why);
  const text = withdrawnText(state.language, why);
  try {
    const outcome = await addFollowUp(alone, { code, id, text, says: 'consentWithdrawn' });
    if (outcome.kind === 'saved') return { kind: 'added' };
    return outcome.kind === 'erased' ? { kind: 'erased', on: outcome.on, isUnadded: !outcome.stood } : outcome;
  } catch (error) {
    if (!(await certainlyUnsaved(error, () => followUpStands(deps, code, id)))) throw error;
    deps.onTrouble(error);
    return { kind: 'unsaved', by: unsavedBy(error) };
  }
}

/**
 * Words that may concern the unit are kept apart from a report that the unit reads. Throws StoreError or SealError if
 * it is not known whether they are saved.
 */
export async function addWords(
  given: AddWordsDependencies,
  state: ComeBackState,
  code: ReturnCode,
  { tenantId }: Pick<Person, 'tenantId'>,
  answersNo = false,
): Promise<AddedWords> {
  const { language } = state;
  const { files, ...withoutFiles } = given;
  const deps: AddWordsDependencies = answersNo || files === undefined ? withoutFiles : { ...withoutFiles, files };
  const marks = marksIn(state.marks ?? '') ?? [];
  const words = answersNo ? notWorseText(language) : state.addition.trim();
  const name = answersNo ? nameOf(state, '', ['notWorse']) : nameOf(state, words, marks, deps.files?.named());

  type Unsaved = Extract<AddedWords, { kind: 'unsaved' }>;
  async function orUnsaved<T>(work: () => Promise<T>, stands: () => Promise<boolean>): Promise<T | Unsaved> {
    try {
      return await work();
    } catch (error) {
      if (!(await certainlyUnsaved(error, stands))) throw error;
      deps.onTrouble(error);
      return { kind: 'unsaved', by: unsavedBy(error) };
    }
  }

  if (marks.includes('unit')) {
    const text = apartText(language, showCaseId(caseIdOf(code)), marks, words);
    const isAtRisk = marks.includes('risk');
    const { route } = state;
    const apart: Apart = { code, name, language, tenantId, text, isAtRisk, ...(route && { route }) };
    const outcome = await orUnsaved(
      () => addApart(deps, apart),
      async () => (await apartStands(deps, apart)) !== undefined,
    );
    if (outcome.kind === 'unsaved') return outcome;
    if (outcome.kind === 'saved') return { kind: 'apart', code: outcome.code };
    if (outcome.kind === 'erased') return { kind: 'erased', on: outcome.on, isUnadded: true };
    if (outcome.kind === 'notFound') return { kind: 'notFound' };
  }

  const text = addedText(language, marks, words);
  const urgency = marks.includes('risk') ? ({ urgency: 'urgent' } as const) : {};
  const outcome = await orUnsaved(
    () => addFollowUp(deps, { code, id: name, text, ...urgency, staysClosed: answersNo }),
    () => followUpStands(deps, code, name),
  );
  if (outcome.kind === 'unsaved') return outcome;
  if (outcome.kind === 'saved') return { kind: 'added' };
  return outcome.kind === 'erased' ? { kind: 'erased', on: outcome.on, isUnadded: !outcome.stood } : outcome;
}
