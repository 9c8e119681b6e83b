import { pageCommand } from '../../../cli/page.ts';
import type { PageCommandContext } from '../../../cli/page/page-subcommand.ts';

/** What `npm run page` says and ends with; its passphrase is asked of whoever `ask` is. */
export async function runPage(
  args: readonly string[],
  of: Pick<PageCommandContext, 'folders' | 'partnersFolders'> & Partial<PageCommandContext>,
) {
  const lines: string[] = [];
  const code = await pageCommand(
    {
      printLine: (line) => void lines.push(line),
      showOnTerminal: () => undefined,
      askSecret: async () => 'nothing is locked by this',
      deadlineMs: 10_000,
      ...of,
    },
    args,
  );
  return { code, lines, said: lines.join('\n') };
}
