import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BundledPackage } from './bundled-packages.ts';

export interface Licence {
  /** As SPDX spells it, or an expression of several names. */
  readonly name: string;
  readonly text: string;
}

const declaredSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});
type Declared = z.infer<typeof declaredSchema>;

/** Packages that ask for a notice have it in such a file. */
const files = /^(?:licen[cs]e|copying|notice|copyright)/iu;
const grant = 'Permission is hereby granted';

const mit = (holder: string): string => `The MIT License (MIT)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const sectionOf = (readme: string): string =>
  /^(?:#+ *(?:the )?licen[cs]e\b.*|licen[cs]e\n[-=]{3,})$\n([\s\S]*)/imu.exec(readme)?.[1]?.trim() ?? '';

const holderOf = ({ author }: Declared, name: string): string =>
  (typeof author === 'string' ? author.replace(/ *[<(].*$/u, '') : author?.name) ?? `the authors of ${name}`;

function declaredName({ license, licenses = [] }: Declared): string | undefined {
  const named = typeof license === 'string' ? license : (license?.type ?? licenses[0]?.type);
  // "See LICENSE" is no name.
  return named === undefined || /^see /iu.test(named) ? undefined : named;
}

/** Names that packages do not say as SPDX does, by their texts. */
const seen: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream-Vera AND LicenseRef-Public-Domain',
};

/** The texts of an installed package, or its own statement if it has none. Throws if its licence is unknown. */
export function licenceOf(root: string, { place, name }: BundledPackage): Licence {
  const folder = join(root, place);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const there = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  const declared = declaredSchema.parse(JSON.parse(read('package.json')));
  const texts = there.filter((file) => files.test(file)).map(read);
  const section = there.filter((file) => /^readme/iu.test(file)).map((file) => sectionOf(read(file)))[0] ?? '';
  const saysMit = [...texts, section].some((text) => text.includes(grant)) || /^MIT\b/u.test(section);
  const licence = seen[name] ?? declaredName(declared) ?? (saysMit ? 'MIT' : undefined);
  if (licence === undefined) throw new Error(`nobody can tell the licence of ${place}`);
  if (texts.length > 0) return { name: licence, text: texts.join('\n\n') };
  if (section.includes(grant)) return { name: licence, text: section };
  if (licence !== 'MIT') throw new Error(`${place} is under ${licence} and came without its text`);
  return { name: licence, text: mit(holderOf(declared, name)) };
}

export const licencesFile = (all: readonly (readonly [BundledPackage, Licence])[]): string =>
  [
    'Candour is made of its own parts, whose licence is in the file LICENSE, and of parts of these packages.',
    ...all.map(
      ([{ name, version }, licence]) => `${'-'.repeat(78)}\n${name} ${version}: ${licence.name}\n\n${licence.text}`,
    ),
  ].join('\n\n') + '\n';
