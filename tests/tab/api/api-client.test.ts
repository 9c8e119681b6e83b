import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createApiClient } from '../../../tab/api/api-client.ts';
import { newRequestId } from '../../../tab/ui/request-ids.ts';
import { respondJson, startTabServer } from '../../support/tab/tab-server.ts';

type Server = Awaited<ReturnType<typeof startTabServer>>;
let server: Server | undefined;
afterEach(() => server?.close());

/** A client of a server that answers so, with a token that is another one each time. */
async function clientOf(answers: readonly ((response: ServerResponse) => void)[], deadlineMs?: number) {
  const started = await startTabServer(answers);
  server = started;
  let tokens = 0;
  const call = createApiClient({
    getToken: async () => `token-${(tokens += 1)}`,
    fetch,
    origin: started.origin,
    ...(deadlineMs !== undefined && { timeoutMs: deadlineMs }),
  });
  return { call, asked: started.asked };
}
const counts = { open: 1, overdue: 0, dueSoon: 0, mine: 0, unassigned: 1, review: 0, most: 99 };
const note = { caseId: '0', request: newRequestId(), words: { for: 'handlers', sealed: 'YQ==' } } as const;
const hangUp = (response: ServerResponse): void => void response.destroy();
const never = (): void => undefined;

describe('the way to the API', () => {
  it('names the operation in the address and everything else in the body', async () => {
    const { call, asked } = await clientOf([respondJson(200, counts)]);
    expect(await call('cases.counts', { handledBy: 'acu' })).toEqual({ ok: true, value: counts });
    expect(asked).toEqual([
      { path: '/api/tab/cases.counts', authorization: 'Bearer token-1', body: { handledBy: 'acu' } },
    ]);
  });

  it('asks once more with a new token where the first is not taken', async () => {
    const { call, asked } = await clientOf([respondJson(401, { code: 'notSignedIn' }), respondJson(200, counts)]);
    expect(await call('cases.counts', {})).toEqual({ ok: true, value: counts });
    expect(asked.map((one) => one.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('asks no third time', async () => {
    const { call, asked } = await clientOf([respondJson(401, {}), respondJson(401, {}), respondJson(200, counts)]);
    expect(await call('cases.counts', {})).toEqual({ ok: false, refusal: { code: 'notSignedIn' } });
    expect(asked).toHaveLength(2);
  });

  it('asks nothing without a token', async () => {
    const call = createApiClient({ getToken: () => Promise.reject(new Error('none')), fetch });
    expect(await call('case.note', note)).toEqual({ ok: false, refusal: { code: 'notSignedIn' } });
  });

  it.each([
    [403, { code: 'refused' }],
    [400, { code: 'odd' }],
    [429, { code: 'tooOften' }],
    [503, { code: 'unavailable' }],
    [503, { code: 'unconfirmed' }],
    [500, { code: 'failed' }],
    [409, { code: 'moved', case: { deadlines: [] } }],
    [409, { code: 'notAllowed', why: 'state' }],
  ])('hands on the refusal of a %i', async (status, refusal) => {
    const { call } = await clientOf([respondJson(status, refusal)]);
    expect(await call('case.note', note)).toEqual({ ok: false, refusal });
  });

  it.each([
    [403, '<html>', 'refused'],
    [429, '', 'tooOften'],
    [503, 'null', 'unavailable'],
    [502, '<html>', 'failed'],
    [409, { code: 'moved' }, 'failed'],
    [500, { code: 'somethingElse' }, 'failed'],
  ])('reads a %i that is not the API’s own as %s', async (status, body, code) => {
    const { call } = await clientOf([respondJson(status, body)]);
    expect(await call('cases.counts', {})).toEqual({ ok: false, refusal: { code } });
  });

  it.each([
    ['is cut off', hangUp, undefined],
    ['is no JSON', respondJson(200, '{"open":'), undefined],
    ['does not come in time', never, 50],
  ])('does not say of a change whose answer %s that nothing was done', async (_, answer, deadlineMs) => {
    const { call } = await clientOf([answer, answer], deadlineMs);
    expect(await call('case.note', note)).toEqual({ ok: false, refusal: { code: 'unconfirmed' } });
    expect(await call('cases.counts', {})).toEqual({ ok: false, refusal: { code: 'unavailable' } });
  });
});

describe('the name of a request', () => {
  it('is new each time and as the API wants it', () => {
    const names = Array.from({ length: 50 }, newRequestId);
    expect(new Set(names).size).toBe(50);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/u);
  });
});
