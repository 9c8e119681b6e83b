import { z } from 'zod';
import type { CampaignChannels } from '../../concerns/ports/campaign-channels.ts';
import type { CampaignStore } from '../../concerns/ports/campaign-store.ts';
import { campaignSchema } from '../../concerns/records/campaign.ts';
import { campaignChannelSchema } from '../../concerns/records/campaign-channel.ts';
import { campaignEventSchema } from '../../concerns/records/campaign-event.ts';
import { parsed, parsedJson, readJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const versionedRowSchema = z.object({ record: z.string(), version: z.string() });
const rowSchema = z.object({ record: z.string() });

/** Campaigns with their histories, in SQLite. The file itself lets no entry be changed or removed. */
export const sqliteCampaigns = (file: SqliteFile): CampaignStore => ({
  read: async (id) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM campaigns WHERE id = ?', id);
    if (row === undefined) return undefined;
    const { record, version } = parsed(versionedRowSchema, row);
    return { value: parsedJson(campaignSchema, record), version };
  },

  list: async () =>
    file.rows('SELECT record, CAST(version AS TEXT) AS version FROM campaigns ORDER BY id').flatMap((row) => {
      const { record, version } = parsed(versionedRowSchema, row);
      const value = readJson(campaignSchema, record);
      return value ? [{ value, version }] : [];
    }),

  write: (campaign, over, events) =>
    file.transaction(() => {
      const record = JSON.stringify(campaign);
      const written =
        over === undefined
          ? file.write(
              'INSERT INTO campaigns (id, version, record) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING',
              campaign.id,
              record,
            )
          : file.write(
              `UPDATE campaigns SET version = version + 1, record = ? WHERE id = ? AND CAST(version AS TEXT) = ?`,
              record,
              campaign.id,
              over,
            );
      if (written !== 1) return false;
      for (const event of events) {
        file.write(
          `INSERT INTO campaign_events (campaign_id, sequence, record)
           SELECT ?, coalesce(max(sequence), 0) + 1, ? FROM campaign_events WHERE campaign_id = ?`,
          campaign.id,
          JSON.stringify(event),
          campaign.id,
        );
      }
      return true;
    }),

  history: async (id) =>
    file
      .rows('SELECT record FROM campaign_events WHERE campaign_id = ? ORDER BY sequence', id)
      .map((row) => readJson(campaignEventSchema, parsed(rowSchema, row).record)),
});

/** The channels that were named for campaigns, in SQLite. */
export const sqliteCampaignChannels = (file: SqliteFile): CampaignChannels => ({
  all: async () =>
    file
      .rows('SELECT record FROM campaign_channels ORDER BY id')
      .map((row) => readJson(campaignChannelSchema, parsed(rowSchema, row).record))
      .filter((channel) => channel !== undefined),

  write: async (channel) => {
    await file.transaction(() =>
      file.write(
        'INSERT INTO campaign_channels (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record',
        channel.id,
        JSON.stringify(channel),
      ),
    );
  },

  remove: async (id) => {
    await file.transaction(() => file.write('DELETE FROM campaign_channels WHERE id = ?', id));
  },
});
