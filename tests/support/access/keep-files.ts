import { randomBytes } from 'node:crypto';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { holderOf } from '../../../core/model/sealed-file.ts';
import { lengthOfPart, partsOf } from '../../../core/model/files.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** Has every file that a case names stand beside it, whole, of bytes that nobody can open. */
export async function keepFiles(bot: Pick<RunningBot, 'files'>, record: CaseRecord): Promise<void> {
  const { caseId, mailboxRecipient, files = [] } = record;
  for (const { id, bytes } of files) {
    const place = { caseId, holder: holderOf(mailboxRecipient), id };
    for (let part = 0; part < partsOf(bytes); part += 1)
      await bot.files().putPart(place, part, randomBytes(lengthOfPart(bytes, part)));
  }
}
