import { beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  approveContent,
  type ContentDependencies,
  type ContentOutcome,
  maxContentEntries,
  maxContentTopics,
  saveContent,
  sendBackContent,
  currentContent,
  submitContent,
  withdrawContent,
} from '../../../core/content/change-content.ts';
import type { ContentStore } from '../../../core/ports/store.ts';
import { type ContentWords, digestOfContent } from '../../../core/model/content-entry.ts';
import {
  createContentEntry,
  createMemoryContentStore,
  createContentWords,
  writers,
} from '../../support/core/content.ts';

const { one, two } = writers;
const topic = 'gifts';
const words = createContentWords();
const digest = digestOfContent(topic, words);

let content: ContentStore;
let deps: ContentDependencies;
let mayGoLive: boolean;
let drawn: number;
beforeEach(() => {
  content = createMemoryContentStore();
  mayGoLive = true;
  drawn = 0;
  deps = { content, clock: () => new Date('2026-11-26T10:00:00Z'), mayGoLive: async () => mayGoLive };
});

const draw = (): string => `request ${(drawn += 1)}`;
const standing = async () => currentContent(topic, await content.listEntries(topic));
const asked = async (by = one) => ({ topic, by, revision: (await standing()).revision, request: draw() });
const said = (outcome: ContentOutcome): string => (outcome.kind === 'refused' ? outcome.why : outcome.kind);

const save = async (by = one, given: ContentWords = words) =>
  said(await saveContent(deps, { ...(await asked(by)), words: given }));
const submit = async (by = one, of = digest) => said(await submitContent(deps, { ...(await asked(by)), digest: of }));
const approve = async (by = two, of = digest) => said(await approveContent(deps, { ...(await asked(by)), digest: of }));
const sendBack = async (by = two) =>
  said(await sendBackContent(deps, { ...(await asked(by)), reason: 'The number is wrong.' }));
const withdraw = async (by = two) =>
  said(await withdrawContent(deps, { ...(await asked(by)), reason: 'Out of date.' }));

describe('words of a topic', () => {
  it('go live once another person has approved what was submitted, and leave with who, when and in which order', async () => {
    expect([await save(), await submit(), (await standing()).live, await approve()]).toEqual([
      'done',
      'done',
      undefined,
      'done',
    ]);
    expect(await standing()).toMatchObject({ state: 'approved', revision: 3, live: { words, number: 3 } });
    const entries = (await content.listEntries(topic)).map(({ entry }) => [entry?.kind, entry?.by.objectId]);
    expect(entries).toEqual([
      ['saved', one],
      ['submitted', one],
      ['approved', two],
    ]);
  });

  it('are approved by nobody who saved them last, whoever submitted them', async () => {
    await save(one);
    await submit(two);
    expect(await approve(one)).toBe('ownWords');
    await save(two, createContentWords({ owner: 'Learning' }));
    const now = digestOfContent(topic, createContentWords({ owner: 'Learning' }));
    await submit(one, now);
    expect(await approve(two, now)).toBe('ownWords');
    expect(await approve(one, now)).toBe('done');
  });

  it('become nobody else’s by being saved again as they are', async () => {
    await save(one);
    expect(await save(two)).toBe('done');
    expect((await standing()).revision).toBe(1);
    await submit(two);
    expect(await approve(one)).toBe('ownWords');
  });

  it('are approved only as they were read: another digest, or words that were not submitted, change nothing', async () => {
    await save();
    expect(await approve()).toBe('notNow');
    await submit();
    expect(await approve(two, digestOfContent(topic, createContentWords({ owner: 'x' })))).toBe('notNow');
    expect(await approve(two, '')).toBe('notNow');
    await save(one, createContentWords({ text: { en: 'Call 000.', cy: 'Ffoniwch 000.' } }));
    expect(await approve()).toBe('notNow');
    expect((await standing()).live).toBeUndefined();
  });

  it('neither are submitted nor go live while something keeps them from it', async () => {
    await save();
    mayGoLive = false;
    expect(await submit()).toBe('problems');
    mayGoLive = true;
    await submit();
    mayGoLive = false;
    expect(await approve()).toBe('problems');
    expect((await standing()).live).toBeUndefined();
  });

  it('stay live while others are written, until these are approved', async () => {
    for (const step of [save, submit, approve]) await step();
    const next = createContentWords({ owner: 'Learning' });
    await save(two, next);
    await submit(two, digestOfContent(topic, next));
    expect(await standing()).toMatchObject({ state: 'submitted', live: { words, number: 3 } });
    expect(await approve(one, digestOfContent(topic, next))).toBe('done');
    expect(await standing()).toMatchObject({ live: { words: next, number: 6 } });
  });

  it('are sent back with a reason, and can be submitted again', async () => {
    expect(await sendBack()).toBe('notNow');
    await save();
    expect(await sendBack()).toBe('notNow');
    await submit();
    expect(await sendBack()).toBe('done');
    expect(await standing()).toMatchObject({ state: 'sentBack', reason: 'The number is wrong.' });
    expect([await approve(), await submit(), await approve()]).toEqual(['notNow', 'done', 'done']);
  });

  it('are taken back at once by one person, and can come again by two', async () => {
    expect(await withdraw()).toBe('notNow');
    for (const step of [save, submit, approve]) await step();
    expect(await withdraw(one)).toBe('done');
    expect(await standing()).toMatchObject({ state: 'withdrawn', reason: 'Out of date.' });
    expect((await standing()).live).toBeUndefined();
    expect(await withdraw(one)).toBe('notNow');
    expect([await submit(), await approve(one), await approve(two)]).toEqual(['done', 'ownWords', 'done']);
  });
});

describe('a change', () => {
  it('that is sent again is done once, however much came after it', async () => {
    const first = { ...(await asked()), words };
    await saveContent(deps, first);
    await submit();
    expect(said(await saveContent(deps, first))).toBe('done');
    expect((await standing()).revision).toBe(2);
    // The same request of somebody else, or for something else, is another.
    expect(said(await saveContent(deps, { ...first, by: two }))).toBe('moved');
    expect(said(await withdrawContent(deps, { ...first, reason: 'x' }))).toBe('moved');
  });

  it('on another revision than the last is not made, and is answered with the topic as it stands', async () => {
    await save(two, createContentWords({ owner: 'Theirs' }));
    const outcome = await saveContent(deps, { topic, by: one, revision: 0, request: draw(), words });
    expect(outcome).toMatchObject({ kind: 'moved', current: { revision: 1, saved: { words: { owner: 'Theirs' } } } });
  });

  it('of several at once is made once', async () => {
    await save();
    const all = ['a', 'b', 'c', 'd'].map(async (owner) =>
      saveContent(deps, { topic, by: one, revision: 1, request: draw(), words: createContentWords({ owner }) }),
    );
    const kinds = (await Promise.all(all)).map(said);
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'moved')).toHaveLength(3);
  });

  it('has an end, but for taking a topic back', async () => {
    for (const step of [save, submit, approve]) await step();
    for (let number = 4; number <= maxContentEntries; number += 1) {
      await content.add(createContentEntry('saved', number, { words: createContentWords({ owner: `${number}` }) }));
    }
    expect(await save()).toBe('full');
    expect(await withdraw()).toBe('done');
    for (let count = 1; count < maxContentTopics; count += 1)
      await content.add(createContentEntry('saved', 1, { topic: `t${count}` }));
    const more = { topic: 'one-more', by: one, revision: 0, request: draw(), words };
    expect(said(await saveContent(deps, more))).toBe('full');
  });
});

describe('what cannot be read of a topic', () => {
  const unreadable = async (number: number) =>
    content.add({ ...createContentEntry('saved', number), digest: 'of others' });

  it('before what was approved hides nothing', async () => {
    await unreadable(1);
    expect([await save(), await submit(), await approve()]).toEqual(['done', 'done', 'done']);
    expect(await standing()).toMatchObject({ state: 'approved', live: { words } });
  });

  it('after what was approved may have decided: nobody knows what is live, until somebody decides again', async () => {
    for (const step of [save, submit, approve]) await step();
    await unreadable(4);
    expect(await standing()).toMatchObject({ state: 'unreadable', live: 'unknown' });
    expect([await submit(), await approve(), await sendBack()]).toEqual(['notNow', 'notNow', 'notNow']);
    // The same words are an entry again: what stood in between is not known.
    expect(await save(one)).toBe('done');
    expect(await standing()).toMatchObject({ state: 'draft', live: 'unknown' });
    expect([await submit(), await approve()]).toEqual(['done', 'done']);
    expect(await standing()).toMatchObject({ live: { number: 7 } });
    await unreadable(8);
    expect(await withdraw()).toBe('done');
    expect((await standing()).live).toBeUndefined();
  });
});

it('submitted words that cannot be read are not taken for those that can', async () => {
  await save();
  await content.add({
    ...createContentEntry('saved', 2, { words: createContentWords({ owner: 'x' }) }),
    digest: 'of others',
  });
  await content.add(createContentEntry('submitted', 3, { words: createContentWords({ owner: 'x' }) }));
  expect((await standing()).state).toBe('unreadable');
  expect(await approve()).toBe('notNow');
});

it('whatever two people do in whatever order, nothing is live that the other one did not approve', async () => {
  const act = fc.record({
    what: fc.constantFrom('save', 'submit', 'approve', 'sendBack', 'withdraw'),
    by: fc.constantFrom(one, two),
    owner: fc.constantFrom('a', 'b'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (course) => {
      content = createMemoryContentStore();
      deps = { ...deps, content };
      for (const { what, by, owner } of course) {
        const given = createContentWords({ owner });
        if (what === 'save') await save(by, given);
        else if (what === 'submit') await submit(by, digestOfContent(topic, given));
        else if (what === 'approve') await approve(by, digestOfContent(topic, given));
        else await (what === 'withdraw' ? withdraw(by) : sendBack(by));
        const entries = (await content.listEntries(topic)).map(({ entry }) => entry);
        const decided = entries.findLast((entry) => entry?.kind === 'approved' || entry?.kind === 'withdrawn');
        const { live } = await standing();
        if (decided?.kind !== 'approved') expect(live).toBeUndefined();
        else {
          const before = entries.slice(0, decided.number - 1).findLast((entry) => entry?.kind === 'saved');
          expect(before?.digest).toBe(decided.digest);
          expect(before?.by.objectId).not.toBe(decided.by.objectId);
          expect(live).toEqual({ words: decided.words, number: decided.number });
        }
      }
    }),
  );
});
