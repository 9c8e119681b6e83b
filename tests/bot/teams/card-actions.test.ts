import { describe, expect, it } from '@jest/globals';
import { button } from '../../../cards/page.ts';
import { drawPage } from '../../../cards/render-page.ts';
import { parseSubmitted } from '../../../cards/submitted-data.ts';
import { cardInChat, cardInDialog } from '../../../bot/teams/card-actions.ts';
import { cardProblems } from '../../support/cards/card-problems.ts';
import { buttonsOf } from '../../support/cards/example-views.ts';
import { galleryPages } from '../../support/cards/gallery.ts';

const pages = galleryPages();
const sentBy = (card: unknown) => buttonsOf(card).flatMap(({ data }) => parseSubmitted(data)?.action ?? []);

describe('a page in Teams', () => {
  it.each(pages)('sends the same from a chat and from a dialog: $name', ({ page }) => {
    const [drawn, inDialog, inChat] = [drawPage(page), cardInDialog(page), cardInChat(false)(page)];
    expect(sentBy(inDialog)).toEqual(sentBy(drawn));
    expect(sentBy(inChat)).toEqual(sentBy(drawn));
    expect(cardProblems(inDialog)).toEqual([]);
    expect(cardProblems(inChat)).toEqual([]);
    expect(buttonsOf(inDialog).map(({ type }) => type)).not.toContain('Action.Execute');
  });

  it('opens a dialog from a chat for what is typed there, and for nothing else', () => {
    const opens = button('open', { verb: 'open', flow: 'report', language: 'en' });
    const shows = button('show', { verb: 'show', card: 'welcome', language: 'en' });
    const pulls = button('pull', { verb: 'open', flow: 'week', language: 'en' });
    const page = { language: 'en', heading: 'heading', links: [shows, pulls], actions: [opens] } as const;
    expect(buttonsOf(cardInChat(false)(page))).toMatchObject([
      { type: 'Action.Execute', data: { candour: shows.sends } },
      { type: 'Action.Execute', data: { candour: pulls.sends } },
      { type: 'Action.Submit', data: { candour: opens.sends, msteams: { type: 'task/fetch' } } },
    ]);
    expect(cardInChat(true)(page)).toEqual(drawPage(page));
  });
});
