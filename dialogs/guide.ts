import { z } from 'zod';
import type { Page } from '../cards/page.ts';
import type { Desk } from '../concerns/ports/desk.ts';
import { fitted } from '../cards/room-on-a-card.ts';
import { type Language, languages } from '../concerns/terms/language.ts';
import { type CarriedState, longestSealed, longestToken, slack } from './carried-state.ts';
import {
  type ComeBackConversationDependencies,
  createComeBackConversation,
} from '../conversations/come-back-conversation.ts';
import type { Conversation, Move, Person, Position, Shown, StepResult, Taken } from '../conversations/conversation.ts';
import { createDialogRunner, dialogStateOf, positionIn } from './dialog-runner.ts';
import { createReportConversation, type ReportDependencies } from '../conversations/report-conversation.ts';

/** Why a card cannot be used. `foreign`: it is no card of this person. `stale`: another version made it. */
export type CardRefusal = 'foreign' | 'stale';

export interface GuideDependencies
  extends Omit<ReportDependencies, 'longestSealed' | 'desk'>,
    Omit<ComeBackConversationDependencies, 'desk'> {
  /** The desk of a person, by their key. */
  readonly deskOf: (person: string) => Desk;
  readonly carried: CarriedState;
}

/** Leads people through the dialogs. Keeps nothing: every step's state comes in with a card and goes out with the next page. */
export interface Guide {
  /** The first page of a conversation. Throws StoreError. */
  open(flow: 'report' | 'comeBack', language: Language, person: Person): Promise<StepResult<CardRefusal>>;
  /** The page that follows a move on a card of the person. Throws StoreError. */
  move(token: string, move: Move): Promise<StepResult<CardRefusal>>;
}

const stale: StepResult<CardRefusal> = { kind: 'refused', code: 'stale' };
const languageSchema = z.object({ language: z.enum(languages) });

/** Words that were typed on this card, to be shown where they could not be taken into the state. */
const typedOn = (inputs: Move['inputs']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value] as const] : [])),
  );

/** The page of what is shown. Where a card has no room for all that was typed, it says of which words the end is gone. */
const pageOf = (conversation: Conversation, shown: Shown, token: string): Page =>
  fitted((cuts) => {
    const typed = { ...shown.typed, ...Object.fromEntries(cuts.map(({ id, value }) => [id, value])) };
    const isCut = (question: string): boolean => cuts.some(({ id }) => id === question);
    const problems = [
      ...cuts.map(({ id, by }) => ({ question: id, code: 'cut', by }) as const),
      // How much too long it was is said with it.
      ...shown.problems.filter(({ question, code }) => code !== 'long' || !isCut(question)),
    ];
    return conversation.page({ ...shown, typed, problems }, token);
  });

/** A card that was used, and the move on it. */
interface Used {
  readonly conversation: Conversation;
  readonly at: Position;
  readonly token: string;
  readonly notice?: Shown['notice'];
  readonly move: Move;
}

export function createGuide(deps: GuideDependencies): Guide {
  const makers: readonly ((desk: Desk) => Conversation)[] = [
    (desk) => createReportConversation({ ...deps, desk, longestSealed }),
    (desk) => createComeBackConversation({ ...deps, desk }),
  ];
  // Each move is made at the desk of the person who makes it.
  const conversations = makers.map(
    (make): Conversation => ({
      ...make(deps.deskOf('')),
      move: (state, move) => make(deps.deskOf(move.person.key)).move(state, move),
    }),
  );
  const runner = createDialogRunner(conversations);
  const conversationOf = (id: string): Conversation | undefined => conversations.find((one) => one.id === id);

  /** The page of the card that was used, with what was typed on it: it is more than a card can carry. */
  async function tooLong(
    { conversation, at, notice, move }: Used,
    language: Language,
  ): Promise<StepResult<CardRefusal>> {
    // The language may have been what was asked for; it takes no room.
    const kept = { ...at.state, language };
    const state = conversation.parse(kept);
    if (state === undefined) return stale;
    const token = await deps.carried.seal(dialogStateOf({ id: at.id, state: kept }), move.person.key);
    // A draft that the page kept may be longer than a card: nothing on this one could be shortened, and it stands as it is.
    const code = move.verb === 'resume' ? 'longDraft' : 'full';
    const problems = [{ question: '', code } as const];
    const shown = { state, problems, typed: typedOn(move.inputs), ...(notice && { notice }) };
    return { kind: 'page', page: pageOf(conversation, shown, token) };
  }

  /**
   * Draws what a dialog shows as a page, its state sealed in the buttons; too much text is said calmly, and stays
   * there.
   */
  async function answer(taken: Taken, person: Person, used?: Used): Promise<StepResult<CardRefusal>> {
    if (taken.kind === 'done') return { kind: 'done', language: languageSchema.parse(used?.at.state).language };
    const conversation = taken.kind === 'shown' ? conversationOf(taken.at.id) : undefined;
    if (taken.kind === 'stale' || conversation === undefined) return stale;
    const { at, shown } = taken;
    const token = await deps.carried.seal(dialogStateOf(at), person.key);
    // A report that was not too long on one page of its review is not so on the next.
    const isNear = used !== undefined && token.length <= used.token.length + slack / 2;
    if (token.length > longestToken + (isNear ? slack : 0) && used)
      return tooLong(used, languageSchema.parse(shown.state).language);
    return { kind: 'page', page: pageOf(conversation, shown, token) };
  }

  return {
    async open(flow, language, person) {
      return answer(await runner.begin(flow, { language }), person);
    },

    async move(token, move) {
      const opened = await deps.carried.open(token, move.person.key);
      if (opened.kind === 'foreign') return { kind: 'refused', code: 'foreign' };
      const at = positionIn(opened.state);
      const conversation = at && conversationOf(at.id);
      if (at === undefined || conversation === undefined) return stale;
      const used = { conversation, at, token, move };
      if (opened.kind === 'expired' && conversation.afterExpiry) {
        const parsed = conversation.parse(at.state);
        if (parsed === undefined) return stale;
        const state = conversation.afterExpiry(parsed, move.inputs);
        if (state !== undefined) {
          const shown = { state, problems: [], notice: 'expired' } as const;
          const carried = { id: at.id, state: conversation.carried?.(state) ?? state };
          return answer({ kind: 'shown', at: carried, shown }, move.person, { ...used, notice: 'expired' });
        }
      }
      return answer(await runner.move(at, move), move.person, used);
    },
  };
}
