import { parseArgs } from 'node:util';
import { CompileError, makeCompiled } from './make-compiled.ts';
import { compiledFolder } from './place.ts';

const usage = `Compiles the server's code for its next starts, beside it. Whoever unpacked it does that, not the server's account.

  node candour.mjs compile --for <number of the server's account>   as "id -u candour" says it

The account must be able to write neither there nor to the code: otherwise a server starts as without. Do it again after
each new Node.
`;

/** The number of the account that was asked for; `undefined` where there is none, or something else was asked as well. */
function accountAsked(): number | undefined {
  try {
    const { values } = parseArgs({ options: { for: { type: 'string' } } });
    return /^\d{1,10}$/u.test(values.for ?? '') ? Number(values.for) : undefined;
  } catch {
    return undefined;
  }
}

const account = accountAsked();
if (account === undefined) {
  process.stdout.write(usage);
  process.exitCode = 2;
} else {
  // All that a server loads before it is ready, and nothing of it is begun.
  const load = () => Promise.all([import('../../bot/serve.ts'), import('../../bot/workers/lead-server.ts')]);
  const compiling = makeCompiled(compiledFolder, account, load);
  await Promise.allSettled([compiling]);
  // A server says by that why it cannot start. Loaded before, it would not have been compiled.
  const { orExitWithReason } = await import('../../bot/running/exit-with-reason.ts');
  const tell = async (): Promise<void> => {
    const { parts, bytes } = await compiling;
    const size = (bytes / 1e6).toFixed(1);
    process.stdout.write(
      `Compiled for account ${account}: ${parts} parts, ${size} MB, in the folder ${compiledFolder}\n`,
    );
  };
  await orExitWithReason('Nothing was compiled.', tell, [CompileError]);
}
