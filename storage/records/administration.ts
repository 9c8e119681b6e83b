import {
  type ContentStore,
  type DailyTaskStore,
  dailyTaskStateSchema,
  initialDailyTaskState,
  type PartnerStore,
  type ScheduledPostStore,
  type SettingsHistory,
} from '../../core/ports/store.ts';
import { type PersonStore, personRecordSchema } from '../../core/ports/person-store.ts';
import { type AlertTargets, alertTargetSchema } from '../../core/model/alert-targets.ts';
import { contentEntrySchema, type StoredContentEntry } from '../../core/model/content-entry.ts';
import { invitationSchema, organisationSchema, signInLookupKey } from '../../core/model/partner-record.ts';
import { scheduledPostId, scheduledPostSchema } from '../../core/model/scheduled-post.ts';
import { settingEntrySchema } from '../../core/model/setting-entry.ts';
import { type DocumentStore, defineRecordKind, parseReadableRecords, parseRecordValue } from '../document-store.ts';
import { tryParseRecord, tryParseVersioned, parseVersioned } from '../record-codec.ts';

export const personKind = defineRecordKind({
  kind: 'person',
  schema: personRecordSchema,
  table: 'people',
  key: { objectId: 'object_id' },
  getKey: ({ objectId }) => [objectId],
  version: 'counted',
});

export const createPeopleStore = (documents: DocumentStore): PersonStore => {
  const all = async () => (await documents.list(personKind)).map((each) => parseRecordValue(personKind, each));
  return {
    read: async (objectId) => {
      const stored = await documents.read(personKind, [objectId]);
      return stored && parseVersioned(personKind, stored);
    },
    all,
    listAwaitingNotification: async () => (await all()).filter(({ line }) => line?.dueAt !== undefined),
    add: async (person) => ((await documents.write(personKind, person)) ? 'added' : 'exists'),
    change: async ({ value, version }) =>
      (await documents.write(personKind, value, version)) ? 'changed' : 'conflict',
  };
};

export const settingKind = defineRecordKind({
  kind: 'setting',
  schema: settingEntrySchema,
  table: 'settings_history',
  key: { sequence: 'sequence' },
  getKey: ({ sequence }) => [sequence],
});

export const createSettingsHistory = (documents: DocumentStore): SettingsHistory => ({
  all: async () => (await documents.list(settingKind)).map((each) => parseRecordValue(settingKind, each)),
  add: async (entry) => ((await documents.write(settingKind, entry)) ? 'added' : 'exists'),
});

export const alertTargetKind = defineRecordKind({
  kind: 'target',
  schema: alertTargetSchema,
  table: 'targets',
  key: { name: 'name' },
  getKey: ({ name }) => [name],
});

export const createAlertTargets = (documents: DocumentStore): AlertTargets => ({
  read: async (name) => {
    const stored = await documents.read(alertTargetKind, [name]);
    return stored && tryParseVersioned(alertTargetKind, stored).value;
  },
  write: (target) => documents.update(alertTargetKind, [target.name], () => target),
  all: async () =>
    parseReadableRecords(alertTargetKind, await documents.list(alertTargetKind)).map(({ value }) => value),
});

export const dailyTaskStateKind = defineRecordKind({
  kind: 'dailyMark',
  schema: dailyTaskStateSchema,
  table: 'daily_marks',
  key: { task: 'task' },
  getKey: ({ task }) => [task],
  version: 'counted',
});

export const createDailyTaskStore = (documents: DocumentStore): DailyTaskStore => ({
  read: async (task) => {
    const stored = await documents.read(dailyTaskStateKind, [task]);
    if (stored === undefined) return undefined;
    const { value, version } = tryParseVersioned(dailyTaskStateKind, stored);
    return { value: value ?? initialDailyTaskState(task), version };
  },
  write: (mark, expectedVersion) => documents.write(dailyTaskStateKind, mark, expectedVersion),
});

export const scheduledPostKind = defineRecordKind({
  kind: 'regularPost',
  schema: scheduledPostSchema,
  table: 'regular_posts',
  key: { regular: 'id' },
  getKey: ({ regular }) => [scheduledPostId(regular)],
  version: 'counted',
});

export const createScheduledPostStore = (documents: DocumentStore): ScheduledPostStore => ({
  read: async (regular) => {
    const stored = await documents.read(scheduledPostKind, [scheduledPostId(regular)]);
    return stored && tryParseVersioned(scheduledPostKind, stored);
  },
  all: async () =>
    parseReadableRecords(scheduledPostKind, await documents.list(scheduledPostKind)).map(({ value }) => value),
  write: (post, expectedVersion) => documents.write(scheduledPostKind, post, expectedVersion),
});

export const contentKind = defineRecordKind({
  kind: 'content',
  schema: contentEntrySchema,
  table: 'content',
  key: { topic: 'topic', number: 'number' },
  getKey: ({ topic, number }) => [topic, number],
  derivedFields: { day: { column: 'day', getValue: ({ at }) => at.slice(0, 10) } },
});

export const createContentStore = (documents: DocumentStore): ContentStore => ({
  listEntries: async (topic) =>
    (await documents.list(contentKind, [['topic', '=', topic]])).map(({ key, document }): StoredContentEntry => {
      const number = Number(key[1]);
      const entry = tryParseRecord('content', contentEntrySchema, document);
      return { number, entry: entry?.topic === topic && entry.number === number ? entry : undefined };
    }),
  listLatestEntries: async (since) => {
    const last = new Map<string, number>();
    for (const { key } of await documents.keys(contentKind, [['day', '>=', since ?? '']])) {
      const [topic, number] = [String(key[0]), Number(key[1])];
      last.set(topic, Math.max(number, last.get(topic) ?? 0));
    }
    return Array.from(last, ([topic, number]) => ({ topic, number }));
  },
  add: async (entry) => {
    const { topic, number } = entry;
    // No entry is ever removed: if the one before was there, it still is.
    if (number > 1 && (await documents.read(contentKind, [topic, number - 1])) === undefined) return 'exists';
    return (await documents.write(contentKind, entry)) ? 'added' : 'exists';
  },
});

export const organisationKind = defineRecordKind({
  kind: 'organisation',
  schema: organisationSchema,
  table: 'organisations',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  version: 'counted',
  recordField: 'organisation',
});
export const invitationKind = defineRecordKind({
  kind: 'invitation',
  schema: invitationSchema,
  table: 'invitations',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  version: 'counted',
  recordField: 'invitation',
  derivedFields: { signIn: { column: 'sign_in', getValue: ({ access }) => access && signInLookupKey(access) } },
});

export const createPartnerStore = (documents: DocumentStore): PartnerStore => ({
  organisations: async () => parseReadableRecords(organisationKind, await documents.list(organisationKind)),
  saveOrganisation: async (organisation, expectedVersion) =>
    (await documents.write(organisationKind, organisation, expectedVersion)) ? 'saved' : 'moved',
  invitations: async () => parseReadableRecords(invitationKind, await documents.list(invitationKind)),
  findInvitation: async (by) => {
    const stored =
      'id' in by
        ? await documents.read(invitationKind, [by.id])
        : (await documents.list(invitationKind, [['signIn', '=', by.signIn]]))[0];
    return stored && parseVersioned(invitationKind, stored);
  },
  saveInvitation: async (invitation, expectedVersion) =>
    (await documents.write(invitationKind, invitation, expectedVersion)) ? 'saved' : 'moved',
});
