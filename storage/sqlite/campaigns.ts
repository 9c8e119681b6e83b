import { z } from 'zod';
import type { CampaignChannels } from '../../concerns/ports/campaign-channels.ts';
import type { CampaignStore } from '../../concerns/ports/campaign-store.ts';
import { campaignSchema } from '../../concerns/records/campaign.ts';
import { campaignChannelSchema } from '../../concerns/records/campaign-channel.ts';
import { campaignEventSchema } from '../../concerns/records/campaign-event.ts';
import { jsonIn, keptIfReadable, keptRow, keptRowIfReadable, rowOf } from '../kept.ts';
import { parsed, readJson } from '../parsed.ts';
import { markOver, over as overOf } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const versionedRowSchema = z.object({ record: z.string(), version: z.string() });
const rowSchema = z.object({ record: z.string() });

/** Campaigns with their histories, in SQLite. The file itself lets no entry be changed or removed. */
export const sqliteCampaigns = (file: SqliteFile): CampaignStore => ({
  read: async (id) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM campaigns WHERE id = ?', id);
    return row === undefined ? undefined : keptRow('campaign', campaignSchema, parsed(versionedRowSchema, row));
  },

  list: async () =>
    file.rows('SELECT record, CAST(version AS TEXT) AS version FROM campaigns ORDER BY id').flatMap((row) => {
      const { value, version } = keptRowIfReadable('campaign', campaignSchema, parsed(versionedRowSchema, row));
      return value ? [{ value, version }] : [];
    }),

  write: (campaign, over, events) =>
    file.transaction(() => {
      const at = over === undefined ? undefined : overOf('campaign', over);
      const record = rowOf('campaign', campaign, at?.mark);
      const written =
        at === undefined
          ? file.write(
              'INSERT INTO campaigns (id, version, record) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING',
              campaign.id,
              record,
            )
          : file.write(
              `UPDATE campaigns SET version = version + 1, record = ? WHERE id = ? AND CAST(version AS TEXT) = ?`,
              record,
              campaign.id,
              at.version,
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
      .map((row) => keptIfReadable('campaignChannel', campaignChannelSchema, jsonIn(parsed(rowSchema, row).record)))
      .filter((channel) => channel !== undefined),

  write: async (channel) => {
    await file.transaction(() => {
      const row = file.row('SELECT record FROM campaign_channels WHERE id = ?', channel.id);
      const mark = markOver('campaignChannel', row === undefined ? undefined : jsonIn(parsed(rowSchema, row).record));
      file.write(
        'INSERT INTO campaign_channels (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record',
        channel.id,
        rowOf('campaignChannel', channel, mark),
      );
    });
  },

  remove: async (id) => {
    await file.transaction(() => file.write('DELETE FROM campaign_channels WHERE id = ?', id));
  },
});
