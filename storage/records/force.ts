import {
  type ContentStore,
  type DailyMarks,
  dailyMarkSchema,
  markOfLongAgo,
  type PartnerStore,
  type RegularPosts,
  type SettingsHistory,
} from '../../core/ports/store.ts';
import { type People, personRecordSchema } from '../../core/ports/people.ts';
import { type AlertTargets, alertTargetSchema } from '../../core/model/alert-targets.ts';
import { contentEntrySchema, type KeptContent } from '../../core/model/content-record.ts';
import { invitationSchema, organisationSchema, signInKeyOf } from '../../core/model/partner-record.ts';
import { regularId, regularPostSchema } from '../../core/model/scheduled-post.ts';
import { settingEntrySchema } from '../../core/model/setting-record.ts';
import { type Documents, kindOf, readableIn, valueIn } from '../documents.ts';
import { keptIfReadable, versionedIfReadable, versionedIn } from '../record-codec.ts';

export const personKind = kindOf({
  kind: 'person',
  schema: personRecordSchema,
  table: 'people',
  key: { objectId: 'object_id' },
  keyOf: ({ objectId }) => [objectId],
  version: 'counted',
});

export const peopleIn = (documents: Documents): People => {
  const all = async () => (await documents.list(personKind)).map((each) => valueIn(personKind, each));
  return {
    read: async (objectId) => {
      const standing = await documents.read(personKind, [objectId]);
      return standing && versionedIn(personKind, standing);
    },
    all,
    waiting: async () => (await all()).filter(({ line }) => line?.dueAt !== undefined),
    add: async (person) => ((await documents.write(personKind, person)) ? 'added' : 'exists'),
    change: async ({ value, version }) =>
      (await documents.write(personKind, value, version)) ? 'changed' : 'conflict',
  };
};

export const settingKind = kindOf({
  kind: 'setting',
  schema: settingEntrySchema,
  table: 'settings_history',
  key: { sequence: 'sequence' },
  keyOf: ({ sequence }) => [sequence],
});

export const settingsHistoryIn = (documents: Documents): SettingsHistory => ({
  all: async () => (await documents.list(settingKind)).map((each) => valueIn(settingKind, each)),
  add: async (entry) => ((await documents.write(settingKind, entry)) ? 'added' : 'exists'),
});

export const targetKind = kindOf({
  kind: 'target',
  schema: alertTargetSchema,
  table: 'targets',
  key: { name: 'name' },
  keyOf: ({ name }) => [name],
});

export const targetsIn = (documents: Documents): AlertTargets => ({
  read: async (name) => {
    const standing = await documents.read(targetKind, [name]);
    return standing && versionedIfReadable(targetKind, standing).value;
  },
  write: (target) => documents.update(targetKind, [target.name], () => target),
  all: async () => readableIn(targetKind, await documents.list(targetKind)).map(({ value }) => value),
});

export const dailyMarkKind = kindOf({
  kind: 'dailyMark',
  schema: dailyMarkSchema,
  table: 'daily_marks',
  key: { task: 'task' },
  keyOf: ({ task }) => [task],
  version: 'counted',
});

export const dailyMarksIn = (documents: Documents): DailyMarks => ({
  read: async (task) => {
    const standing = await documents.read(dailyMarkKind, [task]);
    if (standing === undefined) return undefined;
    const { value, version } = versionedIfReadable(dailyMarkKind, standing);
    return { value: value ?? markOfLongAgo(task), version };
  },
  write: (mark, over) => documents.write(dailyMarkKind, mark, over),
});

export const regularPostKind = kindOf({
  kind: 'regularPost',
  schema: regularPostSchema,
  table: 'regular_posts',
  key: { regular: 'id' },
  keyOf: ({ regular }) => [regularId(regular)],
  version: 'counted',
});

export const regularPostsIn = (documents: Documents): RegularPosts => ({
  read: async (regular) => {
    const standing = await documents.read(regularPostKind, [regularId(regular)]);
    return standing && versionedIfReadable(regularPostKind, standing);
  },
  all: async () => readableIn(regularPostKind, await documents.list(regularPostKind)).map(({ value }) => value),
  write: (post, over) => documents.write(regularPostKind, post, over),
});

export const contentKind = kindOf({
  kind: 'content',
  schema: contentEntrySchema,
  table: 'content',
  key: { topic: 'topic', number: 'number' },
  keyOf: ({ topic, number }) => [topic, number],
  found: { day: { column: 'day', of: ({ at }) => at.slice(0, 10) } },
});

export const contentIn = (documents: Documents): ContentStore => ({
  of: async (topic) =>
    (await documents.list(contentKind, [['topic', '=', topic]])).map(({ key, document }): KeptContent => {
      const number = Number(key[1]);
      const entry = keptIfReadable('content', contentEntrySchema, document);
      return { number, entry: entry?.topic === topic && entry.number === number ? entry : undefined };
    }),
  marks: async (since) => {
    const last = new Map<string, number>();
    for (const { key } of await documents.keys(contentKind, [['day', '>=', since ?? '']])) {
      const [topic, number] = [String(key[0]), Number(key[1])];
      last.set(topic, Math.max(number, last.get(topic) ?? 0));
    }
    return Array.from(last, ([topic, number]) => ({ topic, number }));
  },
  add: async (entry) => {
    const { topic, number } = entry;
    // No entry is ever removed: one that was there before is there now.
    if (number > 1 && (await documents.read(contentKind, [topic, number - 1])) === undefined) return 'exists';
    return (await documents.write(contentKind, entry)) ? 'added' : 'exists';
  },
});

export const organisationKind = kindOf({
  kind: 'organisation',
  schema: organisationSchema,
  table: 'organisations',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  version: 'counted',
  under: 'organisation',
});
export const invitationKind = kindOf({
  kind: 'invitation',
  schema: invitationSchema,
  table: 'invitations',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  version: 'counted',
  under: 'invitation',
  found: { signIn: { column: 'sign_in', of: ({ access }) => access && signInKeyOf(access) } },
});

export const partnersIn = (documents: Documents): PartnerStore => ({
  organisations: async () => readableIn(organisationKind, await documents.list(organisationKind)),
  saveOrganisation: async (organisation, over) =>
    (await documents.write(organisationKind, organisation, over)) ? 'saved' : 'moved',
  invitations: async () => readableIn(invitationKind, await documents.list(invitationKind)),
  findInvitation: async (by) => {
    const standing =
      'id' in by
        ? await documents.read(invitationKind, [by.id])
        : (await documents.list(invitationKind, [['signIn', '=', by.signIn]]))[0];
    return standing && versionedIn(invitationKind, standing);
  },
  saveInvitation: async (invitation, over) =>
    (await documents.write(invitationKind, invitation, over)) ? 'saved' : 'moved',
});
