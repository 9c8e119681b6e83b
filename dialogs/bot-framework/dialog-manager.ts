import { z } from 'zod';
import type { Page } from '../../cards/page.ts';
import type { Intake } from '../../core/ports/intake.ts';
import { fitToCard } from '../../cards/card-size.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { type StateSealer, maxSealedLength, maxStateTokenLength, tokenLengthSlack } from './sealed-state.ts';
import { type ComeBackConversationDependencies, createComeBackConversation } from '../come-back-conversation.ts';
import type {
  Conversation,
  Move,
  Person,
  ConversationPosition,
  StepView,
  StepResult,
  MoveResult,
} from '../conversation.ts';
import { createDialogRunner, toDialogState, parsePosition } from './dialog-runner.ts';
import { createReportConversation, type ReportConversationDependencies } from '../report-conversation.ts';

/** `foreign`: not a card of this person. `stale`: another version made it. */
export type CardRefusal = 'foreign' | 'stale';

export interface DialogManagerDependencies
  extends Omit<ReportConversationDependencies, 'maxSealedLength' | 'intake'>,
    Omit<ComeBackConversationDependencies, 'intake'> {
  readonly getIntake: (person: string) => Intake;
  readonly sealer: StateSealer;
}

export interface DialogManager {
  open(flow: 'report' | 'comeBack', language: Language, person: Person): Promise<StepResult<CardRefusal>>;
  move(token: string, move: Move): Promise<StepResult<CardRefusal>>;
}

const stale: StepResult<CardRefusal> = { kind: 'refused', code: 'stale' };
const languageSchema = z.object({ language: z.enum(languages) });

const typedValues = (inputs: Move['inputs']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value] as const] : [])),
  );

/** The page says which words had no room. */
const fittedPage = (conversation: Conversation, shown: StepView, token: string): Page =>
  fitToCard((cuts) => {
    const typed = { ...shown.typed, ...Object.fromEntries(cuts.map(({ id, value }) => [id, value])) };
    const isCut = (question: string): boolean => cuts.some(({ id }) => id === question);
    const problems = [
      ...cuts.map(({ id, by }) => ({ question: id, code: 'cut', by }) as const),
      ...shown.problems.filter(({ question, code }) => code !== 'long' || !isCut(question)),
    ];
    return conversation.page({ ...shown, typed, problems }, token);
  });

interface PreviousStep {
  readonly conversation: Conversation;
  readonly at: ConversationPosition;
  readonly token: string;
  readonly notice?: StepView['notice'];
  readonly move: Move;
}

export function createDialogManager(deps: DialogManagerDependencies): DialogManager {
  const factories: readonly ((intake: Intake) => Conversation)[] = [
    (intake) => createReportConversation({ ...deps, intake, maxSealedLength }),
    (intake) => createComeBackConversation({ ...deps, intake }),
  ];
  const conversations = factories.map(
    (make): Conversation => ({
      ...make(deps.getIntake('')),
      move: (state, move) => make(deps.getIntake(move.person.key)).move(state, move),
    }),
  );
  const runner = createDialogRunner(conversations);
  const findConversation = (id: string): Conversation | undefined => conversations.find((one) => one.id === id);

  async function tooLongResult(
    { conversation, at, notice, move }: PreviousStep,
    language: Language,
  ): Promise<StepResult<CardRefusal>> {
    // The move may have been a change of language, which takes no room.
    const nextState = { ...at.state, language };
    const state = conversation.parse(nextState);
    if (state === undefined) return stale;
    const token = await deps.sealer.seal(toDialogState({ id: at.id, state: nextState }), move.person.key);
    // Nothing on this card can shorten a page's draft that is too long for it.
    const code = move.verb === 'resume' ? 'longDraft' : 'full';
    const problems = [{ question: '', code } as const];
    const shown = { state, problems, typed: typedValues(move.inputs), ...(notice && { notice }) };
    return { kind: 'page', page: fittedPage(conversation, shown, token) };
  }

  /** Too much text leaves the person on their card and says so. */
  async function toResult(taken: MoveResult, person: Person, used?: PreviousStep): Promise<StepResult<CardRefusal>> {
    if (taken.kind === 'done') return { kind: 'done', language: languageSchema.parse(used?.at.state).language };
    const conversation = taken.kind === 'shown' ? findConversation(taken.at.id) : undefined;
    if (taken.kind === 'stale' || conversation === undefined) return stale;
    const { at, shown } = taken;
    const token = await deps.sealer.seal(toDialogState(at), person.key);
    // A report that fitted on one page of its review must fit on the next.
    const isNear = used !== undefined && token.length <= used.token.length + tokenLengthSlack / 2;
    if (token.length > maxStateTokenLength + (isNear ? tokenLengthSlack : 0) && used)
      return tooLongResult(used, languageSchema.parse(shown.state).language);
    return { kind: 'page', page: fittedPage(conversation, shown, token) };
  }

  return {
    async open(flow, language, person) {
      return toResult(await runner.begin(flow, { language }), person);
    },

    async move(token, move) {
      const opened = await deps.sealer.open(token, move.person.key);
      if (opened.kind === 'foreign') return { kind: 'refused', code: 'foreign' };
      const at = parsePosition(opened.state);
      const conversation = at && findConversation(at.id);
      if (at === undefined || conversation === undefined) return stale;
      const used = { conversation, at, token, move };
      if (opened.kind === 'expired' && conversation.recoverExpired) {
        const parsed = conversation.parse(at.state);
        if (parsed === undefined) return stale;
        const state = conversation.recoverExpired(parsed, move.inputs);
        if (state !== undefined) {
          const shown = { state, problems: [], notice: 'expired' } as const;
          const carried = { id: at.id, state: conversation.toSealedState?.(state) ?? state };
          return toResult({ kind: 'shown', at: carried, shown }, move.person, { ...used, notice: 'expired' });
        }
      }
      return toResult(await runner.move(at, move), move.person, used);
    },
  };
}
