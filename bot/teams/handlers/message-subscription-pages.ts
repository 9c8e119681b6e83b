import { messageSubscriptionButton, messageSubscriptionPage } from '../../../cards/message-subscription-page.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { SubmittedAction } from '../../../cards/submitted-action.ts';
import { effectiveSubscriptionPreference, type Subscriber } from '../../../core/model/subscriber.ts';
import { type Clock, toDay } from '../../../core/model/calendar.ts';
import { languageFromLocale } from '../../../core/model/language.ts';
import type { SubscriberPreferenceChange, Subscribers } from '../../jobs/campaigns/subscribers.ts';
import { type IncomingActivity, isPersonalChat } from '../incoming-activity.ts';

type MessageSubscriptionRequest = Omit<Extract<SubmittedAction, { verb: 'messages' }>, 'verb'>;

export interface MessageSubscriptionPages {
  /** Outside one's own chat a notice. Throws StoreError. */
  page(activity: IncomingActivity, request: MessageSubscriptionRequest): Promise<Page>;
}

const toPreferenceChange = ({
  choice,
  messages,
}: MessageSubscriptionRequest): SubscriberPreferenceChange | undefined => {
  if (choice !== undefined) return { kind: 'choice', choice };
  return messages === undefined ? undefined : { kind: 'language', language: messages };
};

export function createMessageSubscriptionPages(deps: {
  readonly reach: Pick<Subscribers, 'choose' | 'read'>;
  readonly clock: Clock;
  readonly timeZone: string;
}): MessageSubscriptionPages {
  const currentPreference = (row: Subscriber) => {
    const choice = effectiveSubscriptionPreference(row, toDay(deps.clock(), deps.timeZone));
    const until = choice === 'pause' ? row.pausedUntil : undefined;
    return { choice, messages: row.language, ...(until && { until }) };
  };

  return {
    async page(activity, asked) {
      const { language } = asked;
      if (!isPersonalChat(activity)) return noticePage({ language, notice: 'messagesElsewhere' });
      const { conversation, serviceUrl, locale } = activity;
      const by = { conversationId: conversation.id, serviceUrl, language: languageFromLocale(locale) };
      const chosen = toPreferenceChange(asked);
      const row = chosen ? await deps.reach.choose(by, chosen) : await deps.reach.read(by.conversationId);
      return messageSubscriptionPage({
        language,
        ...(row && { preference: currentPreference(row) }),
        saved: chosen !== undefined,
      });
    },
  };
}

export const withMessageSubscriptionButton = (page: Page, activity: IncomingActivity): Page =>
  isPersonalChat(activity) ? { ...page, actions: [...page.actions, messageSubscriptionButton(page.language)] } : page;
