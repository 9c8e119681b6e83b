import { ConversationState, MemoryStorage, type TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  DialogReason,
  DialogSet,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { openSteps } from '../../concerns/terms/steps.ts';
import { type KeptCard, keptCard, filledIn } from './kept-cards.ts';

const dataSchema = z.looseObject({ candour: z.looseObject({ verb: z.string() }) });
const valueSchema = z.union([
  z.object({ action: z.object({ data: dataSchema }) }).transform(({ action }) => action.data),
  z.object({ data: dataSchema }).transform(({ data }) => data),
]);
const cardKey = Symbol('card');

/** The stock waterfall goes on for messages only (botbuilder-js #4119); answers on a card in place are invokes. */
class CardWaterfall extends WaterfallDialog {
  override continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    return this.resumeDialog(context, DialogReason.continueCalled, context.context.activity.value);
  }
}

/** Takes what was answered into the waterfall's values, as samples do, and shows the card of the step. */
const step =
  (card: KeptCard) =>
  async (context: WaterfallStepContext): Promise<DialogTurnResult> => {
    const { candour: _, ...inputs } = valueSchema.safeParse(context.result).data ?? {};
    Object.assign(context.values, inputs);
    context.context.turnState.set(cardKey, filledIn(card, { ...context.values }));
    return Dialog.EndOfTurn;
  };

/**
 * A Bot Framework bot as a good engineer would write it with the stock parts: a waterfall, its answers in conversation
 * state, cards answered in place. Its cards were drawn as it started and are kept; answers are filled in. It leads over the
 * same cards, and seals and stores nothing.
 */
export function createPlainBot(door: 'chat' | 'dialog'): (context: TurnContext) => Promise<object> {
  const conversation = new ConversationState(new MemoryStorage());
  // The cards that the report which is measured leads over.
  const cards = openSteps({ kind: 'boundaries', known: 'saw' }).map(({ id }) => keptCard(id, door));
  const dialogs = new DialogSet(conversation.createProperty('dialogs')).add(
    new CardWaterfall('report', cards.map(step)),
  );
  return async (context) => {
    const dialog = await dialogs.createContext(context);
    const verb = valueSchema.safeParse(context.activity.value).data?.candour.verb;
    if (verb === 'open') await dialog.cancelAllDialogs();
    const result = await dialog.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('report');
    await conversation.saveChanges(context);
    const card: unknown = context.turnState.get(cardKey);
    return z.looseObject({}).parse(card);
  };
}
