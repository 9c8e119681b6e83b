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
import type { Conversation, Move, Person, Shown } from '../conversations/conversation.ts';
import { conversationIn, createDialogRunner, dialogStateOf, type Ran } from './dialog-runner.ts';
import { createReportConversation, type ReportDependencies } from '../conversations/report-conversation.ts';

/** The page that answers a step, or that the conversation is over, or why a card cannot be used. */
export type Guided =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'done'; readonly language: Language }
  | { readonly kind: 'foreign' | 'stale' };

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
  open(flow: 'report' | 'comeBack', language: Language, person: Person): Promise<Guided>;
  /** The page that follows a move on a card of the person. Throws StoreError. */
  move(token: string, move: Move): Promise<Guided>;
}

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
  readonly state: object;
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
  async function tooLong({ conversation, state: before, notice, move }: Used, language: Language): Promise<Guided> {
    // The language may have been what was asked for; it takes no room.
    const kept = { ...before, language };
    const state = conversation.parse(kept);
    if (state === undefined) return { kind: 'stale' };
    const token = await deps.carried.seal(dialogStateOf(conversation.id, kept), move.person.key);
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
  async function answer(ran: Ran, person: Person, used?: Used): Promise<Guided> {
    if (ran.kind === 'done') return { kind: 'done', language: languageSchema.parse(used?.state).language };
    if (ran.kind === 'stale') return { kind: 'stale' };
    const conversation = conversationOf(ran.id);
    if (conversation === undefined) return { kind: 'stale' };
    const token = await deps.carried.seal(ran.state, person.key);
    // A report that was not too long on one page of its review is not so on the next.
    const isNear = used !== undefined && token.length <= used.token.length + slack / 2;
    if (token.length > longestToken + (isNear ? slack : 0) && used)
      return tooLong(used, languageSchema.parse(ran.shown.state).language);
    return { kind: 'page', page: pageOf(conversation, ran.shown, token) };
  }

  return {
    async open(flow, language, person) {
      return answer(await runner.begin(flow, { language }), person);
    },

    async move(token, move) {
      const opened = await deps.carried.open(token, move.person.key);
      if (opened.kind === 'foreign') return { kind: 'foreign' };
      const before = conversationIn(opened.state);
      const conversation = before && conversationOf(before.id);
      if (before === undefined || conversation === undefined) return { kind: 'stale' };
      const used = { conversation, state: before.state, token, move };
      if (opened.kind === 'expired' && conversation.afterExpiry) {
        const parsed = conversation.parse(before.state);
        if (parsed === undefined) return { kind: 'stale' };
        const state = conversation.afterExpiry(parsed, move.inputs);
        if (state !== undefined) {
          const shown = { state, problems: [], notice: 'expired' } as const;
          const carried = dialogStateOf(before.id, conversation.carried?.(state) ?? state);
          const ran = { kind: 'shown', id: before.id, shown, state: carried } as const;
          return answer(ran, move.person, { ...used, notice: 'expired' });
        }
      }
      return answer(await runner.move(opened.state, move), move.person, used);
    },
  };
}
