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

export const doctorUsage = `Looks at a deployment of Candour from here and says what to do. It reads no case. It writes a draft and a file of no
case, which it removes, and a mark, which the servers clear away. It posts nothing, unless it is asked to.

npm run doctor [-- options]
    --json                   the same for a program, as one line
    --offline                asks nothing of Microsoft: no keys, no token
    --graph <file>           a token of somebody who may read the registration in Entra
    --azure <file>           a token of somebody who may read the bot in Azure
    --server http://<address>:<HEALTH_PORT>
                             which version a server runs; as often as there are servers, where METRICS is on
    --post                   makes one test post in each channel that the store has; without it nothing is posted
    --fingerprints <file>    the fingerprints on paper, a line for each group: "RECIPIENTS_ACU: 0123 4567 ..."
    --backup <file|folder>   a copy of the embedded store, or the folder of copies
    --backup-hours <number>  how old the newest may be; 26 where it is left out
    --page https://<server> --manifest <file> --by <signer> --by <signer>
                             whether the server hands out the page that two people signed

npm run doctor -- --fleet <file> [--manifests <folder>] [--on <day>] [--json]
                             looks at each server of a fleet file from outside, and at no settings

It ends with 0 where nothing is to be put right, with 2 where it was asked wrongly, and otherwise by the kind of what is to be
put right first. docs/guides/doctor.md has all of them.`;

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
