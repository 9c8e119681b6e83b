import type { BundledPackage } from './bundled-packages.ts';
import type { Licence } from './licences.ts';

/** The name that a package has all over the world. */
const purlOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const algorithms: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha1: 'SHA-1', sha256: 'SHA-256' };

/** Digests as CycloneDX spells them. */
const hashesOf = (integrity: string) =>
  integrity.split(/\s+/u).flatMap((one) => {
    const [name = '', value = ''] = one.split(/-(.*)/su);
    const alg = algorithms[name];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(value, 'base64').toString('hex') }];
  });

/** A name that SPDX knows stands as one, and several as an expression. */
const licenceAs = ({ name }: Licence) =>
  / (?:OR|AND) /u.test(name) ? { expression: name.replace(/^\((.*)\)$/u, '$1') } : { license: { id: name } };

/**
 * The bill of materials in CycloneDX 1.6: the packages that the artefact holds parts of, and none that only helped to
 * build it. Without a time and a number of its own, so that two builds have the same.
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
