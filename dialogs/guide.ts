import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Card } from '../cards/card.ts';
import { comeBackCard } from '../cards/come-back/come-back-card.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Door as DoorOfCards } from '../cards/door.ts';
import { reportCard } from '../cards/report/report-card.ts';
import { draftDays } from '../concerns/reporting/drafts.ts';
import { comeBackStateSchema } from '../concerns/reporting/come-back-flow.ts';
import { type Language, languages } from '../concerns/terms/language.ts';
import { showCaseId } from '../concerns/terms/case-id.ts';
import { caseIdOf } from '../concerns/records/code-keys.ts';
import { parseReturnCode } from '../concerns/terms/return-code.ts';
import { afterExpiry, longestTyped, reportStateSchema } from '../concerns/reporting/report-flow.ts';
import { type CarriedDialogState, type CarriedState, longestToken } from './carried-state.ts';
import {
  type ComeBackConversationDependencies,
  createComeBackConversation,
  threadSchema,
} from './come-back-conversation.ts';
import { GuidedDialog } from './guided-dialog.ts';
import { createReportConversation, type ReportDependencies } from './report-conversation.ts';
import { type Move, moveKey, type Person, type Shown, shownKey } from './turn.ts';

/** Which thin door a person came through: it changes how a conversation ends, nothing else. */
export type Door = DoorOfCards;

/** The card that answers a step, or that the conversation is over, or why a card cannot be used. */
export type Guided =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'done'; readonly language: Language }
  | { readonly kind: 'foreign' | 'stale' };

export interface GuideDependencies extends ReportDependencies, ComeBackConversationDependencies {
  readonly carried: CarriedState;
  readonly contacts: Contacts;
}

/** Leads people through the dialogs. Keeps nothing: every step's state comes in with a card and goes out with the next. */
export interface Guide {
  /** The first card of a conversation. Throws StoreError. */
  open(turn: TurnContext, flow: 'report' | 'comeBack', language: Language, person: Person, door: Door): Promise<Guided>;
  /** The card that follows a move on a card of the person. Throws StoreError. */
  move(turn: TurnContext, token: string, move: Move, door: Door): Promise<Guided>;
}

const languageSchema = z.object({ language: z.enum(languages) });
const stateOfTurn = Symbol('dialog state');
const emptyStack = (): CarriedDialogState => ({ dialogStack: [] });

/** The dialog set's view of the state that this turn's card carried. */
const carriedByTurn: StatePropertyAccessor<CarriedDialogState> = {
  async get(turn: TurnContext, initial?: CarriedDialogState) {
    const state = turn.turnState.get<CarriedDialogState | undefined>(stateOfTurn) ?? initial ?? emptyStack();
    turn.turnState.set(stateOfTurn, state);
    return state;
  },
  async set(turn, state) {
    turn.turnState.set(stateOfTurn, state);
  },
  async delete(turn) {
    turn.turnState.delete(stateOfTurn);
  },
};

/** A stack that leads to a card of a state: what a dialog would have left behind. */
const stackOf = (dialog: string, state: object): CarriedDialogState => ({
  dialogStack: [{ id: dialog, state: { flow: state } }],
});

/** What was typed on this card, to be shown where it could not be taken into the state. */
const typedOn = (inputs: Move['inputs']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([id, value]) =>
      typeof value === 'string' ? [[id, value.slice(0, longestTyped)] as const] : [],
    ),
  );

export function createGuide(deps: GuideDependencies): Guide {
  const dialogs = new DialogSet(carriedByTurn)
    .add(new GuidedDialog(createReportConversation(deps)))
    .add(new GuidedDialog(createComeBackConversation(deps)));

  function draw(shown: Shown, token: string, door: Door, typed?: ReturnType<typeof typedOn>): Card {
    const { contacts } = deps;
    if (shown.dialog === 'report') {
      const state = reportStateSchema.parse(shown.state);
      const { problems, notice } = shown;
      const caseId = state.at === 'receipt' || state.at === 'differs' ? showCaseId(caseIdOf(state.code)) : undefined;
      return reportCard({ state, problems, notice, typed, token, contacts, caseId, draftDays, door });
    }
    const state = comeBackStateSchema.parse(shown.state);
    const code = state.at === 'case' ? parseReturnCode(state.code) : undefined;
    const reference = code && { caseId: showCaseId(caseIdOf(code)) };
    const thread = threadSchema.optional().parse(shown.beside);
    const view = { state, problems: shown.problems, typed, token, contacts, draftDays, door };
    return comeBackCard({ ...view, ...reference, ...(thread && { thread }) });
  }

  /** Draws what the dialog shows, with its own state sealed inside; too much text is said calmly, and stays on the card. */
  async function answer(
    turn: TurnContext,
    person: Person,
    door: Door,
    before?: { shown: Shown; move: Move },
  ): Promise<Guided> {
    const shown = turn.turnState.get<Shown | undefined>(shownKey);
    if (shown === undefined) return { kind: 'stale' };
    const token = await deps.carried.seal(stackOf(shown.dialog, shown.carried), person.key);
    if (token.length <= longestToken || before === undefined) return { kind: 'card', card: draw(shown, token, door) };
    // The language may have been what was asked for; it takes no room.
    const state = { ...before.shown.state, ...languageSchema.parse(shown.state) };
    const kept = await deps.carried.seal(stackOf(before.shown.dialog, state), person.key);
    const problems = [{ question: '', code: 'full' } as const];
    const typed = typedOn(before.move.inputs);
    return { kind: 'card', card: draw({ ...before.shown, state, problems }, kept, door, typed) };
  }

  /** The dialog and state that a card carried, before its move. */
  const carriedOn = (state: CarriedDialogState): Shown | undefined => {
    const top = state.dialogStack.at(-1);
    const flow = top?.state['flow'];
    if (top === undefined || typeof flow !== 'object' || flow === null) return undefined;
    return { dialog: top.id, state: flow, carried: flow, problems: [], notice: undefined, beside: undefined };
  };

  return {
    async open(turn, flow, language, person, door) {
      const context = await dialogs.createContext(turn);
      await context.beginDialog(flow, { language });
      return answer(turn, person, door);
    },

    async move(turn, token, move, door) {
      const opened = await deps.carried.open(token, move.person.key);
      if (opened.kind === 'foreign') return { kind: 'foreign' };
      const before = carriedOn(opened.state);
      if (before === undefined) return { kind: 'stale' };
      if (opened.kind === 'expired' && before.dialog === 'report') {
        const state = reportStateSchema.safeParse(before.state);
        if (!state.success) return { kind: 'stale' };
        const after = afterExpiry(state.data, move.inputs);
        if (after !== undefined) {
          const shown: Shown = { ...before, notice: 'expired' };
          turn.turnState.set(shownKey, { ...shown, state: after, carried: after } satisfies Shown);
          return answer(turn, move.person, door, { shown, move });
        }
      }
      turn.turnState.set(stateOfTurn, opened.state);
      turn.turnState.set(moveKey, move);
      const context = await dialogs.createContext(turn);
      const result = await context.continueDialog();
      if (result.status === DialogTurnStatus.complete) {
        return { kind: 'done', language: languageSchema.parse(before.state).language };
      }
      if (result.status !== DialogTurnStatus.waiting) return { kind: 'stale' };
      return answer(turn, move.person, door, { shown: before, move });
    },
  };
}
