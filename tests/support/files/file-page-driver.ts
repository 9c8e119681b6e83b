import { randomBytes } from 'node:crypto';
import type { FileUploader, CaseCredential } from '../../../core/ports/intake.ts';
import { deriveCaseCredential } from '../../../core/reporting/submit-report.ts';
import type { SealedFile } from '../../../core/model/sealed-file.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { createIntakeClient } from '../../../tab/report/intake-client.ts';
import { createPageSealer } from '../../../tab/report/page-sealer.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { createCall } from '../journeys/page-client.ts';
import type { RunningBot } from '../journeys/running-bot.ts';
import { type TestSealedFile, createSealedFile } from './sealed-file.ts';

/** The page of somebody of the staff who takes their time, with what it holds of files. */
export const createFilePage = (bot: RunningBot, person: { readonly objectId: string; readonly name: string }) =>
  createFilePageWithCall(bot, person, (name, body) => {
    bot.clock.forward(1_000);
    return createCall(bot.tab(person))(name, body);
  });

/** Somebody's page over a way to the server, with what it holds of files. */
export function createFilePageWithCall(
  bot: Pick<RunningBot, 'settings' | 'clock'>,
  person: { readonly objectId: string; readonly name: string },
  call: ReportCall,
) {
  const seal = createPageSealer(bot.settings.recipients);
  const intake = createIntakeClient(call, seal);
  const lines = [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];

  /** Sends each part of a file that the server does not have. */
  async function send(claim: CaseCredential, file: TestSealedFile): Promise<void> {
    const { parts } = await intake.files.listParts(claim, file.kept);
    for (let part = 0; part < file.parts; part += 1)
      if (!parts.includes(part)) {
        const kept = await intake.files.sendPart(claim, file.kept, part, file.part(part));
        if (kept !== 'kept') throw new Error(kept);
      }
  }

  return {
    intake,
    seal,
    mailbox: seal.mailbox,
    clock: bot.clock.now,
    timeZone: 'Europe/London',
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    person,
    claim: (code: ReturnCode) => deriveCaseCredential(seal, code),
    make: async (code: ReturnCode, content: Uint8Array, its: Partial<SealedFile> = {}) =>
      createSealedFile((await deriveCaseCredential(seal, code)).caseId, lines, content, its),
    send,
    /** Files as a conversation holds them. */
    holding: (...held: readonly TestSealedFile[]): { readonly files: FileUploader } => ({
      files: {
        list: () => held.map(({ named }) => named),
        async upload(claim) {
          for (const file of held) await send(claim, file);
          return held.map(({ kept }) => kept);
        },
        onMissing: () => undefined,
      },
    }),
  };
}
