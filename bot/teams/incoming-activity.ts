import { z } from 'zod';

const shortText = z.string().max(2_000);
const account = z.looseObject({ id: shortText.min(1), name: shortText.optional(), aadObjectId: shortText.optional() });

/** The Bot Framework answers odd activities with internal text. */
const activitySchema = z.looseObject({
  // An unknown type is taken and ignored.
  type: shortText.min(1),
  id: shortText.optional(),
  name: shortText.optional(),
  text: z.string().optional(),
  locale: shortText.optional(),
  action: shortText.optional(),
  channelId: shortText.min(1),
  serviceUrl: z.url().max(2_000),
  from: account,
  recipient: account,
  replyToId: shortText.optional(),
  conversation: z.looseObject({
    id: shortText.min(1),
    conversationType: shortText.optional(),
    tenantId: shortText.optional(),
  }),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
  entities: z
    .array(z.looseObject({ type: shortText.optional() }))
    .max(200)
    .optional(),
  attachments: z.array(z.looseObject({})).max(50).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: shortText.optional() }).optional(),
      team: z.looseObject({ id: shortText.optional() }).optional(),
      channel: z.looseObject({ id: shortText.optional() }).optional(),
      eventType: shortText.optional(),
    })
    .optional(),
});
export type IncomingActivity = z.infer<typeof activitySchema>;

/** Some clients write `null` for missing fields. */
const withoutNulls = (_key: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined);
  return value === null ? undefined : value;
};

/** `undefined` if the body is none that the bot can answer. */
export function parseActivity(body: string): IncomingActivity | undefined {
  let json: unknown;
  try {
    // The reviver takes as long as parsing; most have no null.
    json = body.includes('null') ? JSON.parse(body, withoutNulls) : JSON.parse(body);
  } catch {
    return undefined;
  }
  return activitySchema.safeParse(json).data;
}

/** In lower case, as Teams says in two places; `undefined` if it is missing or they differ. */
export function tenantOf(activity: IncomingActivity): string | undefined {
  const said = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
    .filter((id) => id !== undefined)
    .map((id) => id.toLowerCase());
  return said.length > 0 && said.every((id) => id === said[0]) ? said[0] : undefined;
}
