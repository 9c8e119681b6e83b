import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { alertSummary } from '../../cards/alert-page.ts';
import type { Card } from '../../cards/card.ts';
import { drawPage } from '../../cards/draw-page.ts';
import type { Page } from '../../cards/page.ts';
import { waitingPage, waitingSummary } from '../../cards/waiting-page.ts';
import { languages } from '../../concerns/terms/language.ts';
import { say } from '../../words/cards/say.ts';

/** A page as a post in a channel. The toast's text says nothing of what it is about. */
export const channelPost = (page: Page): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(page))),
  summary: alertSummary(page.language),
});

/** The line to one person that something waits, as a message in their chat with the bot. */
export const waitingMessage = (shown: Parameters<typeof waitingPage>[0]): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(waitingPage(shown)))),
  summary: waitingSummary(shown.language),
});

/** That the summary of a week is ready, or the summary itself. The toast's text says no more than that it is ready. */
export const summaryPost = (page: Page, card: (page: Page) => Card): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card(page))),
  summary: say(page.language, 'sending.ready'),
});

/** A test post, in every language at once: it tells nobody more than that there was one. */
export const triedPost = (): Partial<Activity> => ({
  ...MessageFactory.text(languages.map((language) => say(language, 'target.tried')).join('\n\n')),
  textFormat: 'plain',
});
