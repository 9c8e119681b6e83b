import { z } from 'zod';
import { dailyMarkSchema } from '../../concerns/ports/daily-marks.ts';
import { personRecordSchema } from '../../concerns/ports/people.ts';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { alertTargetSchema } from '../../concerns/records/alert-targets.ts';
import { campaignChannelSchema } from '../../concerns/records/campaign-channel.ts';
import { campaignEventSchema } from '../../concerns/records/campaign-event.ts';
import { campaignIdSchema, campaignSchema } from '../../concerns/records/campaign.ts';
import { caseRecordSchema, weekSchema } from '../../concerns/records/case-record.ts';
import { contentEntrySchema } from '../../concerns/records/content-record.ts';
import { deliveryPartSchema } from '../../concerns/records/delivery-part.ts';
import { deliveryRunSchema } from '../../concerns/records/delivery-run.ts';
import { eventRecordSchema } from '../../concerns/records/event-record.ts';
import { invitationSchema, organisationSchema } from '../../concerns/records/partner-record.ts';
import { pulseWeekSchema } from '../../concerns/records/pulse-week.ts';
import { reachRowSchema } from '../../concerns/records/reach-row.ts';
import { regularId, regularPostSchema } from '../../concerns/records/regular-post.ts';
import { settingEntrySchema } from '../../concerns/records/setting-record.ts';
import { keptIfReadable } from '../kept.ts';
import { isNewer, type RecordKind } from '../record-shapes.ts';

/** The terms that tell a record from all others of its kind. */
export type MovedId = readonly (string | number)[];

/** A record of a kind that leaves and is taken in, as far as it can be read. */
export interface ReadRecord {
  readonly id: MovedId;
  /** The name of all that it stands or falls with where another force's records stand already. */
  readonly group: string;
}

interface KindOfRecord {
  /** The name of its file, without an ending. */
  readonly file: string;
  /** A record as this version reads it; why it is not read otherwise. */
  readonly read: (record: unknown) => ReadRecord | 'damaged' | 'newer';
}

/** A kind of record of which the store keeps the whole, with its shape. */
const kept = <Schema extends z.ZodType>(
  file: string,
  kind: RecordKind,
  schema: Schema,
  about: (value: z.output<Schema>) => ReadRecord,
): KindOfRecord => ({
  file,
  read: (record) => {
    if (isNewer(kind, record)) return 'newer';
    const value = keptIfReadable(kind, schema, record);
    return value === undefined ? 'damaged' : about(value);
  },
});

/** A kind of which the store keeps a few fields, and the sense of them is somebody else's matter. */
const plain = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  about: (value: z.output<Schema>) => ReadRecord,
): KindOfRecord => ({
  file,
  read: (record) => {
    const { data } = schema.safeParse(record);
    return data === undefined ? 'damaged' : about(data);
  },
});

const alone = (what: string, ...id: MovedId): ReadRecord => ({ id, group: `${what} ${id.join(' ')}` });
const ofCase = (caseId: string, ...more: MovedId): ReadRecord => ({ id: [caseId, ...more], group: `case ${caseId}` });

const handledBySchema = z.enum(['acu', 'reserve']);
const figuresSchema = z.strictObject({ week: weekSchema, handledBy: handledBySchema, figures: z.string() });

/**
 * Every kind of record that leaves with a force, in the order in which they are taken in: what a case is shown with comes
 * before the case, so that none is ever seen half. The shape of each file stands in docs/formats/export-all.md.
 */
export const movedKinds = {
  event: kept('events', 'event', eventRecordSchema, ({ caseId, sequence }) => ofCase(caseId, sequence)),
  alert: kept('alerts', 'alert', alertRecordSchema, ({ caseId }) => ofCase(caseId)),
  case: kept('cases', 'case', caseRecordSchema, ({ caseId }) => ofCase(caseId)),
  draft: plain('drafts', z.strictObject({ id: z.string().min(1), sealed: z.string(), expiresMs: z.int() }), ({ id }) =>
    alone('draft', id),
  ),
  person: kept('people', 'person', personRecordSchema, ({ objectId }) => alone('person', objectId)),
  setting: kept('settings', 'setting', settingEntrySchema, ({ sequence }) => ({ id: [sequence], group: 'settings' })),
  // The history of the settings says which channels there are: the two come together or not at all.
  target: kept('targets', 'target', alertTargetSchema, ({ name }) => ({ id: [name], group: 'settings' })),
  week: plain('weeks', figuresSchema, ({ week, handledBy }) => alone('week', handledBy, week)),
  amendment: plain('amendments', figuresSchema.extend({ number: z.int() }), ({ week, handledBy, number }) => ({
    id: [handledBy, week, number],
    group: `week ${handledBy} ${week}`,
  })),
  issue: plain('issues', z.strictObject({ number: z.int(), record: z.string() }), ({ number }) => ({
    id: [number],
    group: 'issues',
  })),
  content: kept('content', 'content', contentEntrySchema, ({ topic, number }) => ({
    id: [topic, number],
    group: `topic ${topic}`,
  })),
  campaignEvent: plain(
    'campaign-events',
    z.strictObject({ campaign: campaignIdSchema, sequence: z.int().min(1), event: campaignEventSchema }),
    ({ campaign, sequence }) => ({ id: [campaign, sequence], group: `campaign ${campaign}` }),
  ),
  campaign: kept('campaigns', 'campaign', campaignSchema, ({ id }) => alone('campaign', id)),
  campaignChannel: kept('campaign-channels', 'campaignChannel', campaignChannelSchema, ({ id }) =>
    alone('channel', id),
  ),
  pulse: kept('pulse', 'pulse', pulseWeekSchema, ({ campaign, phase, week }) => ({
    id: [campaign, phase, week],
    group: `campaign ${campaign}`,
  })),
  deliveryPart: kept('delivery-parts', 'deliveryPart', deliveryPartSchema, ({ runId, number }) => ({
    id: [runId, number],
    group: `run ${runId}`,
  })),
  deliveryRun: kept('delivery-runs', 'deliveryRun', deliveryRunSchema, ({ id }) => alone('run', id)),
  reach: kept('reach', 'reach', reachRowSchema, ({ id }) => alone('reach', id)),
  organisation: kept('organisations', 'organisation', organisationSchema, ({ id }) => alone('organisation', id)),
  invitation: kept('invitations', 'invitation', invitationSchema, ({ id, organisation }) => ({
    id: [id],
    group: `organisation ${organisation}`,
  })),
  regularPost: kept('regular-posts', 'regularPost', regularPostSchema, ({ regular }) =>
    alone('post', regularId(regular)),
  ),
  dailyMark: kept('daily-marks', 'dailyMark', dailyMarkSchema, ({ task }) => alone('mark', task)),
} as const satisfies Readonly<Record<string, KindOfRecord>>;

export type MovedKind = keyof typeof movedKinds;

const isKind = (name: string): name is MovedKind => Object.hasOwn(movedKinds, name);

/** All of them, in that order. */
export const movedKindNames: readonly MovedKind[] = Object.keys(movedKinds).filter(isKind);

/** The record kinds that stay behind: what one deployment's servers keep for themselves. */
export const leftBehind = ['dayKey', 'sendingLanes'] as const satisfies readonly RecordKind[];
