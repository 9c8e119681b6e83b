import type { BundledPackage } from './bundled-packages.ts';
import type { Licence } from './licences.ts';

/** https://github.com/package-url/purl-spec */
const purlOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const algorithms: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha1: 'SHA-1', sha256: 'SHA-256' };

const hashesOf = (integrity: string) =>
  integrity.split(/\s+/u).flatMap((one) => {
    const [name = '', value = ''] = one.split(/-(.*)/su);
    const alg = algorithms[name];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(value, 'base64').toString('hex') }];
  });

/** A name that SPDX knows is an id, and several names are an expression. */
const licenceAs = ({ name }: Licence) =>
  / (?:OR|AND) /u.test(name) ? { expression: name.replace(/^\((.*)\)$/u, '$1') } : { license: { id: name } };

/**
 * CycloneDX 1.6: only packages that the artefact contains. Without a time and serial number, so that two builds are the
 * same.
 */
export function billOfMaterials(
  version: string,
  all: readonly (readonly [BundledPackage, Licence])[],
  firsts: readonly string[],
): object {
  const own = `candour@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': own,
        type: 'application',
        name: 'candour',
        version,
        purl: purlOf({ name: 'candour', version }),
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: all.map(([one, licence]) => ({
      'bom-ref': one.place,
      type: 'library',
      name: one.name,
      version: one.version,
      purl: purlOf(one),
      licenses: [licenceAs(licence)],
      hashes: hashesOf(one.integrity),
    })),
    dependencies: [
      { ref: own, dependsOn: all.map(([{ place }]) => place).filter((place) => firsts.includes(place)) },
      ...all.map(([{ place, needs }]) => ({ ref: place, dependsOn: needs })),
    ],
  };
}
