import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { caseIdSchema, caseStatuses, weekSchema } from '../../../core/model/case-record.ts';
import { noteReaders } from '../../../core/model/event-record.ts';
import { containerNames } from '../../../storage/cosmos/containers.ts';
import { keyGroups } from '../../../core/model/public-keys.ts';
import { identityText } from '../../../crypto/node/identity-file.ts';
import type { StrictCosmos } from '../../fakes/strict-cosmos.ts';

const group = z.enum(['acu', 'reserve']);
const answers = z.record(z.string(), z.string());
const caseSchema = z.object({
  name: z.string(),
  code: z.string(),
  caseId: caseIdSchema,
  language: z.enum(['en', 'cy']),
  mode: z.enum(['named', 'confidential', 'notKept']),
  handledBy: group,
  answers,
  /** What handlers wrote, to be found in the history by its digest. */
  notes: z.array(z.object({ for: z.enum(noteReaders), by: z.string(), text: z.string(), digest: z.string() })),
  thread: z.array(z.object({ direction: z.enum(['toReporter', 'fromReporter']), text: z.string() })),
  reporter: z.object({ objectId: z.string(), name: z.string() }),
  status: z.enum(caseStatuses),
  excluded: z.array(z.string()),
  /** The kinds of its events, in their order. */
  history: z.array(z.string()),
  /** The hash of the last one. */
  head: z.string(),
});
const saidSchema = z.object({
  at: z.iso.datetime(),
  environment: z.record(z.string(), z.string()),
  keys: z.record(z.enum(keyGroups), z.array(z.string())),
  people: z.record(
    z.enum(['handler', 'secondHandler', 'reserve', 'custodian']),
    z.object({ objectId: z.string(), own: z.string() }),
  ),
  targets: z.array(z.object({ name: z.string(), conversationId: z.string() })),
  cases: z.array(caseSchema),
  drafts: z.array(z.object({ code: z.string(), language: z.enum(['en', 'cy']), until: z.string(), answers })),
  held: z.object({
    person: z.object({
      objectId: z.string(),
      name: z.string(),
      userId: z.string(),
      conversationId: z.string(),
      locale: z.enum(['en-GB', 'cy-GB']),
    }),
    answers,
    card: z.string(),
    filled: z.array(z.tuple([z.string(), z.string()])),
  }),
  weeks: z.array(z.object({ week: weekSchema, handledBy: group, figures: z.string() })),
});
const documentSchema = z.looseObject({ _ts: z.int() });
const documentsSchema = z.partialRecord(z.enum(containerNames), z.array(documentSchema));

/** A case of a store that an earlier version made, and all that was said in it. */
export type OlderCase = z.infer<typeof caseSchema>;

/** A store as a version of long ago left it, with what stands in it and the keys that open it. */
export interface OlderStore {
  readonly kind: 'sqlite' | 'cosmos';
  readonly said: z.infer<typeof saidSchema>;
}

const readFixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));

/** The store that commit 7765cd8 made: see made-by-7765cd8.ts.txt, and README.md here. */
export const openOlderFixture = (kind: OlderStore['kind']): OlderStore => ({
  kind,
  said: saidSchema.parse(JSON.parse(readFixture(`${kind}-of-7765cd8.said.json`).toString())),
});

/** The SQLite file, as it was when its server had stopped. */
export const readOlderFile = (): Buffer => gunzipSync(readFixture('sqlite-of-7765cd8.db.gz'));

/** Puts the keys, and the file where it is one, into a folder as a server there would have left them. */
export function installOlderStore({ kind, said }: OlderStore, folder: string): void {
  mkdirSync(join(folder, 'keys'), { mode: 0o700 });
  for (const name of keyGroups) {
    const [identity = ''] = said.keys[name];
    writeFileSync(join(folder, 'keys', `${name}.identity`), identityText(identity, `Candour, ${name}, a test`), {
      mode: 0o600,
    });
  }
  if (kind === 'sqlite') writeFileSync(join(folder, 'candour.db'), readOlderFile(), { mode: 0o600 });
}

/** Puts the documents into a database of an account, each at the time at which it was last written. */
export function installOlderDocuments(
  cosmos: StrictCosmos,
  database: string,
  at: (ms: number | undefined) => void,
): void {
  const documents = documentsSchema.parse(JSON.parse(gunzipSync(readFixture('cosmos-of-7765cd8.json.gz')).toString()));
  for (const container of containerNames) {
    for (const { _ts, ...document } of documents[container] ?? []) {
      at(_ts * 1_000);
      cosmos.put(database, container, document);
    }
  }
  at(undefined);
}
