import { type FileKind, kindsOfFiles } from '../core/model/file-kinds.ts';
import { hex } from '@scure/base';
import { z } from 'zod';
import { comeBackPage } from '../cards/come-back/come-back-page.ts';
import {
  addFollowUp,
  type FollowUpDependencies,
  isFollowUpStored,
  capacityProblemCode,
} from '../core/reporting/follow-up.ts';
import { isBlank } from '../core/model/invisible-characters.ts';
import {
  findByReturnCode,
  type ComeBackDependencies,
  type FoundCase,
  type ReporterThread,
} from '../core/reporting/find-by-return-code.ts';
import {
  toSealedComeBackState,
  type ComeBackState,
  comeBackStateSchema,
  applyComeBackMove,
  initialComeBackState,
} from '../core/reporting/come-back-flow.ts';
import { nextVisitDay, reportRoute } from '../core/reporting/report-flow.ts';
import { type Day, toDay } from '../core/model/calendar.ts';
import { draftRetentionDays, removeDraft, findDraft } from '../core/reporting/drafts.ts';
import { deriveCaseId, deriveContentTagKey } from '../core/model/return-code-keys.ts';
import { parseWithUnknownFields } from '../core/model/unknown-fields.ts';
import { isCertainlyUnsaved, type SubmitDependencies, saveProblemCode } from '../core/reporting/submit-report.ts';
import { parseReturnCode, type ReturnCode, formatReturnCode } from '../core/model/return-code.ts';
import { encodeReturnCodeWords, readReturnCode, type ReturnCodeWordLists } from '../core/model/return-code-words.ts';
import { formatCaseId } from '../core/model/case-id.ts';
import { languages } from '../core/model/language.ts';
import { type AdditionMark, parseAdditionMarks, type StepProblem } from '../core/model/questions.ts';
import type { Route } from '../core/model/report-routes.ts';
import type { Contacts } from '../words/contacts.ts';
import { withinDeadline } from './answer-deadline.ts';
import type { Conversation, Person, ConversationStep } from './conversation.ts';
import type { Intake } from '../core/ports/intake.ts';
import type { TextSealer } from '../core/ports/seal.ts';
import type { TimeLimits } from '../core/model/deadlines.ts';
import { additionText, separateReportText, noDetrimentText, consentWithdrawalText } from '../cards/report-text.ts';
import { createHash, createHmac } from 'node:crypto';
import {
  addSeparateAddition,
  type SeparateAddition,
  findSeparateAddition,
} from '../core/reporting/separate-addition.ts';
import type { SealedFile } from '../core/model/sealed-file.ts';

export interface ComeBackConversationDependencies extends ComeBackDependencies, AdditionDependencies {
  readonly intake: Intake;
  readonly seal: TextSealer;
  readonly timeLimits: TimeLimits;
  readonly contacts: Contacts;
  readonly route?: Route;
  readonly messages: boolean;
  readonly takesFiles?: boolean;
  /** The address of the page on which a file can be added. Missing: it takes none, or no one knows where it is. */
  readonly filesPage?: string;
  /** Missing: codes are shown and read as symbols only. */
  readonly codeWords?: ReturnCodeWordLists;
  readonly onFollowUp: () => void;
  readonly onForgerySuspected: () => void;
  readonly onError: (error: unknown) => void;
  readonly deadlineMs: number;
}

const optionsSchema = z.object({ language: z.enum(languages) });

export function createComeBackConversation(
  deps: ComeBackConversationDependencies,
): Conversation<ComeBackState, ReporterThread> {
  const newMessageId = () => hex.encode(deps.random(16));
  const notFound = (state: ComeBackState): ComeBackStep =>
    show({ ...state, at: 'enter' }, { question: 'code', code: 'notFound' });

  async function find(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const found = await findByReturnCode(deps, code);
    switch (found.kind) {
      case 'nothing':
        return notFound(state);
      case 'draft':
        return show({
          ...state,
          at: 'draft',
          code: formatReturnCode(code),
          found: { status: '', receivedOn: '', additions: 0, until: found.until },
        });
      case 'erased':
        return erasedStep(state, found.on, false);
      case 'case': {
        if (found.thread.unverifiedCount > 0) deps.onForgerySuspected();
        const fresh = {
          at: 'case',
          code: formatReturnCode(code),
          addition: '',
          messageId: newMessageId(),
          page: 1,
        } as const;
        const { marks: _marks, apart: _apart, files: _files, fileKinds: _kinds, ...before } = state;
        return {
          kind: 'show',
          state: withFoundCase({ ...before, ...fresh }, found),
          problems: [],
          transientData: found.thread,
        };
      }
      default:
        return found satisfies never;
    }
  }

  /** Without its messages if they take too long. */
  const refresh = (state: ComeBackState, problems: readonly StepProblem[]): Promise<ComeBackStep> => {
    const code = parseReturnCode(state.code);
    // Someone who asks too often must not load the store.
    if (code === undefined || problems.some((problem) => problem.code === 'tooOften'))
      return Promise.resolve(show(state, ...problems));
    return withinDeadline(
      deps.deadlineMs,
      async (): Promise<ComeBackStep> => {
        const found = await findByReturnCode(deps, code);
        if (found.kind === 'erased') return erasedStep(state, found.on, true);
        if (found.kind !== 'case') return notFound(state);
        return { kind: 'show', state: withFoundCase(state, found), problems, transientData: found.thread };
      },
      (error) => {
        deps.onError(error);
        return show(state, ...problems);
      },
    );
  };

  async function toAdditionStep(
    state: ComeBackState,
    added: AdditionResult,
    fileKinds: readonly FileKind[],
  ): Promise<ComeBackStep> {
    const files = fileKinds.length;
    switch (added.kind) {
      case 'notFound':
        return notFound(state);
      case 'unsaved':
        return show(state, { question: '', code: added.by });
      case 'erased':
        return erasedStep(state, added.on, added.isUnadded);
      case 'full':
      case 'fullToday':
        return refresh(state, [{ question: '', code: capacityProblemCode(added.kind) }]);
      case 'added':
        deps.onFollowUp();
        return show({ ...state, at: 'added', addition: '', files, fileKinds });
      case 'apart':
        deps.onFollowUp();
        return show({ ...state, at: 'apart', addition: '', apart: formatReturnCode(added.code), files, fileKinds });
      default:
        return added satisfies never;
    }
  }

  async function add(state: ComeBackState, code: ReturnCode, person: Person, isNoDetrimentAnswer = false) {
    const files = isNoDetrimentAnswer ? [] : kindsOfFiles(deps.files?.list());
    return toAdditionStep(state, await saveAddition(deps, state, code, person, isNoDetrimentAnswer), files);
  }

  async function withdraw(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const added = await withdrawConsent(deps, state, code);
    if (added.kind === 'unsaved') return show(state, { question: '', code: added.by });
    const { asking: _asked, ...rest } = state;
    if (added.kind !== 'added') return toAdditionStep(rest, added, []);
    deps.onFollowUp();
    return show({ ...rest, at: 'withdrawn', addition: '' });
  }

  async function resume(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const draft = await findDraft(deps, code);
    // It has ended, or was sent in the meantime.
    if (draft === undefined) return find(state, code);
    // A draft goes on with the questions of its own entry point.
    if (reportRoute(draft.state) !== reportRoute(deps))
      return show({ ...state, at: 'enter' }, { question: 'code', code: 'otherDoor' });
    return {
      kind: 'instead',
      dialog: 'report',
      state: { resume: { ...draft.state, until: draft.until, language: state.language } },
    };
  }

  const switchToReport = ({ language, addition }: ComeBackState): ComeBackStep => ({
    kind: 'instead',
    dialog: 'report',
    state: { language, what: isBlank(addition) ? '' : addition },
  });

  async function discard(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    await removeDraft(deps, code);
    return show({ ...state, at: 'discarded', asking: undefined, code: '' });
  }

  const attempt = (
    state: ComeBackState,
    work: (state: ComeBackState, code: ReturnCode) => Promise<ComeBackStep>,
  ): Promise<ComeBackStep> => {
    const read = readReturnCode(state.code, deps.codeWords);
    if ('problem' in read)
      return Promise.resolve(show({ ...state, at: 'enter' }, { question: 'code', ...read.problem }));
    return withinDeadline(
      deps.deadlineMs,
      () => work(state, read.code),
      (error) => {
        deps.onError(error);
        return show(state, { question: '', code: saveProblemCode(error) === 'newer' ? 'newer' : 'notSaved' });
      },
    );
  };

  return {
    id: 'comeBack',
    begin: (options) => initialComeBackState(optionsSchema.parse(options).language, newMessageId(), deps.route),
    parse: (state) => parseWithUnknownFields(comeBackStateSchema, state),
    toSealedState: toSealedComeBackState,
    async move(before, move) {
      const turn = applyComeBackMove(before, move, deps.codeWords);
      switch (turn.effect) {
        case 'none':
          return turn.state.at === 'case' && turn.state.asking === undefined
            ? refresh(turn.state, turn.problems)
            : show(turn.state, ...turn.problems);
        case 'done':
          return { kind: 'done' };
        case 'find':
          return attempt(turn.state, find);
        case 'add':
        case 'nothing':
          return attempt(turn.state, (state, code) => add(state, code, move.person));
        case 'notWorse':
          return attempt(turn.state, (state, code) => add(state, code, move.person, true));
        case 'withdraw':
          return attempt(turn.state, withdraw);
        case 'resume':
          return attempt(turn.state, resume);
        case 'discard':
          return attempt(turn.state, discard);
        case 'report':
          return switchToReport(turn.state);
        default:
          return turn.effect satisfies never;
      }
    },
    page({ state, problems, typed, transientData: thread }, token) {
      const code = displayedCode(state);
      const caseId = code && formatCaseId(deriveCaseId(code));
      return comeBackPage({
        state,
        problems,
        typed,
        token,
        contacts: deps.contacts,
        caseId,
        ...(state.at === 'apart' &&
          code &&
          deps.codeWords && {
            codeWords: encodeReturnCodeWords(code, deps.codeWords[state.language]),
          }),
        thread,
        draftDays: draftRetentionDays,
        mayReceiveMessages: deps.messages,
        shortRoles: deps.shortRoles ?? [],
        takesFiles: deps.takesFiles === true,
        ...(deps.filesPage !== undefined && { filesPage: deps.filesPage }),
        get nextVisitDay() {
          return nextVisitDay(toDay(deps.clock(), deps.timeZone), deps.timeLimits);
        },
      });
    },
  };
}

type ComeBackStep = ConversationStep<ComeBackState, ReporterThread>;

const show = (state: ComeBackState, ...problems: readonly StepProblem[]): ComeBackStep => ({
  kind: 'show',
  state,
  problems,
});

const displayedCode = ({ at, apart = '', code }: ComeBackState): ReturnCode | undefined =>
  at === 'case' || at === 'apart' ? parseReturnCode(at === 'apart' ? apart : code) : undefined;

const withFoundCase = (state: ComeBackState, found: FoundCase): ComeBackState => {
  const { status, route, receivedOn, followUps, next, answer, asksOn, isAskedWorse, identityOpenedOn, files } = found;
  return {
    ...state,
    found: {
      status,
      receivedOn,
      additions: followUps,
      until: '',
      ...(route && { route }),
      ...(next && { next }),
      ...(answer && { answer }),
      ...(asksOn && { asksOn }),
      ...(isAskedWorse && { isAskedWorse }),
      ...(files !== undefined && { files }),
      ...(identityOpenedOn && { identityOpenedOn }),
    },
  };
};

/** Typed words stay on the card. `isUnadded` if they are in no report. */
const erasedStep = ({ marks: set, ...state }: ComeBackState, on: string, isUnadded: boolean): ComeBackStep => {
  const found = { status: '', receivedOn: '', additions: 0, until: on };
  // That card has no marks, so they become part of the words.
  const addition = isUnadded
    ? additionText(state.language, parseAdditionMarks(set ?? '') ?? [], state.addition)
    : state.addition;
  return show({ ...state, at: isUnadded && !isBlank(addition) ? 'unadded' : 'erased', code: '', addition, found });
};

interface AdditionDependencies extends SubmitDependencies, FollowUpDependencies {
  readonly intake: Intake;
  readonly onError: (error: unknown) => void;
}

/** `apart`: saved outside the unit, under a code of its own. `unsaved`: certainly not saved. */
type AdditionResult =
  | { readonly kind: 'added' | 'notFound' | 'full' | 'fullToday' }
  | { readonly kind: 'unsaved'; readonly by: ReturnType<typeof saveProblemCode> }
  | { readonly kind: 'apart'; readonly code: ReturnCode }
  | { readonly kind: 'erased'; readonly on: Day; readonly isUnadded: boolean };

const fileDigests = (files: readonly SealedFile[]): readonly (readonly string[])[] =>
  files.length === 0 ? [] : [['files', ...files.map(({ digest }) => digest)]];

/**
 * The idempotency key: the same words and marks from the same card are saved once, even if the card's language has
 * changed since.
 */
const additionId = (
  state: ComeBackState,
  words: string,
  marks: readonly (AdditionMark | 'notWorse')[],
  files: readonly SealedFile[] = [],
): string =>
  createHash('sha256')
    .update(JSON.stringify([state.messageId, words, ...marks, ...fileDigests(files)]))
    .digest('hex')
    .slice(0, 32);

/** Derived from the code, so that in the database a withdrawal looks like any other addition. */
const withdrawalId = (code: ReturnCode, why: string): string =>
  createHmac('sha256', deriveContentTagKey(code))
    .update(JSON.stringify(['candour/1/consent withdrawn', why]))
    .digest('hex')
    .slice(0, 32);

/** Throws StoreError or SealError if it is not known whether it is saved. */
async function withdrawConsent(
  deps: AdditionDependencies,
  state: ComeBackState,
  code: ReturnCode,
): Promise<AdditionResult> {
  // A file that waits on the page goes with the next words: no one said that it belongs to these.
  const { files: _files, ...alone } = deps;
  const why = state.addition.trim();
  const id = withdrawalId(code, why);
  const text = consentWithdrawalText(state.language, why);
  try {
    const outcome = await addFollowUp(alone, { code, id, text, says: 'consentWithdrawn' });
    if (outcome.kind === 'saved') return { kind: 'added' };
    return outcome.kind === 'erased' ? { kind: 'erased', on: outcome.on, isUnadded: !outcome.stood } : outcome;
  } catch (error) {
    if (!(await isCertainlyUnsaved(error, () => isFollowUpStored(deps, code, id)))) throw error;
    deps.onError(error);
    return { kind: 'unsaved', by: saveProblemCode(error) };
  }
}

/** Words that may concern the unit are apart from a report that the unit reads. Throws as `withdrawConsent`. */
async function saveAddition(
  dependencies: AdditionDependencies,
  state: ComeBackState,
  code: ReturnCode,
  { tenantId }: Pick<Person, 'tenantId'>,
  isNoDetrimentAnswer = false,
): Promise<AdditionResult> {
  const { language } = state;
  const { files, ...withoutFiles } = dependencies;
  const deps: AdditionDependencies =
    isNoDetrimentAnswer || files === undefined ? withoutFiles : { ...withoutFiles, files };
  const marks = parseAdditionMarks(state.marks ?? '') ?? [];
  const words = isNoDetrimentAnswer ? noDetrimentText(language) : state.addition.trim();
  const name = isNoDetrimentAnswer
    ? additionId(state, '', ['notWorse'])
    : additionId(state, words, marks, deps.files?.list());

  type Unsaved = Extract<AdditionResult, { kind: 'unsaved' }>;
  async function catchUnsaved<T>(work: () => Promise<T>, isStored: () => Promise<boolean>): Promise<T | Unsaved> {
    try {
      return await work();
    } catch (error) {
      // Its idempotency key was made by this conversation.
      if (!(await isCertainlyUnsaved(error, isStored, deps.mayHaveSaved?.() !== false))) throw error;
      deps.onError(error);
      return { kind: 'unsaved', by: saveProblemCode(error) };
    }
  }

  if (marks.includes('unit')) {
    const text = separateReportText(language, formatCaseId(deriveCaseId(code)), marks, words);
    const isAtRisk = marks.includes('risk');
    const { route } = state;
    const apart: SeparateAddition = { code, name, language, tenantId, text, isAtRisk, ...(route && { route }) };
    const outcome = await catchUnsaved(
      () => addSeparateAddition(deps, apart),
      async () => (await findSeparateAddition(deps, apart)) !== undefined,
    );
    if (outcome.kind === 'unsaved') return outcome;
    if (outcome.kind === 'saved') return { kind: 'apart', code: outcome.code };
    if (outcome.kind === 'erased') return { kind: 'erased', on: outcome.on, isUnadded: true };
    if (outcome.kind === 'notFound') return { kind: 'notFound' };
  }

  const text = additionText(language, marks, words);
  const urgency = marks.includes('risk') ? ({ urgency: 'urgent' } as const) : {};
  const outcome = await catchUnsaved(
    () => addFollowUp(deps, { code, id: name, text, ...urgency, staysClosed: isNoDetrimentAnswer }),
    () => isFollowUpStored(deps, code, name),
  );
  if (outcome.kind === 'unsaved') return outcome;
  if (outcome.kind === 'saved') return { kind: 'added' };
  return outcome.kind === 'erased' ? { kind: 'erased', on: outcome.on, isUnadded: !outcome.stood } : outcome;
}
