import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import queryModule from '@zeit/cosmosdb-query';
import packageModule from '@zeit/cosmosdb-query/package.json' with { type: 'json' };
import { z } from 'zod';

const parsedSchema = z.object({ ast: z.record(z.string(), z.unknown()), code: z.string() });
/** A query as its parser reads it: its tree, and the function that runs it, as text. */
export type ParsedQuery = z.infer<typeof parsedSchema>;

/** Where all processes of this checkout keep what they have parsed. */
const parsedQueriesFolder = join(import.meta.dirname, '../../node_modules/.cache/candour-queries');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What an earlier process has written, `undefined` if there is none or if a byte of it has changed since. */
function readCached(file: string): ParsedQuery | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const [digest, json = ''] = text.split('\n');
    return digest === sha256(json) ? parsedSchema.parse(JSON.parse(json)) : undefined;
  } catch {
    return undefined;
  }
}

/** Written whole under another name first: another process reads all of it or nothing. */
function writeCached(file: string, parsed: ParsedQuery): void {
  const json = JSON.stringify(parsed);
  if (!isDeepStrictEqual(JSON.parse(json), parsed)) return;
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${sha256(json)}\n${json}`);
  renameSync(unfinished, file);
}

/**
 * Parses a query, or reads what an earlier process parsed: the parser takes up to half a second for one. Throws what the
 * parser throws, each time.
 */
export function parseQuery(query: string, folder: string = parsedQueriesFolder): ParsedQuery {
  const file = join(folder, sha256(JSON.stringify([packageModule.version, query])));
  const kept = readCached(file);
  if (kept) return kept;
  const { ast, code } = queryModule.default(query);
  mkdirSync(folder, { recursive: true });
  writeCached(file, { ast, code });
  return { ast, code };
}
