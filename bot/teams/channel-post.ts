import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { alertSummary } from '../../cards/alert-page.ts';
import type { Card } from '../../cards/card.ts';
import { drawPage } from '../../cards/draw-page.ts';
import type { Page } from '../../cards/page.ts';
import { waitingPage, waitingSummary } from '../../cards/waiting-page.ts';
import { languages } from '../../concerns/terms/language.ts';
import { say } from '../../words/cards/say.ts';

/** The toast does not say what it is about. */
export const channelPost = (page: Page): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(page))),
  summary: alertSummary(page.language),
});

export const waitingMessage = (shown: Parameters<typeof waitingPage>[0]): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(waitingPage(shown)))),
  summary: waitingSummary(shown.language),
});

/** The toast says only that a summary is ready. */
export const summaryPost = (page: Page, card: (page: Page) => Card): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card(page))),
  summary: say(page.language, 'sending.ready'),
});

export const triedPost = (): Partial<Activity> => ({
  ...MessageFactory.text(languages.map((language) => say(language, 'target.tried')).join('\n\n')),
  textFormat: 'plain',
});
