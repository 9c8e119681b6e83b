import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReceivedRequest, WireAnswer } from './loopback-server.ts';

/** Something that a proxy or a gateway answers in the place of Cosmos DB, or makes of its answer. */
export interface InvalidAnswer {
  readonly name: string;
  readonly answer: (request: ReceivedRequest) => WireAnswer;
}

const operationsSchema = z.array(
  z.looseObject({ operationType: z.string(), resourceBody: z.looseObject({ id: z.string() }).optional() }),
);
const statuses: Readonly<Record<string, number>> = { Create: 201, Delete: 204 };

type Entry = Readonly<Record<string, unknown>>;

/** The answer to a batch as it is if all of it is done; one entry for a request that is no batch. */
function parseEntries({ headers, body }: ReceivedRequest): readonly Entry[] {
  if (headers['x-ms-cosmos-is-batch-request'] === undefined) return [{ statusCode: 200 }];
  return operationsSchema.parse(JSON.parse(body)).map(({ operationType, resourceBody }) => {
    const eTag = `"${randomUUID()}"`;
    const statusCode = statuses[operationType] ?? 200;
    return {
      statusCode,
      requestCharge: 1,
      eTag,
      ...(resourceBody && { resourceBody: { ...resourceBody, _etag: eTag } }),
    };
  });
}

const page = '<!doctype html><title>Sign in</title><p>Your organisation needs you to sign in.</p>';
const empty = [
  200, 201, 202, 204, 206, 302, 304, 400, 401, 403, 404, 407, 409, 412, 413, 429, 500, 502, 503, 504,
] as const;

const texts: readonly [string, number, string][] = [
  ['null', 200, 'null'],
  ['an empty list', 200, '[]'],
  ['an empty object', 200, '{}'],
  ['a page', 200, page],
  ['an answer cut in its middle', 200, '[{"statusCode":201,"requestCharge":1,"eTag":"\\"'],
  ['a page with 404', 404, page],
  ['an error without a code, with 409', 409, '{"error":"conflict"}'],
];

const batchAnswers: readonly [string, number, (entries: readonly Entry[]) => readonly unknown[]][] = [
  [
    'documents of somebody else',
    200,
    (entries) => entries.map((entry) => ({ ...entry, resourceBody: { id: 'else' } })),
  ],
  ['an entry too few', 200, (entries) => entries.slice(1)],
  ['each entry twice', 200, (entries) => entries.flatMap((entry) => [entry, entry])],
  ['entries without a status', 200, (entries) => entries.map(({ statusCode: _status, ...rest }) => rest)],
  ['an entry that was not tried', 200, (entries) => [...entries.slice(1), { statusCode: 424 }]],
  ['all done, with 207', 207, (entries) => entries],
];

/** The answers of a proxy: 33 kinds. The text of one is the same for each request but for what is made of a batch. */
export const invalidAnswers: readonly InvalidAnswer[] = [
  ...empty.map((status) => ({
    name: `nothing, with ${status}`,
    answer: (): WireAnswer => ({ kind: 'answer', status }),
  })),
  ...texts.map(([name, status, text]) => ({ name, answer: (): WireAnswer => ({ kind: 'answer', status, text }) })),
  ...batchAnswers.map(([name, status, how]) => ({
    name,
    answer: (request: ReceivedRequest): WireAnswer => ({ kind: 'answer', status, body: how(parseEntries(request)) }),
  })),
];

/** Whether a request writes documents: neither a question nor a look. */
export const isDocumentWrite = ({ method, path, headers }: ReceivedRequest): boolean =>
  method !== 'GET' &&
  path.includes('/docs') &&
  headers['x-ms-documentdb-isquery'] === undefined &&
  headers['x-ms-cosmos-is-query-plan-request'] === undefined;
