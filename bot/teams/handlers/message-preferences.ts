import { messagesButton, messagesPage } from '../../../cards/messages-page.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Submitted } from '../../../cards/submitted-data.ts';
import { choiceOn, type ReachRow } from '../../../core/model/subscriber.ts';
import { type Clock, dayOf } from '../../../core/model/calendar.ts';
import { languageOfLocale } from '../../../core/model/language.ts';
import type { Chosen, Reach } from '../../jobs/campaigns/subscribers.ts';
import { type IncomingActivity, isPersonalChat } from '../incoming-activity.ts';

type Asked = Omit<Extract<Submitted, { verb: 'messages' }>, 'verb'>;

export interface MessageChoices {
  /** The current choice, after `asked`; elsewhere than in one's own chat a notice. Throws StoreError. */
  page(activity: IncomingActivity, asked: Asked): Promise<Page>;
}

const chosenIn = ({ choice, messages }: Asked): Chosen | undefined => {
  if (choice !== undefined) return { kind: 'choice', choice };
  return messages === undefined ? undefined : { kind: 'language', language: messages };
};

export function createMessageChoices(deps: {
  readonly reach: Pick<Reach, 'choose' | 'rowOf'>;
  readonly clock: Clock;
  readonly timeZone: string;
}): MessageChoices {
  const standsIn = (row: ReachRow) => {
    const choice = choiceOn(row, dayOf(deps.clock(), deps.timeZone));
    const until = choice === 'pause' ? row.pausedUntil : undefined;
    return { choice, messages: row.language, ...(until && { until }) };
  };

  return {
    async page(activity, asked) {
      const { language } = asked;
      if (!isPersonalChat(activity)) return noticePage({ language, notice: 'messagesElsewhere' });
      const { conversation, serviceUrl, locale } = activity;
      const by = { conversationId: conversation.id, serviceUrl, language: languageOfLocale(locale) };
      const chosen = chosenIn(asked);
      const row = chosen ? await deps.reach.choose(by, chosen) : await deps.reach.rowOf(by.conversationId);
      return messagesPage({ language, ...(row && { stands: standsIn(row) }), saved: chosen !== undefined });
    },
  };
}

/** In one's own chat adds the way to message choices. */
export const withMessages = (page: Page, activity: IncomingActivity): Page =>
  isPersonalChat(activity) ? { ...page, actions: [...page.actions, messagesButton(page.language)] } : page;
