import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Problem } from '../concerns/terms/questions.ts';
import { type Move, moveKey, type Shown, shownKey } from './turn.ts';

/** What follows a move: a card to show, the end of the dialog, or another dialog in its place. */
export type Step<State> =
  | {
      readonly kind: 'show';
      readonly state: State;
      readonly problems: readonly Problem[];
      readonly notice?: 'expired' | 'taken' | 'apart' | 'erased';
      /** What is drawn beside the state this once: it is never carried. */
      readonly beside?: object;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'instead'; readonly dialog: string; readonly state: object };

/** A guided conversation: a pure table of moves and what it does outside, without knowing of the Bot Framework. */
export interface Conversation<State extends object> {
  readonly id: string;
  /** The state a conversation begins with, from the options of `beginDialog`. Throws where they are not its own. */
  begin(options: unknown): State;
  /** The state as it was carried, `undefined` where another version of Candour made it. */
  parse(state: unknown): State | undefined;
  /** What of a state the next card carries, where that is not the whole. */
  readonly carried?: (state: State) => State;
  /** One move of a person, its effects done. */
  move(state: State, move: Move): Promise<Step<State>>;
}

const carriedUnder = 'flow';

/**
 * Runs a conversation as one Bot Framework dialog whose only state is the conversation's own. The framework's
 * waterfalls and prompts wait for messages and keep answers in clear (docs/decisions/004-step-table.md).
 */
export class GuidedDialog<State extends object> extends Dialog {
  readonly #conversation: Conversation<State>;

  constructor(conversation: Conversation<State>) {
    super(conversation.id);
    this.#conversation = conversation;
  }

  override async beginDialog(context: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.#show(context, { kind: 'show', state: this.#conversation.begin(options), problems: [] });
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const before = this.#conversation.parse(context.activeDialog?.state[carriedUnder]);
    const move = context.context.turnState.get<Move | undefined>(moveKey);
    if (before === undefined || move === undefined) return context.cancelAllDialogs();
    const step = await this.#conversation.move(before, move);
    if (step.kind === 'done') return context.endDialog();
    if (step.kind === 'instead') return context.replaceDialog(step.dialog, step.state);
    return this.#show(context, step);
  }

  #show(context: DialogContext, step: Step<State> & { readonly kind: 'show' }): DialogTurnResult {
    const { state, problems, notice, beside } = step;
    const carried = this.#conversation.carried?.(state) ?? state;
    if (context.activeDialog) context.activeDialog.state[carriedUnder] = carried;
    const shown: Shown = { dialog: this.id, state, carried, problems, notice, beside };
    context.context.turnState.set(shownKey, shown);
    return Dialog.EndOfTurn;
  }
}
