import { z } from 'zod';
import { type DailyMarks, dailyMarkSchema, markOfLongAgo } from '../../concerns/ports/daily-marks.ts';
import type { RegularPosts } from '../../concerns/ports/regular-posts.ts';
import { type People, type PersonRecord, personRecordSchema } from '../../concerns/ports/people.ts';
import type { IssueLedger } from '../../concerns/ports/issue-ledger.ts';
import type { SettingsHistory } from '../../concerns/ports/settings-history.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { FrozenWeek, WeekStore } from '../../concerns/ports/week-store.ts';
import { weekSchema } from '../../concerns/records/case-record.ts';
import { regularId, regularPostSchema } from '../../concerns/records/regular-post.ts';
import { settingEntrySchema } from '../../concerns/records/setting-record.ts';
import type { Week } from '../../concerns/terms/calendar.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { jsonIn, kept, keptIfReadable, keptRow, keptRowIfReadable, rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { over as overOf } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const personRowSchema = z.object({ record: z.string(), version: z.string() });

const allPeople = (file: SqliteFile): readonly PersonRecord[] =>
  file
    .rows('SELECT record, CAST(version AS TEXT) AS version FROM people ORDER BY object_id')
    .map((row) => keptRow('person', personRecordSchema, parsed(personRowSchema, row)).value);

/** Those who have come to the tab, in SQLite. */
export const sqlitePeople = (file: SqliteFile): People => ({
  read: async (objectId) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM people WHERE object_id = ?', objectId);
    return row === undefined ? undefined : keptRow('person', personRecordSchema, parsed(personRowSchema, row));
  },

  all: async () => allPeople(file),

  // There are a few dozen of them.
  waiting: async () => allPeople(file).filter(({ line }) => line?.dueAt !== undefined),

  add: async (person) => {
    const added = await file.transaction(() =>
      file.write(
        'INSERT INTO people (object_id, version, record) VALUES (?, 1, ?) ON CONFLICT (object_id) DO NOTHING',
        person.objectId,
        rowOf('person', person),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },

  change: async ({ value, version: at }) => {
    const { version, mark } = overOf('person', at);
    const changed = await file.transaction(() =>
      file.write(
        'UPDATE people SET version = version + 1, record = ? WHERE object_id = ? AND CAST(version AS TEXT) = ?',
        rowOf('person', value, mark),
        value.objectId,
        version,
      ),
    );
    return changed === 1 ? 'changed' : 'conflict';
  },
});

const weekRowSchema = z.object({ figures: z.string() });
const amendmentRowSchema = weekRowSchema.extend({ week: weekSchema, number: z.int() });

function standingWeek(file: SqliteFile, week: Week, handledBy: HandledBy): FrozenWeek | undefined {
  const row = file.row('SELECT figures FROM weeks WHERE week = ? AND handled_by = ?', week, handledBy);
  return row === undefined ? undefined : { week, handledBy, figures: parsed(weekRowSchema, row).figures };
}

/** Frozen weeks in SQLite. */
export const sqliteWeeks = (file: SqliteFile): WeekStore => ({
  freeze: async ({ week, handledBy, figures }) =>
    file.transaction(() => {
      file.write(
        'INSERT INTO weeks (week, handled_by, figures) VALUES (?, ?, ?) ON CONFLICT (week, handled_by) DO NOTHING',
        week,
        handledBy,
        figures,
      );
      const stands = standingWeek(file, week, handledBy);
      if (!stands) throw new StoreError('broken');
      return stands;
    }),
  read: async (week, handledBy) => standingWeek(file, week, handledBy),

  amend: async ({ week, handledBy, number, figures }) => {
    const added = await file.transaction(() =>
      file.write(
        `INSERT INTO amendments (handled_by, week, number, figures) VALUES (?, ?, ?, ?)
           ON CONFLICT (handled_by, week, number) DO NOTHING`,
        handledBy,
        week,
        number,
        figures,
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },

  amendments: async (from, to, handledBy) =>
    file
      .rows(
        `SELECT week, number, figures FROM amendments WHERE handled_by = ? AND week BETWEEN ? AND ?
           ORDER BY week, number`,
        handledBy,
        from,
        to,
      )
      .map((row) => ({ ...parsed(amendmentRowSchema, row), handledBy })),
});

const issueRowSchema = z.object({ number: z.int(), record: z.string() });

/** The issues to readers beyond the unit, in SQLite. The file itself lets no row be changed or removed. */
export const sqliteIssues = (file: SqliteFile): IssueLedger => ({
  all: async () =>
    file.rows('SELECT number, record FROM issues ORDER BY number').map((row) => parsed(issueRowSchema, row)),

  add: async ({ number, record }) => {
    const added = await file.transaction(() =>
      file.write('INSERT INTO issues (number, record) VALUES (?, ?) ON CONFLICT (number) DO NOTHING', number, record),
    );
    return added === 1 ? 'added' : 'exists';
  },
});

const entryRowSchema = z.object({ record: z.string() });

/** The history of the settings in SQLite. */
export const sqliteSettingsHistory = (file: SqliteFile): SettingsHistory => ({
  all: async () =>
    file
      .rows('SELECT record FROM settings_history ORDER BY sequence')
      .map((row) => kept('setting', settingEntrySchema, jsonIn(parsed(entryRowSchema, row).record))),

  add: async (entry) => {
    const added = await file.transaction(() =>
      file.write(
        'INSERT INTO settings_history (sequence, record) VALUES (?, ?) ON CONFLICT (sequence) DO NOTHING',
        entry.sequence,
        rowOf('setting', entry),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },
});

const markRowSchema = z.object({ record: z.string(), version: z.string() });

/** The marks of daily tasks in SQLite. */
export const sqliteDailyMarks = (file: SqliteFile): DailyMarks => ({
  read: async (task) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM daily_marks WHERE task = ?', task);
    if (row === undefined) return undefined;
    const { value, version } = keptRowIfReadable('dailyMark', dailyMarkSchema, parsed(markRowSchema, row));
    return { value: value ?? markOfLongAgo(task), version };
  },

  write: async (mark, over) => {
    const at = over === undefined ? undefined : overOf('dailyMark', over);
    const record = rowOf('dailyMark', mark, at?.mark);
    const written = await file.transaction(() =>
      at === undefined
        ? file.write(
            'INSERT INTO daily_marks (task, version, record) VALUES (?, 1, ?) ON CONFLICT (task) DO NOTHING',
            mark.task,
            record,
          )
        : file.write(
            `UPDATE daily_marks SET version = version + 1, record = ?
             WHERE task = ? AND CAST(version AS TEXT) = ?`,
            record,
            mark.task,
            at.version,
          ),
    );
    return written === 1;
  },
});

/** How far what is posted each day or week has come, in SQLite. */
export const sqliteRegularPosts = (file: SqliteFile): RegularPosts => ({
  read: async (regular) => {
    const row = file.row(
      'SELECT record, CAST(version AS TEXT) AS version FROM regular_posts WHERE id = ?',
      regularId(regular),
    );
    if (row === undefined) return undefined;
    return keptRowIfReadable('regularPost', regularPostSchema, parsed(markRowSchema, row));
  },

  all: async () =>
    file
      .rows('SELECT record FROM regular_posts ORDER BY id')
      .map((row) => keptIfReadable('regularPost', regularPostSchema, jsonIn(parsed(entryRowSchema, row).record)))
      .filter((post) => post !== undefined),

  write: async (post, over) => {
    const at = over === undefined ? undefined : overOf('regularPost', over);
    const [id, record] = [regularId(post.regular), rowOf('regularPost', post, at?.mark)];
    const written = await file.transaction(() =>
      at === undefined
        ? file.write(
            'INSERT INTO regular_posts (id, version, record) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING',
            id,
            record,
          )
        : file.write(
            `UPDATE regular_posts SET version = version % 9007199254740991 + 1, record = ?
             WHERE id = ? AND CAST(version AS TEXT) = ?`,
            record,
            id,
            at.version,
          ),
    );
    return written === 1;
  },
});
