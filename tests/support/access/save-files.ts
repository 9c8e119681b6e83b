import { randomBytes } from 'node:crypto';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { mailboxHolderId } from '../../../core/model/sealed-file.ts';
import { partLength, partCount } from '../../../core/model/file-limits.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** Has every file that a case names stand beside it, whole, of bytes that nobody can open. */
export async function saveFiles(bot: Pick<RunningBot, 'files'>, record: CaseRecord): Promise<void> {
  const { caseId, mailboxRecipient, files = [] } = record;
  for (const { id, bytes } of files) {
    const place = { caseId, holder: mailboxHolderId(mailboxRecipient), id };
    for (let part = 0; part < partCount(bytes); part += 1)
      await bot.files().putPart(place, part, randomBytes(partLength(bytes, part)));
  }
}
