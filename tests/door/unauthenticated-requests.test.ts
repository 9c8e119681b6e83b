import { Agent, request } from 'node:http';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { messageActivity, newPerson } from '../support/journeys/teams-activities.ts';
import { type Cost, type EntryPointProcess, startEntryPointProcess } from './entry-point-process.ts';

/** `npm run test:door` sends 100,000; every other run a twentieth, with wider bounds for a machine that others use. */
const isLong = process.env['DOOR'] === 'long';
const block = isLong ? 1_000 : 500;
const blocks = isLong ? 100 : 10;
/** How much more the last requests may cost than the first. */
const mostRatio = isLong ? 1.2 : 1.6;
/** How much more may be held at the end than after the first block: a tenth of one token of 11 KB for each request. */
const mostHeldEach = 1_100;

let door: EntryPointProcess;
let kid: string;
let body: string;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
beforeAll(async () => {
  door = await startEntryPointProcess();
  kid = decodeProtectedHeader(await door.issuer.token()).kid ?? '';
  const surroundings = { person: newPerson(), serviceUrl: door.serviceUrl, botId: '28:bot', now: new Date() };
  // Of a kind that nothing is posted for: there is no Entra to give the bot a token of its own.
  body = JSON.stringify({ ...messageActivity(surroundings, 'hello'), type: 'typing' });
});
afterAll(async () => {
  agent.destroy();
  await door.stop();
});

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token that nobody signed, of a tenant that nobody has named before: 11 KB of it. */
function madeUpToken(at: number): string {
  const tid = `${at}-${randomBytes(3_900).toString('hex')}`;
  const now = Math.floor(Date.now() / 1_000);
  const { appId, issuer } = door.issuer;
  const claims = encoded({ iss: issuer, aud: appId, tid, nbf: now, exp: now + 3_600, serviceurl: door.serviceUrl });
  const heads = [{ alg: 'none' }, { alg: 'RS256', kid }, { alg: 'RS256', kid: `unknown ${at}` }];
  const head = heads[at % heads.length] ?? {};
  return `${encoded(head)}.${claims}.${at % heads.length === 0 ? '' : 'c2lnbmVk'}`;
}

function post(authorization: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ port: door.port, path: '/api/messages', method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Sends a block, eight at a time, and gives what it cost. */
async function sendBlock(from: number): Promise<Cost> {
  const statuses = new Set<number>();
  let next = from;
  const sender = async (): Promise<void> => {
    while (next < from + block) statuses.add(await post(`Bearer ${madeUpToken((next += 1))}`));
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  expect([...statuses]).toEqual([401]);
  return door.cost();
}

const sumOf = (costs: readonly Cost[]): number => costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0);

it('costs no more for the last of many strangers than for the first, and keeps nothing of them', async () => {
  // What is compiled while it runs is compiled by then.
  for (let warm = 1; warm <= 4; warm += 1) await sendBlock(-warm * block);
  const costs: Cost[] = [];
  for (let at = 0; at < blocks; at += 1) costs.push(await sendBlock(at * block));
  const each = isLong ? 1 : 3;
  const [first, last] = [costs.slice(0, each), costs.slice(-each)];
  const ratio = sumOf(last) / sumOf(first);
  const heldEach = ((last.at(-1)?.heldBytes ?? 0) - (first[0]?.heldBytes ?? 0)) / (block * (blocks - 1));
  const ms = (some: readonly Cost[]) => (sumOf(some) / each).toFixed(0);
  process.stdout.write(
    `  ${block * blocks} made-up tokens of ${madeUpToken(1).length} letters: the first ${block} took ${ms(first)} ms of ` +
      `processor time, the last ${ms(last)} ms (${ratio.toFixed(2)}); held for each: ${heldEach.toFixed(0)} bytes\n`,
  );
  expect(ratio).toBeLessThan(mostRatio);
  expect(heldEach).toBeLessThan(mostHeldEach);
  expect(door.issuer.requests.length).toBeLessThanOrEqual(2 * (1 + Math.ceil((blocks * block) / 10_000)));
  expect(await post(`Bearer ${await door.issuer.token({ serviceurl: door.serviceUrl })}`)).toBe(200);
});
