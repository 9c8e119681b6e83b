import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { alertSummary } from '../../cards/alert-page.ts';
import { drawPage } from '../../cards/draw-page.ts';
import type { Page } from '../../cards/page.ts';

/** A page as a post in a channel. The toast's text says nothing of what it is about. */
export const channelPost = (page: Page): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(drawPage(page))),
  summary: alertSummary(page.language),
});
