import { parseArgs } from 'node:util';

/** Everything that the doctor is asked to look at beside what the settings name. */
export interface DoctorOptions {
  readonly json: boolean;
  /** Whether nothing of Microsoft is asked. */
  readonly offline: boolean;
  /** The file with the fingerprints that stand on paper. */
  readonly fingerprints: string | undefined;
  /** A copy of the store, or the folder in which copies are kept; and how old the newest may be. */
  readonly backup: { readonly path: string; readonly hours: number } | undefined;
  /** The server whose page is compared with what was signed. */
  readonly page:
    | { readonly server: string | undefined; readonly manifest: string | undefined; readonly by: readonly string[] }
    | undefined;
}

/** How the command is called. */
export const doctorUsage = `Looks at a deployment of Candour from here and says what to do. It reads no case. It writes a draft and a file of no
case, which it removes, and a mark, which the servers clear away.

npm run doctor [-- options]
    --json                   the same for a program, as one line
    --offline                asks nothing of Microsoft: no keys, no token
    --fingerprints <file>    the fingerprints on paper, a line for each group: "RECIPIENTS_ACU: 0123 4567 ..."
    --backup <file|folder>   a copy of the embedded store, or the folder of copies
    --backup-hours <number>  how old the newest may be; 26 where it is left out
    --page https://<server> --manifest <file> --by <signer> --by <signer>
                             whether the server hands out the page that two people signed

It ends with 0 where nothing is to be put right, with 2 where it was asked wrongly, and otherwise by the kind of what is to be
put right first. docs/guides/doctor.md has all of them.`;

/** A day, and two hours for the task that makes copies. */
const usualHours = 26;

/** The options of the command, `undefined` where they are none or help was asked for. */
export function parseDoctorOptions(args: readonly string[]): DoctorOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        offline: { type: 'boolean', default: false },
        fingerprints: { type: 'string' },
        backup: { type: 'string' },
        'backup-hours': { type: 'string', default: String(usualHours) },
        page: { type: 'string' },
        manifest: { type: 'string' },
        by: { type: 'string', multiple: true, default: [] },
      },
    });
    const { json, offline, fingerprints, backup, page: server, manifest, by } = values;
    const hours = Number(values['backup-hours']);
    if (!Number.isInteger(hours) || hours < 1) return undefined;
    const isPage = server !== undefined || manifest !== undefined || by.length > 0;
    return {
      json,
      offline,
      fingerprints,
      backup: backup === undefined ? undefined : { path: backup, hours },
      page: isPage ? { server, manifest, by } : undefined,
    };
  } catch {
    return undefined;
  }
}
