import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { replaceBuild } from '../../../tab/build/replace-build.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

/** A folder in which builds are made, with what is handed out of it. */
function dist() {
  const folder = createTemporaryFolder();
  const folders = { built: join(folder, 'tab'), previous: join(folder, 'tab-before') };
  const index = (of: string) => (existsSync(of) ? readFileSync(join(of, 'index.html'), 'utf8') : undefined);
  return {
    folders,
    build: (content: string) => {
      const made = join(folder, 'made');
      mkdirSync(made);
      writeFileSync(join(made, 'index.html'), content);
      replaceBuild(made, folders);
    },
    standing: () => [index(folders.built), index(folders.previous)],
    names: () => readdirSync(folder).toSorted(),
  };
}

describe('a build of the page', () => {
  it('keeps the one before it, and none that is older', () => {
    const { build, standing, names } = dist();
    build('one');
    expect(standing()).toEqual(['one', undefined]);
    build('two');
    expect(standing()).toEqual(['two', 'one']);
    build('three');
    expect(standing()).toEqual(['three', 'two']);
    expect(names()).toEqual(['tab', 'tab-before']);
  });

  it('that is the same as what stands leaves the one before where it is', () => {
    const { build, standing } = dist();
    for (const content of ['one', 'two', 'two', 'two']) build(content);
    expect(standing()).toEqual(['two', 'one']);
  });

  it('does not keep what is no page', () => {
    const { build, standing, folders } = dist();
    mkdirSync(folders.built);
    writeFileSync(join(folders.built, 'half'), '');
    build('one');
    expect(standing()).toEqual(['one', undefined]);
    expect(readdirSync(folders.built)).toEqual(['index.html']);
  });
});
