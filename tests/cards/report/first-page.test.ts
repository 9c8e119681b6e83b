import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createChatRenderer, renderDialogCard } from '../../../bot/teams/card-responses.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { splitAdvisers } from '../../../cards/support-contacts.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import { introTexts } from '../../../cli/words/first-card.ts';
import { languages, type Language } from '../../../core/model/language.ts';
import { applyReportMove } from '../../../core/reporting/report-flow.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { formatStaffedHours } from '../../../words/staffed-hours.ts';
import { formatDay, formatWeekdayDateTime } from '../../../words/date-format.ts';
import { catalogue, type WordKey } from '../../../words/cards/catalogue.ts';
import { translate } from '../../../words/cards/translate.ts';
import {
  exampleDay,
  exampleFacts,
  exampleToken,
  fewContacts,
  fullContacts,
  listElements,
  reportState,
} from '../../support/cards/example-views.ts';

const threatModel = readFileSync(new URL('../../../docs/threat-model.md', import.meta.url), 'utf8');
const places = ['at once', 'one press away', 'on the second card', 'on the code’s card', 'on the receipt'] as const;
const isKey = (text: string): text is WordKey => Object.hasOwn(catalogue, text);

/** The rows of the threat model's list: all of the first words, and one of those that `or` stands between. */
const [, list = ''] = threatModel.split('## What is said before the first question\n');
const rows = (list.split('\n## ')[0] ?? '').split('\n').flatMap((line) => {
  const [what, seen, words] = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
  const place = places.find((one) => one === seen?.replace("'", '’'));
  if (what === undefined || words === undefined || place === undefined) return [];
  const groups = words.split(', ').map((group) => [...group.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? ''));
  return [{ what, place, groups }];
});

const doors = { window: renderDialogCard, chat: createChatRenderer(true), page: renderPage } as const;
const pageOf = (
  language: Language,
  contacts: Contacts,
  mayBeAsked: boolean,
  isReading?: true,
  isSealedInPage = false,
  at: 'account' | 'limits' | 'code' | 'receipt' = 'account',
) =>
  reportPage({
    ...exampleFacts,
    isSealedInPage,
    state: {
      ...reportState(language, at),
      ...(isReading && { isReading }),
      ...(at === 'receipt' && {
        result: { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false },
      }),
    },
    problems: [],
    token: exampleToken,
    contacts,
    mayReceiveMessages: mayBeAsked,
  });

const textsIn = (part: unknown): readonly string[] =>
  listElements(part).flatMap(({ text, title }) => [text, title].filter((one) => typeof one === 'string'));

/** A word with everything that any of the list needs. */
function sentence(language: Language, key: WordKey, contacts: Contacts): string {
  const numbers: Readonly<Record<string, string | undefined>> = {
    'ways.call': contacts.emergency,
    'limits.otherWays': contacts.crimestoppers,
    'ways.crimestoppers': contacts.crimestoppers,
    'ways.iopc': contacts.iopc,
  };
  return translate(language, key, {
    emergency: contacts.emergency,
    reserve: contacts.reserve[language],
    custodians: contacts.custodians[language],
    hours: formatStaffedHours(language, exampleFacts.staffing.rows ?? []),
    when: formatWeekdayDateTime(language, { day: exampleDay, time: '08:00' }),
    day: formatDay(language, exampleFacts.nextVisitDay),
    number: numbers[key] ?? '',
    victims: contacts.victims[language],
    phone: contacts.victimsPhone ?? '',
    federation: splitAdvisers(contacts.federation?.[language] ?? '')[0] ?? '',
  });
}

/** The ways that lead somewhere only where the force has set them. */
function isSet(key: string, { iopc, victimsPhone, federation }: Contacts): boolean {
  if (key === 'ways.iopc') return iopc !== undefined;
  if (key === 'ways.federation') return federation !== undefined;
  return key !== 'ways.victims' || victimsPhone !== undefined;
}

describe('the list of what is said before the first question', () => {
  it('names words that there are', () => {
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.flatMap(({ groups }) => groups.flat()).filter((key) => !isKey(key))).toEqual([]);
    expect(new Set(rows.map(({ place }) => place)).size).toBe(places.length);
  });

  it('names every word of the first card', () => {
    const named = rows.flatMap(({ groups }) => groups.flat());
    const headings = /Heading$|\.more$/u;
    const its = Object.keys(catalogue).filter((key) => key.startsWith('limits.') && !headings.test(key));
    expect(its.filter((key) => !named.includes(key))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    describe.each(Object.keys(doors))('at the %s', (name) => {
      const door = Object.entries(doors).find(([one]) => one === name)?.[1] ?? renderPage;

      it.each(rows)('is said $place: $what', ({ place, groups }) => {
        for (const contacts of [fewContacts, fullContacts]) {
          for (const mayBeAsked of [true, false]) {
            const drawn = (at: Parameters<typeof pageOf>[5], isReading?: true) =>
              door(pageOf(language, contacts, mayBeAsked, isReading, name === 'page', at));
            const texts = {
              'at once': () => introTexts(drawn('account')),
              'one press away': () => textsIn(drawn('account', true)),
              'on the second card': () => textsIn(drawn('limits')),
              'on the code’s card': () => textsIn(drawn('code')),
              'on the receipt': () => textsIn(drawn('receipt')),
            }[place]();
            for (const group of groups) {
              const sentences = group.filter(isKey).map((key) => sentence(language, key, contacts));
              const isSaid = sentences.some((one) => texts.includes(one));
              expect([group, isSaid]).toEqual([group, group.some((key) => isSet(key, contacts))]);
            }
          }
        }
      });
    });
  });
});

describe('the first card', () => {
  it.each(languages)('says at each door what that door hides, and from whom, in %s', (language) => {
    const texts = (isSealed: boolean) => {
      const [first, behind] = [undefined, true as const].map((isReading) =>
        JSON.stringify(pageOf(language, fewContacts, true, isReading, isSealed)),
      );
      return `${first}${behind}`;
    };
    const ofServer = ['limits.teams', 'limits.server', 'limits.twelveHours'] as const;
    const ofPage = ['limits.teamsSealed', 'limits.serverSealed', 'limits.stays'] as const;
    for (const [isSealed, said, unsaid] of [
      [false, ofServer, ofPage],
      [true, ofPage, ofServer],
    ] as const) {
      expect(said.filter((key) => !texts(isSealed).includes(translate(language, key)))).toEqual([]);
      expect(unsaid.filter((key) => texts(isSealed).includes(translate(language, key)))).toEqual([]);
    }
  });

  it.each(['account', 'limits'] as const)(
    'leads to the rest by one press before the question of %s, and back with what was answered',
    (at) => {
      const given = { account: { what: 'It began in March.', risk: 'yes' }, limits: { mode: 'confidential' } }[at];
      const first = { account: 'what', limits: 'mode' }[at];
      for (const language of languages) {
        const state = reportState(language, at);
        const more = applyReportMove(state, { verb: 'more', inputs: given });
        expect(more).toMatchObject({ problems: [], effect: 'none', state: { at, isReading: true } });
        const card = renderPage(pageOf(language, fullContacts, true, undefined, false, at));
        const names = listElements(card).flatMap(({ title, id }) =>
          [title, id].filter((one) => typeof one === 'string'),
        );
        expect(names.indexOf(translate(language, 'limits.more'))).toBeGreaterThan(-1);
        expect(names.indexOf(translate(language, 'limits.more'))).toBeLessThan(names.indexOf(first));
        const behind = renderPage(pageOf(language, fullContacts, true, true, false, at));
        expect(listElements(behind).filter(({ id }) => id !== undefined)).toEqual([]);
        const back = applyReportMove(more.state, { verb: 'back', inputs: {} });
        expect(back).toEqual({ problems: [], effect: 'none', state: { ...state, answers: given } });
      }
    },
  );

  it.each(languages)('begins the rest with what is asked: other ways, or how one is known, in %s', (language) => {
    const headings = (at: 'account' | 'limits') =>
      (pageOf(language, fullContacts, true, true, false, at).sections ?? []).flatMap(({ heading }) => heading ?? []);
    expect(headings('account')[0]).toBe(translate(language, 'ways.heading'));
    expect(headings('limits')[0]).toBe(translate(language, 'limits.knownHeading'));
    expect(headings('limits').toSorted()).toEqual(headings('account').toSorted());
  });

  it.each(languages)('recommends no way of being known and chooses none, in %s', (language) => {
    const [field, ...others] = pageOf(language, fullContacts, true, undefined, false, 'limits').fields ?? [];
    expect([field?.id, field?.value, others]).toEqual(['mode', '', []]);
  });

  it('promises nobody to be anonymous', () => {
    for (const language of languages) {
      for (const at of ['account', 'limits', 'code', 'receipt'] as const)
        for (const isReading of [undefined, true as const])
          expect(JSON.stringify(pageOf(language, fullContacts, true, isReading, false, at))).not.toMatch(
            /anonym|ddienw/iu,
          );
    }
  });
});
