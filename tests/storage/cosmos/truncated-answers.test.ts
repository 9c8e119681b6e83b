import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CaseRecord, Versioned } from '../../../core/model/case-record.ts';
import { newDeliveryRun, planBatch } from '../../../core/model/delivery.ts';
import { newSubscriber } from '../../../core/model/subscriber.ts';
import { newScheduledPost } from '../../../core/model/scheduled-post.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { type InvalidAnswer, invalidAnswers, isDocumentWrite } from '../../fakes/invalid-answers.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import {
  createCase,
  createAlert,
  createNextEvent,
  firstEvent,
  minutesFromNow,
  now,
  today,
} from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';

let cosmos: StrictCosmos;
let store: Store;
beforeAll(async () => {
  cosmos = await startStrictCosmos({ tls: true });
  // A repeat waits for real: one shows what several do.
  store = (await createDatabase(cosmos)).open({ retries: 1 });
});
afterAll(async () => {
  await store.close();
  await cosmos.stop();
});

/** A write that somebody tries until it is said to be done. */
interface Tried {
  /** Text that stands in each of its requests, and in those of no other. */
  readonly mark: string;
  /** `done`, or `not`: something else stands in its place. */
  readonly try: () => Promise<'done' | 'not'>;
  /** How often it stands: once at most. */
  readonly count: () => Promise<number>;
}

const said = (isDone: boolean): 'done' | 'not' => (isDone ? 'done' : 'not');
const there = (value: unknown): number => (value === undefined ? 0 : 1);
const saved = async (): Promise<Versioned<CaseRecord>> => {
  const record = createCase();
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  const standing = await store.cases.read(record.caseId);
  if (standing === undefined) throw new Error('nothing stands');
  return standing;
};
const draft = (id: string) => ({ id, sealed: 'c2VhbGVk', expiresAt: minutesFromNow(600) });
const row = () =>
  newSubscriber({ conversationId: `a:${randomUUID()}`, serviceUrl: 'https://a.invalid', language: 'en' }, today);

/** Every kind of write that the store has, once each. */
const writes: Readonly<Record<string, () => Promise<Tried>>> = {
  'a new case': async () => {
    const record = createCase();
    const { caseId } = record;
    return {
      mark: caseId,
      try: async () =>
        said((await store.cases.create(record, createAlert(caseId), [firstEvent(caseId)])) === 'created'),
      count: async () => (await store.history.readAll(caseId)).length,
    };
  },
  'a change of a case': async () => {
    const standing = await saved();
    const { caseId } = standing.value;
    const change = { case: standing, events: [createNextEvent(firstEvent(caseId))] };
    return {
      mark: caseId,
      try: async () => said((await store.cases.change(change)) === 'changed'),
      count: async () => (await store.history.readAll(caseId)).length - 1,
    };
  },
  'an erasure': async () => {
    const standing = await saved();
    const { caseId } = standing.value;
    const change = { case: standing, events: [createNextEvent(firstEvent(caseId))] };
    return {
      mark: caseId,
      try: async () => said((await store.cases.erase(change)) === 'changed'),
      count: async () => (await store.history.readAll(caseId)).length - 1,
    };
  },
  'a lease of an alert': async () => {
    const { caseId } = (await saved()).value;
    const standing = await store.outbox.read(caseId);
    if (standing === undefined) throw new Error('no alert');
    const leased = { ...standing, value: { ...standing.value, attempts: 1 } };
    return {
      mark: caseId,
      try: async () => said((await store.outbox.write(leased)) !== undefined),
      count: async () => (await store.outbox.read(caseId))?.value.attempts ?? 0,
    };
  },
  'a draft': async () => {
    const id = randomUUID();
    return {
      mark: id,
      try: async () => store.drafts.save(draft(id)).then(() => 'done' as const),
      count: async () => there(await store.drafts.read(id, now)),
    };
  },
  'a draft that goes': async () => {
    const id = randomUUID();
    await store.drafts.save(draft(id));
    return {
      mark: id,
      try: async () => store.drafts.remove(id).then(() => 'done' as const),
      count: async () => 1 - there(await store.drafts.read(id, now)),
    };
  },
  'a key of a day': async () => {
    const id = randomUUID();
    return {
      mark: id,
      try: async () => said((await store.dayKeys.add({ id, wrapped: 'ours' })).wrapped === 'ours'),
      count: async () => there(await store.dayKeys.read(id)),
    };
  },
  'a person at the tab': async () => {
    const objectId = toPersonId(randomUUID());
    const person = { objectId, name: 'Somebody', roles: [], firstSeen: today, seen: today, envelopes: [] };
    return {
      mark: objectId,
      try: async () => said((await store.people.add(person)) === 'added'),
      count: async () => there(await store.people.read(objectId)),
    };
  },
  'people who are sent an item': async () => {
    const run = newDeliveryRun({ id: randomUUID(), kind: 'send' });
    const part = planBatch(run.id, 1, [{ id: 'a' }, { id: 'b' }]);
    const whole = { value: run, expectedVersion: undefined };
    return {
      mark: run.id,
      try: async () =>
        said((await store.deliveryBatches.write([{ value: part, expectedVersion: undefined }], whole)) !== undefined),
      count: async () => there(await store.deliveryBatches.read(run.id, 1)),
    };
  },
  'a count that is posted': async () => {
    const objectId = toPersonId(randomUUID());
    const post = newScheduledPost({ what: 'weekToPerson', audience: 'acu', objectId }, '2026-W47');
    return {
      mark: objectId,
      try: async () => said(await store.scheduledPosts.write(post, undefined)),
      count: async () => there(await store.scheduledPosts.read(post.regular)),
    };
  },
  'somebody who has the app': async () => {
    const who = row();
    return {
      mark: who.id,
      try: async () => said((await store.subscribers.add(who)) === 'added'),
      count: async () => there(await store.subscribers.read(who.id)),
    };
  },
};

type Times = 'once' | 'always';
const cases = invalidAnswers.flatMap((half) =>
  (['once', 'always'] as const).flatMap((times) => [true, false].map((happened) => ({ half, times, happened }))),
);

function strike(half: InvalidAnswer, mark: string, times: Times, happened: boolean): () => void {
  let isOver = false;
  cosmos.faults.next({
    kind: happened ? 'commit-then-forge' : 'forge',
    forged: half.answer,
    times: times === 'once' ? 1 : Infinity,
    match: (request) => !isOver && isDocumentWrite(request) && `${request.path} ${request.body}`.includes(mark),
  });
  return () => void (isOver = true);
}

/** The lie that somebody was told whose write met a half answer, if any; they try again until it is done. */
async function lieIn({ mark, try: attempt, count }: Tried, half: InvalidAnswer, times: Times, happened: boolean) {
  const settle = strike(half, mark, times, happened);
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await attempt().catch((error: unknown) => (error instanceof StoreError ? error.code : 'thrown'));
    const stands = await count();
    if (stands > 1) return 'stands twice';
    if (answer === 'done' && stands !== 1) return 'called done, and is not there';
    if (answer === 'done') return undefined;
    if (answer === 'not' && (tries === 0 || stands === 0)) return 'called taken, and is not';
    if (answer === 'not') return undefined;
    if (answer !== 'unknown') return `said not to stand: ${answer}`;
    settle();
  }
  return 'not done in the end';
}

describe('a proxy that answers in the place of Cosmos DB', () => {
  it('has 33 ways', () => {
    expect(new Set(invalidAnswers.map(({ name }) => name)).size).toBe(33);
  });

  it.each(Object.entries(writes))('never has %s called done that is not, nor done twice', async (_, make) => {
    const lies: string[] = [];
    await Promise.all(
      cases.map(async ({ half, times, happened }) => {
        const lie = await lieIn(await make(), half, times, happened);
        if (lie !== undefined) lies.push(`${half.name}, ${times}, ${happened ? 'carried out' : 'kept back'}: ${lie}`);
      }),
    );
    cosmos.faults.clear();
    expect(lies).toEqual([]);
  });

  it('never has anything called absent that is there, nor something else in its place', async () => {
    const lies: string[] = [];
    await Promise.all(
      cases
        .filter(({ happened }) => happened)
        .map(async ({ half, times }) => {
          const { value } = await saved();
          const { caseId } = value;
          const isRead = ({ path, headers }: { path: string; headers: object }) =>
            path.endsWith(`/docs/${caseId}`) ||
            ('x-ms-documentdb-partitionkey' in headers &&
              String(headers['x-ms-documentdb-partitionkey']).includes(caseId));
          for (const ask of [
            async () => (await store.cases.read(caseId))?.value.caseId === caseId,
            async () => (await store.history.readAll(caseId)).length === 1,
            async () => (await store.cases.readAccess(caseId)) !== undefined,
          ]) {
            let isOver = false;
            const count = times === 'once' ? 1 : Infinity;
            cosmos.faults.next({
              kind: 'forge',
              forged: half.answer,
              times: count,
              match: (one) => !isOver && isRead(one),
            });
            const answer = await ask().catch((error: unknown) => (error instanceof StoreError ? error.code : 'thrown'));
            isOver = true;
            const isTrue = answer === true || (times === 'always' && answer === 'unavailable');
            if (!isTrue) lies.push(`${half.name}, ${times}: ${answer}`);
          }
        }),
    );
    cosmos.faults.clear();
    expect(lies).toEqual([]);
  });
});
