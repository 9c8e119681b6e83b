import { expect } from '@jest/globals';
import {
  markSending,
  newDeliveryRun,
  nextDeliveries,
  emptyQuota,
  planBatch,
  withServerQuota,
} from '../../../core/model/delivery.ts';
import { newScheduledPost, scheduledPostId } from '../../../core/model/scheduled-post.ts';
import type { Store } from '../../../core/ports/store.ts';
import { toWeek } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCampaign } from '../core/campaigns.ts';
import { createCase, createAlert, createNextEvent, firstEvent, now, today } from './records.ts';
import type { RecordLocation } from './stored-records.ts';

/** Records of one kind: one that is made, where it stands, and a change of it as servers make one. */
export interface StoredKind {
  readonly kind: string;
  /** Makes one and says where it stands. */
  readonly make: (store: Store) => Promise<{
    readonly place: RecordLocation;
    /** Reads it and writes it back changed; says whether that was done. */
    readonly change: () => Promise<boolean>;
  }>;
}

const state = (id: string, under?: string): RecordLocation['cosmos'] => ({
  container: 'state',
  id,
  partition: id,
  ...(under !== undefined && { under }),
});

const changed = <T>(found: { readonly value: T | undefined; readonly version: string } | undefined) => {
  if (found?.value === undefined) throw new Error('it cannot be read');
  return { value: found.value, version: found.version };
};

async function newCase(store: Store) {
  const record = createCase({ tasks: [{ id: 'task-1', dueOn: today }], referral: { decision: 'refer', on: today } });
  const first = firstEvent(record.caseId);
  const alert = createAlert(record.caseId, {
    posts: [{ conversationId: 'a', activityId: 'b', serviceUrl: 'https://c', postedAt: now.toISOString() }],
  });
  await store.cases.create(record, alert, [first]);
  const { caseId } = record;
  return { caseId, first };
}

/** Every kind of record that a server reads, changes and writes back. */
export const storedKinds: readonly StoredKind[] = [
  {
    kind: 'case',
    async make(store) {
      const { caseId, first } = await newCase(store);
      let last = first;
      return {
        place: {
          cosmos: { container: 'cases', id: caseId, partition: caseId },
          sqlite: { table: 'cases', where: { case_id: caseId } },
        },
        async change() {
          const { value, version } = changed(await store.cases.read(caseId));
          last = createNextEvent(last, { kind: 'acknowledged' });
          const next = { ...value, status: 'acknowledged', acknowledgedOn: today } as const;
          return (await store.cases.change({ case: { value: next, version }, events: [last] })) === 'changed';
        },
      };
    },
  },
  {
    kind: 'alert, with its case',
    async make(store) {
      const { caseId, first } = await newCase(store);
      let last = first;
      return {
        place: {
          cosmos: { container: 'cases', id: `${caseId}:alert`, partition: caseId },
          sqlite: { table: 'alerts', where: { case_id: caseId } },
        },
        async change() {
          const found = await store.cases.readSnapshot(caseId, { entries: [], counts: [], written: [] });
          const alert = changed(found?.alert);
          last = createNextEvent(last, { kind: 'acknowledged' });
          const { value, version } = changed(found?.case);
          const outcome = await store.cases.change({
            case: { value, version },
            alert: { ...alert, value: { ...alert.value, state: 'acknowledged' } },
            events: [last],
          });
          return outcome === 'changed';
        },
      };
    },
  },
  {
    kind: 'alert',
    async make(store) {
      const { caseId } = await newCase(store);
      return {
        place: {
          cosmos: { container: 'cases', id: `${caseId}:alert`, partition: caseId },
          sqlite: { table: 'alerts', where: { case_id: caseId } },
        },
        async change() {
          const { value, version } = changed(await store.outbox.read(caseId));
          const written = await store.outbox.write({ value: { ...value, attempts: 2 }, version });
          expect(written?.version).toBe((await store.outbox.read(caseId))?.version);
          return written !== undefined;
        },
      };
    },
  },
  {
    kind: 'person',
    async make(store) {
      const objectId = toPersonId('somebody');
      const envelopes = [{ group: 'acu', sealed: 'c2VhbGVk', by: toPersonId('another'), on: today }] as const;
      await store.people.add({ objectId, name: 'A handler', roles: ['handler'], envelopes });
      return {
        place: {
          cosmos: state(`person:${objectId}`),
          sqlite: { table: 'people', where: { object_id: objectId } },
        },
        async change() {
          const { value, version } = changed(await store.people.read(objectId));
          return (await store.people.change({ value: { ...value, name: 'The handler' }, version })) === 'changed';
        },
      };
    },
  },
  {
    kind: 'organisation',
    async make(store) {
      const id = '0123456789abcdef0123456789abcdef';
      const organisation = { id, name: 'A service', type: 'victims', addedOn: today, invited: 0 } as const;
      await store.partners.saveOrganisation(organisation, undefined);
      return {
        place: {
          cosmos: state(`organisation:${id}`, 'organisation'),
          sqlite: { table: 'organisations', where: { id } },
        },
        async change() {
          const { value, version } = changed((await store.partners.organisations())[0]);
          return (await store.partners.saveOrganisation({ ...value, invited: value.invited + 1 }, version)) === 'saved';
        },
      };
    },
  },
  {
    kind: 'invitation',
    async make(store) {
      const id = '0123456789abcdef0123456789abcdef';
      const dates = { madeOn: today, until: today };
      const invitation = { id, organisation: id, number: 1, state: 'open', round: 1, ...dates } as const;
      await store.partners.saveInvitation(invitation, undefined);
      return {
        place: {
          cosmos: state(`invitation:${id}`, 'invitation'),
          sqlite: { table: 'invitations', where: { id } },
        },
        async change() {
          const { value, version } = changed(await store.partners.findInvitation({ id }));
          return (await store.partners.saveInvitation({ ...value, round: value.round + 1 }, version)) === 'saved';
        },
      };
    },
  },
  {
    kind: 'delivery run',
    async make(store) {
      const run = newDeliveryRun({ id: 'spring', kind: 'send' });
      await store.deliveryRuns.write(run, undefined);
      return {
        place: {
          cosmos: { container: 'deliveries', id: 'run', partition: run.id, under: 'run' },
          sqlite: { table: 'delivery_runs', where: { id: run.id } },
        },
        async change() {
          const { value, version } = changed(await store.deliveryRuns.read(run.id));
          return store.deliveryRuns.write({ ...value, state: 'paused' }, version);
        },
      };
    },
  },
  {
    kind: 'delivery part, with its run',
    async make(store) {
      const run = newDeliveryRun({ id: 'spring', kind: 'send' });
      await store.deliveryRuns.write(run, undefined);
      await store.deliveryBatches.write([{ value: planBatch(run.id, 0, [{ id: 'one' }]), expectedVersion: undefined }]);
      let first = true;
      return {
        place: {
          cosmos: { container: 'deliveries', id: 'part:00000000', partition: run.id },
          sqlite: { table: 'delivery_parts', where: { run_id: run.id, number: 0 } },
        },
        async change() {
          const { value, version } = changed(await store.deliveryBatches.read(run.id, 0));
          const standing = await store.deliveryRuns.read(run.id);
          const next = first ? markSending(value, nextDeliveries(value, 1)) : value;
          first = false;
          const wrote = await store.deliveryBatches.write(
            [{ value: next, expectedVersion: version }],
            standing && { value: standing.value, expectedVersion: standing.version },
          );
          // The version that it says is that of what stands now.
          const now = await store.deliveryBatches.read(run.id, 0);
          const found = await store.deliveryBatches.find(run.id, next.stage, 9);
          expect([wrote?.[0], found[0]?.version]).toEqual([now?.version, now?.version]);
          return wrote !== undefined;
        },
      };
    },
  },
  {
    kind: 'sending lanes',
    async make(store) {
      await store.sendQuota.write(
        withServerQuota(emptyQuota, { id: 'one', stamp: '1', isDead: () => false }),
        undefined,
      );
      return {
        place: { cosmos: state('sendingLanes'), sqlite: { table: 'sending_lanes', where: { one: 1 } } },
        async change() {
          const { value, version } = changed(await store.sendQuota.read());
          return store.sendQuota.write({ ...value, pause: { ...value.pause, id: 'a', ms: 5 } }, version);
        },
      };
    },
  },
  {
    kind: 'daily mark',
    async make(store) {
      await store.dailyTaskStates.write(
        { task: 'sweepReach', day: today, state: 'taken', until: now.toISOString() },
        undefined,
      );
      return {
        place: {
          cosmos: state('dailyMark:sweepReach'),
          sqlite: { table: 'daily_marks', where: { task: 'sweepReach' } },
        },
        async change() {
          const { value, version } = changed(await store.dailyTaskStates.read('sweepReach'));
          return store.dailyTaskStates.write({ ...value, state: 'done' }, version);
        },
      };
    },
  },
  {
    kind: 'regular post',
    async make(store) {
      const regular = { what: 'weekInChannel', audience: 'acu' } as const;
      await store.scheduledPosts.write(newScheduledPost(regular, '2026-W47'), undefined);
      const id = scheduledPostId(regular);
      return {
        place: { cosmos: state(`regularPost:${id}`), sqlite: { table: 'regular_posts', where: { id } } },
        async change() {
          const { value, version } = changed(await store.scheduledPosts.read(regular));
          return store.scheduledPosts.write({ ...value, unsure: 1 }, version);
        },
      };
    },
  },
  {
    kind: 'row of who has the app',
    async make(store) {
      const id = 'a-row';
      const channel = { conversationId: 'a-chat', serviceUrl: 'https://one.example/' };
      await store.subscribers.add({ id, ...channel, language: 'en', since: today });
      return {
        place: {
          cosmos: { container: 'reach', id, partition: id },
          sqlite: { table: 'reach', where: { id } },
        },
        async change() {
          const { value, version } = changed((await store.subscribers.page(undefined, 5))[0]);
          return store.subscribers.write({ ...value, serviceUrl: 'https://other.example/' }, version);
        },
      };
    },
  },
  {
    kind: 'campaign',
    async make(store) {
      const campaign = createCampaign();
      await store.campaigns.write(campaign, undefined, []);
      return {
        place: {
          cosmos: state(`campaign:${campaign.id}`, 'campaign'),
          sqlite: { table: 'campaigns', where: { id: campaign.id } },
        },
        async change() {
          const { value, version } = changed((await store.campaigns.list())[0]);
          return store.campaigns.write({ ...value, revision: value.revision + 1 }, version, []);
        },
      };
    },
  },
  {
    kind: 'channel of campaigns',
    async make(store) {
      const id = 'c'.repeat(43);
      const channel = { conversationId: 'a-chat', serviceUrl: 'https://one.example/', tenantId: 'a-tenant' };
      await store.campaignChannels.write({ id, ...channel, language: 'en', by: toPersonId('writer'), on: today });
      return {
        place: {
          cosmos: state(`campaignChannel:${id}`, 'channel'),
          sqlite: { table: 'campaign_channels', where: { id } },
        },
        async change() {
          const [channel] = await store.campaignChannels.all();
          if (channel === undefined) throw new Error('it cannot be read');
          await store.campaignChannels.write({ ...channel });
          return true;
        },
      };
    },
  },
  {
    kind: 'channel of alerts',
    async make(store) {
      const channel = { conversationId: 'a-chat', serviceUrl: 'https://one.example/', tenantId: 'a-tenant' };
      await store.targets.write({ name: 'acu', ...channel, language: 'en', lost: false });
      return {
        place: { cosmos: state('target:acu'), sqlite: { table: 'targets', where: { name: 'acu' } } },
        async change() {
          const target = await store.targets.read('acu');
          if (target === undefined) throw new Error('it cannot be read');
          await store.targets.write({ ...target });
          return true;
        },
      };
    },
  },
  {
    kind: 'counter of a pulse',
    async make(store) {
      const counted = { campaign: '0123456789abcdef', phase: 'before', week: toWeek(today) } as const;
      const add = () => store.surveyCounters.add({ ...counted, counts: { answered: { times: 1 } } });
      await add();
      return {
        place: {
          cosmos: state(`pulse:${counted.campaign}:${counted.phase}:${counted.week}`),
          sqlite: { table: 'pulse', where: { ...counted } },
        },
        change: async () => add().then(() => true),
      };
    },
  },
];
