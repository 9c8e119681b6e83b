import { parseArgs } from 'node:util';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { CompileError, makeCompiled } from './make-compiled.ts';
import { compiledFolder } from './place.ts';

const usage = `Compiles the server's code for its next starts, beside it. Whoever unpacked it does that, not the server's account.

  node candour.mjs compile --for <number of the server's account>   as "id -u candour" says it

The account must be able to write neither there nor to the code: otherwise a server starts as without. Do it again after
each new Node.
`;

/** The number of an account as it was given; `undefined` where it is none. */
const accountIn = (given: string | undefined): number | undefined =>
  given !== undefined && /^\d{1,10}$/u.test(given) ? Number(given) : undefined;

await orExitWithReason('Nothing was compiled.', async () => {
  const account = accountIn(parseArgs({ options: { for: { type: 'string' } } }).values.for);
  if (account === undefined) {
    process.stdout.write(usage);
    process.exitCode = 2;
    return;
  }
  // All that a server loads before it is ready, and nothing of it is begun.
  const load = () => Promise.all([import('../../bot/serve.ts'), import('../../bot/workers/lead-server.ts')]);
  const { parts, bytes } = await makeCompiled(compiledFolder, account, load);
  const size = (bytes / 1e6).toFixed(1);
  process.stdout.write(
    `Compiled for account ${account}: ${parts} parts, ${size} MB, in the folder ${compiledFolder}\n`,
  );
}, [CompileError]);
