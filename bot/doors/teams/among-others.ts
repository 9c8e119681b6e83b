import { link } from '../../../cards/action.ts';
import type { Page } from '../../../cards/page.ts';
import type { Submitted } from '../../../cards/submitted.ts';
import { say } from '../../../words/cards/say.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { type IncomingActivity, isPersonalChat } from '../../teams/incoming-activity.ts';
import { withMessages } from './message-choices.ts';

export const asksForFigures = (action: Submitted): boolean =>
  action.verb === 'sendWeek' ||
  action.verb === 'week' ||
  action.verb === 'summary' ||
  (action.verb === 'open' && action.flow === 'week');

export const asksForGuidance = (
  action: Submitted,
): action is Extract<Submitted, { verb: 'show' }> & { readonly topic: string } =>
  action.verb === 'show' && action.card === 'guidance' && action.topic !== undefined;

/** The refusal of a personal button on a card that others read, which stays; `undefined` for alerts and guidance. */
export function wordsAmongOthers(action: Submitted): WordKey | undefined {
  if (asksForFigures(action)) return 'notice.summaryElsewhere';
  if (action.verb === 'messages') return 'notice.messagesElsewhere';
  const isForAll = action.verb === 'acknowledge' || asksForGuidance(action);
  return isForAll ? undefined : 'notice.ownChat';
}

/**
 * A guidance page where it was pressed: with message choices in one's own chat; among others nothing personal begins,
 * and it links to `ownPage`.
 */
export function guidanceAt(page: Page, activity: IncomingActivity, ownPage: string | undefined): Page {
  // No one else sees a dialog.
  if (isPersonalChat(activity) || activity.name !== 'adaptiveCard/action') return withMessages(page, activity);
  const { language, sections = [], actions } = page;
  const links = ownPage === undefined ? [] : [link(say(language, 'welcome.page'), ownPage)];
  return {
    ...page,
    sections: [...sections, { text: [say(language, 'notice.ownChat')], links }],
    actions: actions.filter((action) => 'url' in action || wordsAmongOthers(action.sends) === undefined),
  };
}
