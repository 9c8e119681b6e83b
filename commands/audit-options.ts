import { parseArgs } from 'node:util';

/** The task that `npm run audit` was given. An anchor is a root and the file of heads that it was printed for. */
export type AuditOptions =
  | { readonly kind: 'verify'; readonly anchor?: { readonly heads: string; readonly root: string } }
  | { readonly kind: 'anchor'; readonly heads?: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'by-person' };

export const auditUsage = `Checks the histories of all cases, or prints what a later check is held against.

  npm run audit -- verify [--heads <file> --root <root>]
      Goes through every case: its history, its seals, whether the case is as its last entry left it, what lists find
      it by and its alert, and whether each file that it names stands in all its parts; and through the history of the settings, and whether channels are as it says. With the
      heads and the root of an earlier anchor it also finds what was cut off, removed or written anew since.
  npm run audit -- anchor [--heads <new file>]
      Prints one line: the day, the number of cases, and the root over all of them. Keep the line where those who run
      the server cannot change it, with the file of heads where one is asked for. The file names references only.
  npm run audit -- settings
      Says what happened to the channels of alerts, the recipients and the role lists, when and by whom.
  npm run audit -- by-person
      Says who opened how many reports, by person and day, and how many of them were not with that person then. No
      reference is printed.
`;

/** One root in 64 begins with a hyphen, which would be read as another option: it is tied to its name. */
function withTiedRoot(args: readonly string[]): string[] {
  const at = args.indexOf('--root');
  const root = args[at + 1];
  return at < 0 || root === undefined ? [...args] : [...args.slice(0, at), `--root=${root}`, ...args.slice(at + 2)];
}

/** Reads the arguments of `npm run audit`; `undefined` where they are not understood. */
export function parseAuditOptions(args: readonly string[]): AuditOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: withTiedRoot(args),
      allowPositionals: true,
      options: { heads: { type: 'string' }, root: { type: 'string' } },
    });
    const { heads, root } = values;
    const [name, ...rest] = positionals;
    if (rest.length > 0 || heads === '' || root === '') return undefined;
    if (name === 'settings' || name === 'by-person')
      return heads === undefined && root === undefined ? { kind: name } : undefined;
    if (name === 'anchor') return root === undefined ? { kind: 'anchor', ...(heads && { heads }) } : undefined;
    if (name !== 'verify' || (heads === undefined) !== (root === undefined)) return undefined;
    return { kind: 'verify', ...(heads && root && { anchor: { heads, root } }) };
  } catch {
    return undefined;
  }
}
