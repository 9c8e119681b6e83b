import { drawPage } from '../../cards/draw-page.ts';
import type { TurnContext } from 'botbuilder';
import { ConversationState, MemoryStorage } from 'botbuilder';
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
import { exampleFacts } from '../support/cards/example-views.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { reportStateSchema, startReport } from '../../concerns/reporting/report-flow.ts';
import { drawReturnCode } from '../../concerns/terms/return-code.ts';
import { openSteps, type StepId } from '../../concerns/terms/steps.ts';

const dataSchema = z.object({
  action: z.object({ data: z.looseObject({ candour: z.looseObject({ verb: z.string() }) }) }),
});
const cardKey = Symbol('card');
/** The cards that the report which is measured leads over. */
const stepsOfTheWay = openSteps({ kind: 'boundaries', known: 'saw' });
const contacts = contactsSchema.parse({});

/** The stock waterfall goes on for messages only (botbuilder-js #4119); answers on a card in place are invokes. */
class CardWaterfall extends WaterfallDialog {
  override continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    return this.resumeDialog(context, DialogReason.continueCalled, context.context.activity.value);
  }
}

/** Takes what was answered into the waterfall's values, as samples do, and shows the card of the step. */
const step =
  (at: StepId) =>
  async (context: WaterfallStepContext): Promise<DialogTurnResult> => {
    const { candour: _, ...inputs } = dataSchema.safeParse(context.result).data?.action.data ?? {};
    Object.assign(context.values, inputs);
    const state = reportStateSchema.parse({
      ...startReport(
        drawReturnCode((bytes) => new Uint8Array(bytes)),
        'en',
      ),
      at,
      answers: Object.fromEntries(
        Object.entries(context.values).filter(([id]) => id !== 'instanceId' && id !== 'then'),
      ),
    });
    const card = drawPage(reportPage({ state, problems: [], token: 'none', contacts, ...exampleFacts }));
    context.context.turnState.set(cardKey, card);
    return Dialog.EndOfTurn;
  };

/**
 * A Bot Framework bot as one is usually written: a waterfall, its answers in conversation state, cards answered in
 * place. It leads through the same cards, kept parsed, and seals and stores nothing.
 */
export function createPlainBot(): (context: TurnContext) => Promise<void> {
  const conversation = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(conversation.createProperty('dialogs')).add(
    new CardWaterfall(
      'report',
      stepsOfTheWay.map(({ id }) => step(id)),
    ),
  );
  return async (context) => {
    const dialog = await dialogs.createContext(context);
    const verb = dataSchema.safeParse(context.activity.value).data?.action.data.candour.verb;
    if (verb === 'open') await dialog.cancelAllDialogs();
    const result = await dialog.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('report');
    await conversation.saveChanges(context);
    const card: unknown = context.turnState.get(cardKey);
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
}
