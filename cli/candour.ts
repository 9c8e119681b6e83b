import { say } from './verb.ts';
import { runVerb, verbs } from './verbs.ts';

// `node cli/candour.ts <verb> [arguments]`, or `npm run <verb> -- [arguments]`.

/** The artefact has no `words`, which works on the sources. */
const known = { ...verbs, words: () => import('./words.ts') };
const isKnown = (name: string | undefined): name is keyof typeof known =>
  name !== undefined && Object.hasOwn(known, name);

const [asked, ...args] = process.argv.slice(2);
const isHelp = asked === undefined || asked === 'help' || asked === '--help';
const name = asked === 'help' ? args[0] : asked;
if (isKnown(name)) await runVerb(await known[name](), isHelp ? ['--help'] : args);
else {
  say(`npm run <verb> [-- <arguments>], in which <verb> is one of: ${Object.keys(known).join(', ')}.`);
  say('With --help behind it each says how it is called.');
  process.exitCode = isHelp && name === undefined ? 0 : 2;
}
