import { z } from 'zod';
import { reportPage } from '../cards/report/report-page.ts';
import {
  addFollowUp,
  type FollowUpDependencies,
  isFollowUpStored,
  capacityProblemCode,
} from '../core/reporting/follow-up.ts';
import {
  isCertainlyUnsaved,
  deriveCaseCredential,
  type SubmitDependencies,
  submitReport,
  type SubmitResult,
  saveProblemCode,
} from '../core/reporting/submit-report.ts';
import { deriveCaseId } from '../core/model/return-code-keys.ts';
import { parseWithUnknownFields } from '../core/model/unknown-fields.ts';
import {
  type DraftDependencies,
  draftRetentionDays,
  removeDraft,
  findDraft,
  saveDraft,
} from '../core/reporting/drafts.ts';
import {
  restoreExpiredState,
  withReceipt,
  toSealedReportState,
  maxTypedTextLength,
  nextVisitDay,
  applyReportMove,
  type ReportState,
  reportStateSchema,
  reportRoute,
  initialReportState,
  toDraftState,
  withSaveProblem,
} from '../core/reporting/report-flow.ts';
import { kindsOfFiles } from '../core/model/file-kinds.ts';
import type { TimeLimits } from '../core/model/deadlines.ts';
import { StoreError } from '../core/ports/store-error.ts';
import type { Staffing } from '../core/model/staffed-hours.ts';
import { toDay } from '../core/model/calendar.ts';
import { generateReturnCode } from '../core/model/return-code.ts';
import { encodeReturnCodeWords, type ReturnCodeWordLists } from '../core/model/return-code-words.ts';
import { formatCaseId } from '../core/model/case-id.ts';
import { mayHaveDisclosureDuty, applicableAnswers } from '../core/model/report-steps.ts';
import { isReporterAffected, type StepProblem } from '../core/model/questions.ts';
import { languages } from '../core/model/language.ts';
import type { Route } from '../core/model/report-routes.ts';
import { deriveContentTag } from '../core/model/sealed-report.ts';
import type { Intake, SavedReport } from '../core/ports/intake.ts';
import { handledByFromAnswers } from '../core/model/handled-by.ts';
import { type Urgency, urgencyFromAnswers } from '../core/model/urgency.ts';
import type { Contacts } from '../words/contacts.ts';
import { withinDeadline } from './answer-deadline.ts';
import type { Conversation, Move, ConversationStep } from './conversation.ts';

export interface ReportConversationDependencies extends SubmitDependencies, FollowUpDependencies, DraftDependencies {
  readonly intake: Intake;
  readonly contacts: Contacts;
  /** For each newly saved case, so that its alert need not wait for the next look. */
  readonly onNewCase: (urgency: Urgency) => void;
  readonly timeLimits: TimeLimits;
  readonly staffing: () => Staffing;
  readonly messages: boolean;
  readonly route?: Route;
  /** The first card says so. */
  readonly isSealedInPage?: boolean;
  readonly takesFiles?: boolean;
  /** The address of the page on which a file can be added. Missing: it takes none, or no one knows where it is. */
  readonly filesPage?: string;
  /** Missing: the code is shown as symbols only. */
  readonly codeWords?: ReturnCodeWordLists;
  readonly describeChange: (state: ReportState) => string;
  /** In characters, on a card's buttons; missing: as many as now. */
  readonly maxSealedLength?: (content: object) => number;
  readonly onError: (error: unknown) => void;
  readonly deadlineMs: number;
}

type ReportStep = ConversationStep<ReportState>;
const optionsSchema = z.union([
  z.object({ language: z.enum(languages), what: z.string().max(maxTypedTextLength).default('') }),
  z.object({ resume: reportStateSchema }),
]);

const show = (state: ReportState, problems: readonly StepProblem[] = []): ReportStep => ({
  kind: 'show',
  state,
  problems,
});

const reportResult = (
  answers: ReportState['answers'],
  outcome: SavedReport,
  added: boolean,
  route: Route,
): NonNullable<ReportState['result']> => ({
  urgency: outcome.urgency,
  handledBy: outcome.handledBy,
  chief: answers.conflict === 'chief',
  affected: isReporterAffected(answers),
  ...(mayHaveDisclosureDuty(answers, route) && { passOn: true }),
  added,
});

const savedFields = ({ receivedOn, mode, files }: SavedReport) => ({ receivedOn, mode, files });
/** Words that may concern the unit are never added to a case that the unit reads. */
const needsSeparateReport = (state: ReportState, outcome: Extract<SubmitResult, { caseId: unknown }>): boolean =>
  outcome.kind === 'differs' && outcome.handledBy === 'acu' && handledByFromAnswers(state.answers) === 'reserve';

export function createReportConversation(deps: ReportConversationDependencies): Conversation<ReportState> {
  /** The version's tag is the idempotency key: sent again, it is saved once. */
  const followUpId = (state: ReportState): string =>
    `change:${deriveContentTag(state.code, applicableAnswers(state.answers, reportRoute(state)), deps.files?.list())}`;
  const submit = (state: ReportState, move: Move): Promise<SubmitResult> =>
    submitReport(deps, {
      code: state.code,
      language: state.language,
      answers: state.answers,
      tenantId: move.person.tenantId,
      route: reportRoute(state),
      person: { objectId: move.person.objectId, name: move.person.name },
    });

  const restartWithNewCode = (state: ReportState, notice: 'taken' | 'apart' | 'erased'): ReportStep => {
    const { saved: _its, addsFile: _file, ...rest } = state;
    const anew = { ...rest, code: generateReturnCode(deps.random), at: 'code', changing: false } as const;
    return { kind: 'show', state: anew, problems: [], notice };
  };

  const isChangeStored = (state: ReportState) => isFollowUpStored(deps, state.code, followUpId(state));

  /** The report has what its draft had, and who finds the code may read a draft. If this fails, it expires by itself. */
  function removeSentDraft(state: ReportState, { kind }: SubmitResult): void {
    if ((kind === 'saved' || kind === 'differs') && mayHaveSaved(state))
      void removeDraft(deps, state.code).catch(deps.onError);
  }

  async function send(state: ReportState, move: Move): Promise<ReportStep> {
    const outcome = await submit(state, move);
    removeSentDraft(state, outcome);
    if (outcome.kind === 'taken' || outcome.kind === 'erased') return restartWithNewCode(state, outcome.kind);
    if (needsSeparateReport(state, outcome)) return restartWithNewCode(state, 'apart');
    if (outcome.kind === 'differs') {
      // Never say "not saved" about a version that an earlier press has added.
      if (await isChangeStored(state))
        return show(
          withReceipt(state, reportResult(state.answers, outcome, true, reportRoute(state)), savedFields(outcome)),
        );
      return show({
        ...state,
        at: 'differs',
        answers: applicableAnswers(state.answers, reportRoute(state)),
        saved: savedFields(outcome),
      });
    }
    if (outcome.isNew) deps.onNewCase(outcome.urgency);
    return show(
      withReceipt(state, reportResult(state.answers, outcome, false, reportRoute(state)), {
        ...savedFields(outcome),
        ...(deps.files && { fileKinds: kindsOfFiles(deps.files.list()) }),
      }),
    );
  }

  /** Both versions may name a file. `undefined` if there is no answer: then no number is claimed. */
  async function countStoredFiles({ code }: ReportState): Promise<number | undefined> {
    const credential = await deriveCaseCredential(deps.seal, code);
    const found = await deps.intake.find(credential, {}).catch(() => undefined);
    return found?.kind === 'case' ? found.files : undefined;
  }

  async function add(state: ReportState, move: Move): Promise<ReportStep> {
    const outcome = await submit(state, move);
    if (outcome.kind === 'erased') return restartWithNewCode(state, 'erased');
    if (outcome.kind === 'taken') return show(state, [{ question: '', code: 'notSaved' }]);
    if (needsSeparateReport(state, outcome)) return restartWithNewCode(state, 'apart');
    const urgency = urgencyFromAnswers(state.answers) === 'urgent' ? 'urgent' : outcome.urgency;
    const added = await addFollowUp(deps, {
      code: state.code,
      id: followUpId(state),
      text: deps.describeChange(state),
      urgency,
    });
    if (added.kind === 'full' || added.kind === 'fullToday')
      return show(state, [{ question: '', code: capacityProblemCode(added.kind) }]);
    if (added.kind === 'erased') return restartWithNewCode(state, 'erased');
    if (added.kind === 'notFound') return show(state, [{ question: '', code: 'notSaved' }]);
    deps.onNewCase(urgency);
    const hasFiles = (deps.files?.list() ?? []).length > 0;
    const saved = { ...outcome, urgency, files: hasFiles ? await countStoredFiles(state) : outcome.files };
    return show(withReceipt(state, reportResult(state.answers, saved, true, reportRoute(state)), savedFields(saved)));
  }

  /** Another card, or the page, may have sent it since: then no draft stays behind the report. */
  async function removeIfSent(state: ReportState): Promise<boolean> {
    try {
      const isSent = mayHaveSaved(state) && (await isReportStored(state));
      if (isSent) await removeDraft(deps, state.code);
      return isSent;
    } catch (error) {
      // The draft is saved by now.
      throw new StoreError('unknown', error);
    }
  }

  async function saveForLater(state: ReportState, addsFile: boolean): Promise<ReportStep> {
    const draft = toDraftState(state, addsFile);
    const until = await saveDraft(deps, draft);
    return (await removeIfSent(state))
      ? show(state, [{ question: '', code: 'alreadySent' }])
      : show({ ...draft, at: 'kept', answers: {}, until });
  }

  /** A draft's code is older than this conversation, so another page may have sent it. */
  const mayHaveSaved = ({ until }: ReportState): boolean => until !== undefined || deps.mayHaveSaved?.() !== false;

  const attempt = (
    state: ReportState,
    work: () => Promise<ReportStep>,
    isStored: () => Promise<boolean>,
    nothingSaved: 'nothingSaved' | 'draftNotSaved' = 'nothingSaved',
  ): Promise<ReportStep> => {
    const problemCode = (error: unknown): StepProblem['code'] => {
      const code = saveProblemCode(error);
      return code === 'nothingSaved' ? nothingSaved : code;
    };
    const toFailureStep = (error: unknown, code: StepProblem['code']): ReportStep => {
      deps.onError(error);
      return show(...withSaveProblem(state, code));
    };
    return withinDeadline(
      deps.deadlineMs,
      () =>
        work().catch(async (error: unknown) =>
          toFailureStep(
            error,
            (await isCertainlyUnsaved(error, isStored, mayHaveSaved(state))) ? problemCode(error) : 'notSaved',
          ),
        ),
      (error) => toFailureStep(error, 'notSaved'),
    );
  };
  const isReportStored = async (state: ReportState) =>
    (await deps.intake.find(await deriveCaseCredential(deps.seal, state.code), {})) !== undefined;
  const isDraftStored = async (state: ReportState) => (await findDraft(deps, state.code)) !== undefined;

  return {
    id: 'report',
    begin: (options) => {
      const parsed = optionsSchema.parse(options);
      if ('resume' in parsed) return (parseWithUnknownFields(optionsSchema.options[1], options) ?? parsed).resume;
      const fresh = initialReportState(generateReturnCode(deps.random), parsed.language, deps.route);
      return parsed.what === '' ? fresh : { ...fresh, answers: { what: parsed.what } };
    },
    parse: (state) => parseWithUnknownFields(reportStateSchema, state),
    toSealedState: toSealedReportState,
    recoverExpired: restoreExpiredState,
    async move(before, move) {
      const turn = applyReportMove(before, move, deps.shortRoles);
      switch (turn.effect) {
        case 'none':
          return show(turn.state, turn.problems);
        case 'done':
          return { kind: 'done' };
        case 'send':
          return attempt(
            turn.state,
            () => send(turn.state, move),
            () => isReportStored(turn.state),
          );
        case 'add':
          return attempt(
            turn.state,
            () => add(turn.state, move),
            () => isChangeStored(turn.state),
          );
        case 'later':
        case 'file':
          return attempt(
            turn.state,
            () => saveForLater(turn.state, turn.effect === 'file' && deps.filesPage !== undefined),
            () => isDraftStored(turn.state),
            'draftNotSaved',
          );
        default:
          return turn.effect satisfies never;
      }
    },
    page(shown, token) {
      const { state } = shown;
      const caseId =
        state.at === 'receipt' || state.at === 'differs' ? formatCaseId(deriveCaseId(state.code)) : undefined;
      return reportPage({
        ...shown,
        token,
        ...(state.at === 'review' && deps.maxSealedLength && { maxTokenLength: deps.maxSealedLength(state.answers) }),
        contacts: deps.contacts,
        caseId,
        draftDays: draftRetentionDays,
        // Few cards show the next three.
        get codeWords() {
          return deps.codeWords && encodeReturnCodeWords(state.code, deps.codeWords[state.language]);
        },
        get staffing() {
          return deps.staffing();
        },
        get nextVisitDay() {
          return nextVisitDay(toDay(deps.clock(), deps.timeZone), deps.timeLimits);
        },
        mayReceiveMessages: deps.messages,
        shortRoles: deps.shortRoles ?? [],
        isSealedInPage: deps.isSealedInPage === true,
        takesFiles: deps.takesFiles === true,
        ...(deps.filesPage !== undefined && { filesPage: deps.filesPage }),
      });
    },
  };
}
