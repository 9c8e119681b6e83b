import { canonicalJson } from '../../../core/model/digests.ts';
import type { Store } from '../../../core/ports/store.ts';
import { appendEvent, emptyChain, type NewEvent } from '../../../core/model/event-record.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { nextSettingEntry } from '../../../core/model/setting-entry.ts';
import { toWeek } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createContentEntry, createContentWords } from '../core/content.ts';
import { createCampaign, writer } from '../core/campaigns.ts';
import { storedKinds } from '../contracts/stored-kinds.ts';
import { createCase, createDraft, createAlert, minutesFromNow, now, today } from '../contracts/records.ts';

const by = { objectId: toPersonId('a-handler') };
const happenings: readonly NewEvent[] = [
  { kind: 'acknowledged', by, at: now.toISOString() },
  { kind: 'noted', by, at: now.toISOString(), note: { for: 'handlers', sealed: 'bm90ZQ==' } },
  { kind: 'messageFromReporter', by: 'reporter', at: today, message: { id: 'one', number: 1, sealed: 'bWVzc2FnZQ==' } },
];

/** Makes a case with a whole history, in which somebody wrote. */
export async function createWorkedCase(store: Store, differences: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  const received = appendEvent(createCase({ chain: emptyChain, ...differences }), {
    kind: 'received',
    by: 'system',
    at: today,
    ...(differences.files && { files: differences.files }),
  });
  const { caseId } = received.record;
  const { handledBy } = received.record;
  await store.cases.create(received.record, createAlert(caseId, { handledBy }), [received.event]);
  for (const happening of happenings) {
    const standing = await store.cases.read(caseId);
    if (standing === undefined) throw new Error('the case is gone');
    const status = happening.kind === 'acknowledged' ? 'acknowledged' : standing.value.status;
    const after = appendEvent({ ...standing.value, status }, happening);
    await store.cases.change({ case: { ...standing, value: after.record }, events: [after.event] });
  }
  const standing = await store.cases.read(caseId);
  if (standing === undefined) throw new Error('the case is gone');
  return standing.value;
}

/** A channel of alerts with a history of the settings that names it. */
async function settings(store: Store): Promise<void> {
  const target = {
    name: 'acu',
    conversationId: 'a-chat',
    serviceUrl: 'https://one.example/',
    tenantId: 'a-tenant',
    language: 'en',
    lost: false,
  } as const;
  await store.targets.write(target);
  const first = nextSettingEntry([], { kind: 'targetSet', by, detail: { target } }, now);
  await store.settings.add(first);
  const roles = { handler: [by.objectId] };
  await store.settings.add(nextSettingEntry([first], { kind: 'rolesRead', by: 'system', detail: { roles } }, now));
}

/** Records of kinds that servers write once and change never. */
async function writtenOnce(store: Store): Promise<void> {
  const week = toWeek(today);
  await store.weeks.freeze({ week, handledBy: 'acu', figures: '{"b":1,"a":[2]}' });
  await store.weeks.freeze({ week, handledBy: 'reserve', figures: '{}' });
  for (const number of [1, 2])
    await store.weeks.addRevision({ week, handledBy: 'acu', number, figures: `{"n":${number}}` });
  for (let number = 1; number <= 11; number += 1)
    await store.publications.add({ number, record: `{ "z": ${number} }` });
  const words = createContentWords({ text: { en: 'Ŵyl “\\ {"x":1}\n- a', cy: '' } });
  for (let number = 1; number <= 11; number += 1)
    await store.content.add(createContentEntry('saved', number, { words }));
  await store.content.add(createContentEntry('saved', 1, { topic: 'gift' }));
  await store.drafts.save(createDraft(60));
  await store.drafts.save(createDraft(90));
}

/** A campaign that changed, with its history. */
async function campaign(store: Store): Promise<void> {
  const made = { ...createCampaign(), id: 'fedcba9876543210' };
  const at = now.toISOString();
  await store.campaigns.write(made, undefined, [{ kind: 'created', by: { objectId: writer }, at }]);
  const standing = await store.campaigns.read(made.id);
  if (standing === undefined) throw new Error('the campaign is gone');
  const events = [
    { kind: 'rulesSet', by: { objectId: writer }, at, request: 'a-request' },
    { kind: 'started', by: 'system', at },
  ] as const;
  await store.campaigns.write({ ...standing.value, revision: 1 }, standing.version, events);
}

async function partner(store: Store): Promise<void> {
  const id = 'fedcba9876543210fedcba9876543210';
  const dates = { madeOn: today, until: today };
  const access = { kind: 'words', id, verifier: 'v'.repeat(43) } as const;
  const invitation = { id, organisation: '0123456789abcdef0123456789abcdef', number: 2, round: 1, ...dates } as const;
  await store.partners.saveInvitation({ ...invitation, state: 'used', access }, undefined);
}

/** The kinds that are made here with a whole history instead. */
const ofCases: readonly string[] = ['case', 'alert, with its case', 'alert', 'channel of alerts'];

/** Writes records of every kind that a store keeps, some of them worked on since. */
export async function fillEveryKind(store: Store): Promise<readonly CaseRecord[]> {
  const cases = [
    await createWorkedCase(store),
    await createWorkedCase(store),
    await createWorkedCase(store, { handledBy: 'reserve' }),
  ];
  await settings(store);
  for (const { kind, make } of storedKinds) {
    if (ofCases.includes(kind)) continue;
    const { change } = await make(store);
    await change();
  }
  await writtenOnce(store);
  await campaign(store);
  await partner(store);
  await store.dayKeys.add({ id: '2026-11-25', wrapped: 'wrapped' });
  return cases;
}

/** All that a store shows of its cases and of its other records by its ports, the same whichever store it is. */
export async function readThroughPorts(store: Store, cases: readonly CaseRecord[]): Promise<string> {
  const shown = [];
  for (const { caseId } of cases) {
    const gathered = await store.cases.readSnapshot(caseId, {
      entries: [{}],
      counts: ['noted'],
      written: [{ by: 'others' }],
    });
    shown.push(gathered?.case.value, gathered?.alert?.value, gathered?.counts, gathered?.written);
    shown.push(await store.history.readAll(caseId), await store.ledger.readIndexState(caseId));
  }
  for (const handledBy of ['acu', 'reserve'] as const) {
    const found = await store.list.page({ handledBy, viewer: 'everybody' }, undefined, 50);
    shown.push(found.toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1)));
    shown.push((await store.queries.listWeekCases(toWeek(today), handledBy)).length);
    shown.push((await store.outbox.due(minutesFromNow(60), 50)).alerts.length);
  }
  const invitation = await store.partners.findInvitation({ id: 'fedcba9876543210fedcba9876543210' });
  shown.push(invitation?.value, await store.settings.all(), await store.targets.all(), await store.publications.all());
  const marks = await store.content.listLatestEntries(today);
  shown.push(
    await store.content.listEntries('gifts'),
    marks.toSorted((one, other) => one.number - other.number),
  );
  shown.push(await store.campaigns.history('fedcba9876543210'), (await store.deliveryRuns.all()).length);
  shown.push((await store.deliveryBatches.find('spring', 'begun', 5)).length);
  return canonicalJson(shown);
}
