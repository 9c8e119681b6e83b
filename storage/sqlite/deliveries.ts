import { z } from 'zod';
import type { DeliveryParts, Over } from '../../concerns/ports/delivery-parts.ts';
import type { DeliveryRuns } from '../../concerns/ports/delivery-runs.ts';
import type { LaneKeeper } from '../../concerns/ports/sending-lanes.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { type DeliveryPart, deliveryPartSchema } from '../../concerns/records/delivery-part.ts';
import { type DeliveryRun, deliveryRunSchema } from '../../concerns/records/delivery-run.ts';
import { sendingLanesSchema } from '../../concerns/records/sending-lanes.ts';
import { parsed, readJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.string() });
const versionSchema = z.object({ version: z.string() });
const foundSchema = z.object({ number: z.int(), version: z.string() });

function readRun(row: unknown): Versioned<DeliveryRun> | undefined {
  if (row === undefined) return undefined;
  const { record, version } = parsed(rowSchema, row);
  const value = readJson(deliveryRunSchema, record);
  return value && { value, version };
}

/** Whether what stands is what a write is over. Inside a transaction only, so that it still is when it is written. */
const isOver = (row: unknown, over: string | undefined): boolean =>
  (row === undefined ? undefined : parsed(versionSchema, row).version) === over;

const runIsOver = (file: SqliteFile, { value, over }: Over<DeliveryRun>): boolean =>
  isOver(file.row('SELECT CAST(version AS TEXT) AS version FROM delivery_runs WHERE id = ?', value.id), over);

function putRun(file: SqliteFile, { value }: Over<DeliveryRun>): void {
  file.write(
    `INSERT INTO delivery_runs (id, version, has_parts, record) VALUES (?, 1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, has_parts = excluded.has_parts, record = excluded.record`,
    value.id,
    value.erased ? 0 : 1,
    JSON.stringify(value),
  );
}

const partIsOver = (file: SqliteFile, { value: { runId, number }, over }: Over<DeliveryPart>): boolean =>
  isOver(
    file.row(
      'SELECT CAST(version AS TEXT) AS version FROM delivery_parts WHERE run_id = ? AND number = ?',
      runId,
      number,
    ),
    over,
  );

function putPart(file: SqliteFile, { value }: Over<DeliveryPart>): void {
  file.write(
    `INSERT INTO delivery_parts (run_id, number, version, stage, record) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (run_id, number) DO UPDATE SET version = version + 1, stage = excluded.stage, record = excluded.record`,
    value.runId,
    value.number,
    value.stage,
    JSON.stringify(value),
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

/** The parts of runs in SQLite. */
export const sqliteDeliveryParts = (file: SqliteFile): DeliveryParts => ({
  find: async (runId, stage, most) =>
    file
      .rows(
        `SELECT number, CAST(version AS TEXT) AS version FROM delivery_parts
         WHERE run_id = ? AND stage = ? LIMIT ?`,
        runId,
        stage,
        most,
      )
      .map((row) => parsed(foundSchema, row)),

  read: async (runId, number) => {
    const row = file.row(
      'SELECT record, CAST(version AS TEXT) AS version FROM delivery_parts WHERE run_id = ? AND number = ?',
      runId,
      number,
    );
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: readJson(deliveryPartSchema, record), version };
  },

  write: async (parts, run) => {
    const isWritten = await file.transaction(() => {
      if (!parts.every((part) => partIsOver(file, part)) || (run && !runIsOver(file, run))) return false;
      for (const part of parts) putPart(file, part);
      if (run) putRun(file, run);
      return true;
    });
    return isWritten ? parts.map(({ over }) => (over === undefined ? '1' : String(Number(over) + 1))) : undefined;
  },
});

/** Who sends, and how fast, in SQLite. */
export const sqliteLanes = (file: SqliteFile): LaneKeeper => ({
  read: async () => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM sending_lanes WHERE one = 1');
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: readJson(sendingLanesSchema, record), version };
  },

  write: async (lanes, over) => {
    const record = JSON.stringify(lanes);
    const written = await file.transaction(() =>
      over === undefined
        ? file.write(
            'INSERT INTO sending_lanes (one, version, record) VALUES (1, 1, ?) ON CONFLICT (one) DO NOTHING',
            record,
          )
        : file.write(
            `UPDATE sending_lanes SET version = version % 9007199254740991 + 1, record = ?
             WHERE one = 1 AND CAST(version AS TEXT) = ?`,
            record,
            over,
          ),
    );
    return written === 1;
  },
});
