import { z } from 'zod';
import { changedReportText } from '../../cards/report-text.ts';
import { plainNoticePage, invalidInputNotice } from '../../cards/plain-notice-page.ts';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';
import { isSaveMove, type ReportMove, type ReportState, reportStateSchema } from '../../core/reporting/report-flow.ts';
import type { Language } from '../../core/model/language.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import { isOutcomeUnknown } from '../../core/reporting/submit-report.ts';
import type { Route } from '../../core/model/report-routes.ts';
import type { createComeBackConversation } from '../../dialogs/come-back-conversation.ts';
import type { Conversation, ConversationPosition, StepResult, MoveResult } from '../../dialogs/conversation.ts';
import { createConversationRunner, type ConversationRunner } from '../../dialogs/conversation.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import { createReportConversation } from '../../dialogs/report-conversation.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { ReportCall } from '../ui/post-json.ts';
import type { PendingFiles, UploadStopReason } from '../files/pending-files.ts';
import {
  isUntrustedRecipientList,
  type VerifyRecipientList,
  verifyRecipientList,
} from '../crypto/verify-recipient-list.ts';
import { beginSchema, createIntakeClient, guidanceSchema, RefusalError } from './intake-client.ts';
import { createPageSealer, recipientKeys } from './page-sealer.ts';
import { hasNoReturnCode } from './server-page.ts';
import type { ReturnCodeWordLists } from '../../core/model/return-code-words.ts';
import { applicableSteps } from '../../core/model/report-steps.ts';

/** Milliseconds; longer than a press, whose requests each have their own timeout. */
const stepTimeoutMs = 40_000;
/** Milliseconds; longer than five files over a slow line with all repeats. */
const filesTimeoutMs = 1_800_000;

/** Milliseconds; the server takes yesterday too. */
const todayTtlMs = 3_600_000;

/** Milliseconds for which the server's `opens` holds. */
const staffingTtlMs = 900_000;

type BeginResponse = z.infer<typeof beginSchema>;

/** `list`: its list of keys is not the ceremony's. `heldFiles`: the panel for files says why. */
export type ReportSessionRefusal = Refusal['code'] | 'list' | 'heldFiles';

/** `refusal`: the server refused, though there is a page. */
export type ReportSessionResult = StepResult<ReportSessionRefusal> & { readonly refusal?: Refusal['code'] };

/** Typed words are in this page's memory, and leave it sealed. */
export interface ReportSession {
  open(flow: 'report' | 'comeBack', language: Language): Promise<ReportSessionResult>;
  press(data: unknown, language: Language): Promise<ReportSessionResult>;
  readonly recipients: () => Recipients | undefined;
  readonly files: () => ({ readonly held: PendingFiles } & Pick<FilesAvailability, 'takes' | 'isAwaited'>) | undefined;
}

export interface ReportSessionDependencies {
  readonly call: ReportCall;
  readonly route?: Route;
  readonly me: { readonly objectId: string; readonly name: string };
  readonly random: (bytes: number) => Uint8Array;
  readonly loadComeBack: () => Promise<typeof createComeBackConversation>;
  readonly loadCodeWords: () => Promise<ReturnCodeWordLists>;
  readonly pendingFiles?: PendingFiles;
  readonly closesOnFilePick?: boolean;
  /** Monotonic milliseconds, whatever the device's clock says. */
  readonly monotonic: () => number;
  readonly verifyList?: VerifyRecipientList;
}

export function createReportSession(deps: ReportSessionDependencies): ReportSession {
  const {
    call,
    route = 'staff',
    me,
    random,
    monotonic,
    loadComeBack,
    loadCodeWords,
    pendingFiles,
    closesOnFilePick = false,
    verifyList = verifyRecipientList,
  } = deps;
  let takesFiles = false;
  let files: Pick<FilesAvailability, 'takes' | 'isAwaited'> = noFiles;
  let steps: ConversationRunner | undefined;
  let codeWords: ReturnCodeWordLists | undefined;
  let recipients: Recipients | undefined;
  let at: ConversationPosition | undefined;
  let place = 0;
  /** Each `open` begins one: a late answer of another changes nothing here. */
  let conversation = 0;
  let today = '';
  let staffing: Staffing = { onCall: { acu: false, reserve: false } };
  let askedAt = 0;
  let refused: Refusal['code'] | undefined;
  let mayHaveSaved = false;
  let forgedMessageReport: Promise<void> | undefined;
  const person = { key: '', objectId: toPersonId(me.objectId), name: me.name, tenantId: '' };

  /** `undefined` if they do not load: the next call tries again. */
  const findCodeWords = async (): Promise<ReturnCodeWordLists | undefined> =>
    (codeWords ??= await loadCodeWords().catch(() => undefined));

  function buildSteps(
    { recipients, contacts, shortRoles, timeLimits, messages, files: takes, fileSizes }: BeginResponse,
    comeBack: typeof createComeBackConversation | undefined,
  ): ConversationRunner {
    const seal = createPageSealer(recipients);
    const intake = createIntakeClient(call, seal);
    const noop = () => undefined;
    const mine = conversation;
    takesFiles = takes && pendingFiles !== undefined;
    pendingFiles?.setSizes(fileSizes);
    pendingFiles?.setDestination({ transport: intake.files, getRecipients: (to) => recipientKeys(recipients, to) });
    const deps = {
      intake,
      seal,
      mailbox: seal.mailbox,
      clock: () => new Date(`${today}T12:00:00Z`),
      timeZone: 'UTC',
      random,
      ...(codeWords && { codeWords }),
      contacts,
      ...(shortRoles && { shortRoles }),
      timeLimits,
      staffing: () => (monotonic() - askedAt < staffingTtlMs ? staffing : { ...staffing, opens: undefined }),
      messages,
      isSealedInPage: true,
      route,
      describeChange: ({ language, answers, route }: ReportState) => changedReportText(language, answers, route),
      onNewCase: noop,
      onFollowUp: noop,
      onForgerySuspected: () => {
        forgedMessageReport = intake.reportForgedMessage().catch(noop);
      },
      onError: (error: unknown) => {
        if (mine !== conversation) return;
        if (error instanceof RefusalError) refused = error.refusal;
        mayHaveSaved ||= isOutcomeUnknown(error);
      },
      mayHaveSaved: () => mayHaveSaved,
      ...(takesFiles && pendingFiles && { files: pendingFiles }),
      takesFiles: takesFiles && !closesOnFilePick,
      // Files take longer than words; their upload ends by itself, or when cancelled.
      get deadlineMs() {
        return pendingFiles && pendingFiles.list().length > 0 ? filesTimeoutMs : stepTimeoutMs;
      },
    };
    const conversations: readonly Conversation[] = [createReportConversation(deps), ...[comeBack?.(deps) ?? []].flat()];
    return createConversationRunner(conversations);
  }

  function show(step: Extract<MoveResult, { kind: 'shown' }>, steps: ConversationRunner): ReportSessionResult {
    ({ at } = step);
    place += 1;
    const filesHere = filesAvailability(at);
    files = filesHere;
    if (filesHere.isOver) pendingFiles?.clear();
    pendingFiles?.allowOriginals(filesHere.mayKeepOriginals);
    const refusal = refused === 'tooOften' || refused === 'notSignedIn' ? refused : undefined;
    // One sentence: the refusal's own says that nothing was done, and why.
    const problems = step.shown.problems.filter(({ code }) => !refusal || !unsavedCodes.includes(code));
    const page = steps.page({ at, shown: { ...step.shown, problems } }, String(place));
    return { kind: 'page', page, ...(refusal && { refusal }) };
  }

  async function begin(): Promise<BeginResponse | Refusal['code']> {
    const answer = await call('report.begin', {});
    if (!answer.ok) return answer.refusal.code;
    const parsed = beginSchema.safeParse(answer.value);
    if (!parsed.success) return 'failed';
    ({ today, staffing } = parsed.data);
    askedAt = monotonic();
    return parsed.data;
  }

  const open: ReportSession['open'] = async (flow, language) => {
    conversation += 1;
    const mine = conversation;
    pendingFiles?.clear();
    files = noFiles;
    const [comeBack, words] = await Promise.all([
      flow === 'comeBack' ? loadComeBack().catch(() => undefined) : undefined,
      findCodeWords(),
    ]);
    // A report goes on without words: its code has symbols too.
    if (flow === 'comeBack' && (comeBack === undefined || words === undefined))
      return { kind: 'refused', code: 'unavailable' };
    const answer = await begin();
    if (mine !== conversation) return leftResult;
    if (typeof answer === 'string') return { kind: 'refused', code: answer };
    if (isUntrustedRecipientList(verifyList(answer))) return { kind: 'refused', code: 'list' };
    refused = undefined;
    mayHaveSaved = false;
    recipients = answer.recipients;
    steps = buildSteps(answer, comeBack);
    return show(steps.begin(flow, { language }), steps);
  };
  const refuseForFiles = (why: UploadStopReason): ReportSessionResult => {
    pendingFiles?.stop(why);
    return { kind: 'refused', code: 'heldFiles' };
  };
  const unexpectedInputResult = (language: Language): ReportSessionResult => ({
    kind: 'page',
    page: plainNoticePage(language, invalidInputNotice),
  });

  return {
    open,
    recipients: () => recipients,
    files: () => (takesFiles && pendingFiles ? { held: pendingFiles, ...files } : undefined),
    async press(data, language) {
      const submitted = parseSubmittedAction(data);
      if (submitted === undefined) return unexpectedInputResult(language);
      const { action, inputs } = submitted;
      // No button of another card takes someone away from unsent files.
      if (action.verb !== 'move' && (pendingFiles?.readiness() ?? 'none') !== 'none') return refuseForFiles('unsent');
      if (action.verb === 'show' && action.card === 'welcome') return { kind: 'done', language };
      if (action.verb === 'show' && action.topic !== undefined) {
        const answer = await call('guidance.show', { topic: action.topic, language: action.language });
        if (!answer.ok) return { kind: 'refused', code: answer.refusal.code };
        const shown = guidanceSchema.safeParse(answer.value);
        if (!shown.success) return { kind: 'refused', code: 'failed' };
        const words = await findCodeWords();
        if (words === undefined) return { kind: 'refused', code: 'unavailable' };
        if (!hasNoReturnCode(shown.data.page, words)) return { kind: 'refused', code: 'failed' };
        // No button of a page that the server made moves a conversation.
        at = undefined;
        return { kind: 'page', page: shown.data.page };
      }
      if (action.verb === 'open' && action.flow !== 'week') return open(action.flow, action.language);
      if (action.verb !== 'move' || at === undefined || steps === undefined || action.state !== String(place))
        return unexpectedInputResult(language);
      const stopped = filesRefusal(at, { verb: action.move, inputs }, pendingFiles?.readiness() ?? 'none');
      if (stopped) return refuseForFiles(stopped);
      refused = undefined;
      const mine = conversation;
      // A page may be open for days; offline it continues with the day that it knows.
      if (monotonic() - askedAt > todayTtlMs) await begin();
      try {
        const next = await steps.move(at, { verb: action.move, inputs, person });
        await forgedMessageReport;
        if (mine !== conversation) return leftResult;
        if (next.kind === 'shown') return show(next, steps);
      } catch {
        return { kind: 'refused', code: 'failed' };
      }
      // Only its person drops an unsent file.
      if ((pendingFiles?.readiness() ?? 'none') !== 'none') return refuseForFiles('unsent');
      at = undefined;
      files = noFiles;
      return { kind: 'done', language };
    },
  };
}

interface FilesAvailability {
  readonly takes: 'report' | 'addition' | undefined;
  /** Someone came from the bot to add one. */
  readonly isAwaited: boolean;
  readonly isOver: boolean;
  readonly mayKeepOriginals: boolean;
}

/** Its person has left that conversation, and its page shows nothing of it any more. */
const leftResult: ReportSessionResult = { kind: 'refused', code: 'failed' };

const unsavedCodes: readonly string[] = ['notSaved', 'nothingSaved', 'draftNotSaved'];

const comeBackStateSchema = z.looseObject({ at: z.string(), asking: z.unknown().optional() });

const noFiles: FilesAvailability = { takes: undefined, isAwaited: false, isOver: false, mayKeepOriginals: false };

function reportFilesAvailability({ at, answers, route, addsFile }: ReportState): FilesAvailability {
  if (at === 'receipt') return { ...noFiles, isOver: true };
  if (at === 'kept') return noFiles;
  const mode = route === 'hub' ? 'notKept' : answers.mode;
  const mayKeepOriginals = mode !== undefined && mode !== '' && mode !== 'notKept';
  if (at === 'differs') return { ...noFiles, takes: 'report', mayKeepOriginals };
  const open = applicableSteps(answers, route).map(({ id }) => id);
  const isAfterCode = open.indexOf(at) >= open.indexOf('code');
  return {
    ...noFiles,
    takes: isAfterCode ? 'report' : undefined,
    isAwaited: isAfterCode && addsFile === true,
    mayKeepOriginals,
  };
}

export function filesAvailability({ id, state }: ConversationPosition): FilesAvailability {
  if (id === 'report') {
    const { data } = reportStateSchema.safeParse(state);
    return data ? reportFilesAvailability(data) : noFiles;
  }
  const { data } = comeBackStateSchema.safeParse(state);
  if (data === undefined) return noFiles;
  const isOver = data.at === 'added' || data.at === 'apart';
  const takes = data.at === 'case' && data.asking === undefined ? 'addition' : undefined;
  return { ...noFiles, takes, isOver };
}

function abandonsFiles(id: ConversationPosition['id'], { verb, inputs }: ReportMove): boolean {
  if (id !== 'report') return verb === 'notWorse' || verb === 'nothing';
  const choice = verb === 'next' ? inputs['then'] : inputs['go'];
  return verb === 'later' || verb === 'leave' || choice === 'later';
}

/** Why held files stop a move; `undefined` if they do not. */
function filesRefusal(
  { id }: Pick<ConversationPosition, 'id'>,
  move: ReportMove,
  readiness: ReturnType<PendingFiles['readiness']>,
): UploadStopReason | undefined {
  if (readiness === 'none') return undefined;
  if (isSaveMove(move)) return readiness === 'ready' ? undefined : readiness;
  return abandonsFiles(id, move) ? 'unsent' : undefined;
}
