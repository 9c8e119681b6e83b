import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { framedType, frameBytes } from '../../../../contract/framed-bytes.ts';
import { contentInMemory } from '../../../../core/model/file-content.ts';
import { maxPartBytes, partCount } from '../../../../core/model/file-limits.ts';
import { mailboxHolderId } from '../../../../core/model/sealed-file.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { createPendingFiles, type PendingFiles } from '../../../../tab/files/pending-files.ts';
import type { ReportCall } from '../../../../tab/ui/post-json.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { decryptWholeFile } from '../../../support/files/decrypt-file.ts';
import { createFilePageWithCall } from '../../../support/files/file-page-driver.ts';
import { waitUntilReady } from '../../../support/files/wait-until-ready.ts';
import { createCall } from '../../../support/journeys/page-client.ts';
import type { RunningBot } from '../../../support/journeys/running-bot.ts';
import {
  createInvitation,
  registerPasskey,
  sendPartnerRequest,
  startWithPartners,
} from '../../../support/partners/partner-client.ts';

const doors = ['staff', 'hub'] as const;
type Door = (typeof doors)[number];

let bot: RunningBot;
let session: string;
beforeAll(async () => {
  bot = await startWithPartners();
  session = (await registerPasskey(bot, (await createInvitation(bot)).token)).session.token;
});
afterAll(() => bot.stop());

/** `lost`: it is carried out and nobody hears; `unsent`: it never arrives; `empty`: a proxy answers; `killed`: the server ends before it; `twice`: a proxy sends it again; `tooLarge`: a proxy turns it away. */
const faults = ['lost', 'unsent', 'empty', 'killed', 'twice', 'tooLarge'] as const;
type Fault = (typeof faults)[number];

/** A person's way to the server. `strike` says what befalls a call. */
function wayOf(door: Door, strike: (operation: string, body: object) => Fault | undefined): ReportCall {
  const staff = createCall(bot.tab({ objectId: randomUUID(), name: 'Somebody' }));
  return async (operation, body) => {
    bot.clock.forward(1_000);
    const fault = strike(operation, body);
    if (fault === 'unsent' || fault === 'empty') return { ok: false, refusal: { code: 'unconfirmed' } };
    if (fault === 'tooLarge') return { ok: false, refusal: { code: 'odd' } };
    if (fault === 'twice') await call(operation, body);
    if (fault === 'killed') {
      await bot.restart();
      return { ok: false, refusal: { code: 'unconfirmed' } };
    }
    const answer = await call(operation, body);
    return fault === 'lost' ? { ok: false, refusal: { code: 'unconfirmed' } } : answer;
  };
  async function call(...[operation, body]: Parameters<ReportCall>): ReturnType<ReportCall> {
    if (door === 'staff') return await staff(operation, body);
    const { status, text } = await sendPartnerRequest(bot, operation, body, session);
    return status === 200 ? { ok: true, value: JSON.parse(text) } : { ok: false, refusal: { code: 'unconfirmed' } };
  }
}

const content = new Uint8Array(randomBytes(13_000_000));
const parts = partCount(16 * maxPartBytes);

async function holdFilm(): Promise<PendingFiles> {
  const held = createPendingFiles({
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wait: async () => undefined,
  });
  held.setSizes({ file: 25_000_000, video: 100_000_000 });
  held.add(new Blob(['x']), {
    createName: () => 'Film 1',
    clean: async () => ({
      kind: 'copy',
      copy: {
        type: 'video/mp4',
        content: contentInMemory(content),
        preview: undefined,
        pages: [],
        metadata: [],
        sourceType: 'video/mp4',
      },
    }),
  });
  await waitUntilReady(held);
  return held;
}

function pageOf(door: Door, held: PendingFiles, strike: Parameters<typeof wayOf>[1]) {
  const page = createFilePageWithCall(bot, { objectId: randomUUID(), name: 'Somebody' }, wayOf(door, strike));
  held.setDestination({
    transport: page.intake.files,
    getRecipients: () => [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery],
  });
  return page;
}
type FilePage = ReturnType<typeof pageOf>;
const report = (door: Door, page: FilePage, held: PendingFiles, code: ReturnType<typeof newReturnCode>) =>
  submitReport(
    { ...page, files: held },
    { ...createSubmission({ code, person: { objectId: randomUUID(), name: 'Somebody' } }), route: door },
  );

async function expectOneWholeFile(page: FilePage, code: ReturnType<typeof newReturnCode>): Promise<void> {
  const { caseId, mailbox } = await page.claim(code);
  const record = (await bot.store().cases.read(caseId))?.value;
  expect(record?.files).toHaveLength(1);
  const [file] = record?.files ?? [];
  if (file === undefined) throw new Error('no file');
  const owner = { caseId, holder: mailboxHolderId(mailbox) };
  expect((await bot.files().listParts(owner)).map(({ id }) => id)).toEqual(
    Array.from({ length: parts }, () => file.id),
  );
  const sealed = [];
  for (let part = 0; part < parts; part += 1)
    sealed.push((await bot.files().readPart({ ...owner, id: file.id }, part)) ?? new Uint8Array());
  const identities = bot.identities.acu;
  const opened = await decryptWholeFile(Buffer.concat(sealed), { caseId, id: file.id }, { identities });
  expect(Buffer.compare(opened, content)).toBe(0);
  expect(await bot.store().history.readAll(caseId)).toHaveLength(1);
}

/** The part of a call that sends one; the report itself comes behind the last. */
const partIn = (operation: string, body: object): number | undefined =>
  operation === 'report.submit'
    ? parts
    : operation === 'report.filePart' && 'part' in body
      ? Number(body.part)
      : undefined;
const places = [0, 7, parts - 1, parts];

describe.each(doors)('a large file that goes up at the door of %s', (door) => {
  it.each(faults)('is once in the case, whole, though its first, middle and last part were %s', async (fault) => {
    const struck = new Set<number>();
    const held = await holdFilm();
    const page = pageOf(door, held, (operation, body) => {
      const place = partIn(operation, body);
      if (place === undefined || place === parts || !places.includes(place) || struck.has(place)) return undefined;
      struck.add(place);
      return fault;
    });
    const code = newReturnCode();
    expect(await report(door, page, held, code)).toMatchObject({ kind: 'saved', isNew: true });
    expect(struck.size).toBe(3);
    await expectOneWholeFile(page, code);
  });

  it.each(places)('is not claimed while the line is down from part %d on, and goes on once it is up', async (from) => {
    let isDown = true;
    const sent: number[] = [];
    const held = await holdFilm();
    const page = pageOf(door, held, (operation, body) => {
      const place = partIn(operation, body);
      if (isDown && (place ?? 0) >= from) return from % 2 === 0 ? 'unsent' : 'lost';
      if (place !== undefined && place < parts) sent.push(place);
      return undefined;
    });
    const code = newReturnCode();
    await expect(report(door, page, held, code)).rejects.toThrow();
    const { caseId } = await page.claim(code);
    expect(await bot.store().cases.read(caseId)).toBeUndefined();
    expect(held.view().files).toMatchObject([{ at: 'ready', name: 'Film 1' }]);
    isDown = false;
    expect(await report(door, page, held, code)).toMatchObject({ kind: 'saved' });
    await expectOneWholeFile(page, code);
    // None that stood was sent again.
    expect(sent).toEqual(Array.from({ length: parts }, (_, part) => part));
  });
});

describe('the route for parts as they are', () => {
  const claimed = async () => {
    const page = createFilePageWithCall(
      bot,
      { objectId: randomUUID(), name: 'Somebody' },
      wayOf('staff', () => undefined),
    );
    const code = newReturnCode();
    const file = await page.make(code, randomBytes(100));
    return { page, claim: await page.claim(code), file };
  };
  const post = async (path: string, body: Uint8Array<ArrayBuffer> | string | ReadableStream, headers = {}) => {
    const response = await fetch(new URL(path, bot.endpoint()), {
      method: 'POST',
      headers: {
        'content-type': framedType,
        authorization: `Bearer ${await bot.entra.token({ objectId: randomUUID(), name: 'Somebody' })}`,
        ...headers,
      },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
    return { status: response.status, text: await response.text() };
  };
  const raw = '/api/tab/raw/report.filePart';

  it('takes nothing but a frame of the right length, whatever its type says', async () => {
    const { claim, file } = await claimed();
    const its = { ...claim, ...file.kept, part: 0 };
    const good = frameBytes({ ...its, data: file.part(0) });
    const odd: readonly (Uint8Array<ArrayBuffer> | string)[] = [
      '',
      '{}',
      '\n',
      'junk\njunk',
      new Uint8Array(70_000),
      good.slice(0, -1),
      new Uint8Array([...good, 0]),
      frameBytes({ ...its, data: new Uint8Array(0) }),
      frameBytes({ ...its, part: 96, data: file.part(0) }),
      frameBytes({ ...its, bytes: 96 * maxPartBytes, data: file.part(0) }),
      frameBytes({ ...its, more: 1, data: file.part(0) }),
      // Clear words in the place of a seal; but a proof is asked for first.
      new Uint8Array(maxPartBytes + 9_000),
    ];
    for (const body of odd) expect((await post(raw, body)).status).toBe(400);
    expect((await post(raw, good, { 'content-type': 'application/json' })).text).toContain('challenge');
    expect((await post(raw, good, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await post('/api/tab/raw/report.submit', good)).status).toBe(400);
    expect((await post('/api/tab/raw/constructor', good)).status).toBe(400);
    expect((await post('/api/tab/report.filePart', good)).status).toBe(400);
    expect((await post(raw, good, { authorization: 'Bearer nothing' })).status).toBe(401);
    expect((await post('/api/partners/raw/report.filePart', good)).status).toBe(401);
  });

  it('reads no body that does not say its length', async () => {
    const { claim, file } = await claimed();
    const good = frameBytes({ ...claim, ...file.kept, part: 0, data: file.part(0) });
    expect((await post(raw, new Blob([good]).stream())).status).toBe(400);
  });

  it('has one way of judging with the route for pages from before', async () => {
    const { page, claim, file } = await claimed();
    const asked = { ...claim, ...file.kept, part: 0 };
    const tab = bot.tab({ objectId: randomUUID(), name: 'Somebody' });
    const data = Buffer.from(file.part(0));
    expect(await tab.call('report.filePart', { ...asked, data })).toMatchObject({ kind: 'prove' });
    expect(await tab.call('report.filePart', { ...asked, data: data.toString('base64') })).toMatchObject({
      kind: 'prove',
    });
    expect(await page.intake.files.sendPart(claim, file.kept, 0, file.part(0))).toBe('kept');
    expect(bot.log.join('\n')).not.toContain(claim.caseId);
  });

  it('takes no larger file than the force set', async () => {
    const { page, claim } = await claimed();
    await bot.restart({ MAX_VIDEO_MB: '25' });
    const id = randomBytes(16).toString('hex');
    const part = new Uint8Array(maxPartBytes);
    const send = (bytes: number) => page.intake.files.sendPart(claim, { id, bytes }, 1, part);
    await expect(send(96 * maxPartBytes)).rejects.toThrow();
    expect(await send(24 * maxPartBytes)).toBe('kept');
    const begun = await bot.tab({ objectId: randomUUID(), name: 'Somebody' }).call('report.begin', {});
    expect(begun.fileSizes).toEqual({ file: 25_000_000, video: 25_000_000 });
    await bot.restart();
  });
});
