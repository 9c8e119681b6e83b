import { link } from '../../../cards/action.ts';
import type { Page } from '../../../cards/page.ts';
import type { Submitted } from '../../../cards/submitted.ts';
import { say } from '../../../words/cards/say.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { isPersonalChat } from '../../teams/channel.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';
import { withMessages } from './message-choices.ts';

/** Whether a button asks for figures, or how they are sent. */
export const asksForFigures = (action: Submitted): boolean =>
  action.verb === 'sendWeek' ||
  action.verb === 'week' ||
  action.verb === 'summary' ||
  (action.verb === 'open' && action.flow === 'week');

/** Whether a button shows a topic of the guidance. */
export const asksForGuidance = (
  action: Submitted,
): action is Extract<Submitted, { verb: 'show' }> & { readonly topic: string } =>
  action.verb === 'show' && action.card === 'guidance' && action.topic !== undefined;

/**
 * The words for whoever presses a button on a card that others read as well, where it leads to something of their own:
 * the card stays as it is. `undefined` for what is the same for everybody, an alert and the guidance.
 */
export function wordsAmongOthers(action: Submitted): WordKey | undefined {
  if (asksForFigures(action)) return 'notice.summaryElsewhere';
  if (action.verb === 'messages') return 'notice.messagesElsewhere';
  const isForAll = action.verb === 'acknowledge' || asksForGuidance(action);
  return isForAll ? undefined : 'notice.ownChat';
}

/**
 * A page of the guidance as it opens where it was pressed. In one's own chat it leads to what one can choose about
 * messages as well. Where others read it begins nothing of one's own, and says where that is: by `ownPage` one press
 * away, where that has an address.
 */
export function guidanceAt(page: Page, activity: IncomingActivity, ownPage: string | undefined): Page {
  // A dialog opens for whoever pressed alone, wherever that was.
  if (isPersonalChat(activity) || activity.name !== 'adaptiveCard/action') return withMessages(page, activity);
  const { language, sections = [], actions } = page;
  const links = ownPage === undefined ? [] : [link(say(language, 'welcome.page'), ownPage)];
  return {
    ...page,
    sections: [...sections, { text: [say(language, 'notice.ownChat')], links }],
    actions: actions.filter((action) => 'url' in action || wordsAmongOthers(action.sends) === undefined),
  };
}
