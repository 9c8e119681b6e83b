import { z } from 'zod';
import type { DeliveryParts, Over } from '../../concerns/ports/delivery-parts.ts';
import type { DeliveryRuns } from '../../concerns/ports/delivery-runs.ts';
import type { LaneKeeper } from '../../concerns/ports/sending-lanes.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { type DeliveryPart, deliveryPartSchema } from '../../concerns/records/delivery-part.ts';
import { type DeliveryRun, deliveryRunSchema } from '../../concerns/records/delivery-run.ts';
import { sendingLanesSchema } from '../../concerns/records/sending-lanes.ts';
import { jsonIn, keptRowIfReadable, rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { over as overOf, type RecordKind, versionAfter, versionOf } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.string() });
const versionSchema = z.object({ version: z.string() });
const foundSchema = z.object({
  number: z.int(),
  version: z.string(),
  shape: z.string().nullable(),
  oldestWriter: z.string().nullable(),
});

function readRun(row: unknown): Versioned<DeliveryRun> | undefined {
  if (row === undefined) return undefined;
  const { value, version } = keptRowIfReadable('deliveryRun', deliveryRunSchema, parsed(rowSchema, row));
  return value && { value, version };
}

/** Whether what stands is what a write is over. Inside a transaction only, so that it still is when it is written. */
const isOver = (kind: RecordKind, row: unknown, over: string | undefined): boolean =>
  (row === undefined ? undefined : parsed(versionSchema, row).version) ===
  (over === undefined ? undefined : overOf(kind, over).version);

const recordOf = (kind: RecordKind, { value, over }: Over<object>): string =>
  rowOf(kind, value, over === undefined ? undefined : overOf(kind, over).mark);

const runIsOver = (file: SqliteFile, { value, over }: Over<DeliveryRun>): boolean =>
  isOver(
    'deliveryRun',
    file.row('SELECT CAST(version AS TEXT) AS version FROM delivery_runs WHERE id = ?', value.id),
    over,
  );

function putRun(file: SqliteFile, { value, over }: Over<DeliveryRun>): void {
  file.write(
    `INSERT INTO delivery_runs (id, version, has_parts, record) VALUES (?, 1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, has_parts = excluded.has_parts, record = excluded.record`,
    value.id,
    value.erased ? 0 : 1,
    recordOf('deliveryRun', { value, over }),
  );
}

const partIsOver = (file: SqliteFile, { value: { runId, number }, over }: Over<DeliveryPart>): boolean =>
  isOver(
    'deliveryPart',
    file.row(
      'SELECT CAST(version AS TEXT) AS version FROM delivery_parts WHERE run_id = ? AND number = ?',
      runId,
      number,
    ),
    over,
  );

function putPart(file: SqliteFile, { value, over }: Over<DeliveryPart>): void {
  file.write(
    `INSERT INTO delivery_parts (run_id, number, version, stage, record) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (run_id, number) DO UPDATE SET version = version + 1, stage = excluded.stage, record = excluded.record`,
    value.runId,
    value.number,
    value.stage,
    recordOf('deliveryPart', { value, over }),
  );
}

/** Runs in SQLite. */
export const sqliteDeliveryRuns = (file: SqliteFile): DeliveryRuns => ({
  all: async () =>
    file
      .rows('SELECT record, CAST(version AS TEXT) AS version FROM delivery_runs WHERE has_parts = 1 ORDER BY id')
      .map(readRun)
      .filter((run) => run !== undefined),

  read: async (id) =>
    readRun(file.row('SELECT record, CAST(version AS TEXT) AS version FROM delivery_runs WHERE id = ?', id)),

  write: async (run, over) =>
    file.transaction(() => {
      if (!runIsOver(file, { value: run, over })) return false;
      putRun(file, { value: run, over });
      return true;
    }),

  erase: async (id) => {
    await file.transaction(() => file.write('DELETE FROM delivery_parts WHERE run_id = ?', id));
  },
});

/** The version of a part once it was written, as a reading of it would say. */
function nextVersion(over: string | undefined): string {
  if (over === undefined) return '1';
  const { version } = overOf('deliveryPart', over);
  return versionAfter('deliveryPart', over, String(Number(version) + 1));
}

/** The parts of runs in SQLite. */
export const sqliteDeliveryParts = (file: SqliteFile): DeliveryParts => ({
  find: async (runId, stage, most) =>
    file
      .rows(
        `SELECT number, CAST(version AS TEXT) AS version,
           CASE WHEN json_valid(record) THEN record -> '$.shape' END AS shape,
           CASE WHEN json_valid(record) THEN record -> '$.oldestWriter' END AS oldestWriter
         FROM delivery_parts
         WHERE run_id = ? AND stage = ? LIMIT ?`,
        runId,
        stage,
        most,
      )
      .map((row) => {
        const { number, version, shape, oldestWriter } = parsed(foundSchema, row);
        const given = (text: string | null): unknown => (text === null ? undefined : jsonIn(text));
        const mark = { shape: given(shape), oldestWriter: given(oldestWriter) };
        return { number, version: versionOf('deliveryPart', mark, version) };
      }),

  read: async (runId, number) => {
    const row = file.row(
      'SELECT record, CAST(version AS TEXT) AS version FROM delivery_parts WHERE run_id = ? AND number = ?',
      runId,
      number,
    );
    if (row === undefined) return undefined;
    return keptRowIfReadable('deliveryPart', deliveryPartSchema, parsed(rowSchema, row));
  },

  write: async (parts, run) => {
    const isWritten = await file.transaction(() => {
      if (!parts.every((part) => partIsOver(file, part)) || (run && !runIsOver(file, run))) return false;
      for (const part of parts) putPart(file, part);
      if (run) putRun(file, run);
      return true;
    });
    return isWritten ? parts.map(({ over }) => nextVersion(over)) : undefined;
  },
});

/** Who sends, and how fast, in SQLite. */
export const sqliteLanes = (file: SqliteFile): LaneKeeper => ({
  read: async () => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM sending_lanes WHERE one = 1');
    if (row === undefined) return undefined;
    return keptRowIfReadable('sendingLanes', sendingLanesSchema, parsed(rowSchema, row));
  },

  write: async (lanes, over) => {
    const at = over === undefined ? undefined : overOf('sendingLanes', over);
    const record = rowOf('sendingLanes', lanes, at?.mark);
    const written = await file.transaction(() =>
      at === undefined
        ? file.write(
            'INSERT INTO sending_lanes (one, version, record) VALUES (1, 1, ?) ON CONFLICT (one) DO NOTHING',
            record,
          )
        : file.write(
            `UPDATE sending_lanes SET version = version % 9007199254740991 + 1, record = ?
             WHERE one = 1 AND CAST(version AS TEXT) = ?`,
            record,
            at.version,
          ),
    );
    return written === 1;
  },
});
