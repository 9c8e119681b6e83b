import { parseArgs } from 'node:util';

export interface DoctorOptions {
  readonly json: boolean;
  readonly offline: boolean;
  readonly accessTokenFiles: { readonly graph: string | undefined; readonly azure: string | undefined };
  readonly servers: readonly string[];
  readonly post: boolean;
  readonly fingerprints: string | undefined;
  readonly backup: { readonly path: string; readonly hours: number } | undefined;
  readonly page:
    | { readonly server: string | undefined; readonly manifest: string | undefined; readonly by: readonly string[] }
    | undefined;
  readonly fleet: FleetOptions | undefined;
}

export interface FleetOptions {
  readonly path: string;
  readonly manifests: string | undefined;
  readonly date: string | undefined;
}

export const doctorUsage = `Checks a deployment of Candour from this machine and says what to do. It reads no case. It writes a draft and an
encrypted file that belong to no case, and removes them; the servers clear away a mark that it writes. It posts nothing
without --post.

npm run doctor [-- options]
    --json                   prints one line for a program
    --offline                asks Microsoft nothing: no keys, no token
    --graph <file>           a token of someone who may read the registration in Entra
    --azure <file>           a token of someone who may read the bot in Azure
    --server http://<address>:<HEALTH_PORT>
                             asks which version this server runs, if METRICS is on; give it once for each server
    --post                   sends one test post to each channel in the store
    --fingerprints <file>    the security codes on paper, one line for each group: "RECIPIENTS_ACU: 0123 4567 ..."
    --backup <file|folder>   a copy of the embedded store, or the folder of copies
    --backup-hours <number>  how old the newest copy may be; 26 if left out
    --page https://<server> --manifest <file> --by <signer> --by <signer>
                             checks that the server hands out the page that two people signed

npm run doctor -- --fleet <file> [--manifests <folder>] [--on <day>] [--json]
                             checks each server of a fleet file from outside, without any force's settings

It ends with 0 if it finds no problem, with 2 if the command was wrong, and otherwise with the code of the problem to fix first.
docs/guides/doctor.md lists the codes.`;

/** A day, and two hours for the task that makes copies. */
const defaultBackupHours = 26;

export function parseDoctorOptions(args: readonly string[]): DoctorOptions | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const none: string[] = [];
  const several = { type: 'string', multiple: true, default: none } as const;
  const options = {
    json: flag,
    offline: flag,
    graph: text,
    azure: text,
    server: several,
    post: flag,
    fingerprints: text,
    backup: text,
    'backup-hours': { type: 'string', default: String(defaultBackupHours) },
    page: text,
    manifest: text,
    by: several,
    fleet: text,
    manifests: text,
    on: text,
  } as const;
  const values = (() => {
    try {
      return parseArgs({ args: [...args], options }).values;
    } catch {
      return undefined;
    }
  })();
  if (values === undefined) return undefined;
  const { json, offline, graph, azure, server: servers, post, fingerprints, backup } = values;
  const { page: server, manifest, by, fleet, manifests, on: date } = values;
  const hours = Number(values['backup-hours']);
  if (!Number.isInteger(hours) || hours < 1) return undefined;
  if (!servers.every((address) => /^https?:\/\/[^/@?#\s]+\/?$/u.test(address) && URL.canParse(address)))
    return undefined;
  const isLent = graph !== undefined || azure !== undefined;
  if (offline && (post || isLent)) return undefined;
  const isPage = server !== undefined || manifest !== undefined || by.length > 0;
  // An option for one deployment cannot be meant beside a fleet.
  const isOfOne =
    offline || post || isLent || servers.length > 0 || isPage || fingerprints !== undefined || backup !== undefined;
  if (fleet === undefined ? manifests !== undefined || date !== undefined : isOfOne) return undefined;
  return {
    json,
    offline,
    accessTokenFiles: { graph, azure },
    servers,
    post,
    fingerprints,
    backup: backup === undefined ? undefined : { path: backup, hours },
    page: isPage ? { server, manifest, by } : undefined,
    fleet: fleet === undefined ? undefined : { path: fleet, manifests, date },
  };
}
