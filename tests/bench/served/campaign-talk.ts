import { z } from 'zod';

/** What the processes of a campaign say to the one who started them. */
export const campaignSaidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('store'), endpoint: z.string(), key: z.string(), database: z.string(), ca: z.string() }),
  z.object({ said: z.literal('sending') }),
  /** Bytes of memory, and of a store the request units of its calls so far. */
  z.object({ said: z.literal('use'), resident: z.number(), units: z.number() }),
]);
export type CampaignSaid = z.infer<typeof campaignSaidSchema>;
export type StoreByWire = Extract<CampaignSaid, { said: 'store' }>;

/** Says that this process is ready, answers what it uses, and ends it when asked to or left alone. */
export function talkOfCampaign(ready: CampaignSaid, units: () => number, stop: () => Promise<unknown>): void {
  const say = (said: CampaignSaid): void => void process.send?.(said);
  const end = (): void => void stop().finally(() => process.exit(0));
  process.on('message', (asked) => {
    if (asked === 'use') say({ said: 'use', resident: process.memoryUsage.rss(), units: units() });
    if (asked === 'stop') end();
  });
  process.once('disconnect', end);
  say(ready);
}
