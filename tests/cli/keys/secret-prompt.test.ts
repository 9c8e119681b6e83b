import { describe, expect, it } from '@jest/globals';
import { PassThrough, Writable } from 'node:stream';
import { askSecret } from '../../../cli/keys/passphrase-prompt.ts';

/** A terminal as far as a prompt sees one: what is typed goes in, what is shown comes out. */
function terminal() {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) });
  const output = new PassThrough({ encoding: 'utf8' });
  return { input, output, modes, shown: () => String(output.read() ?? '') };
}

describe('asking for a secret', () => {
  it('shows the question and nothing of the answer', async () => {
    const { input, output, modes, shown } = terminal();
    const answer = askSecret('Passphrase', input, output);
    for (const key of ['ŵ', 'x', '\u007f', '\u001b[A', 'y', '\r']) input.write(key);
    expect(await answer).toBe('ŵy');
    expect(shown()).toBe('Passphrase: \n');
    expect(modes).toEqual([true, false]);
  });

  it('asks once nothing that is typed is shown any more', async () => {
    const { input, modes } = terminal();
    const atLine: (readonly boolean[])[] = [];
    const output = new Writable({
      write(_line, _encoding, done) {
        atLine.push([...modes]);
        done();
      },
    });
    const answer = askSecret('Passphrase', input, output);
    input.write('x\r');
    await answer;
    expect(atLine).toEqual([[true], [true, false]]);
  });

  it('keeps what was pasted beyond the line for the next question', async () => {
    const { input, output } = terminal();
    input.write('first words\r\nsecond words\n');
    expect(await askSecret('One', input, output)).toBe('first words');
    expect(await askSecret('Two', input, output)).toBe('second words');
  });

  it('stops on Ctrl+C, Ctrl+D and the end of input, and gives the terminal back', async () => {
    for (const key of ['\u0003', '\u0004', undefined]) {
      const { input, output, modes } = terminal();
      const answer = askSecret('Passphrase', input, output);
      if (key === undefined) input.end();
      else input.write(`abc${key}`);
      await expect(answer).rejects.toMatchObject({ code: 'interrupted' });
      expect(modes).toEqual([true, false]);
    }
  });

  it('asks nothing where there is no terminal', async () => {
    await expect(askSecret('Passphrase', new PassThrough(), new PassThrough())).rejects.toMatchObject({
      code: 'noTerminal',
    });
  });
});
