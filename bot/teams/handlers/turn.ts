import { randomInt } from 'node:crypto';
import { CardFactory, INVOKE_RESPONSE_KEY, type InvokeResponse, MessageFactory, type TurnContext } from 'botbuilder';
import type { Card } from '../../../cards/card.ts';
import type { Page } from '../../../cards/page.ts';
import { type HeldStep, heldPage } from '../../../cards/retry-page.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { say } from '../../../words/cards/translate.ts';
import { languageOfLocale } from '../../../core/model/language.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { longestToken } from '../../../dialogs/bot-framework/sealed-state.ts';
import { LateError, withinDeadline } from '../../../dialogs/answer-deadline.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { type Pressed, pressedIn } from './invoke-handler.ts';
import { type Channel, channelOf, type IncomingActivity } from '../incoming-activity.ts';
import { cardInDialog, cardMessage, dialogCard, replacedCard } from '../card-actions.ts';
import { type EventLog, OtherVersionError, thrownName, troubleCode } from '../../runtime/event-log.ts';
import type { Pace } from '../../runtime/rate-limiter.ts';

/** A person reads it to the operators, who find it in the log. */
const newReference = (): string => String(randomInt(1_000, 10_000));

function heldIn(submitted: Pressed['submitted']): Pick<HeldStep, 'action' | 'inputs'> | undefined {
  if (submitted?.action.verb !== 'move' || submitted.action.state.length > 2 * longestToken) return undefined;
  return { action: submitted.action, inputs: submitted.inputs };
}

/** Every error becomes a calm card and a log line. */
export function createTurn(deps: {
  readonly pace: (activity: IncomingActivity) => Promise<Pace>;
  readonly onInvoke: (activity: IncomingActivity, pace: Pace) => Promise<InvokeResponse>;
  readonly onMessage: (activity: IncomingActivity, pace: Pace) => Promise<Page | undefined>;
  readonly onMembership: (activity: IncomingActivity) => Promise<Page | undefined>;
  /** True if the welcome will come later. */
  readonly onNotWelcomed: (activity: IncomingActivity, thrown: unknown) => Promise<boolean>;
  readonly onChannel: (channel: Channel) => Promise<void>;
  readonly inChat: (page: Page) => Card;
  /** Development only. */
  readonly wordsInChat: boolean;
  readonly contacts: Contacts;
  readonly deadlineMs: number;
  readonly log: EventLog;
}): (context: TurnContext, activity: IncomingActivity) => Promise<void> {
  function failed(error: unknown): Pick<HeldStep, 'notice' | 'reference'> {
    const reference = newReference();
    deps.log({ event: 'turnFailed', reference, code: troubleCode(error), thrown: thrownName(error) });
    if (error instanceof OtherVersionError) return { notice: 'stale', reference };
    if (error instanceof StoreError && error.code === 'newer') return { notice: 'newer', reference };
    const mayPass = error instanceof StoreError || error instanceof LateError;
    return { notice: mayPass ? 'unavailable' : 'failed', reference };
  }

  function failedInvoke(activity: IncomingActivity, error: unknown): InvokeResponse {
    const language = languageOfLocale(activity.locale);
    const { notice, reference } = failed(error);
    const { submitted, isAutomatic } = pressedIn(activity);
    // No one pressed: typed words stay, and so does an alert in a channel.
    if (isAutomatic || activity.conversation.conversationType === 'channel')
      return cardMessage(say(language, `notice.${notice}`));
    const isInDialog = activity.name !== 'adaptiveCard/action';
    const step = isInDialog || deps.wordsInChat ? heldIn(submitted) : undefined;
    const page = step
      ? heldPage({ language: step.action.language ?? language, notice, reference, ...step, contacts: deps.contacts })
      : noticePage({ language, notice, reference });
    if (!isInDialog) return replacedCard(deps.inChat(page));
    return dialogCard(cardInDialog(page), say(page.language, 'common.dialogTitle'));
  }

  const send = async (context: TurnContext, page: Page | undefined): Promise<void> => {
    if (page) await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(deps.inChat(page))));
  };

  /** A failing store must not keep a handler from an alert; the next activity refreshes the address. */
  async function hear(activity: IncomingActivity): Promise<void> {
    const channel = channelOf(activity);
    if (channel) await deps.onChannel(channel).catch((error: unknown) => void failed(error));
  }

  async function invoke(context: TurnContext, activity: IncomingActivity): Promise<void> {
    // Someone held back still has the whole time of the answer.
    const pace = await deps.pace(activity);
    const answer = await withinDeadline(
      deps.deadlineMs,
      async () => {
        await hear(activity);
        return deps.onInvoke(activity, pace);
      },
      (error) => failedInvoke(activity, error),
    );
    // Sent like a message, it would be copied and pass through the message pipeline.
    context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: answer });
  }

  async function message(context: TurnContext, activity: IncomingActivity, pace: Pace): Promise<void> {
    try {
      await hear(activity);
      await send(context, await deps.onMessage(activity, pace));
    } catch (error) {
      const { notice, reference } = failed(error);
      await send(context, noticePage({ language: languageOfLocale(activity.locale), notice, reference }));
    }
  }

  async function membership(context: TurnContext, activity: IncomingActivity): Promise<void> {
    const page = await deps.onMembership(activity);
    try {
      await send(context, page);
    } catch (error) {
      if (!(await deps.onNotWelcomed(activity, error))) throw error;
    }
  }

  return async (context, activity) => {
    if (activity.type === 'invoke') return invoke(context, activity);
    const pace = activity.type === 'message' ? await deps.pace(activity) : 'go';
    const answer =
      activity.type === 'message'
        ? () => message(context, activity, pace)
        : activity.type === 'conversationUpdate' || activity.type === 'installationUpdate'
          ? () => membership(context, activity)
          : undefined;
    // A 500 would bring it all again.
    return answer && withinDeadline(deps.deadlineMs, answer, (error) => void failed(error));
  };
}
