import { drawPage } from '../../cards/render-page.ts';
import { describe, expect, it } from '@jest/globals';
import { alertPage, alertSummary } from '../../cards/alert-page.ts';
import { channelHelpPage } from '../../cards/channel-help-page.ts';
import { noticePage } from '../../cards/notice-page.ts';
import { healthPage } from '../../cards/alert-channel-pages.ts';
import { typedWordsPage } from '../../cards/typed-words-page.ts';
import type { ChatNote } from '../../cards/typed-words-page.ts';
import { say } from '../../words/cards/translate.ts';
import { welcomePage } from '../../cards/welcome-page.ts';
import { languages } from '../../core/model/language.ts';
import { topics } from '../support/guidance/built-in.ts';
import {
  buttonsOf,
  exampleCaseId,
  exampleDay,
  exampleStaffing,
  fewContacts,
  textsOf,
} from '../support/cards/example-views.ts';

const contacts = fewContacts;
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('the welcome card', () => {
  it('begins with danger, the ways to report and to come back, and has guidance and the other language below', () => {
    const card = drawPage(welcomePage({ language: 'en', contacts, topics, canSummarise: false }));
    expect(textsOf(card, 'TextBlock').slice(0, 2)).toEqual(['Candour', 'If someone is in danger now, call 999 first']);
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
      textsOf(drawPage(welcomePage({ language: 'cy', contacts, topics, canSummarise })), 'TextBlock').join();
    expect(titles(drawPage(welcomePage({ language: 'cy', contacts, topics, canSummarise: true })))).toContain(
      'Crynodeb wythnosol',
    );
    expect(texts(true)).toContain('Gallwch weld ffigurau hefyd');
    expect(texts(false)).not.toContain('ffigurau');
  });

  it('names the ways to channels to those who may choose them and pull a summary, and to nobody else', () => {
    const texts = (canSummarise: boolean, choosesChannels: boolean) =>
      textsOf(
        drawPage(welcomePage({ language: 'en', contacts, topics, canSummarise, choosesChannels })),
        'TextBlock',
      ).join();
    expect(texts(true, true)).toContain('mention Candour there with “help”');
    expect(texts(true, false)).not.toContain('channel');
    expect(texts(false, true)).toBe(texts(false, false));
  });
});

describe('the card after words were typed into the chat', () => {
  it.each(languages)('has four lines and two buttons, with 999 first, in %s', (language) => {
    const card = drawPage(
      typedWordsPage({ language, contacts, staffing: exampleStaffing, notes: ['danger', 'chatIsRecorded'] }),
    );
    const [heading, ...lines] = textsOf(card, 'TextBlock');
    expect(heading).toBe('Candour');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(say(language, 'common.dangerHeading', { emergency: '999' }));
    expect(lines.join(' ').split(' ').length).toBeLessThan(130);
    expect(titles(card).slice(1)).toEqual([say(language, 'common.report'), say(language, 'common.comeBack')]);
    expect(buttonsOf(card)[0]).toMatchObject({ url: 'tel:999' });
  });

  it('says that the chat is recorded only where more than a call for help was typed', () => {
    const texts = (notes: readonly ChatNote[]) =>
      textsOf(
        drawPage(typedWordsPage({ language: 'en', contacts, staffing: exampleStaffing, notes })),
        'TextBlock',
      ).join();
    expect(texts(['chatIsRecorded'])).toContain('Microsoft Teams keeps what you typed');
    expect(texts(['danger'])).not.toContain('Microsoft Teams');
  });
});

describe('a notice', () => {
  it('always has a way on in a chat, and offers no report where a role is missing', () => {
    expect(titles(drawPage(noticePage({ language: 'en', notice: 'stale' })))).toHaveLength(3);
    expect(titles(drawPage(noticePage({ language: 'en', notice: 'refused' })))).toEqual(['Back to the start']);
  });

  it('shows the reference that operators can look for', () => {
    const card = drawPage(noticePage({ language: 'en', notice: 'failed', reference: 'E-7F3A' }));
    expect(textsOf(card, 'TextBlock')).toContain('E-7F3A');
  });

  it('offers no report in a channel', () => {
    expect(titles(drawPage(channelHelpPage({ language: 'en' })))).toEqual([]);
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
    expect(buttonsOf(drawPage(alertPage({ message, language: 'en' }))).map(({ data }) => data)).toEqual([
      { candour: { verb: 'acknowledge', caseId: exampleCaseId, language: 'en' } },
    ]);
    const acknowledged = drawPage(alertPage({ message: { ...message, acknowledgedOn: exampleDay }, language: 'en' }));
    expect(titles(acknowledged)).toEqual([]);
    expect(textsOf(acknowledged, 'TextBlock')).toContain('Acknowledged on 25 November 2026.');
    expect(textsOf(acknowledged, 'TextBlock').join()).not.toContain('nobody has acknowledged');
  });

  it('names the kind only where it is given', () => {
    expect(textsOf(drawPage(alertPage({ message, language: 'en' })), 'TextBlock').join()).not.toContain('Kind');
    expect(
      textsOf(drawPage(alertPage({ message: { ...message, kind: 'crime' as const }, language: 'en' })), 'TextBlock'),
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
    const card = drawPage(
      healthPage({
        language: 'en',
        rows: [{ handledBy: 'acu', waiting: 2, failing: 1, lastPostedAt: '2026-11-25T09:00:00Z' }],
        targets: [{ name: 'reserve', lost: true }],
      }),
    );
    expect(textsOf(card, 'TextBlock')).toEqual([
      'Alert health',
      'Cases of the Anti-Corruption Unit',
      'Waiting: 2.',
      'Of these, failed at the last attempt: 1.',
      'Last posted: 25 November 2026 at 09:00.',
      'Channels',
      'Reserve: lost, still tried.',
    ]);
  });
});
