import { renderPage } from '../../cards/render-page.ts';
import { describe, expect, it } from '@jest/globals';
import { alertPage, alertSummary } from '../../cards/alert-page.ts';
import { channelHelpPage } from '../../cards/channel-help-page.ts';
import { noticePage } from '../../cards/notice-page.ts';
import { alertHealthPage } from '../../cards/alert-channel-pages.ts';
import { chatReplyPage } from '../../cards/chat-reply-page.ts';
import type { ChatNote } from '../../cards/chat-reply-page.ts';
import { translate } from '../../words/cards/translate.ts';
import { welcomePage } from '../../cards/welcome-page.ts';
import { languages } from '../../core/model/language.ts';
import { topics } from '../support/guidance/built-in-topics.ts';
import {
  listButtons,
  exampleCaseId,
  exampleDay,
  exampleStaffing,
  fewContacts,
  listTexts,
} from '../support/cards/example-views.ts';

const contacts = fewContacts;
const titles = (card: unknown) => listButtons(card).map(({ title }) => title);

describe('the welcome card', () => {
  it('begins with danger, the ways to report and to come back, and has guidance and the other language below', () => {
    const card = renderPage(welcomePage({ language: 'en', contacts, topics, canSummarise: false }));
    expect(listTexts(card, 'TextBlock').slice(0, 2)).toEqual(['Candour', 'Danger now? Call 999 first']);
    expect(titles(card)).toEqual([
      'Call 999',
      'Report a concern',
      'Come back with a code',
      'What is abuse of position?',
      'Signs to look for',
      'Would you say something?',
      'Support for you',
      'Other ways to report',
      'All the guidance',
      'Messages from Candour',
      'Cymraeg',
    ]);
  });

  it('offers the summary to those who may pull it', () => {
    const texts = (canSummarise: boolean) =>
      listTexts(renderPage(welcomePage({ language: 'cy', contacts, topics, canSummarise })), 'TextBlock').join();
    expect(titles(renderPage(welcomePage({ language: 'cy', contacts, topics, canSummarise: true })))).toContain(
      'Crynodeb wythnosol',
    );
    expect(texts(true)).toContain('Gallwch weld ffigurau hefyd');
    expect(texts(false)).not.toContain('ffigurau');
  });

  it('names the ways to channels to those who may choose them and pull a summary, and to nobody else', () => {
    const texts = (canSummarise: boolean, choosesChannels: boolean) =>
      listTexts(
        renderPage(welcomePage({ language: 'en', contacts, topics, canSummarise, choosesChannels })),
        'TextBlock',
      ).join();
    expect(texts(true, true)).toContain('mention Candour there with “help”');
    expect(texts(true, false)).not.toContain('channel');
    expect(texts(false, true)).toBe(texts(false, false));
  });
});

describe('the card after words were typed into the chat', () => {
  it.each(languages)('has four lines and two buttons, with 999 first, in %s', (language) => {
    const card = renderPage(
      chatReplyPage({ language, contacts, staffing: exampleStaffing, notes: ['danger', 'chatIsRecorded'] }),
    );
    const [heading, ...lines] = listTexts(card, 'TextBlock');
    expect(heading).toBe('Candour');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(translate(language, 'common.dangerHeading', { emergency: '999' }));
    expect(lines.join(' ').split(' ').length).toBeLessThan(130);
    expect(titles(card).slice(1)).toEqual([
      translate(language, 'common.report'),
      translate(language, 'common.comeBack'),
    ]);
    expect(listButtons(card)[0]).toMatchObject({ url: 'tel:999' });
  });

  it('says that the chat is recorded only where more than a call for help was typed', () => {
    const texts = (notes: readonly ChatNote[]) =>
      listTexts(
        renderPage(chatReplyPage({ language: 'en', contacts, staffing: exampleStaffing, notes })),
        'TextBlock',
      ).join();
    expect(texts(['chatIsRecorded'])).toContain('Microsoft Teams keeps what you typed');
    expect(texts(['danger'])).not.toContain('Microsoft Teams');
  });
});

describe('a notice', () => {
  it('always has a way on in a chat, and offers no report where a role is missing', () => {
    expect(titles(renderPage(noticePage({ language: 'en', notice: 'stale' })))).toHaveLength(3);
    expect(titles(renderPage(noticePage({ language: 'en', notice: 'refused' })))).toEqual(['Back to the start']);
  });

  it('shows the reference that operators can look for', () => {
    const card = renderPage(noticePage({ language: 'en', notice: 'failed', reference: 'E-7F3A' }));
    expect(listTexts(card, 'TextBlock')).toContain('E-7F3A');
  });

  it('offers no report in a channel', () => {
    expect(titles(renderPage(channelHelpPage({ language: 'en' })))).toEqual([]);
  });
});

describe('an alert', () => {
  const message = {
    caseId: exampleCaseId,
    urgency: 'urgent',
    receivedOn: exampleDay,
    reason: 'new',
    repeated: true,
  } as const;

  it('can be acknowledged, once', () => {
    expect(listButtons(renderPage(alertPage({ message, language: 'en' }))).map(({ data }) => data)).toEqual([
      { candour: { verb: 'acknowledge', caseId: exampleCaseId, language: 'en' } },
    ]);
    const acknowledged = renderPage(alertPage({ message: { ...message, acknowledgedOn: exampleDay }, language: 'en' }));
    expect(titles(acknowledged)).toEqual([]);
    expect(listTexts(acknowledged, 'TextBlock')).toContain('Acknowledged on 25 November 2026.');
    expect(listTexts(acknowledged, 'TextBlock').join()).not.toContain('nobody has acknowledged');
  });

  it('names the kind only where it is given', () => {
    expect(listTexts(renderPage(alertPage({ message, language: 'en' })), 'TextBlock').join()).not.toContain('Kind');
    expect(
      listTexts(
        renderPage(alertPage({ message: { ...message, kind: 'crime' as const }, language: 'en' })),
        'TextBlock',
      ),
    ).toContain('Kind of concern: Drugs, theft, fraud or another crime.');
  });

  it('says nothing of the case in what notifications show', () => {
    for (const language of languages) expect(alertSummary(language)).toMatch(/^Candour: /u);
    for (const language of languages)
      expect(alertSummary(language)).not.toMatch(/report|concern|urgent|adroddiad|pryder|brys/u);
  });
});

describe('the health of alerts', () => {
  it('says what waits, what fails, when one was last posted and which channels are set', () => {
    const card = renderPage(
      alertHealthPage({
        language: 'en',
        rows: [{ handledBy: 'acu', waiting: 2, failing: 1, lastPostedAt: '2026-11-25T09:00:00Z' }],
        targets: [{ name: 'reserve', lost: true }],
      }),
    );
    expect(listTexts(card, 'TextBlock')).toEqual([
      'Alert health',
      'Cases of the Anti-Corruption Unit',
      'Alerts waiting: 2.',
      'Of these, not posted at the last attempt: 1.',
      'Last alert posted: 25 November 2026 at 09:00.',
      'Channels',
      'Reserve: cannot be reached. Candour keeps trying.',
    ]);
  });
});
