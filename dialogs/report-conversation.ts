import { z } from 'zod';
import { reportPage } from '../cards/report/report-page.ts';
import { addFollowUp, type FollowUpDependencies, followUpStands, fullCode } from '../core/reporting/follow-up.ts';
import {
  certainlyUnsaved,
  claimOf,
  type SubmitDependencies,
  submitReport,
  type Submitted,
  unsavedBy,
} from '../core/reporting/submit-report.ts';
import { caseIdOf } from '../core/model/return-code-keys.ts';
import { readWhole } from '../core/model/passthrough.ts';
import { type DraftDependencies, draftDays, dropDraft, findDraft, keepDraft } from '../core/reporting/drafts.ts';
import {
  afterExpiry,
  afterSaved,
  carriedReport,
  longestTyped,
  lookAgainOn,
  moveReport,
  type ReportState,
  reportStateSchema,
  routeOf,
  startReport,
  withUnsaved,
} from '../core/reporting/report-flow.ts';
import type { TimeLimits } from '../core/model/deadlines.ts';
import type { Staffing } from '../core/model/staffed-hours.ts';
import { dayOf } from '../core/model/calendar.ts';
import { drawReturnCode, showCaseId } from '../core/model/codes.ts';
import { mayHaveToPassOn, standingAnswers } from '../core/model/report-steps.ts';
import { isHarmed, type Problem } from '../core/model/questions.ts';
import { languages } from '../core/model/language.ts';
import type { Route } from '../core/model/routes.ts';
import { contentTagOf } from '../core/model/sealed-report.ts';
import type { Desk, SavedReport } from '../core/ports/intake.ts';
import { handledByOf, urgencyOf } from '../core/model/urgency.ts';
import type { Contacts } from '../words/contacts.ts';
import { withinDeadline } from './answer-deadline.ts';
import type { Conversation, Move, Step } from './conversation.ts';

export interface ReportDependencies extends SubmitDependencies, FollowUpDependencies, DraftDependencies {
  readonly desk: Desk;
  readonly contacts: Contacts;
  /** Called for each newly saved case, so that its alert need not wait for the next look. */
  readonly onNewCase: () => void;
  readonly timeLimits: TimeLimits;
  readonly staffing: () => Staffing;
  readonly messages: boolean;
  readonly route?: Route;
  /** The page seals words as they are typed, and the first card says so. */
  readonly isSealedInPage?: boolean;
  readonly takesFiles?: boolean;
  readonly describeChange: (state: ReportState) => string;
  /** The most characters of sealed state on a card's buttons; missing: as many as now. */
  readonly longestSealed?: (content: object) => number;
  readonly onTrouble: (error: unknown) => void;
  readonly deadlineMs: number;
}

type ReportStep = Step<ReportState>;
const optionsSchema = z.union([
  z.object({ language: z.enum(languages), what: z.string().max(longestTyped).default('') }),
  z.object({ resume: reportStateSchema }),
]);

const show = (state: ReportState, problems: readonly Problem[] = []): ReportStep => ({ kind: 'show', state, problems });

const resultOf = (
  answers: ReportState['answers'],
  outcome: SavedReport,
  added: boolean,
  route: Route,
): NonNullable<ReportState['result']> => ({
  urgency: outcome.urgency,
  handledBy: outcome.handledBy,
  chief: answers.conflict === 'chief',
  affected: isHarmed(answers),
  ...(mayHaveToPassOn(answers, route) && { passOn: true }),
  added,
});

const savedOf = ({ receivedOn, mode, files }: SavedReport) => ({ receivedOn, mode, files });
/** Words that may concern the unit are never added to a case that the unit reads. */
const mustStandApart = (state: ReportState, outcome: Extract<Submitted, { caseId: unknown }>): boolean =>
  outcome.kind === 'differs' && outcome.handledBy === 'acu' && handledByOf(state.answers) === 'reserve';

export function createReportConversation(deps: ReportDependencies): Conversation<ReportState> {
  /** The version's tag is the idempotency key: sent again, it is saved once. */
  const followUpId = (state: ReportState): string =>
    `change:${contentTagOf(state.code, standingAnswers(state.answers, routeOf(state)), deps.files?.named())}`;
  const submit = (state: ReportState, move: Move): Promise<Submitted> =>
    submitReport(deps, {
      code: state.code,
      language: state.language,
      answers: state.answers,
      tenantId: move.person.tenantId,
      route: routeOf(state),
      person: { objectId: move.person.objectId, name: move.person.name },
    });

  const underNewCode = (state: ReportState, notice: 'taken' | 'apart' | 'erased'): ReportStep => {
    const { saved: _its, ...rest } = state;
    const anew = { ...rest, code: drawReturnCode(deps.random), at: 'code', changing: false } as const;
    return { kind: 'show', state: anew, problems: [], notice };
  };

  const isAdded = (state: ReportState) => followUpStands(deps, state.code, followUpId(state));

  async function send(state: ReportState, move: Move): Promise<ReportStep> {
    const outcome = await submit(state, move);
    if (outcome.kind === 'taken' || outcome.kind === 'erased') return underNewCode(state, outcome.kind);
    if (mustStandApart(state, outcome)) return underNewCode(state, 'apart');
    if (outcome.kind === 'differs') {
      // Never say "not saved" about a version that an earlier press has added.
      if (await isAdded(state))
        return show(afterSaved(state, resultOf(state.answers, outcome, true, routeOf(state)), savedOf(outcome)));
      return show({
        ...state,
        at: 'differs',
        answers: standingAnswers(state.answers, routeOf(state)),
        saved: savedOf(outcome),
      });
    }
    if (outcome.isNew) deps.onNewCase();
    // The draft became a report. The receipt does not wait: if this fails, the draft expires by itself.
    if (state.until !== undefined) void dropDraft(deps, state.code).catch(deps.onTrouble);
    return show(afterSaved(state, resultOf(state.answers, outcome, false, routeOf(state)), savedOf(outcome)));
  }

  async function add(state: ReportState, move: Move): Promise<ReportStep> {
    const outcome = await submit(state, move);
    if (outcome.kind === 'erased') return underNewCode(state, 'erased');
    if (outcome.kind === 'taken') return show(state, [{ question: '', code: 'notSaved' }]);
    if (mustStandApart(state, outcome)) return underNewCode(state, 'apart');
    const urgency = urgencyOf(state.answers) === 'urgent' ? 'urgent' : outcome.urgency;
    const added = await addFollowUp(deps, {
      code: state.code,
      id: followUpId(state),
      text: deps.describeChange(state),
      urgency,
    });
    if (added.kind === 'full' || added.kind === 'fullToday')
      return show(state, [{ question: '', code: fullCode(added.kind) }]);
    if (added.kind === 'erased') return underNewCode(state, 'erased');
    if (added.kind === 'notFound') return show(state, [{ question: '', code: 'notSaved' }]);
    deps.onNewCase();
    const files =
      outcome.files && outcome.files + (added.kind === 'saved' && added.isNew ? (deps.files?.named().length ?? 0) : 0);
    const saved = { ...outcome, urgency, files };
    return show(afterSaved(state, resultOf(state.answers, saved, true, routeOf(state)), savedOf(saved)));
  }

  const later = async (state: ReportState): Promise<ReportStep> => {
    const until = await keepDraft(deps, state);
    return show({ ...state, at: 'kept', answers: {}, until });
  };

  const attempt = (
    state: ReportState,
    work: () => Promise<ReportStep>,
    stands: () => Promise<boolean>,
  ): Promise<ReportStep> => {
    const failed = (error: unknown, code: 'notSaved' | ReturnType<typeof unsavedBy>): ReportStep => {
      deps.onTrouble(error);
      return show(...withUnsaved(state, code));
    };
    return withinDeadline(
      deps.deadlineMs,
      () =>
        work().catch(async (error: unknown) =>
          failed(error, (await certainlyUnsaved(error, stands)) ? unsavedBy(error) : 'notSaved'),
        ),
      (error) => failed(error, 'notSaved'),
    );
  };
  const isSent = async (state: ReportState) =>
    (await deps.desk.find(await claimOf(deps.seal, state.code), {})) !== undefined;
  const isKept = async (state: ReportState) => (await findDraft(deps, state.code)) !== undefined;

  return {
    id: 'report',
    begin: (options) => {
      const parsed = optionsSchema.parse(options);
      if ('resume' in parsed) return (readWhole(optionsSchema.options[1], options) ?? parsed).resume;
      const fresh = startReport(drawReturnCode(deps.random), parsed.language, deps.route);
      return parsed.what === '' ? fresh : { ...fresh, answers: { what: parsed.what } };
    },
    parse: (state) => readWhole(reportStateSchema, state),
    carried: carriedReport,
    afterExpiry,
    async move(before, move) {
      const turn = moveReport(before, move, deps.shortRoles);
      switch (turn.effect) {
        case 'none':
          return show(turn.state, turn.problems);
        case 'done':
          return { kind: 'done' };
        case 'send':
          return attempt(
            turn.state,
            () => send(turn.state, move),
            () => isSent(turn.state),
          );
        case 'add':
          return attempt(
            turn.state,
            () => add(turn.state, move),
            () => isAdded(turn.state),
          );
        case 'later':
          return attempt(
            turn.state,
            () => later(turn.state),
            () => isKept(turn.state),
          );
        default:
          return turn.effect satisfies never;
      }
    },
    page(shown, token) {
      const { state } = shown;
      const caseId = state.at === 'receipt' || state.at === 'differs' ? showCaseId(caseIdOf(state.code)) : undefined;
      return reportPage({
        ...shown,
        token,
        ...(state.at === 'review' && deps.longestSealed && { longestToken: deps.longestSealed(state.answers) }),
        contacts: deps.contacts,
        caseId,
        draftDays,
        staffing: deps.staffing(),
        mayBeAsked: deps.messages,
        shortRoles: deps.shortRoles ?? [],
        isSealedInPage: deps.isSealedInPage === true,
        takesFiles: deps.takesFiles === true,
        lookAgainOn: lookAgainOn(dayOf(deps.clock(), deps.timeZone), deps.timeLimits),
      });
    },
  };
}
