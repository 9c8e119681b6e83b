import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const dependenciesSchema = z.record(z.string(), z.string()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      integrity: z.string().optional(),
      dependencies: dependenciesSchema,
      optionalDependencies: dependenciesSchema,
      peerDependencies: dependenciesSchema,
    }),
  ),
});

interface BundledPackage {
  /** As in the lock file. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** The registry's digest, as in the lock file. */
  readonly integrity: string;
  /** Places of the packages that it needs. */
  readonly dependencies: readonly string[];
}

const nodeModulesPrefix = 'node_modules/';

function resolvePackage(place: string, name: string, places: ReadonlySet<string>): string | undefined {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf(`/${nodeModulesPrefix}`)))) {
    const found = above === '' ? nodeModulesPrefix + name : `${above}/${nodeModulesPrefix}${name}`;
    if (places.has(found)) return found;
    if (above === '') return undefined;
  }
}

/** Throws if the lock file lacks one. */
export function readBundledPackages(root: string, places: readonly string[]): readonly BundledPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const all = new Set(places);
  return [...all].sort().map((place) => {
    const locked = packages[place];
    if (locked?.integrity === undefined) throw new Error(`the lock file does not know ${place}`);
    const declaredDependencies = { ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies };
    return {
      path: place,
      name: locked.name ?? place.slice(place.lastIndexOf(nodeModulesPrefix) + nodeModulesPrefix.length),
      version: locked.version,
      integrity: locked.integrity,
      dependencies: [
        ...new Set(Object.keys(declaredDependencies).flatMap((name) => resolvePackage(place, name, all) ?? [])),
      ].sort(),
    };
  });
}

interface Licence {
  /** As SPDX spells it, or an expression of several names. */
  readonly name: string;
  readonly text: string;
}

const packageJsonSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});
type PackageJson = z.infer<typeof packageJsonSchema>;

/** Packages that ask for a notice have it in such a file. */
const licenceFilePattern = /^(?:licen[cs]e|copying|notice|copyright)/iu;
const mitGrantText = 'Permission is hereby granted';

const renderMitLicence = (holder: string): string => `The MIT License (MIT)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const findLicenceSection = (readme: string): string =>
  /^(?:#+ *(?:the )?licen[cs]e\b.*|licen[cs]e\n[-=]{3,})$\n([\s\S]*)/imu.exec(readme)?.[1]?.trim() ?? '';

const copyrightHolder = ({ author }: PackageJson, name: string): string =>
  (typeof author === 'string' ? author.replace(/ *[<(].*$/u, '') : author?.name) ?? `the authors of ${name}`;

function declaredLicence({ license, licenses = [] }: PackageJson): string | undefined {
  const named = typeof license === 'string' ? license : (license?.type ?? licenses[0]?.type);
  // "See LICENSE" is no name.
  return named === undefined || /^see /iu.test(named) ? undefined : named;
}

/** For packages that name a licence otherwise than SPDX. */
const licenceOverrides: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream-Vera AND LicenseRef-Public-Domain',
  'heic-to': 'LGPL-3.0-or-later',
};

/** The LGPL builds on the GPL, and asks that both texts are handed on. */
const gplFile = 'release/gpl-3.0.txt';

/** Its texts, or else its own statement. Throws if its licence is unknown. */
export function readLicence(root: string, { path, name }: BundledPackage): Licence {
  const folder = join(root, path);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const there = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  const declared = packageJsonSchema.parse(JSON.parse(read('package.json')));
  const texts = there.filter((file) => licenceFilePattern.test(file)).map(read);
  const section = there.filter((file) => /^readme/iu.test(file)).map((file) => findLicenceSection(read(file)))[0] ?? '';
  const saysMit = [...texts, section].some((text) => text.includes(mitGrantText)) || /^MIT\b/u.test(section);
  const licence = licenceOverrides[name] ?? declaredLicence(declared) ?? (saysMit ? 'MIT' : undefined);
  if (licence === undefined) throw new Error(`nobody can tell the licence of ${path}`);
  if (licence.startsWith('LGPL-3.0')) texts.push(readFileSync(join(root, gplFile), 'utf8').trim());
  if (texts.length > 0) return { name: licence, text: texts.join('\n\n') };
  if (section.includes(mitGrantText)) return { name: licence, text: section };
  if (licence !== 'MIT') throw new Error(`${path} is under ${licence} and came without its text`);
  return { name: licence, text: renderMitLicence(copyrightHolder(declared, name)) };
}

export const renderLicences = (all: readonly (readonly [BundledPackage, Licence])[]): string =>
  [
    'Candour is made of its own parts, whose licence is in the file LICENSE, and of parts of these packages.',
    ...all.map(
      ([{ name, version }, licence]) => `${'-'.repeat(78)}\n${name} ${version}: ${licence.name}\n\n${licence.text}`,
    ),
  ].join('\n\n') + '\n';

/** https://github.com/package-url/purl-spec */
const packageUrl = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const hashAlgorithms: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha1: 'SHA-1', sha256: 'SHA-256' };

const parseIntegrity = (integrity: string) =>
  integrity.split(/\s+/u).flatMap((one) => {
    const [name = '', value = ''] = one.split(/-(.*)/su);
    const alg = hashAlgorithms[name];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(value, 'base64').toString('hex') }];
  });

/** A name that SPDX knows is an id; several names are an expression. */
const toCycloneDxLicence = ({ name }: Licence) =>
  / (?:OR|AND) /u.test(name) ? { expression: name.replace(/^\((.*)\)$/u, '$1') } : { license: { id: name } };

/** CycloneDX 1.6: only packages in the artefact, without a time and serial number, so that two builds are the same. */
export function billOfMaterials(
  version: string,
  all: readonly (readonly [BundledPackage, Licence])[],
  directDependencies: readonly string[],
): object {
  const rootRef = `candour@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': rootRef,
        type: 'application',
        name: 'candour',
        version,
        purl: packageUrl({ name: 'candour', version }),
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: all.map(([one, licence]) => ({
      'bom-ref': one.path,
      type: 'library',
      name: one.name,
      version: one.version,
      purl: packageUrl(one),
      licenses: [toCycloneDxLicence(licence)],
      hashes: parseIntegrity(one.integrity),
    })),
    dependencies: [
      {
        ref: rootRef,
        dependsOn: all.map(([{ path: place }]) => place).filter((place) => directDependencies.includes(place)),
      },
      ...all.map(([{ path: place, dependencies: needs }]) => ({ ref: place, dependsOn: needs })),
    ],
  };
}
