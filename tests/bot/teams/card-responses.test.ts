import { describe, expect, it } from '@jest/globals';
import { button } from '../../../cards/page.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { parseSubmittedAction } from '../../../cards/submitted-action.ts';
import { createChatRenderer, renderDialogCard } from '../../../bot/teams/card-responses.ts';
import { cardProblems } from '../../support/cards/card-problems.ts';
import { listButtons } from '../../support/cards/example-views.ts';
import { galleryPages } from '../../support/cards/gallery.ts';

const pages = galleryPages();
const sentBy = (card: unknown) => listButtons(card).flatMap(({ data }) => parseSubmittedAction(data)?.action ?? []);

describe('a page in Teams', () => {
  it.each(pages)('sends the same from a chat and from a dialog: $name', ({ page }) => {
    const [drawn, inDialog, inChat] = [renderPage(page), renderDialogCard(page), createChatRenderer(false)(page)];
    expect(sentBy(inDialog)).toEqual(sentBy(drawn));
    expect(sentBy(inChat)).toEqual(sentBy(drawn));
    expect(cardProblems(inDialog)).toEqual([]);
    expect(cardProblems(inChat)).toEqual([]);
    expect(listButtons(inDialog).map(({ type }) => type)).not.toContain('Action.Execute');
  });

  it('opens a dialog from a chat for what is typed there, and for nothing else', () => {
    const opens = button('open', { verb: 'open', flow: 'report', language: 'en' });
    const shows = button('show', { verb: 'show', card: 'welcome', language: 'en' });
    const pulls = button('pull', { verb: 'open', flow: 'week', language: 'en' });
    const page = { language: 'en', heading: 'heading', links: [shows, pulls], actions: [opens] } as const;
    expect(listButtons(createChatRenderer(false)(page))).toMatchObject([
      { type: 'Action.Execute', data: { candour: shows.sends } },
      { type: 'Action.Execute', data: { candour: pulls.sends } },
      { type: 'Action.Submit', data: { candour: opens.sends, msteams: { type: 'task/fetch' } } },
    ]);
    expect(createChatRenderer(true)(page)).toEqual(renderPage(page));
  });
});
