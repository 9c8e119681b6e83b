import { randomBytes } from 'node:crypto';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import type { ReportCall } from '../../tab/ui/post-json.ts';
import { createFilePageWithCall } from '../support/files/file-page-driver.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import type { BotProcess } from './bot-process.ts';

/**
 * Adds a file to a report by the functions of the page, and has somebody of the unit take it in all its parts. Gives what
 * may be found nowhere: the name of the file, and what stands on each of its lines. Throws where it was not added.
 */
export async function addFile(
  bot: BotProcess,
  call: ReportCall,
  { code: typed, caseId }: { readonly code: string; readonly caseId: CaseId },
  handler: TabClient,
): Promise<readonly string[]> {
  const code = parseReturnCode(typed);
  if (code === undefined) throw new Error('no return code');
  const [name, line, text] = [newCanary(), newCanary(), newCanary()];
  const page = createFilePageWithCall(bot, { objectId: '', name: '' }, call);
  // Of two parts: what is put together of several could stand somewhere else than what comes at once.
  const file = await page.make(code, Buffer.from(`${line} 07:15, by the gate\n`.repeat(6_000)), {
    name: `${name}.txt`,
  });
  const more = { code, id: randomBytes(16).toString('hex'), text };
  const added = await addFollowUp({ ...page, ...page.holding(file) }, more);
  if (added.kind !== 'saved') throw new Error(`the file was not added: ${added.kind}`);
  const { id } = file.kept;
  const { opening } = await handler.call('case.openFile', { caseId, id });
  for (let part = 1; part < file.parts; part += 1)
    await handler.call('case.openFilePart', { caseId, id, opening, part });
  return [name, line, text];
}
