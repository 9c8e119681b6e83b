import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { campaignCommand } from '../../cli/campaign.ts';
import { fullContacts } from '../support/cards/example-views.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said: string[] = [];
  const deps = {
    contacts: () => fullContacts,
    fonts: readPdfFonts,
    withSurveys: () => Promise.reject(new Error('a pack needs no store')),
    write: () => undefined,
    printLine: (line: string) => void said.push(line),
  };
  return { code: await campaignCommand(deps, args), said: said.join('\n') };
}
const out = () => join(folder, 'pack');

describe('the campaign command', () => {
  it('writes a pack into a folder of its own, and says to read the warning', async () => {
    const { code, said } = await run('pack', '--address', 'https://candour.example', '--out', out());
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Read the warning') });
    expect(readdirSync(out()).sort()).toEqual(['cards', 'plan.cy.md', 'plan.en.md', 'posters', 'sheets', 'slides']);
    expect(readFileSync(join(out(), 'cards/01-what-it-is.cy.json'), 'utf8')).toContain(
      'https://candour.example/guidance/cy/what',
    );
  });

  it('writes over nothing', async () => {
    writeFileSync(out(), 'something');
    await expect(run('pack', '--address', 'https://candour.example', '--out', out())).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(readFileSync(out(), 'utf8')).toBe('something');
  });

  it.each([
    [[]],
    [['pack']],
    [['pack', '--address', 'https://candour.example']],
    [['pack', '--address', 'http://candour.example', '--out', 'x']],
    [['pack', '--address', 'https://candour.example/elsewhere', '--out', 'x']],
    [['pack', '--address', 'https://me@candour.example', '--out', 'x']],
    [['pack', '--address', 'https://candour.example/?who=me', '--out', 'x']],
    [['send', '--address', 'https://candour.example', '--out', 'x']],
    [['pack', '--address', 'https://candour.example', '--out', 'x', '--to', 'all']],
  ])('asks to check arguments such as %j, and writes nothing', async (args) => {
    expect(await run(...args)).toEqual({ code: 2, said: expect.stringMatching(/^Check the arguments\./u) });
    expect(existsSync('x')).toBe(false);
  });
});
