import { randomInt } from 'node:crypto';
import { CardFactory, INVOKE_RESPONSE_KEY, type InvokeResponse, MessageFactory, type TurnContext } from 'botbuilder';
import type { Card } from '../../../cards/card-renderer.ts';
import type { Page } from '../../../cards/page.ts';
import { type RetryStep, retryPage } from '../../../cards/retry-page.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { translate } from '../../../words/cards/translate.ts';
import { languageFromLocale } from '../../../core/model/language.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { maxStateTokenLength } from '../../../dialogs/bot-framework/sealed-state.ts';
import { DeadlineError, withinDeadline } from '../../../dialogs/answer-deadline.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { type CardAction, parseCardAction } from './invoke-handler.ts';
import { type TeamsChannel, getChannel, type IncomingActivity } from '../incoming-activity.ts';
import { renderDialogCard, messageResponse, dialogResponse, cardResponse } from '../card-responses.ts';
import { type EventLog, CardVersionError, errorClassName, errorCode } from '../../runtime/event-log.ts';
import type { RateLimitResult } from '../../runtime/rate-limiter.ts';

/** A person reads it to the operators, who find it in the log. */
const createErrorReference = (): string => String(randomInt(1_000, 10_000));

function getRetryStep(submitted: CardAction['submitted']): Pick<RetryStep, 'action' | 'inputs'> | undefined {
  if (submitted?.action.verb !== 'move' || submitted.action.state.length > 2 * maxStateTokenLength) return undefined;
  return { action: submitted.action, inputs: submitted.inputs };
}

/** Turns every error into a calm card and a log line. */
export function createTurnHandler(deps: {
  readonly rateLimit: (activity: IncomingActivity) => Promise<RateLimitResult>;
  readonly onInvoke: (activity: IncomingActivity, rateLimit: RateLimitResult) => Promise<InvokeResponse>;
  readonly onMessage: (activity: IncomingActivity, rateLimit: RateLimitResult) => Promise<Page | undefined>;
  readonly onMembership: (activity: IncomingActivity) => Promise<Page | undefined>;
  /** True if the welcome will come later. */
  readonly onWelcomeFailed: (activity: IncomingActivity, thrown: unknown) => Promise<boolean>;
  readonly onChannel: (channel: TeamsChannel) => Promise<void>;
  readonly renderChatCard: (page: Page) => Card;
  /** Development only. */
  readonly chatInput: boolean;
  readonly contacts: Contacts;
  readonly deadlineMs: number;
  readonly log: EventLog;
}): (context: TurnContext, activity: IncomingActivity) => Promise<void> {
  function logFailure(error: unknown): Pick<RetryStep, 'notice' | 'reference'> {
    const reference = createErrorReference();
    deps.log({ event: 'turnFailed', reference, code: errorCode(error), thrown: errorClassName(error) });
    if (error instanceof CardVersionError) return { notice: 'stale', reference };
    if (error instanceof StoreError && error.code === 'newer') return { notice: 'newer', reference };
    const mayPass = error instanceof StoreError || error instanceof DeadlineError;
    return { notice: mayPass ? 'unavailable' : 'failed', reference };
  }

  function failureResponse(activity: IncomingActivity, error: unknown): InvokeResponse {
    const language = languageFromLocale(activity.locale);
    const { notice, reference } = logFailure(error);
    const { submitted, isAutomatic } = parseCardAction(activity);
    // No one pressed: typed words stay, and so does an alert in a channel.
    if (isAutomatic || activity.conversation.conversationType === 'channel')
      return messageResponse(translate(language, `notice.${notice}`));
    const isInDialog = activity.name !== 'adaptiveCard/action';
    const step = isInDialog || deps.chatInput ? getRetryStep(submitted) : undefined;
    const page = step
      ? retryPage({ language: step.action.language ?? language, notice, reference, ...step, contacts: deps.contacts })
      : noticePage({ language, notice, reference });
    if (!isInDialog) return cardResponse(deps.renderChatCard(page));
    return dialogResponse(renderDialogCard(page), translate(page.language, 'common.dialogTitle'));
  }

  const send = async (context: TurnContext, page: Page | undefined): Promise<void> => {
    if (page)
      await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(deps.renderChatCard(page))));
  };

  /** If the store fails, the next activity refreshes the address. */
  async function refreshChannel(activity: IncomingActivity): Promise<void> {
    const channel = getChannel(activity);
    if (channel) await deps.onChannel(channel).catch((error: unknown) => void logFailure(error));
  }

  async function handleInvoke(context: TurnContext, activity: IncomingActivity): Promise<void> {
    // Someone held back still has the whole time.
    const rateLimit = await deps.rateLimit(activity);
    const answer = await withinDeadline(
      deps.deadlineMs,
      async () => {
        await refreshChannel(activity);
        return deps.onInvoke(activity, rateLimit);
      },
      (error) => failureResponse(activity, error),
    );
    // Otherwise it would be copied and pass through the message pipeline.
    context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: answer });
  }

  async function handleMessage(
    context: TurnContext,
    activity: IncomingActivity,
    rateLimit: RateLimitResult,
  ): Promise<void> {
    try {
      await refreshChannel(activity);
      await send(context, await deps.onMessage(activity, rateLimit));
    } catch (error) {
      const { notice, reference } = logFailure(error);
      await send(context, noticePage({ language: languageFromLocale(activity.locale), notice, reference }));
    }
  }

  async function handleMembership(context: TurnContext, activity: IncomingActivity): Promise<void> {
    const page = await deps.onMembership(activity);
    try {
      await send(context, page);
    } catch (error) {
      if (!(await deps.onWelcomeFailed(activity, error))) throw error;
    }
  }

  return async (context, activity) => {
    if (activity.type === 'invoke') return handleInvoke(context, activity);
    const rateLimit = activity.type === 'message' ? await deps.rateLimit(activity) : 'go';
    const answer =
      activity.type === 'message'
        ? () => handleMessage(context, activity, rateLimit)
        : activity.type === 'conversationUpdate' || activity.type === 'installationUpdate'
          ? () => handleMembership(context, activity)
          : undefined;
    // A 500 would bring it all again.
    return answer && withinDeadline(deps.deadlineMs, answer, (error) => void logFailure(error));
  };
}
