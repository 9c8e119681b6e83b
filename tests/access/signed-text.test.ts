import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyExportCommand } from '../../cli/verify-export.ts';
import { type ExportedCase, exportedCaseSchema, serialiseExport } from '../../core/casework/export-format.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { decryptSealKey, decryptSeal } from '../../crypto/decrypt-seal.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { createExportContent } from '../../tab/exports/export-content.ts';
import { createUnsignedFiles, createSignedFiles } from '../../tab/exports/export-files.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const signing = generateKeyPairSync('ed25519');
const publicKey = signing.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const handlers = [randomUUID(), randomUUID()] as const;
let folder: string;
let bot: RunningBot;
let writer: TabClient;
let second: TabClient;
beforeAll(async () => {
  folder = createTemporaryFolder();
  const key = signing.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: handlers.join(','), EXPORT_SIGNING_KEY: key },
  });
  [writer, second] = [bot.tab({ objectId: handlers[0] }), bot.tab({ objectId: handlers[1] })];
});
afterAll(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

const lines = async () => (await writer.call('keys.mine', {})).recipients.acu;
const words = async (text: string) => ({ for: 'handlers', sealed: await sealText(text, await lines()) }) as const;
async function aReport() {
  bot.clock.forward(5_000);
  const record = createCase({ tenantId });
  await bot.store().cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  return record.caseId;
}
async function changing(caseId: string, by = writer) {
  const { record } = await by.call('case.view', { caseId });
  return { caseId, revision: record.revision, request: newRequestId() };
}
/** Writes a text by one person, and gives its seal. */
async function write(caseId: string, text: string, by = writer): Promise<string> {
  const sealed = await words(text);
  await by.call('case.sanitise', { ...(await changing(caseId, by)), words: sealed });
  return sealed.sealed;
}
/** Signs a text off by another person, who opens the case first. */
async function signOff(caseId: string, seal: string, by = second): Promise<void> {
  await by.call('case.consult', { caseId });
  await by.call('case.signSanitised', { ...(await changing(caseId, by)), of: digestOfSeal(seal), confirmed: 0 });
}
async function signed(text: string) {
  const caseId = await aReport();
  const seal = await write(caseId, text);
  await signOff(caseId, seal);
  return { caseId, seal };
}
const keyOf = async (seal: string) => decryptSealKey(seal, bot.identities.acu);

/** Exports a case as its page does, with a text, a seal and a key of somebody's choice beside it. */
async function leave(
  caseId: string,
  { text, seal, key, of = digestOfSeal(seal) }: { text: string; seal: string; key: string; of?: string },
): Promise<string> {
  const { record, deadlines } = await writer.call('case.view', { caseId });
  const content = createExportContent({ record, deadlines }, 'en', { what: 'sanitised', text, proof: { seal, key } });
  const made = createUnsignedFiles(content, new TextEncoder().encode('a PDF'));
  const answer = await writer.call('case.export', {
    ...(await changing(caseId)),
    what: 'sanitised',
    of,
    place: 'iopc',
    ...made.digests,
    words: await words('why'),
  });
  return createSignedFiles([made], answer)?.json ?? '';
}
async function verify(json: string) {
  const file = join(folder, 'case.json');
  writeFileSync(file, json);
  const said: string[] = [];
  const code = await verifyExportCommand((line) => said.push(line), [file, '--public-key', publicKey]);
  return { code, said, wrong: said.filter((line) => line.startsWith('NO')) };
}
const parsed = (json: string): ExportedCase => exportedCaseSchema.parse(JSON.parse(json));
const text = 'A sergeant visits a witness.';
const forged = 'A sergeant visits his witness.';

describe('a text that a second person signed off', () => {
  it('is shown to be that text, with who signed it off and when', async () => {
    const { caseId, seal } = await signed(text);
    const { code, said, wrong } = await verify(await leave(caseId, { text, seal, key: await keyOf(seal) }));
    const at = (await bot.store().history.readAll(caseId)).find(({ kind }) => kind === 'sanitisedSigned')?.at ?? '';
    expect([code, wrong]).toEqual([0, []]);
    expect(said.join('\n')).toContain(`yes The text is what ${second.objectId} signed off at ${at}.`);
    // What is handed out opens this text alone, and the server never had it.
    expect(said.join('\n')).toContain(
      'Everything else in the content, and the PDF, comes from the person who exported it.',
    );
    for (const { answers } of [writer, second]) expect(answers.join('')).not.toContain(await keyOf(seal));
  });

  it('is not another one for whoever exports it: one word is found', async () => {
    const { caseId, seal } = await signed(text);
    const { code, said, wrong } = await verify(await leave(caseId, { text: forged, seal, key: await keyOf(seal) }));
    expect([code, wrong]).toEqual([3, [expect.stringContaining(`The text differs from what ${second.objectId}`)]]);
    expect(said.join('\n')).not.toContain('The text is what');
  });

  it('is not another one in a seal of its own, and no key makes one seal say two things', async () => {
    const { caseId, seal } = await signed(text);
    const own = await sealText(forged, await lines());
    const other = await keyOf(own);
    expect(await decryptSeal(own, bot.identities.acu)).toBe(forged);
    for (const proof of [
      { seal: own, key: other },
      { seal, key: other },
      { seal, key: 'A'.repeat(22) },
    ]) {
      const { code, wrong } = await verify(await leave(caseId, { text: forged, ...proof, of: digestOfSeal(seal) }));
      expect([code, wrong]).toEqual([3, [expect.stringContaining('The text differs from what')]]);
    }
  });

  it('is not an earlier one of the same case, nor one of another case, though those were signed off', async () => {
    const earlier = await signed(forged);
    const later = await write(earlier.caseId, text);
    const key = await keyOf(earlier.seal);
    const other = await signed(forged);
    const refused = { code: 'notAllowed', why: 'notSigned' };
    const asked = { what: 'sanitised', place: 'iopc', json: 'j'.repeat(43), pdf: 'p'.repeat(43) } as const;
    const body = async (seal: string) => ({
      ...asked,
      ...(await changing(earlier.caseId)),
      of: digestOfSeal(seal),
      words: await words('why'),
    });
    // Written anew, it is signed off by nobody yet.
    expect(await writer.refusal('case.export', await body(earlier.seal))).toEqual(refused);
    await signOff(earlier.caseId, later);
    for (const seal of [earlier.seal, other.seal]) {
      const why = 'noSuchText';
      expect(await writer.refusal('case.export', await body(seal))).toEqual({ code: 'notAllowed', why });
    }
    const { of: _of, ...bare } = await body(later);
    expect(await writer.refusal('case.export', bare)).toEqual({ code: 'notAllowed', why: 'noSuchText' });
    for (const seal of [earlier.seal, other.seal]) {
      const said = { text: forged, seal, key: seal === other.seal ? await keyOf(seal) : key, of: digestOfSeal(later) };
      expect((await verify(await leave(earlier.caseId, said))).code).toBe(3);
    }
    expect((await verify(await leave(earlier.caseId, { text, seal: later, key: await keyOf(later) }))).code).toBe(0);
  });

  it('is compared with nothing by taking away what it is compared with', async () => {
    const { caseId, seal } = await signed(text);
    const whole = parsed(await leave(caseId, { text, seal, key: await keyOf(seal) }));
    if (whole.content.what !== 'sanitised') throw new Error('it is not sanitised');
    const { proof: _proof, ...content } = whole.content;
    const made = createUnsignedFiles(content, new TextEncoder().encode('a PDF'));
    const answer = await writer.call('case.export', {
      ...(await changing(caseId)),
      ...({ what: 'sanitised', of: digestOfSeal(seal), place: 'iopc', ...made.digests } as const),
      words: await words('why'),
    });
    const { code, wrong } = await verify(createSignedFiles([made], answer)?.json ?? '');
    expect([code, wrong]).toEqual([3, [expect.stringContaining('its encrypted copy is missing')]]);
    // What says that there has to be one is signed.
    const { of: _of, ...attestation } = whole.attestation;
    const unsaid = await verify(serialiseExport({ ...whole, content, attestation }));
    expect([unsaid.code, unsaid.wrong]).toEqual([
      3,
      expect.arrayContaining(['NO  The statement about the export is not signed.']),
    ]);
  });

  it('is signed off by no one who wrote it, nor by somebody whose role has ended', async () => {
    const caseId = await aReport();
    const seal = await write(caseId, text, second);
    await second.call('case.consult', { caseId });
    const asked = async () => ({ ...(await changing(caseId)), of: digestOfSeal(seal), confirmed: 0 });
    expect(await second.refusal('case.signSanitised', await asked())).toEqual({ code: 'notAllowed', why: 'ownWork' });
    const own = await write(caseId, text);
    await second.call('case.consult', { caseId });
    const body = { ...(await changing(caseId)), of: digestOfSeal(own), confirmed: 0 };
    await bot.restart({ ROLE_HANDLERS: handlers[0] });
    expect(await second.send('case.signSanitised', body)).toMatchObject({ status: 403 });
    await bot.restart({ ROLE_HANDLERS: handlers.join(',') });
    expect((await bot.store().history.readAll(caseId)).map(({ kind }) => kind)).not.toContain('sanitisedSigned');
  });
});
