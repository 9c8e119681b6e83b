import { beforeEach, describe, expect, it } from '@jest/globals';
import { digestOfContent } from '../../../core/model/content-entry.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import type { ContentChangeAnswer } from '../../../contract/content.ts';
import { createContentWords } from '../../support/core/content.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });
let topic: string;
let made = 0;
beforeEach(() => {
  made += 1;
  topic = `gifts-${made}`;
});

const tabOf = (objectId: string) => {
  bot.clock.forward(1_000);
  return bot.tab({ objectId, name: objectId === developmentPeople.writer ? 'Writer One' : 'Writer Two' });
};
const { writer, secondWriter, admin } = developmentPeople;
const words = createContentWords();
const digest = () => digestOfContent(topic, words);
const change = (revision: number) => ({ topic, revision, request: newRequestId() });
const said = (changed: ContentChangeAnswer) => (changed.kind === 'refused' ? changed.why : changed.kind);

/** The guidance that somebody in the chat reads, as its card says it. */
async function readInChat(id: string): Promise<string> {
  bot.clock.forward(2_000);
  const teams = createTeamsClient(bot, newPerson('en-GB'));
  const candour = { verb: 'show', card: 'guidance', topic: id, language: 'en' };
  const value = { action: { type: 'Action.Execute', data: { candour } } };
  return (await teams.invoke('adaptiveCard/action', value, 'chat')).text;
}

async function submitted(): Promise<void> {
  const saved = await tabOf(writer).call('content.save', { ...change(0), words });
  expect(said(saved)).toBe('done');
  expect(said(await tabOf(writer).call('content.submit', { ...change(1), digest: digest() }))).toBe('done');
}

describe('a force’s own topic', () => {
  it('is live in the chat once a second person has approved it, without a start, and gone once it is withdrawn', async () => {
    await submitted();
    expect(await readInChat(topic)).not.toContain('Gifts and favours');
    const asked = { ...change(2), digest: digest() };
    expect(said(await tabOf(writer).call('content.approve', asked))).toBe('ownWords');
    expect(said(await tabOf(secondWriter).call('content.approve', asked))).toBe('done');
    // A repeat of it is the same approval.
    const again = await tabOf(secondWriter).call('content.approve', asked);
    expect([said(again), again.topic.revision]).toEqual(['done', 3]);
    const shown = await readInChat(topic);
    expect(shown).toContain('Gifts and favours');
    expect(shown).toContain('Say no, and tell your supervisor.');
    const withdrawn = await tabOf(admin).call('content.withdraw', { ...change(3), reason: 'Out of date.' });
    expect(said(withdrawn)).toBe('done');
    expect(await readInChat(topic)).not.toContain('Gifts and favours');
  });

  it('stands in place of one that comes with Candour, which comes back', async () => {
    topic = 'what';
    const before = await readInChat('what');
    await submitted();
    await tabOf(secondWriter).call('content.approve', { ...change(2), digest: digest() });
    expect(await readInChat('what')).toContain('Say no, and tell your supervisor.');
    const { rows } = await tabOf(admin).call('content.list', {});
    expect(rows.find((row) => row.topic === 'what')).toMatchObject({ origin: 'replaced', state: 'approved' });
    await bot.restart();
    expect(await readInChat('what')).toContain('Say no, and tell your supervisor.');
    await tabOf(writer).call('content.withdraw', { ...change(3), reason: 'No longer ours.' });
    expect(await readInChat('what')).toBe(before);
  });

  it('is approved by an admin, who writes none', async () => {
    await submitted();
    expect(await tabOf(admin).send('content.save', { ...change(2), words })).toMatchObject({ status: 403 });
    expect(said(await tabOf(admin).call('content.approve', { ...change(2), digest: digest() }))).toBe('done');
  });

  it('says who did what and when to those who write it, the newest first, and shows the words of two versions', async () => {
    await submitted();
    await tabOf(secondWriter).call('content.sendBack', { ...change(2), reason: 'Which supervisor?' });
    const other = createContentWords({ owner: 'Learning' });
    await tabOf(secondWriter).call('content.save', { ...change(3), words: other });
    const { history, versions, saved, state } = await tabOf(writer).call('content.read', { topic, versions: [1, 4] });
    expect(state).toBe('draft');
    expect(history.map(({ kind, by, reason }) => [kind, by?.name, reason])).toEqual([
      ['saved', 'Writer Two', undefined],
      ['sentBack', 'Writer Two', 'Which supervisor?'],
      ['submitted', 'Writer One', undefined],
      ['saved', 'Writer One', undefined],
    ]);
    expect(versions).toEqual([
      { number: 1, words },
      { number: 4, words: other },
    ]);
    expect(saved?.words).toEqual(other);
  });

  it('has its office in each language, and an office that was kept for both is read as it was', async () => {
    const both = createContentWords({ owner: { en: 'Professional Standards', cy: 'Safonau Proffesiynol' } });
    await tabOf(writer).call('content.save', { ...change(0), words: both });
    const saved = await tabOf(writer).call('content.read', { topic });
    expect(saved.saved?.words.owner).toEqual(both.owner);
    const submit = { ...change(1), digest: digestOfContent(topic, both) };
    expect(said(await tabOf(writer).call('content.submit', submit))).toBe('done');
    // As an earlier version digested them: what was approved then stays live.
    expect(digestOfContent('gifts', createContentWords())).toBe('u4WEvIxWd2WG8hqoJuIuEWw-rtTEgcTiBg8mmh71-4E');
    const { rows } = await tabOf(writer).call('content.list', {});
    expect(rows.find((row) => row.topic === 'signs')?.words.owner).toEqual({
      en: 'Professional Standards Department',
      cy: 'Adran Safonau Proffesiynol',
    });
  });

  it.each([
    ['one language', { en: 'Professional Standards' }],
    ['no words', { en: 1, cy: 2 }],
    ['more than anybody writes', { en: 'x'.repeat(201), cy: '' }],
  ])('is not taken with an office of %s', async (_, owner) => {
    const body = { ...change(0), words: { ...words, owner } };
    expect(await tabOf(writer).send('content.save', body)).toMatchObject({ status: 400 });
  });

  it('that somebody else changed meanwhile is answered as it stands', async () => {
    await tabOf(secondWriter).call('content.save', { ...change(0), words });
    const moved = await tabOf(writer).call('content.save', {
      ...change(0),
      words: createContentWords({ owner: 'Mine' }),
    });
    expect(moved).toMatchObject({ kind: 'moved', topic: { revision: 1, saved: { words } } });
  });

  it('with a problem is kept as a draft, and goes no further', async () => {
    const lacking = createContentWords({ text: { en: 'Only English.', cy: '' } });
    await tabOf(writer).call('content.save', { ...change(0), words: lacking });
    const asked = { ...change(1), digest: digestOfContent(topic, lacking) };
    expect(said(await tabOf(writer).call('content.submit', asked))).toBe('problems');
  });

  it.each([
    ['an id that is none', { topic: 'No Such/Topic' }],
    ['a field that there is not', { words: { ...words, html: '<b>' } }],
    ['more than anybody writes', { words: createContentWords({ text: { en: 'x'.repeat(20_001), cy: '' } }) }],
    ['a request that is none', { request: 'again' }],
  ])('is not taken with %s', async (_, differences) => {
    const body = { ...change(0), words, ...differences };
    expect(await tabOf(writer).send('content.save', body)).toMatchObject({ status: 400 });
  });

  it('leaves nothing of its words or of who wrote it in the log, and nothing of either for staff', async () => {
    const before = bot.log.length;
    await submitted();
    await tabOf(secondWriter).call('content.approve', { ...change(2), digest: digest() });
    const lines = bot.log.slice(before).join('');
    for (const said of [topic, 'Gifts', 'supervisor', writer, secondWriter]) expect(lines).not.toContain(said);
    const shown = await readInChat(topic);
    for (const name of ['Writer One', 'Writer Two', writer, secondWriter]) expect(shown).not.toContain(name);
    const staff = bot.tab({ objectId: developmentPeople.staff });
    expect(await staff.send('content.read', { topic })).toMatchObject({ status: 403, text: '{"code":"refused"}' });
  });
});
