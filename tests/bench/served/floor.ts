import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { caseIdFromBytes, formatCaseId } from '../../../core/model/case-id.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { floorInputSchema } from '../floor-input.ts';
import { startIpc } from './ipc.ts';

// All that a report cannot be without, and nothing else. A token is known by its digest; what was answered is carried in
// clear, sealed at the end to the unit and the recovery key, and committed to the disk as the rows that Candour writes.
// Answers are as long as Candour's. A failure ends the program.
const input = floorInputSchema.parse(JSON.parse(process.env['BENCH_FLOOR'] ?? ''));
const known = new Set(input.digests);
const sealer = createAgeSealer(input.recipients);
const database = new DatabaseSync(input.path);
database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');

interface Report {
  readonly caseId: string;
  readonly sealedReport: string;
}

const inserts = input.rows.map(({ table, columns }) => {
  const names = Object.keys(columns);
  const statement = database.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return ({ caseId, sealedReport }: Report): void => {
    const values = Object.values(columns).map((value) =>
      typeof value === 'string'
        ? value.replace(input.sealedReport, sealedReport).replaceAll(input.caseId, caseId)
        : value,
    );
    statement.run(...values);
  };
});

let waiting: { readonly report: Report; readonly tell: () => void }[] = [];
/** One commit for all that wait. */
function commitWaiting(): void {
  const now = waiting;
  waiting = [];
  database.exec('BEGIN IMMEDIATE');
  for (const { report } of now) for (const insert of inserts) insert(report);
  database.exec('COMMIT');
  for (const { tell } of now) tell();
}
const save = (report: Report): Promise<void> =>
  new Promise((tell) => {
    if (waiting.length === 0) setImmediate(commitWaiting);
    waiting.push({ report, tell });
  });

const carriedSchema = z.object({ at: z.int(), answers: z.record(z.string(), z.unknown()) });
type Carried = z.infer<typeof carriedSchema>;
const encode = (carried: Carried): string => Buffer.from(JSON.stringify(carried)).toString('base64url');
const decode = (state: string): Carried => carriedSchema.parse(JSON.parse(Buffer.from(state, 'base64url').toString()));

const [head, middle, tail] = [
  '{"task":{"type":"continue","value":{"title":"Report","card":{"type":"AdaptiveCard",',
  ',"filler":"',
  '"}}}}',
];
const filler = 'x'.repeat(Math.max(...input.sizes));
function cardOfSize(content: string, size: number): string {
  const framed = head.length + content.length + middle.length + tail.length;
  return `${head}${content}${middle}${filler.slice(0, Math.max(0, size - framed))}${tail}`;
}

const requestSchema = z.object({
  value: z.object({
    data: z.looseObject({ candour: z.object({ move: z.string().optional(), state: z.string().optional() }) }),
  }),
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function answer(body: string): Promise<string> {
  const { candour, ...inputs } = requestSchema.parse(JSON.parse(body)).value.data;
  const { at, answers: before }: Carried = candour.state === undefined ? { at: 0, answers: {} } : decode(candour.state);
  const answers = { ...before, ...inputs };
  const size = input.sizes[at] ?? 0;
  if (candour.move !== 'send') return cardOfSize(`"state":"${encode({ at: at + 1, answers })}"`, size);
  const caseId = caseIdFromBytes(randomBytes(8));
  await save({ caseId, sealedReport: await sealer.seal(JSON.stringify(answers), 'acu') });
  return cardOfSize(`"reference":"${formatCaseId(caseId)}"`, size);
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const { authorization = '' } = request.headers;
  if (!known.has(createHash('sha256').update(authorization).digest('hex'))) return void response.writeHead(401).end();
  const card = await answer(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(card) };
  response.writeHead(200, headers).end(card);
}

const server = createServer((request, response) => void respond(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = z.object({ port: z.int() }).parse(server.address());
  startIpc({ port }, async () => server.closeAllConnections());
});
