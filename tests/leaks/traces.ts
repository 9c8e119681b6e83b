import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { RunningBot } from '../support/journeys/running-bot.ts';

/** A place where something was left behind, and all that stands there. */
export interface Trace {
  readonly place: string;
  readonly text: string;
}

const tableSchema = z.object({ name: z.string() });
/** Of every request, and of its sender and not of a report. */
const timesOfRequests = new Set(['date', 'x-ms-date', 'authorization']);

/** Every file in a folder with its name, as bytes. */
export function readFiles(folder: string): readonly Trace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      place: `file ${entry.name}`,
      text: `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name)).toString('latin1')}`,
    }));
}

const holdsReachRows = (place: string): boolean =>
  place.startsWith('file candour.db') || place === 'table reach' || place === 'requests to Cosmos DB';

/**
 * The marks that may not stand at a place. Where somebody's own chat is stands in the row of everybody who has the app,
 * alike whatever they do (060), and so in the file and the table of these rows and on the way to them.
 */
export const marksFor = (place: string, marks: readonly string[], ownChat: string): readonly string[] =>
  holdsReachRows(place) ? marks.filter((mark) => mark !== ownChat) : marks;

/** Every row of an SQLite file, numbers in figures: in the file itself they stand in binary. */
export function readRows(path: string): readonly Trace[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map((row) => tableSchema.parse(row).name)
      .map((name) => ({
        place: `table ${name}`,
        text: JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()),
      }));
  } finally {
    database.close();
  }
}

type Request = RunningBot['connector']['requests'][number];

/** A request without the times and the token that every request has, and without what a query calls now. */
export const requestText = ({ method, path, headers, body }: Request): string =>
  [
    `${method} ${path}`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      timesOfRequests.has(name) ? [] : [`${name}: ${String(value)}`],
    ),
    // The look for alerts that are due: nothing that is kept, and Cosmos knows when it was asked.
    body.replaceAll(/"name":"@now","value":\d+/gu, ''),
  ].join('\n');

/** What a running bot has left behind so far, in itself and with others, but for a person's own chat. */
export function collectTraces(bot: RunningBot, isOwnChat: (request: Request) => boolean): readonly Trace[] {
  const requests = (place: string, all: readonly Request[]): Trace => ({
    place,
    text: all.map(requestText).join('\n'),
  });
  return [
    { place: 'log', text: bot.log.join('') },
    ...readFiles(bot.folder),
    ...(bot.cosmos
      ? [requests('requests to Cosmos DB', bot.cosmos.requests)]
      : readRows(join(bot.folder, 'candour.db'))),
    requests(
      'requests to the connector',
      bot.connector.requests.filter((request) => !isOwnChat(request)),
    ),
  ];
}
