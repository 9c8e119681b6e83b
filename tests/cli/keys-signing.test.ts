import { describe, expect, it } from '@jest/globals';
import { createExportSigner } from '../../bot/api/export-signer.ts';
import { loadRecipients } from '../../bot/config/recipient-settings.ts';
import { makeExportSigningKeyCommand } from '../../cli/keys/make-keys.ts';
import { parsePublicKey } from '../../cli/exported-case-checks.ts';

async function printed(): Promise<readonly string[]> {
  const lines: string[] = [];
  const context = {
    printLine: (line: string) => void lines.push(line),
    askSecret: async () => '',
    showOnTerminal: () => undefined,
    recipients: loadRecipients,
  };
  expect(await makeExportSigningKeyCommand([], context)).toBe(0);
  return lines;
}

describe('npm run keys -- signing', () => {
  it('prints a setting that the server takes, and the public key that belongs to it', async () => {
    const lines = await printed();
    const setting = lines.find((line) => line.startsWith('EXPORT_SIGNING_KEY='))?.split('EXPORT_SIGNING_KEY=')[1];
    const signer = createExportSigner(setting);
    expect(lines).toContain(signer?.publicKey);
    expect(lines).toContain(`Its security code: ${signer?.fingerprint}`);
    expect(parsePublicKey(signer?.publicKey ?? '')).toBeDefined();
  });

  it('makes another key each time', async () => {
    const keys = [await printed(), await printed()].map((lines) => lines.find((line) => line.includes('=MC')));
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('takes nothing else', async () => {
    const context = {
      printLine: () => undefined,
      askSecret: async () => '',
      showOnTerminal: () => undefined,
      recipients: loadRecipients,
    };
    await expect(makeExportSigningKeyCommand(['--to', 'folder'], context)).rejects.toThrow('npm run keys');
  });
});
