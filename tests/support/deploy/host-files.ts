import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of deploy/host, as it goes into the archive. */
export const readHostFile = (name: 'Caddyfile' | 'nginx.conf' | 'candour.service' | 'compose.yaml'): string =>
  readFileSync(resolve(import.meta.dirname, '../../../deploy/host', name), 'utf8');

/** What a proxy does with an address: the most bytes of a body that it lets through, or `undefined` where it answers itself. */
export type LetsThrough = (path: string) => number | undefined;

const units: Readonly<Record<string, number>> = { k: 1_024, kib: 1_024, m: 1_024 ** 2, mib: 1_024 ** 2 };

function toBytes(size: string): number {
  const [, number, unit = ''] = /^(\d+)([a-z]+)$/iu.exec(size) ?? [];
  const times = units[unit.toLowerCase()];
  if (number === undefined || times === undefined) throw new Error(`no size: ${size}`);
  return Number(number) * times;
}

/** The one value of a directive. Throws where there is none, or another. */
export function valueOf(text: string, directive: RegExp): string {
  const [found, ...more] = [...text.matchAll(directive)].map(([, value]) => value);
  if (found === undefined || more.some((one) => one !== found)) throw new Error(`${directive} has no one value`);
  return found;
}

/** In milliseconds. */
export function durationOf(text: string, directive: RegExp): number {
  const [, number = '', unit = ''] = /^(\d+)(ms|s|m)$/u.exec(valueOf(text, directive)) ?? [];
  return Number(number) * ({ ms: 1, s: 1_000, m: 60_000 }[unit] ?? Number.NaN);
}

/** Caddy's matcher of paths: whatever the case, the whole or what stands before a star. Throws for another star. */
function matchesCaddyPath(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.toLowerCase().split('*');
  if (after !== undefined && after !== '') throw new Error(`no path that this reads: ${pattern}`);
  const asked = path.toLowerCase();
  return after === undefined ? asked === before : asked.startsWith(before);
}

/** The first of the `handle` blocks whose matcher names the path. */
export function readCaddyPaths(caddyfile: string): LetsThrough {
  const matchers = new Map(
    [...caddyfile.matchAll(/^\t(@\w+) path (.+)$/gmu)].map(([, name = '', paths = '']) => [name, paths.split(' ')]),
  );
  const handled = [...caddyfile.matchAll(/^\thandle (?:(@\w+) )?\{\n([^]*?)^\t\}$/gmu)].map(([, name, body = '']) => ({
    paths: name === undefined ? ['/*'] : (matchers.get(name) ?? []),
    most: body.includes('import server') ? toBytes(valueOf(body, /max_size (\w+)/gu)) : undefined,
  }));
  return (path) => handled.find(({ paths }) => paths.some((pattern) => matchesCaddyPath(pattern, path)))?.most;
}

/** The first `location` with a pattern that the path has, else `location /`. Throws for another kind of location. */
export function readNginxPaths(conf: string): LetsThrough {
  const named = conf.slice(conf.indexOf('server_name'));
  const all = toBytes(valueOf(conf.slice(0, conf.indexOf('upstream')), /client_max_body_size (\w+);/gu));
  const locations = [...named.matchAll(/location (.+) \{\n([^]*?)\n\t+\}/gu)].map(([, of = '', body = '']) => {
    const pattern = of === '/' ? '^/' : /^~ (.+)$/u.exec(of)?.[1];
    if (pattern === undefined) throw new Error(`no location that this reads: ${of}`);
    const own = /client_max_body_size (\w+);/u.exec(body)?.[1];
    const most = body.includes('proxy_pass http://candour;') ? (own === undefined ? all : toBytes(own)) : undefined;
    return { isLast: of === '/', pattern: new RegExp(pattern, 'u'), most };
  });
  const inOrder = [...locations.filter((one) => !one.isLast), ...locations.filter((one) => one.isLast)];
  return (path) => inOrder.find(({ pattern }) => pattern.test(path))?.most;
}
